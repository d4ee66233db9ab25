package roundhouse.workbench.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.topology.Topology;
import roundhouse.topology.files.TopologyFile;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.files.Prompts.Answer;
import roundhouse.workbench.files.Prompts.Recovery;

/** What becomes of changes that nobody saves: they are kept beside the file, and offered when the program has gone. */
class UnsavedChangesTest extends EditedDocument {
    private void timePasses() {
        List.copyOf(delayed).forEach(Runnable::run);
    }

    private Path own(String name) {
        return directory.resolve("." + name + "." + ProcessHandle.current().pid() + ".autosave");
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
}
