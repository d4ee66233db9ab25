package roundhouse.files;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A text file with all that a developer needs of each failure: when, on which thread, under which versions, and the stack trace.
 * Newer ones are added at the end. When it has grown it is kept as the older one, and a new one is begun.
 */
public final class FailureReport {
    private static final String NAME = "failures.txt";
    private static final long MOST_BYTES = 1 << 20;

    private final Path file;
    private final String program;

    /**
     * @param state the directory of the report; need not exist
     * @param program which version of the program it is that fails
     */
    public FailureReport(Path state, String program) {
        file = state.resolve(NAME);
        this.program = program;
    }

    public Path file() {
        return file;
    }

    /** Adds what broke on the thread that calls. */
    public synchronized void add(String what, Throwable error) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
            Files.move(file, older(), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(file, text(what, error), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /**
     * Takes down what broke on the thread that calls, unless it is nobody's mistake.
     *
     * @param what that something was not done, without a full stop
     * @return the same with the reason, and where the report is, as a sentence
     */
    public String told(String what, Throwable error) {
        if (isOfTheMachine(error)) {
            return what + ": " + reason(error) + ".";
        }
        try {
            add(what, error);
            return what + " (" + reason(error) + "); a report is in " + file + ".";
        } catch (IOException e) {
            return what + " (" + reason(error) + "); no report could be written to " + file + ".";
        }
    }

    /** A file that cannot be written is no mistake of the program, unless one stands behind it. */
    public static boolean isOfTheMachine(Throwable error) {
        Throwable cause = error.getCause();
        return (error instanceof IOException || error instanceof UncheckedIOException)
                && (cause == null || isOfTheMachine(cause));
    }

    /** Why, in a few words: what the exception says, or what it is when it says nothing. */
    public static String reason(Throwable error) {
        return switch (error) {
            case NotWrittenException known -> known.reason();
            case UncheckedIOException unchecked when unchecked.getCause() != null -> reason(unchecked.getCause());
            case OutOfMemoryError _ ->
                "the memory of " + Runtime.getRuntime().maxMemory() / 1_000_000 + " MB is used up";
            default -> {
                String message = error.getMessage();
                yield message == null || message.isBlank() ? error.getClass().getSimpleName() : message;
            }
        };
    }

    private Path older() {
        return file.resolveSibling("older-" + file.getFileName());
    }

    private String text(String what, Throwable error) {
        StringWriter text = new StringWriter();
        try (PrintWriter out = new PrintWriter(text)) {
            out.println(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + what);
            out.println(program + ", Java " + Runtime.version() + ", "
                    + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", thread "
                    + Thread.currentThread().getName());
            error.printStackTrace(out);
            out.println();
        }
        return text.toString();
    }
}
