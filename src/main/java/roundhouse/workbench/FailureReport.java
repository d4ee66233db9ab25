package roundhouse.workbench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import roundhouse.analysis.ProgramVersion;

/**
 * A text file with all that a developer needs of each failure: when, on which thread, under which versions, and the stack trace.
 * Newer ones are added at the end. When it has grown it is kept as the older one, and a new one is begun.
 */
final class FailureReport {
    private static final long MOST_BYTES = 1 << 20;

    private final Path file;

    /** @param file need not exist, nor its directory */
    FailureReport(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** Adds what broke on the thread that calls. */
    synchronized void add(String what, Throwable error) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
            Files.move(file, older(), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(file, text(what, error), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private Path older() {
        return file.resolveSibling("older-" + file.getFileName());
    }

    private static String text(String what, Throwable error) {
        StringWriter text = new StringWriter();
        try (PrintWriter out = new PrintWriter(text)) {
            out.println(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + what);
            out.println("Roundhouse " + ProgramVersion.text() + ", Java " + Runtime.version() + ", "
                    + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", thread "
                    + Thread.currentThread().getName());
            error.printStackTrace(out);
            out.println();
        }
        return text.toString();
    }
}
