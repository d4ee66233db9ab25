package roundhouse.workbench;

import static roundhouse.workbench.texts.Texts.text;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import roundhouse.files.FailureReport;
import roundhouse.files.WholeFile;

/**
 * What the program remembers for its user from one start to the next: the theme, recent files. A small text file; what cannot be
 * read or written is told to a listener, and the program goes on without.
 */
public final class Preferences {
    private final Path file;
    private final Properties values = new Properties();
    private Consumer<String> problems = _ -> {};
    private String unread = "";

    private Preferences(Path file) {
        this.file = file;
    }

    /** The settings in that file; none where there is no such file yet. */
    public static Preferences in(Path file) {
        Preferences settings = new Preferences(file);
        settings.readAgain();
        return settings;
    }

    /** Takes what another window wrote meanwhile. What is known stays where the file cannot be read. */
    public void readAgain() {
        if (Files.exists(file)) {
            Properties there = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                there.load(reader);
                values.clear();
                values.putAll(there);
            } catch (IOException | IllegalArgumentException e) {
                unread = text("workbench.the-settings-in-cannot-be", file, e.getMessage());
            }
        }
    }

    /** Who is told what went wrong, now and later. */
    public void onProblem(Consumer<String> listener) {
        problems = listener;
        if (!unread.isEmpty()) {
            listener.accept(unread);
        }
    }

    public Optional<String> get(String key) {
        return Optional.ofNullable(values.getProperty(key));
    }

    /** Remembers a value; an empty one is forgotten. Other values become what another window wrote last. */
    public void put(String key, String value) {
        if (value.equals(values.getProperty(key, ""))) {
            return;
        }
        readAgain();
        if (value.isEmpty()) {
            values.remove(key);
        } else {
            values.setProperty(key, value);
        }
        try {
            write();
        } catch (IOException e) {
            problems.accept(text("workbench.the-settings-cannot-be-written", file, FailureReport.reason(e)));
        }
    }

    private void write() throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null) {
            throw new IOException("not a file");
        }
        Files.createDirectories(directory);
        WholeFile.text(file, writer -> values.store(writer, null));
    }
}
