package roundhouse.topology.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import roundhouse.files.InputFile;
import roundhouse.files.NotWrittenException;
import roundhouse.files.WholeFile;

/** Gets texts out of files and into them: UTF-8, at most 20 MB. */
public final class FileText {
    private static final int LARGEST = 20_000_000;

    private FileText() {}

    /** What came of reading. */
    public sealed interface Result {
        record Text(String text) implements Result {}

        record Wrong(Problem problem) implements Result {}
    }

    /** @param what is in the file: "a topology" */
    public static Result read(Path file, String what) {
        try (InputStream in = InputFile.open(file, what)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                return wrong("the file has " + size(file) + "; " + most(what));
            }
            return decode(bytes);
        } catch (IOException e) {
            return wrong(String.valueOf(e.getMessage()));
        }
    }

    public static Result decode(byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        if (mark == 0xFEFF || mark == 0xFFFE) {
            return wrong("the file is UTF-16 text; save it as UTF-8");
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            String text = decoder.decode(in).toString();
            return new Result.Text(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException _) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            return new Result.Wrong(new Problem("", line, "the file is not UTF-8 text; save it as UTF-8"));
        }
    }

    /**
     * Writes the text so that a crash leaves the old file or the new one.
     *
     * @param what is in the file: "a topology"
     * @param like a file that the same people may read; null for any new file's
     * @throws NotWrittenException also when the file could not be read again because it would be too large
     */
    public static void write(Supplier<String> text, Path file, @Nullable Path like, String what)
            throws NotWrittenException {
        WholeFile.bytes(file, like, out -> {
            byte[] bytes = text.get().getBytes(StandardCharsets.UTF_8);
            if (bytes.length > LARGEST) {
                throw new NotWrittenException(
                        file.toString(), "it would have " + megabytes(bytes.length) + "; " + most(what), null);
            }
            out.write(bytes);
        });
    }

    /**
     * Why what was read of a text cannot be written again: the canonical text is too large, as that of one without line ends can be. A
     * small text is taken as it is, for indents make none ten times as large.
     */
    public static Optional<Problem> writable(String read, Supplier<String> canonical, String what) {
        if (read.length() < LARGEST / 10) {
            return Optional.empty();
        }
        int bytes = canonical.get().getBytes(StandardCharsets.UTF_8).length;
        return bytes <= LARGEST
                ? Optional.empty()
                : Optional.of(new Problem(
                        "", 0, "saved again it would have " + megabytes(bytes) + " with its line ends; " + most(what)));
    }

    private static String size(Path file) throws IOException {
        long size = Files.isRegularFile(file) ? Files.size(file) : 0;
        return size > LARGEST ? megabytes(size) : "more than " + LARGEST / 1_000_000 + " MB";
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    private static String most(String what) {
        return what + " has at most " + LARGEST / 1_000_000 + " MB";
    }

    private static Result wrong(String message) {
        return new Result.Wrong(new Problem("", 0, message));
    }
}
