package roundhouse.workbench.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import roundhouse.workbench.Preferences;

/** The files that were last opened or saved, the newest first. Files that are gone drop out. */
public final class RecentFiles {
    /** How many are remembered. */
    public static final int MOST = 10;

    private static final String KEY = "recent.";

    private final Preferences settings;
    private final ObservableList<Path> files = FXCollections.observableArrayList();
    private final ObservableList<Path> seen = FXCollections.unmodifiableObservableList(files);

    public RecentFiles(Preferences settings) {
        this.settings = settings;
        files.setAll(remembered());
        refresh();
    }

    private List<Path> remembered() {
        List<Path> remembered = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            settings.get(KEY + i).map(Path::of).ifPresent(remembered::add);
        }
        return remembered;
    }

    public ObservableList<Path> files() {
        return seen;
    }

    /** Puts a file first, before those that other windows opened meanwhile. */
    public void add(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        settings.readAgain();
        List<Path> next = remembered();
        next.remove(absolute);
        next.addFirst(absolute);
        become(next.subList(0, Math.min(MOST, next.size())));
    }

    /** Drops the files that are gone. */
    public void refresh() {
        become(files.stream().filter(Files::isRegularFile).toList());
    }

    private void become(List<Path> next) {
        if (next.equals(files)) {
            return;
        }
        files.setAll(next);
        for (int i = 0; i < MOST; i++) {
            settings.put(KEY + i, i < files.size() ? files.get(i).toString() : "");
        }
    }
}
