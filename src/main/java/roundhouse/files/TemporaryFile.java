package roundhouse.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file beside another that is to take its place. Its name holds the number of this process and cannot be guessed, and it is made
 * new, so that nobody can put a link where it will be. It goes when it is closed or the program is ended; what a killed program
 * leaves is removed when a file is next written to that directory.
 */
final class TemporaryFile implements AutoCloseable {
    private static final SecureRandom UNGUESSABLE = new SecureRandom();
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();
    /** Characters of the other file's name that are kept: with the rest no more than the 255 bytes that file systems allow. */
    private static final int MOST_NAME = 50;

    private static final Pattern OWNED = Pattern.compile("\\..*\\.(\\d{1,18})-[0-9a-f]{16}\\.tmp");

    /** A program on another machine or in a container may have the number of none that runs here; no write takes so long. */
    private static final Duration STALE = Duration.ofMinutes(1);

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(TemporaryFile::removeOpen, "temporary-files"));
    }

    private final Path path;
    private final FileChannel channel;

    /**
     * Makes it, readable by no more people than may read the file that it is like.
     *
     * @param target the file whose place it is to take
     * @param like a file with the permissions wanted, or null for those of any new file
     */
    TemporaryFile(Path target, @Nullable Path like) throws IOException {
        Path directory = Objects.requireNonNull(target.getParent());
        removeLeft(directory);
        byte[] random = new byte[8];
        UNGUESSABLE.nextBytes(random);
        path = target.resolveSibling(prefix(target) + "."
                + ProcessHandle.current().pid() + "-" + HexFormat.of().formatHex(random) + ".tmp");
        Set<PosixFilePermission> permissions = permissions(like);
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel = permissions == null
                ? FileChannel.open(path, options)
                : FileChannel.open(
                        path, options, new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)});
        OPEN.add(path);
        if (permissions != null) {
            Files.setPosixFilePermissions(path, permissions);
        }
    }

    FileChannel channel() {
        return channel;
    }

    /** Takes the other file's place once all of it is on the disk, so that the rename never overtakes the bytes. */
    void replace(Path target) throws IOException {
        channel.force(true);
        channel.close();
        try {
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(path);
        OPEN.remove(path);
    }

    private static String prefix(Path target) {
        String name = String.valueOf(target.getFileName());
        return "." + name.substring(0, Math.min(MOST_NAME, name.length()));
    }

    private static @Nullable Set<PosixFilePermission> permissions(@Nullable Path like) throws IOException {
        if (like == null || !Files.exists(like)) {
            return null;
        }
        PosixFileAttributeView view = Files.getFileAttributeView(like, PosixFileAttributeView.class);
        return view == null ? null : view.readAttributes().permissions();
    }

    /** Of whatever name, as what is written may be called after its program. */
    private static void removeLeft(Path directory) throws IOException {
        if (!Files.isReadable(directory) || !Files.isWritable(directory)) {
            return;
        }
        try (DirectoryStream<Path> hidden = Files.newDirectoryStream(directory, ".*.tmp")) {
            for (Path file : hidden) {
                if (isLeft(file)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static boolean isLeft(Path file) throws IOException {
        Matcher owned = OWNED.matcher(String.valueOf(file.getFileName()));
        return owned.matches()
                && ProcessHandle.of(Long.parseLong(owned.group(1))).isEmpty()
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.getLastModifiedTime(file)
                        .toInstant()
                        .isBefore(Instant.now().minus(STALE));
    }

    private static void removeOpen() {
        for (Path path : OPEN) {
            // The program ends: there is nobody left to tell, and the next write there removes it.
            path.toFile().delete();
        }
    }
}
