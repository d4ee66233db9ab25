package roundhouse.topology;

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
import java.util.List;

/** Reads and writes topology files: JSON in UTF-8, at most 20 MB. */
public final class TopologyFile {
    /** What a canonical text names as its {@code $schema}: the {@code $id} of the shipped schema. */
    public static final String SCHEMA = "urn:roundhouse:topology:1";

    private static final int LARGEST = 20_000_000;

    private TopologyFile() {}

    /** Reads a file; whatever is wrong with it, or with getting at it, is in the result. */
    public static ReadResult read(Path file) {
        try {
            if (Files.isDirectory(file)) {
                return refused(file + " is a directory; a topology is a file");
            }
            long size = Files.size(file);
            if (size > LARGEST) {
                return refused(String.format(
                        "the file has %.1f MB; a topology has at most %d MB", size / 1e6, LARGEST / 1_000_000));
            }
            return parse(Files.readAllBytes(file));
        } catch (NoSuchFileException _) {
            return refused(file + " does not exist");
        } catch (AccessDeniedException _) {
            return refused(file + " may not be read by this user");
        } catch (IOException e) {
            return refused(file + " cannot be read: " + e.getMessage());
        }
    }

    /** Reads the bytes of a file. */
    public static ReadResult parse(byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        if (mark == 0xFEFF || mark == 0xFFFE) {
            return refused("the file is UTF-16 text; save it as UTF-8");
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            return parse(decoder.decode(in).toString());
        } catch (CharacterCodingException _) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            return new ReadResult.Refused(
                    List.of(new Problem("", line, "the file is not UTF-8 text; save it as UTF-8")));
        }
    }

    /** Reads a text. A byte order mark at its beginning is ignored. */
    public static ReadResult parse(String text) {
        return switch (JsonText.parse(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            case JsonText.Result.Value(Json json) -> TopologyReader.read(json);
            case JsonText.Result.Wrong(Problem problem) -> new ReadResult.Refused(List.of(problem));
        };
    }

    /**
     * The canonical text: the same topology always gives the same bytes, and reading them gives the same topology.
     *
     * @throws IllegalArgumentException when the scenario holds a {@link Command.Revise}, which files cannot
     */
    public static String format(Topology topology) {
        return JsonPrinter.print(TopologyWriter.json(topology));
    }

    /** Writes to a temporary file beside it and renames that, so a crash leaves the old file or the new one. */
    public static void write(Topology topology, Path file) throws IOException {
        Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
        Path directory = target.getParent();
        if (directory == null || Files.isDirectory(target)) {
            throw new IOException(file + " is a directory");
        }
        byte[] text = format(topology).getBytes(StandardCharsets.UTF_8);
        long process = ProcessHandle.current().pid();
        Path temporary = directory.resolve("." + target.getFileName() + "." + process + ".tmp");
        try {
            writeThrough(text, temporary);
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

    private static ReadResult refused(String message) {
        return new ReadResult.Refused(List.of(new Problem("", 0, message)));
    }
}
