package roundhouse.workbench.files;

import static roundhouse.workbench.texts.Texts.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import org.jspecify.annotations.Nullable;
import roundhouse.exchange.configuration.Imported;
import roundhouse.exchange.configuration.formats.ConfigurationFile;
import roundhouse.files.FailureReport;
import roundhouse.lessons.Lesson;
import roundhouse.lessons.LessonFile;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.json.Problem;
import roundhouse.workbench.Notice;
import roundhouse.workbench.Notices;
import roundhouse.workbench.document.Document;

/**
 * New, open, save, and what has to be asked on the way. Whatever goes wrong becomes a notice, and the document that is
 * open stays as it is. A view model: needs no screen.
 */
public final class DocumentFiles {
    private static final String WAS_NOT_OPENED = "files.was-not-opened";
    private static final String EXTENSION = ".roundhouse.json";

    private final Document document;
    private final RecentFiles recent;
    private final Autosave autosave;
    private final Prompts prompts;
    private final Notices notices;
    private final UnsavedChanges unsaved;
    private final StringBinding name;
    /** What was told of another program's change. */
    private @Nullable Notice told;

    private Consumer<Lesson> lessons = _ -> {};

    public DocumentFiles(Document document, RecentFiles recent, Autosave autosave, Prompts prompts, Notices notices) {
        this.document = document;
        this.recent = recent;
        this.autosave = autosave;
        this.prompts = prompts;
        this.notices = notices;
        unsaved = new UnsavedChanges(document, recent, autosave, prompts, notices);
        name = Bindings.createStringBinding(this::currentName, document.fileProperty(), document.topologyProperty());
    }

    /** What the document is called: its file's name, or its own where it has no file. */
    public StringBinding nameBinding() {
        return name;
    }

    /** The listener opens a lesson, which is no document, when its file is to be opened. */
    public void onLesson(Consumer<Lesson> listener) {
        lessons = listener;
    }

    /** An empty document, unless the person wants to keep this one. */
    public boolean create() {
        return mayLeave() && opened(Topology.EMPTY, null);
    }

    /** Asks which file to open, and opens it. */
    public boolean openAsking() {
        return prompts.fileToOpen(document.fileProperty().get()).map(this::open).orElse(false);
    }

    /** Opens a file. When it cannot be read, what is open stays open. */
    public boolean open(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        if (ConfigurationFile.isOne(absolute)) {
            return importConfiguration(absolute);
        }
        ReadResult result = TopologyFile.read(absolute);
        if (result instanceof ReadResult.Read(Topology topology)) {
            if (!mayLeave()) {
                return false;
            }
            opened(topology, absolute);
            recent.add(absolute);
            unsaved.offerKept(absolute, topology, () -> {});
            return true;
        }
        recent.refresh();
        if (LessonFile.isOne(absolute)) {
            return openLesson(absolute);
        }
        notices.tell(refusal(WAS_NOT_OPENED, absolute, ((ReadResult.Refused) result).problems()));
        return false;
    }

    private boolean openLesson(Path file) {
        return switch (LessonFile.read(file)) {
            case LessonFile.Result.Read(Lesson lesson) -> {
                lessons.accept(lesson);
                yield true;
            }
            case LessonFile.Result.Refused(List<Problem> problems) -> {
                notices.tell(refusal("files.lesson-was-not-opened", file, problems));
                yield false;
            }
        };
    }

    /** Makes a document without a file of another program's configuration, and tells what of it was not understood. */
    private boolean importConfiguration(Path file) {
        return switch (ConfigurationFile.read(file)) {
            case Imported.Refused(List<Problem> problems) -> {
                notices.tell(refusal(WAS_NOT_OPENED, file, problems));
                yield false;
            }
            case Imported.Read read -> {
                if (!openUntitled(read.topology())) {
                    yield false;
                }
                notices.tell(ImportNotice.of(String.valueOf(file.getFileName()), read, prompts));
                yield true;
            }
        };
    }

    /** Opens something that has no file, such as a sample; saving it asks where. */
    public boolean openUntitled(Topology topology) {
        return mayLeave() && opened(topology, null);
    }

    /**
     * Offers what other programs left unsaved when they ended: documents without a file, then changes to the files that were last
     * open, until something is wanted or nothing is for now.
     */
    public boolean recoverLeft() {
        return unsaved.recoverLeft();
    }

    /** Saves to the document's file; asks where when it has none, and what to keep when another program changed it. */
    public boolean save() {
        Path file = document.fileProperty().get();
        if (file == null) {
            return saveAs();
        }
        OnDisk there = OnDisk.read(file);
        if (!there.isForeignTo(document)) {
            return write(file);
        }
        return switch (prompts.fileChanged(
                name.get(), there instanceof OnDisk.Has, there.details(document.topology()))) {
            case KEEP_MINE -> write(file);
            case SAVE_AS -> saveAs();
            case RELOAD -> {
                if (there instanceof OnDisk.Has(Topology topology)) {
                    reload(topology, file);
                }
                yield false;
            }
            case CANCEL -> false;
        };
    }

    /** Takes what another program wrote to the file. What was here can be had again by undoing. */
    private void reload(Topology there, Path file) {
        document.edit(text("files.reload", file.getFileName()), there);
        document.fileHas(there);
        notices.dismiss();
    }

    /** Tells that the document's file is not as it was left, and offers what can be done. */
    void noticed(OnDisk there) {
        Path file = document.fileProperty().get();
        if (file == null) {
            return;
        }
        if (there.isAsLeft(document)) {
            forget();
            return;
        }
        Notice.Choice saveAs = new Notice.Choice(text("files.save-as"), this::saveAs);
        String changed = text("files.was-changed-by-another-program", file.getFileName());
        switch (there) {
            case OnDisk.Has(Topology topology)
            when topology.equals(document.topology()) -> {
                document.fileHas(topology);
                forget();
            }
            case OnDisk.Has(Topology topology) ->
                tell(
                        changed + ".",
                        there.details(document.topology()),
                        new Notice.Choice(text("files.reload-2"), () -> reload(topology, file)),
                        new Notice.Choice(text("files.keep-mine"), () -> document.fileHas(topology)),
                        saveAs);
            case OnDisk.Unreadable _ ->
                tell(text("files.and-cannot-be-opened-now", changed), there.details(document.topology()), saveAs);
            case OnDisk.Gone _ -> {
                document.fileHas(null);
                tell(
                        text("files.is-gone-another-program-moved", file.getFileName()),
                        List.of(),
                        new Notice.Choice(text("files.save"), this::save),
                        saveAs);
            }
        }
    }

    private void tell(String message, List<String> details, Notice.Choice... choices) {
        told = new Notice(Notice.Kind.PROBLEM, message, details, List.of(choices));
        notices.tell(told);
    }

    /** What was told of the file is no longer so. */
    private void forget() {
        if (told != null && told.equals(notices.currentProperty().get())) {
            notices.dismiss();
        }
        told = null;
    }

    /** Asks where, and saves there. */
    public boolean saveAs() {
        Path file = document.fileProperty().get();
        String suggested = file == null ? document.fileStem() + EXTENSION : String.valueOf(file.getFileName());
        return prompts.fileToSave(file, suggested)
                .map(chosen -> write(withExtension(chosen.toAbsolutePath().normalize())))
                .orElse(false);
    }

    /** Whether the document may go away: asks when it has unsaved changes, and saves them if wanted. */
    public boolean mayLeave() {
        if (!document.dirtyProperty().get()) {
            return true;
        }
        return switch (prompts.saveChanges(name.get())) {
            case SAVE -> save();
            case DO_NOT_SAVE -> {
                autosave.discard();
                yield true;
            }
            case CANCEL -> false;
        };
    }

    private boolean opened(Topology topology, @Nullable Path file) {
        notices.dismiss();
        document.open(topology, file);
        return true;
    }

    private boolean write(Path file) {
        try {
            TopologyFile.write(document.topology(), file);
        } catch (IOException e) {
            notices.tell(new Notice(
                    Notice.Kind.PROBLEM,
                    text("files.was-not-saved", file.getFileName(), FailureReport.reason(e)),
                    List.of(text("files.what-is-in-the-window")),
                    List.of(
                            new Notice.Choice(text("files.save-as"), this::saveAs),
                            new Notice.Choice(text("files.try-again"), () -> write(file)))));
            return false;
        }
        document.saved(file);
        recent.add(file);
        notices.dismiss();
        return true;
    }

    private String currentName() {
        Path file = document.fileProperty().get();
        return file == null ? document.topology().name() : String.valueOf(file.getFileName());
    }

    private static Notice refusal(String how, Path file, List<Problem> problems) {
        List<String> further = problems.stream().skip(1).map(Problem::toString).toList();
        return new Notice(
                Notice.Kind.PROBLEM,
                text(how, file.getFileName(), capital(problems.getFirst().toString())),
                further);
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static Path withExtension(Path file) {
        String fileName = String.valueOf(file.getFileName());
        return fileName.contains(".") || Files.exists(file) ? file : file.resolveSibling(fileName + EXTENSION);
    }
}
