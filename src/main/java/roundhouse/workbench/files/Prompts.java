package roundhouse.workbench.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import roundhouse.workbench.importing.ImportedLines;

/** What has to be asked of the person at the window. */
public interface Prompts {
    enum Answer {
        SAVE,
        DO_NOT_SAVE,
        CANCEL
    }

    enum Recovery {
        RECOVER,
        DISCARD,
        NOT_NOW
    }

    enum Conflict {
        RELOAD,
        KEEP_MINE,
        SAVE_AS,
        CANCEL
    }

    /** Whether to save the changes to the document of that name before it goes away. */
    Answer saveChanges(String name);

    /** Which file to open; {@code near} is the file that is open. */
    Optional<Path> fileToOpen(@Nullable Path near);

    /** Where to save; {@code suggested} is a file name. */
    Optional<Path> fileToSave(@Nullable Path near, String suggested);

    /** Where to save a run; {@code suggested} is a file name. */
    Optional<Path> runToSave(@Nullable Path near, String suggested);

    /** Which saved run, or topology to compare with, to open. */
    Optional<Path> runToOpen(@Nullable Path near);

    /** Which history of what clients asked a store to open. */
    Optional<Path> historyToOpen(@Nullable Path near);

    /** Where to write a picture; {@code suggested} is a file name. */
    Optional<Path> fileForPicture(@Nullable Path near, String suggested);

    /** Where to write something for other programs; {@code kind} says for which, {@code suggested} is a file name with their ending. */
    Optional<Path> fileToExport(@Nullable Path near, String kind, String suggested);

    /** What becomes of changes to the document of that name that were kept when the program ended without saving. */
    Recovery recover(String name);

    /**
     * Which of two to keep when the file that is to be saved to was changed by another program.
     *
     * @param readable whether what is there can be opened
     * @param details how it differs from the document, or what is wrong with it
     */
    Conflict fileChanged(String name, boolean readable, List<String> details);

    /** Shows lines that are too many for a notice, to be read and copied. */
    void showLines(String title, List<String> lines);

    /** Shows what came of importing a configuration, to be read and copied. */
    void showImported(ImportedLines imported);
}
