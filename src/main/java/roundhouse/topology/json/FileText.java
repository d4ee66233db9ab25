package roundhouse.topology.json;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.function.Supplier;

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
        try {
            if (Files.isDirectory(file)) {
                return wrong(file + " is a directory; " + what + " is a file");
            }
            long size = Files.size(file);
            if (size > LARGEST) {
                return wrong(String.format(
                        "the file has %.1f MB; %s has at most %d MB", size / 1e6, what, LARGEST / 1_000_000));
            }
            return decode(Files.readAllBytes(file));
        } catch (NoSuchFileException _) {
            return wrong(file + " does not exist");
        } catch (AccessDeniedException _) {
            return wrong(file + " may not be read by this user");
        } catch (IOException e) {
            return wrong(file + " cannot be read: " + e.getMessage());
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
            return new Result.Text(decoder.decode(in).toString());
        } catch (CharacterCodingException _) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            return new Result.Wrong(new Problem("", line, "the file is not UTF-8 text; save it as UTF-8"));
        }
    }

    /** Writes to a temporary file beside it and renames that, so a crash leaves the old file or the new one. */
    public static void write(Supplier<String> text, Path file) throws IOException {
        Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
        Path directory = target.getParent();
        if (directory == null || Files.isDirectory(target)) {
            throw new IOException(file + " is a directory");
        }
        byte[] bytes = text.get().getBytes(StandardCharsets.UTF_8);
        long process = ProcessHandle.current().pid();
        Path temporary = directory.resolve("." + target.getFileName() + "." + process + ".tmp");
        try {
            writeThrough(bytes, temporary);
            keepPermissions(target, temporary);
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Returns when the bytes are on the disk, so that the rename never overtakes them. */
    private static void writeThrough(byte[] bytes, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** Where the file system knows such; elsewhere the directory decides. */
    private static void keepPermissions(Path old, Path replacement) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(replacement, PosixFileAttributeView.class);
        if (view != null && Files.exists(old)) {
            view.setPermissions(Files.getPosixFilePermissions(old));
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Result wrong(String message) {
        return new Result.Wrong(new Problem("", 0, message));
    }
}
