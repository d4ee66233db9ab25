package roundhouse.workbench.files;

import static roundhouse.workbench.texts.Texts.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Topology;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.WorkLane;
import roundhouse.workbench.document.Document;

/**
 * Notices that another program changed the document's file: looks when it is asked to, off the screen's thread, and reads the file only
 * when its time, size or identity is another than at the last look. Used on the screen's thread.
 */
public final class FileWatch {
    private final Document document;
    private final DocumentFiles files;
    private final WorkLane lane;

    private @Nullable Look last;
    private boolean looking;
    /** What could not be read at the last look: perhaps it was just being written, and the next look will tell. */
    private @Nullable Stamp doubtful;

    /** How a file looks from outside; null where there is none, or it cannot be asked. */
    private record Stamp(
            FileTime modified, long bytes, @Nullable Object identity) {
        static @Nullable Stamp of(Path file) {
            try {
                BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
                return new Stamp(found.lastModifiedTime(), found.size(), found.fileKey());
            } catch (IOException _) {
                return null;
            }
        }
    }

    /**
     * @param left what the document had been left as in the file when it was asked
     * @param there null when it looks as it did before
     */
    private record Look(
            Path file,
            @Nullable Topology left,
            @Nullable Stamp stamp,
            @Nullable OnDisk there) {}

    /** @param lane where files are looked at */
    public FileWatch(Document document, DocumentFiles files, WorkLane lane) {
        this.document = document;
        this.files = files;
        this.lane = lane;
    }

    /** Looks at the file now, and tells what it finds soon after. */
    public void look() {
        Path file = document.fileProperty().get();
        if (file == null || looking) {
            return;
        }
        looking = true;
        Topology left = document.inFile();
        Look before = last != null && last.file().equals(file) && Objects.equals(last.left(), left) ? last : null;
        lane.add(new BackgroundTask<>(
                text("files.cannot-be-watched", file.getFileName()),
                _ -> look(file, left, before),
                this::looked,
                _ -> looking = false));
    }

    private static Look look(Path file, @Nullable Topology left, @Nullable Look before) {
        // Before it is read: what is written meanwhile has another stamp at the next look.
        Stamp stamp = Stamp.of(file);
        boolean same = before != null && Objects.equals(stamp, before.stamp());
        return new Look(file, left, stamp, same ? null : OnDisk.read(file));
    }

    private void looked(Look look) {
        looking = false;
        OnDisk there = look.there();
        boolean stale =
                !look.file().equals(document.fileProperty().get()) || !Objects.equals(look.left(), document.inFile());
        if (there == null || stale) {
            return;
        }
        if (there instanceof OnDisk.Unreadable && !Objects.equals(look.stamp(), doubtful)) {
            doubtful = look.stamp();
            last = null;
            return;
        }
        doubtful = null;
        files.noticed(there);
        last = new Look(look.file(), document.inFile(), look.stamp(), null);
    }
}
