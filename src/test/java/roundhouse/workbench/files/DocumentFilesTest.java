package roundhouse.workbench.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.lessons.Lesson;
import roundhouse.lessons.SmallLesson;
import roundhouse.topology.Topology;
import roundhouse.workbench.Preferences;
import roundhouse.workbench.files.Prompts.Answer;

/** Opening, saving and leaving documents. */
class DocumentFilesTest extends EditedDocument {
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
