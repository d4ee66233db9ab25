package roundhouse.workbench.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import roundhouse.workbench.importing.ImportedLine;
import roundhouse.workbench.importing.ImportedLines;

/** Answers as told, and remembers what was asked. */
public final class FakePrompts implements Prompts {
    public Answer answer = Answer.CANCEL;
    public Recovery recover = Recovery.NOT_NOW;
    public Conflict conflict = Conflict.CANCEL;
    public @Nullable Path open;
    public @Nullable Path save;
    public final List<String> asked = new ArrayList<>();

    @Override
    public Answer saveChanges(String name) {
        asked.add("save changes to " + name);
        return answer;
    }

    @Override
    public Optional<Path> fileToOpen(@Nullable Path near) {
        asked.add("open");
        return Optional.ofNullable(open);
    }

    @Override
    public Optional<Path> fileToSave(@Nullable Path near, String suggested) {
        asked.add("save as " + suggested);
        return Optional.ofNullable(save);
    }

    @Override
    public Optional<Path> fileForPicture(@Nullable Path near, String suggested) {
        asked.add("picture " + suggested);
        return Optional.ofNullable(save);
    }

    @Override
    public Optional<Path> fileToExport(@Nullable Path near, String kind, String suggested) {
        asked.add("export " + suggested);
        return Optional.ofNullable(save);
    }

    @Override
    public Optional<Path> runToSave(@Nullable Path near, String suggested) {
        asked.add("save run as " + suggested);
        return Optional.ofNullable(save);
    }

    @Override
    public Optional<Path> runToOpen(@Nullable Path near) {
        asked.add("open run");
        return Optional.ofNullable(open);
    }

    @Override
    public Optional<Path> historyToOpen(@Nullable Path near) {
        asked.add("open history");
        return Optional.ofNullable(open);
    }

    @Override
    public Recovery recover(String name) {
        asked.add("recover " + name);
        return recover;
    }

    @Override
    public Conflict fileChanged(String name, boolean readable, List<String> details) {
        asked.add(name + (readable ? " changed: " : " cannot be read: ") + String.join("; ", details));
        return conflict;
    }

    /** What was shown last. */
    List<String> shown = List.of();

    @Override
    public void showLines(String title, List<String> lines) {
        shown = lines;
    }

    @Override
    public void showImported(ImportedLines imported) {
        shown = imported.lines().stream().map(ImportedLine::plain).toList();
    }
}
