package roundhouse.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Writes files whole or not at all: beside the old one, which is replaced at the end. Whatever stops it, a full disk or the end of the
 * program, leaves the old file or the new one under the name, never a part. A device or a pipe is written to as it is.
 */
public final class WholeFile {
    private WholeFile() {}

    /** Writes what a file is to hold. */
    public interface Bytes {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes what a text file is to hold. */
    public interface Text {
        void writeTo(Writer out) throws IOException;
    }

    /** Writes a text in UTF-8. */
    public static void text(Path file, String text) throws NotWrittenException {
        bytes(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes a text in UTF-8 that is not in memory as a whole. */
    public static void text(Path file, Text text) throws NotWrittenException {
        bytes(file, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            text.writeTo(writer);
            writer.flush();
        });
    }

    /** Writes a file. One that is there keeps its permissions. */
    public static void bytes(Path file, Bytes bytes) throws NotWrittenException {
        bytes(file, file, bytes);
    }

    /**
     * Writes a file that the same people may read as another.
     *
     * @param like the other; where it is null or not there, those may read it who may read any new file
     */
    public static void bytes(Path file, @Nullable Path like, Bytes bytes) throws NotWrittenException {
        try {
            Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
            if (target.getFileName() == null || Files.isDirectory(target)) {
                throw new NotWrittenException(file.toString(), "it is a directory", null);
            }
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                direct(target, bytes);
            } else {
                beside(target, like, bytes);
            }
        } catch (NotWrittenException e) {
            throw e;
        } catch (IOException e) {
            throw new NotWrittenException(file, e);
        } catch (RuntimeException e) {
            if (behind(e) instanceof IOException io) {
                throw new NotWrittenException(file, io);
            }
            throw e;
        }
    }

    /** What the file system said, which libraries that write wrap in exceptions of their own; null when it said nothing. */
    private static @Nullable Throwable behind(RuntimeException wrapper) {
        Throwable cause = wrapper.getCause();
        while (cause != null && !(cause instanceof IOException)) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static void beside(Path target, @Nullable Path like, Bytes bytes) throws IOException {
        try (TemporaryFile temporary = new TemporaryFile(target, like)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(temporary.channel()));
            bytes.writeTo(out);
            out.flush();
            temporary.replace(target);
        }
    }

    private static void direct(Path device, Bytes bytes) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(device, StandardOpenOption.WRITE))) {
            bytes.writeTo(out);
        }
    }
}
