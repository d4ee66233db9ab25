package roundhouse.workbench.remembering;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import roundhouse.workbench.Preferences;

/** In which folder files of each kind were last opened or saved: there the next question for one begins. */
public final class Folders {
    private static final String KEY = "folder.";

    private final Preferences settings;

    public Folders(Preferences settings) {
        this.settings = settings;
    }

    /**
     * Where a question for a file begins: in the last folder of its kind, else beside a file, else in the last folder of topologies.
     *
     * @param kind of the file: {@code topology}, {@code picture}
     * @param near a file that it belongs to
     */
    Optional<Path> of(String kind, @Nullable Path near) {
        Path beside = near == null ? null : near.toAbsolutePath().getParent();
        return remembered(kind)
                .or(() -> Optional.ofNullable(beside).filter(Files::isDirectory))
                .or(() -> remembered("topology"));
    }

    private Optional<Path> remembered(String kind) {
        try {
            return settings.get(KEY + kind).map(Path::of).filter(Files::isDirectory);
        } catch (InvalidPathException _) {
            // Written on another system, or by hand.
            return Optional.empty();
        }
    }

    /** A file of that kind was chosen. */
    void chosen(String kind, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            settings.put(KEY + kind, folder.toString());
        }
    }

    /** Asks for a file that is there. */
    public Optional<Path> open(FileChooser chooser, String kind, @Nullable Path near, @Nullable Window owner) {
        begin(chooser, kind, near);
        return noted(kind, chooser.showOpenDialog(owner));
    }

    /** Asks for a file to write. */
    public Optional<Path> save(FileChooser chooser, String kind, @Nullable Path near, @Nullable Window owner) {
        begin(chooser, kind, near);
        return noted(kind, chooser.showSaveDialog(owner));
    }

    private void begin(FileChooser chooser, String kind, @Nullable Path near) {
        of(kind, near).ifPresent(folder -> chooser.setInitialDirectory(folder.toFile()));
    }

    private Optional<Path> noted(String kind, @Nullable File chosen) {
        Optional<Path> file = Optional.ofNullable(chosen).map(File::toPath);
        file.ifPresent(path -> chosen(kind, path));
        return file;
    }
}
