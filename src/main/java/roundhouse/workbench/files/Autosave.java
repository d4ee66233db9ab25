package roundhouse.workbench.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.workbench.document.Document;

/**
 * Keeps unsaved changes for when the program dies: beside the file, never over it; in the user's state directory for a document
 * without a file, or with one in a place where nothing can be written. All under this process's number ({@link KeptCopies}), so that
 * two windows do not share one. Written a moment after the last change, and now and then while changes go on; removed when there is
 * nothing unsaved.
 */
public final class Autosave {
    /**
     * Nanoseconds that changes may go on before they are written without waiting for a pause.
     */
    static final long MOST_UNKEPT = 2_000_000_000L;

    private final Document document;
    private final KeptCopies copies;
    private final Delay delay;
    private final LongSupplier clock;
    private final BiConsumer<Path, IOException> failed;

    private @Nullable Path written;
    /** When the oldest change that is not in the copy was made; null when all are. Nanoseconds. */
    private @Nullable Long unkeptSince;

    /** Whether it was told that nothing can be kept; told again only after something could. */
    private boolean told;

    /** Runs something once, when nothing else was asked of it for a while. */
    public interface Delay {
        void restart(Runnable task);

        void cancel();
    }

    /**
     * @param state where documents without a file are kept
     * @param clock real time, nanoseconds
     * @param failed told which copy could not be written or removed, and why
     */
    public Autosave(
            Document document, Path state, Delay delay, LongSupplier clock, BiConsumer<Path, IOException> failed) {
        this.document = document;
        this.copies = new KeptCopies(state);
        this.delay = delay;
        this.clock = clock;
        this.failed = failed;
        document.topologyProperty().addListener((_, _, _) -> changed());
        document.dirtyProperty().addListener((_, _, _) -> changed());
    }

    private void changed() {
        if (!document.dirtyProperty().get()) {
            discard();
            return;
        }
        long now = clock.getAsLong();
        long since = unkeptSince == null ? now : unkeptSince;
        unkeptSince = since;
        if (now - since >= MOST_UNKEPT) {
            write();
        } else {
            delay.restart(this::write);
        }
    }

    /** Removes the copy: its changes were saved or given up. */
    public void discard() {
        delay.cancel();
        unkeptSince = null;
        Path copy = written;
        written = null;
        if (copy != null) {
            remove(copy);
        }
    }

    /** Keeps the document's changes in a copy of its own, and only then removes the copy that they came from. */
    public void takeOver(Path copy) {
        if (write() && !copy.equals(written)) {
            remove(copy);
        }
    }

    private boolean write() {
        delay.cancel();
        Path file = document.fileProperty().get();
        try {
            become(file == null ? inState(null) : besideOrInState(file));
            told = false;
            return true;
        } catch (IOException e) {
            if (!told) {
                told = true;
                failed.accept(copies.own(file), e);
            }
            return false;
        }
    }

    private Path besideOrInState(Path file) throws IOException {
        Path beside = copies.own(file);
        try {
            TopologyFile.writeLike(file, document.topology(), beside);
            return beside;
        } catch (IOException e) {
            try {
                return inState(file);
            } catch (IOException second) {
                e.addSuppressed(second);
                throw e;
            }
        }
    }

    /** @param like who may read this file may read the copy */
    private Path inState(@Nullable Path like) throws IOException {
        Files.createDirectories(copies.state());
        Path copy = copies.own(null);
        TopologyFile.writeLike(like, document.topology(), copy);
        return copy;
    }

    /** An older copy elsewhere goes only now that there is a newer one. */
    private void become(Path copy) {
        Path before = written;
        written = copy;
        unkeptSince = null;
        if (before != null && !before.equals(copy)) {
            remove(before);
        }
    }

    /** Copies of a file's changes that are newer than it is and whose program no longer runs, the newest first. */
    public List<Path> kept(Path file) {
        try {
            return copies.left(file);
        } catch (IOException e) {
            failed.accept(file, e);
            return List.of();
        }
    }

    /** Documents without a file that were left by programs that are no longer running. */
    public List<Path> orphans() {
        try {
            return copies.orphans();
        } catch (IOException e) {
            failed.accept(copies.state(), e);
            return List.of();
        }
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
}
