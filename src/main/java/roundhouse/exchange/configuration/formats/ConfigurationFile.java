package roundhouse.exchange.configuration.formats;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import roundhouse.exchange.configuration.ConfigurationImporter;
import roundhouse.exchange.configuration.ConfigurationText;
import roundhouse.exchange.configuration.Imported;
import roundhouse.exchange.configuration.SystemDraft;
import roundhouse.topology.json.FileText;
import roundhouse.topology.json.Problem;

/** A file that holds the configuration of another program: UTF-8, at most 20 MB. */
public final class ConfigurationFile {
    private static final String WHAT = "a configuration";

    private ConfigurationFile() {}

    /** Whether opening a file means to import it: it is no topology by its name, and its name or its text says whose it is. */
    public static boolean isOne(Path file) {
        return !lowerName(file).endsWith(".json")
                && (byName(file).isPresent()
                        || (FileText.read(file, WHAT) instanceof FileText.Result.Text(String text)
                                && byText(text).isPresent()));
    }

    /** Reads a file in the language that its name says or, failing that, its text. */
    public static Imported read(Path file) {
        return read(file, null);
    }

    /** @param format the language, whatever the file is called; null where the file says it */
    public static Imported read(Path file, @Nullable ConfigurationImporter format) {
        return switch (FileText.read(file, WHAT)) {
            case FileText.Result.Wrong(Problem problem) -> new Imported.Refused(List.of(problem));
            case FileText.Result.Text(String text) ->
                Optional.ofNullable(format)
                        .or(() -> byName(file))
                        .or(() -> byText(text))
                        .map(known -> read(
                                known,
                                new ConfigurationText(
                                        text, file.toAbsolutePath().getParent()),
                                String.valueOf(file.getFileName())))
                        .orElseGet(() -> new Imported.Refused(List.of(new Problem(
                                "",
                                0,
                                "neither its name nor its text says whose configuration it is; there are "
                                        + String.join(", ", ConfigurationFormats.importerKeys())))));
        };
    }

    /**
     * Reads a text.
     *
     * @param name what the system is called
     */
    public static Imported read(ConfigurationImporter format, ConfigurationText text, String name) {
        SystemDraft draft = new SystemDraft(name, format.title());
        return format.read(text, draft)
                .<Imported>map(problem -> new Imported.Refused(List.of(problem)))
                .orElseGet(() -> draft.finish(text.text()));
    }

    private static Optional<ConfigurationImporter> byName(Path file) {
        String name = lowerName(file);
        return ConfigurationFormats.importers().stream()
                .filter(format -> format.isNamed(name))
                .findFirst();
    }

    private static Optional<ConfigurationImporter> byText(String text) {
        return ConfigurationFormats.importers().stream()
                .filter(format -> format.looksLike(text))
                .findFirst();
    }

    private static String lowerName(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }
}
