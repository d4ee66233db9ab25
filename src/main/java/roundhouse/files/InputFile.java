package roundhouse.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Files that a user names to be read: regular ones, or the standard input as {@code -}. Devices never end and pipes may wait for
 * ever, so neither is opened by its path.
 */
public final class InputFile {
    /** Stands for the standard input. */
    public static final String STANDARD_INPUT = "-";

    /** Some editors put it before the first character of a text; it is no part of it (Unicode 16, 23.8). */
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private InputFile() {}

    /**
     * Opens it.
     *
     * @param what is in it: "a topology"
     * @throws IOException when it cannot be opened; the message is a sentence that names it
     */
    public static InputStream open(Path file, String what) throws IOException {
        if (file.toString().equals(STANDARD_INPUT)) {
            return System.in;
        }
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a directory; " + what + " is a file");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException(
                    file + " is not a regular file; give what comes from elsewhere to the standard input, as -");
        }
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw new IOException(file + " does not exist", e);
        } catch (AccessDeniedException e) {
            throw new IOException(file + " may not be read by this user", e);
        } catch (IOException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Opens a text in UTF-8, after its byte order mark where it has one.
     *
     * @param what as for {@link #open}
     * @throws IOException as {@link #open}, and {@link CharacterCodingException} for what is not UTF-8, as reading does
     */
    public static BufferedReader text(Path file, String what) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(
                open(file, what), StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)));
        lines.mark(1);
        if (lines.read() != BYTE_ORDER_MARK) {
            lines.reset();
        }
        return lines;
    }
}
