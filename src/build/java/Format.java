import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks the format of the sources, or brings them into it. Runs on the project's JDK, whichever Maven runs on, because the
 * formatter reads Java with the compiler of the JDK that it runs on. Files that have not changed since all were well are left out.
 *
 * <p>Arguments: {@code check} or {@code apply}, the file that remembers when all was well, and the folder of the sources.
 */
final class Format {
    private static final JavaFormatterOptions.Style STYLE = JavaFormatterOptions.Style.PALANTIR;
    private static final Formatter FORMATTER = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(STYLE).build());

    private Format() {}

    public static void main(String[] args) throws IOException {
        boolean apply = args[0].equals("apply");
        Path allWell = Path.of(args[1]);
        Instant began = Instant.now();
        List<String> wrong = new ArrayList<>();
        for (Path file : changed(Path.of(args[2]), allWell)) {
            String before = Files.readString(file);
            try {
                String after = formatted(before);
                if (!after.equals(before)) {
                    if (apply) {
                        Files.writeString(file, after);
                    } else {
                        wrong.add(file.toString());
                    }
                }
            } catch (FormatterException e) {
                wrong.add(file + ": " + e.getMessage());
            }
        }
        if (!wrong.isEmpty()) {
            wrong.forEach(System.err::println);
            System.err.println(wrong.size() + " files are not in format; this mends them: mvn -Pformat");
            System.exit(1);
        }
        Files.createDirectories(allWell.toAbsolutePath().getParent());
        Files.writeString(allWell, "");
        Files.setLastModifiedTime(allWell, FileTime.from(began));
    }

    /** Imports in order and none unused; texts stay as they are broken into lines. */
    private static String formatted(String source) throws FormatterException {
        return FORMATTER.formatSource(
                RemoveUnusedImports.removeUnusedImports(ImportOrderer.reorderImports(source, STYLE)));
    }

    private static List<Path> changed(Path folder, Path allWell) throws IOException {
        FileTime since = Files.exists(allWell) ? Files.getLastModifiedTime(allWell) : FileTime.fromMillis(0);
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> changed = new ArrayList<>();
            for (Path file :
                    (Iterable<Path>) files.filter(name -> name.toString().endsWith(".java"))::iterator) {
                if (Files.getLastModifiedTime(file).compareTo(since) > 0) {
                    changed.add(file);
                }
            }
            return changed;
        }
    }
}
