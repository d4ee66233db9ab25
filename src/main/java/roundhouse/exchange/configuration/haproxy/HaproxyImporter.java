package roundhouse.exchange.configuration.haproxy;

import java.util.Optional;
import java.util.regex.Pattern;
import roundhouse.exchange.configuration.ConfigurationImporter;
import roundhouse.exchange.configuration.ConfigurationText;
import roundhouse.exchange.configuration.Remarks;
import roundhouse.exchange.configuration.SystemDraft;
import roundhouse.topology.json.Problem;

/** Reads configurations of HAProxy, by the manual of 2.6. */
public final class HaproxyImporter implements ConfigurationImporter {
    private static final Pattern LOOKS =
            Pattern.compile("(?m)^\\s*(global|defaults|listen\\s+\\S+|frontend\\s+\\S+|backend\\s+\\S+)\\s*(#.*)?$");

    @Override
    public String key() {
        return "haproxy";
    }

    @Override
    public String title() {
        return "HAProxy";
    }

    @Override
    public boolean isNamed(String fileName) {
        return (fileName.startsWith("haproxy") && !fileName.matches(".*\\.(json|ya?ml)"))
                || fileName.endsWith(".haproxy");
    }

    @Override
    public boolean looksLike(String text) {
        return LOOKS.matcher(text).find();
    }

    @Override
    public Optional<Problem> read(ConfigurationText text, SystemDraft system) {
        return switch (HaproxyParser.parse(text.text())) {
            case HaproxyParser.Result.Wrong(Problem problem) -> Optional.of(problem);
            case HaproxyParser.Result.Sections(var sections) ->
                new HaproxySystem(system, Remarks.of(text.text()), text.directory()).read(sections);
        };
    }
}
