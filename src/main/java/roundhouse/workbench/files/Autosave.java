package roundhouse.workbench.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.workbench.document.Document;

/**
 * Keeps unsaved changes for when the program dies: beside the file as {@code .name.json.autosave}, never over it; for a document
 * without a file in the user's state directory, under this process's number, so that two windows do not share one. Written a
 * moment after the last change, removed when there is nothing unsaved.
 */
public final class Autosave {
    private static final String SUFFIX = ".autosave";
    private static final String UNTITLED = "untitled-";

    private final Document document;
    private final Path state;
    private final Delay delay;
    private final BiConsumer<Path, IOException> failed;

    private @Nullable Path written;

    /** Runs something once, when nothing else was asked of it for a while. */
    public interface Delay {
        void restart(Runnable task);

        void cancel();
    }

    /**
     * @param state where documents without a file are kept
     * @param failed told which copy could not be written or removed, and why
     */
    public Autosave(Document document, Path state, Delay delay, BiConsumer<Path, IOException> failed) {
        this.document = document;
        this.state = state;
        this.delay = delay;
        this.failed = failed;
        document.topologyProperty().addListener((_, _, _) -> changed());
        document.dirtyProperty().addListener((_, _, _) -> changed());
    }

    /** Where the copy of a file's changes is kept. */
    public static Path beside(Path file) {
        return file.resolveSibling("." + file.getFileName() + SUFFIX);
    }

    private void changed() {
        if (document.dirtyProperty().get()) {
            delay.restart(this::write);
        } else {
            discard();
        }
    }

    /** Removes the copy: its changes were saved or given up. */
    public void discard() {
        delay.cancel();
        Path copy = written;
        written = null;
        if (copy != null) {
            remove(copy);
        }
    }

    private void write() {
        Path file = document.fileProperty().get();
        Path copy =
                file == null ? state.resolve(UNTITLED + ProcessHandle.current().pid() + SUFFIX) : beside(file);
        try {
            if (file == null) {
                Files.createDirectories(state);
            }
            TopologyFile.write(document.topology(), copy);
            written = copy;
        } catch (IOException e) {
            failed.accept(copy, e);
        }
    }

    /** The changes kept for a file when they are newer than it is. */
    public Optional<Topology> kept(Path file) {
        Path copy = beside(file);
        try {
            if (!Files.isRegularFile(copy)
                    || Files.getLastModifiedTime(copy).compareTo(Files.getLastModifiedTime(file)) < 0) {
                return Optional.empty();
            }
        } catch (IOException e) {
            failed.accept(copy, e);
            return Optional.empty();
        }
        return read(copy);
    }

    /** Says whose changes the copy of a file from now on are: this document's, so they go when they are saved or given up. */
    public void adopt(Path file) {
        written = beside(file);
    }

    /** Documents without a file that were left by programs that are no longer running. */
    public List<Path> orphans() {
        List<Path> orphans = new ArrayList<>();
        if (Files.isDirectory(state)) {
            try (DirectoryStream<Path> copies = Files.newDirectoryStream(state, UNTITLED + "*" + SUFFIX)) {
                for (Path copy : copies) {
                    if (!ownerRuns(copy)) {
                        orphans.add(copy);
                    }
                }
            } catch (IOException e) {
                failed.accept(state, e);
            }
        }
        orphans.sort(null);
        return orphans;
    }

    /** What is in a copy; nothing when it cannot be read any more. */
    public static Optional<Topology> read(Path copy) {
        return TopologyFile.read(copy) instanceof ReadResult.Read(Topology topology)
                ? Optional.of(topology)
                : Optional.empty();
    }

    /** Removes a copy that nobody wants. */
    public void remove(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            failed.accept(copy, e);
        }
    }

    private static boolean ownerRuns(Path copy) {
        String name = String.valueOf(copy.getFileName());
        String pid = name.substring(UNTITLED.length(), name.length() - SUFFIX.length());
        return pid.matches("\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(pid))
                        .map(ProcessHandle::isAlive)
                        .orElse(false);
    }
}
