package roundhouse.workbench.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.lessons.Lesson;
import roundhouse.lessons.SmallLesson;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.workbench.Notices;
import roundhouse.workbench.Preferences;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.files.Prompts.Answer;
import roundhouse.workbench.files.Prompts.Recovery;

class DocumentFilesTest {
    @TempDir
    Path directory;

    private final Document document = new Document();
    private final Notices notices = new Notices();
    private final FakePrompts prompts = new FakePrompts();
    private final List<Runnable> delayed = new ArrayList<>();
    private final AtomicLong clock = new AtomicLong();
    private RecentFiles recent;
    private Autosave autosave;
    private DocumentFiles files;

    @BeforeEach
    void build() {
        recent = new RecentFiles(Preferences.in(directory.resolve("settings.properties")));
        Autosave.Delay delay = new Autosave.Delay() {
            @Override
            public void restart(Runnable task) {
                delayed.clear();
                delayed.add(task);
            }

            @Override
            public void cancel() {
                delayed.clear();
            }
        };
        autosave = new Autosave(document, directory.resolve("state"), delay, clock::get, (copy, e) -> {
            throw new AssertionError(copy.toString(), e);
        });
        files = new DocumentFiles(document, recent, autosave, prompts, notices);
    }

    private Path file(String name, String topology) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        TopologyFile.write(Topology.EMPTY.named(topology, ""), file);
        return file;
    }

    private void change(String name) {
        document.edit("Rename", document.topology().named(name, ""));
    }

    private void timePasses() {
        List.copyOf(delayed).forEach(Runnable::run);
    }

    private Path own(String name) {
        return directory.resolve("." + name + "." + ProcessHandle.current().pid() + ".autosave");
    }

    private static String nameIn(Path file) {
        return ((ReadResult.Read) TopologyFile.read(file)).topology().name();
    }

    @Test
    void aConfigurationOfAnotherProgramBecomesADocumentWithoutAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("nginx.conf"), """
                http {
                    gzip on;
                    upstream web { least_conn; server 10.0.0.1; server 10.0.0.2; }
                }
                """);
        assertThat(files.open(file)).isTrue();
        assertThat(document.fileProperty().get())
                .as("saving must not replace it")
                .isNull();
        assertThat(document.topology().node("web")).isPresent();
        assertThat(notices.currentProperty().get().message())
                .isEqualTo("Imported nginx.conf, a configuration of nginx: 5 settings understood, 1 not.");
        assertThat(notices.currentProperty().get().details())
                .anyMatch(line -> line.startsWith("line 2, not understood: gzip on"));
        notices.currentProperty().get().choices().getFirst().action().run();
        assertThat(prompts.shown)
                .anyMatch(line -> line.startsWith("line 2, not understood: gzip on"))
                .anyMatch(line -> line.startsWith("line 3, understood: least_conn"))
                .contains("Each way of the network takes 0.5 ms.");
    }

    @Test
    void aConfigurationThatIsNoneIsRefusedAndWhatIsOpenStays() throws IOException {
        files.open(file("a.json", "One"));
        Path file = Files.writeString(directory.resolve("nginx.conf"), "http {");
        assertThat(files.open(file)).isFalse();
        assertThat(document.topology().name()).isEqualTo("One");
        assertThat(notices.currentProperty().get().message())
                .isEqualTo("nginx.conf was not opened. Line 1: the block of \"http\" is not closed by }");
    }

    @Test
    void opensAndSavesTheSameFile() throws IOException {
        Path file = file("a.json", "One");
        assertThat(files.open(file)).isTrue();
        assertThat(files.nameBinding().get()).isEqualTo("a.json");
        change("Two");
        assertThat(files.save()).isTrue();
        assertThat(nameIn(file)).isEqualTo("Two");
        assertThat(document.dirtyProperty().get()).isFalse();
        assertThat(prompts.asked).isEmpty();
        assertThat(recent.files()).containsExactly(file);
    }

    @Test
    void savingWhatHasNoFileAsksWhereAndAddsTheExtension() {
        document.open(Topology.EMPTY.named("Two & a half servers", ""), null);
        prompts.save = directory.resolve("mine");
        assertThat(files.save()).isTrue();
        assertThat(prompts.asked).containsExactly("save as two-a-half-servers.roundhouse.json");
        assertThat(document.fileProperty().get()).isEqualTo(directory.resolve("mine.roundhouse.json"));
    }

    @Test
    void aFileThatCannotBeReadLeavesWhatIsOpenWithItsChanges() throws IOException {
        files.open(file("a.json", "One"));
        change("Two");
        Path bad =
                Files.writeString(directory.resolve("bad.json"), "{ \"format\": 1, \"nodes\": [ { \"kind\": \"servr\"");
        assertThat(files.open(bad)).isFalse();
        assertThat(document.topology().name()).isEqualTo("Two");
        assertThat(document.dirtyProperty().get()).isTrue();
        assertThat(prompts.asked).as("nothing to save, for nothing goes away").isEmpty();
        assertThat(notices.currentProperty().get().message()).startsWith("bad.json was not opened. ");
        assertThat(recent.files())
                .extracting(Path::getFileName)
                .extracting(Path::toString)
                .containsExactly("a.json");
    }

    @Test
    void cancellingKeepsTheDocument() throws IOException {
        files.open(file("a.json", "One"));
        change("Two");
        prompts.answer = Answer.CANCEL;
        assertThat(files.open(file("b.json", "Other"))).isFalse();
        assertThat(files.create()).isFalse();
        assertThat(files.mayLeave()).isFalse();
        assertThat(document.topology().name()).isEqualTo("Two");
    }

    @Test
    void savingFirstThenLeaving() throws IOException {
        Path file = file("a.json", "One");
        files.open(file);
        change("Two");
        prompts.answer = Answer.SAVE;
        assertThat(files.create()).isTrue();
        assertThat(nameIn(file)).isEqualTo("Two");
        assertThat(document.topology()).isEqualTo(Topology.EMPTY);
        assertThat(document.fileProperty().get()).isNull();
    }

    @Test
    void aSaveThatFailsIsToldAndKeepsTheChanges() throws IOException {
        files.open(file("a.json", "One"));
        change("Two");
        prompts.save = directory.resolve("missing").resolve("a.json");
        assertThat(files.saveAs()).isFalse();
        assertThat(document.dirtyProperty().get()).isTrue();
        assertThat(notices.currentProperty().get().message()).startsWith("a.json was not saved: ");
        prompts.answer = Answer.SAVE;
        prompts.save = null;
        document.open(Topology.EMPTY, null);
        change("Three");
        assertThat(files.mayLeave()).as("saving was cancelled").isFalse();
    }

    @Test
    void changesAreKeptBesideTheFileAndNeverOverIt() throws IOException {
        Path file = file("a.json", "One");
        files.open(file);
        change("Two");
        Path copy = own("a.json");
        assertThat(copy).doesNotExist();
        timePasses();
        assertThat(nameIn(copy)).isEqualTo("Two");
        assertThat(nameIn(file)).isEqualTo("One");
        files.save();
        assertThat(copy).doesNotExist();
    }

    @Test
    void undoingEverythingOrGivingItUpRemovesTheCopy() throws IOException {
        files.open(file("a.json", "One"));
        Path copy = own("a.json");
        change("Two");
        timePasses();
        document.undo();
        assertThat(copy).doesNotExist();
        change("Three");
        timePasses();
        assertThat(copy).exists();
        prompts.answer = Answer.DO_NOT_SAVE;
        files.mayLeave();
        assertThat(copy).doesNotExist();
        timePasses();
        assertThat(copy).as("nothing is written later").doesNotExist();
    }

    @Test
    void newerChangesOfAProgramThatDiedAreOffered() throws IOException {
        Path file = file("a.json", "One");
        Path copy = file(".a.json.autosave", "Nearly lost");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
        prompts.recover = Recovery.RECOVER;
        files.open(file);
        assertThat(prompts.asked).containsExactly("recover a.json");
        assertThat(document.topology().name()).isEqualTo("Nearly lost");
        assertThat(document.dirtyProperty().get()).isTrue();
        assertThat(nameIn(own("a.json"))).as("kept at once").isEqualTo("Nearly lost");
        assertThat(copy).doesNotExist();
        files.save();
        assertThat(nameIn(file)).isEqualTo("Nearly lost");
        assertThat(own("a.json")).doesNotExist();
    }

    @Test
    void onlyDiscardDeletes() throws IOException {
        Path file = file("a.json", "One");
        Path copy = file(".a.json.999999999999.autosave", "Kept");
        Path orphan = file("state/untitled-999999999999.autosave", "Orphan");
        prompts.recover = Recovery.NOT_NOW;
        files.open(file);
        assertThat(files.recoverLeft()).isFalse();
        assertThat(prompts.asked).containsExactly("recover a.json", "recover Orphan");
        assertThat(document.topology().name()).isEqualTo("One");
        assertThat(nameIn(copy)).isEqualTo("Kept");
        assertThat(nameIn(orphan)).isEqualTo("Orphan");
        prompts.recover = Recovery.DISCARD;
        files.open(file);
        files.recoverLeft();
        assertThat(copy).doesNotExist();
        assertThat(orphan).doesNotExist();
    }

    @Test
    void theCopyOfAWindowThatIsOpenIsNeitherOfferedNorDeleted() throws IOException {
        Path file = file("a.json", "One");
        files.open(file);
        change("Mine");
        timePasses();
        FakePrompts others = new FakePrompts();
        others.recover = Recovery.RECOVER;
        Document second = new Document();
        Autosave.Delay never = new Autosave.Delay() {
            @Override
            public void restart(Runnable task) {}

            @Override
            public void cancel() {}
        };
        Autosave secondCopy = new Autosave(second, directory.resolve("state"), never, clock::get, (copy, e) -> {
            throw new AssertionError(copy.toString(), e);
        });
        assertThat(new DocumentFiles(second, recent, secondCopy, others, notices).open(file))
                .isTrue();
        assertThat(others.asked).isEmpty();
        assertThat(nameIn(own("a.json"))).isEqualTo("Mine");
    }

    @Test
    void aCopyOfAProcessThatBeganLaterIsSomebodyElses() throws IOException {
        Path file = file("a.json", "One");
        Path copy = file(own("a.json").getFileName().toString(), "Before the restart");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(200_000_000)));
        Files.setLastModifiedTime(copy, FileTime.from(Instant.now().minusSeconds(100_000_000)));
        files.open(file);
        assertThat(prompts.asked).containsExactly("recover a.json");
    }

    @Test
    void steadyEditingIsKeptToo() throws IOException {
        files.open(file("a.json", "One"));
        int edits = 0;
        for (int step = 0; step < 10; step++) {
            clock.addAndGet(250_000_000);
            change("Edit " + edits++);
        }
        assertThat(nameIn(own("a.json"))).as("without a pause").isEqualTo("Edit 8");
        assertThat(delayed).as("the last edit waits for a pause").hasSize(1);
    }

    @Test
    void aCopyMayBeReadByThoseWhoMayReadTheFile() throws IOException {
        Path file = file("a.json", "One");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        files.open(file);
        change("Two");
        timePasses();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own("a.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void whatCouldNotBeOpenedAgainIsNotSaved() throws IOException {
        Path file = file("a.json", "One");
        files.open(file);
        document.edit("Describe", document.topology().named("One", "x".repeat(20_000_001)));
        assertThat(files.save()).isFalse();
        assertThat(notices.currentProperty().get().message())
                .isEqualTo("a.json was not saved: it would have 20.0 MB; a topology has at most 20 MB.");
        assertThat(nameIn(file)).isEqualTo("One");
    }

    @Test
    void olderCopiesAndUnwantedOnesAreNotUsed() throws IOException {
        Path file = file("a.json", "One");
        Path copy = file(".a.json.autosave", "Old");
        Files.setLastModifiedTime(copy, FileTime.from(Instant.now().minusSeconds(60)));
        files.open(file);
        assertThat(prompts.asked).isEmpty();
        assertThat(document.topology().name()).isEqualTo("One");

        Files.setLastModifiedTime(copy, FileTime.from(Instant.now().plusSeconds(60)));
        prompts.recover = Recovery.DISCARD;
        files.open(file);
        assertThat(prompts.asked).containsExactly("recover a.json");
        assertThat(document.topology().name()).isEqualTo("One");
        assertThat(copy).doesNotExist();
    }

    @Test
    void whatHadNoFileIsKeptInTheStateDirectoryAndRecoveredOnceItsProgramIsGone() throws IOException {
        change("Mine");
        timePasses();
        Path own = directory
                .resolve("state")
                .resolve("untitled-" + ProcessHandle.current().pid() + ".autosave");
        assertThat(nameIn(own)).isEqualTo("Mine");
        assertThat(files.recoverLeft()).as("its program still runs").isFalse();

        Path orphan = directory.resolve("state").resolve("untitled-999999999999.autosave");
        TopologyFile.write(Topology.EMPTY.named("Orphan", ""), orphan);
        prompts.recover = Recovery.RECOVER;
        assertThat(files.recoverLeft()).isTrue();
        assertThat(document.topology().name()).isEqualTo("Orphan");
        assertThat(document.dirtyProperty().get()).isTrue();
        assertThat(orphan).doesNotExist();
    }

    @Test
    void tenRecentFilesTheNewestFirstWithoutMissingOnes() throws IOException {
        for (int i = 0; i < 12; i++) {
            files.open(file("f" + i + ".json", "F"));
        }
        assertThat(recent.files()).hasSize(10).first().isEqualTo(directory.resolve("f11.json"));
        files.open(directory.resolve("f5.json"));
        Files.delete(directory.resolve("f7.json"));
        RecentFiles later = new RecentFiles(Preferences.in(directory.resolve("settings.properties")));
        assertThat(later.files())
                .hasSize(9)
                .doesNotContain(directory.resolve("f7.json"))
                .first()
                .isEqualTo(directory.resolve("f5.json"));
    }

    @Test
    void aLessonIsOpenedAsOneOrToldToBeWrong() throws IOException {
        List<Lesson> opened = new ArrayList<>();
        files.onLesson(opened::add);
        Path lesson = Files.writeString(directory.resolve("lesson.json"), SmallLesson.TEXT);
        assertThat(files.open(lesson)).isTrue();
        assertThat(opened).containsExactly(SmallLesson.read());
        assertThat(recent.files())
                .as("what is opened lately is compared as topologies")
                .isEmpty();
        assertThat(notices.currentProperty().get()).isNull();
        Path wrong =
                Files.writeString(directory.resolve("wrong.json"), SmallLesson.TEXT.replace("\"topic\"", "\"topik\""));
        assertThat(files.open(wrong)).isFalse();
        assertThat(notices.currentProperty().get().message())
                .startsWith("The lesson wrong.json was not opened. Line 5: unknown key \"topik\"");
        assertThat(opened).hasSize(1);
    }
}
