package roundhouse.workbench.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.Failures;
import roundhouse.workbench.Notice;
import roundhouse.workbench.Notices;
import roundhouse.workbench.Preferences;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.files.Prompts.Conflict;

/** Another program writes to the open file. The screen is a queue that the test runs by hand. */
class FileWatchTest {
    @TempDir
    Path directory;

    private final Document document = new Document();
    private final Notices notices = new Notices();
    private final FakePrompts prompts = new FakePrompts();
    private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private BackgroundWork background;
    private DocumentFiles files;
    private FileWatch watch;
    private Path file;

    @BeforeEach
    void open() throws IOException {
        Autosave.Delay never = new Autosave.Delay() {
            @Override
            public void restart(Runnable task) {}

            @Override
            public void cancel() {}
        };
        Autosave autosave = new Autosave(document, directory.resolve("state"), never, () -> 0, (copy, e) -> {
            throw new AssertionError(copy.toString(), e);
        });
        RecentFiles recent = new RecentFiles(Preferences.in(directory.resolve("settings.properties")));
        files = new DocumentFiles(document, recent, autosave, prompts, notices);
        background = new BackgroundWork(screen::add, new Failures(directory, screen::add, notices::tell));
        watch = new FileWatch(document, files, background.lane("file-watch"));
        file = directory.resolve("a.json");
        another("One");
        files.open(file);
        look();
    }

    @AfterEach
    void close() {
        background.close();
    }

    private void another(String name) throws IOException {
        TopologyFile.write(Topology.EMPTY.named(name, ""), file);
    }

    private void look() {
        watch.look();
        arrive();
    }

    private void arrive() {
        try {
            Runnable arrival = screen.poll(60, TimeUnit.SECONDS);
            assertThat(arrival).isNotNull();
            arrival.run();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void mine(String name) {
        document.edit("Rename", document.topology().named(name, ""));
    }

    private @Nullable Notice told() {
        return notices.currentProperty().get();
    }

    private void choose(String title) {
        Notice notice = told();
        notices.dismiss();
        notice.choices().stream()
                .filter(choice -> choice.title().equals(title))
                .findFirst()
                .orElseThrow()
                .action()
                .run();
    }

    private String inFile() {
        return ((ReadResult.Read) TopologyFile.read(file)).topology().name();
    }

    @Test
    void tellsWhatDiffersOnce() throws IOException {
        assertThat(told()).isNull();
        another("Theirs");
        look();
        assertThat(told().message()).isEqualTo("a.json was changed by another program.");
        assertThat(told().details()).containsExactly("name is One here, Theirs in the file");
        assertThat(told().choices())
                .extracting(Notice.Choice::title)
                .containsExactly("Reload", "Keep mine", "Save as…");
        notices.dismiss();
        look();
        assertThat(told()).as("the same change is told once").isNull();
        another("Theirs again");
        look();
        assertThat(told().details()).containsExactly("name is One here, Theirs again in the file");
    }

    @Test
    void ourOwnSavingAndOtherSpacesAreNoChange() throws IOException {
        mine("Mine");
        files.save();
        look();
        Files.writeString(file, Files.readString(file) + "\n\n");
        look();
        assertThat(told()).isNull();
        assertThat(prompts.asked).isEmpty();
        assertThat(files.save()).isTrue();
        assertThat(prompts.asked).isEmpty();
    }

    @Test
    void aLookThatBeganBeforeSavingSaysNothing() throws IOException {
        another("Theirs");
        watch.look();
        mine("Mine");
        prompts.conflict = Conflict.KEEP_MINE;
        files.save();
        arrive();
        assertThat(told()).isNull();
        look();
        assertThat(told()).isNull();
    }

    @Test
    void reloadingTakesTheirsAndUndoingBringsMineBack() throws IOException {
        mine("Mine");
        another("Theirs");
        look();
        choose("Reload");
        assertThat(document.topology().name()).isEqualTo("Theirs");
        assertThat(document.dirtyProperty().get()).isFalse();
        document.undo();
        assertThat(document.topology().name()).isEqualTo("Mine");
        assertThat(document.dirtyProperty().get()).isTrue();
    }

    @Test
    void keepingMineIsSavedWithoutAnotherQuestion() throws IOException {
        another("Theirs");
        look();
        choose("Keep mine");
        assertThat(document.dirtyProperty().get())
                .as("the file has something else")
                .isTrue();
        look();
        assertThat(told()).isNull();
        assertThat(files.save()).isTrue();
        assertThat(inFile()).isEqualTo("One");
        assertThat(prompts.asked).isEmpty();
    }

    @Test
    void savingAsksThoughNobodyLooked() throws IOException {
        mine("Mine");
        another("Theirs");
        assertThat(files.save()).isFalse();
        assertThat(prompts.asked).containsExactly("a.json changed: name is Mine here, Theirs in the file");
        assertThat(inFile()).as("cancelled").isEqualTo("Theirs");

        prompts.conflict = Conflict.RELOAD;
        assertThat(files.save()).isFalse();
        assertThat(document.topology().name()).isEqualTo("Theirs");
        document.undo();

        prompts.conflict = Conflict.SAVE_AS;
        another("Theirs again");
        prompts.save = directory.resolve("b.json");
        assertThat(files.save()).isTrue();
        assertThat(inFile()).isEqualTo("Theirs again");
        assertThat(document.fileProperty().get()).isEqualTo(directory.resolve("b.json"));
    }

    @Test
    void savingCanReplaceTheirs() throws IOException {
        mine("Mine");
        another("Theirs");
        prompts.conflict = Conflict.KEEP_MINE;
        assertThat(files.save()).isTrue();
        assertThat(inFile()).isEqualTo("Mine");
    }

    @Test
    void theSameChangeOnBothSidesIsNoConflict() throws IOException {
        mine("Both");
        another("Both");
        look();
        assertThat(told()).isNull();
        assertThat(document.dirtyProperty().get()).isFalse();
    }

    @Test
    void whatIsHalfWrittenIsToldOnlyWhenItStaysSo() throws IOException {
        Files.writeString(file, "{ \"format\": 1, \"na");
        look();
        assertThat(told()).as("perhaps it is being written").isNull();
        look();
        assertThat(told().message())
                .isEqualTo(
                        "a.json was changed by another program and cannot be opened now. What is open stays as it is.");
        assertThat(told().details())
                .containsExactly("line 1: the file is cut short: it ends in the middle of the topology");
        assertThat(files.save()).as("asked, and cancelled").isFalse();
        another("One");
        look();
        assertThat(told()).as("it is as it was").isNull();
    }

    @Test
    void aFileThatIsGoneIsUnsavedAndSavedAnew() throws IOException {
        Files.delete(file);
        look();
        assertThat(told().message()).startsWith("a.json is gone: ");
        assertThat(document.dirtyProperty().get()).isTrue();
        choose("Save");
        assertThat(inFile()).isEqualTo("One");
        assertThat(document.dirtyProperty().get()).isFalse();
        assertThat(prompts.asked).isEqualTo(List.of());
    }
}
