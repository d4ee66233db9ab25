package roundhouse.workbench.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.analysis.checklist.Advice;
import roundhouse.analysis.checklist.ChecklistItem;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.workbench.QueuedScreen;
import roundhouse.workbench.document.Document;

/** The checklist of a document. */
class ChecklistModelTest {
    @TempDir
    private Path state;

    private final Document document = new Document();
    private QueuedScreen screen;
    private ChecklistModel model;

    @BeforeEach
    void open() {
        screen = new QueuedScreen(state);
        model = new ChecklistModel(document, screen.lane("checklist"));
        document.open(((ReadResult.Read) TopologyFile.parse("""
                { "format": 1, "duration": "10s", "nodes": [
                    { "id": "users", "kind": "clients", "arrivals": { "type": "poisson", "rate": "900/s" }, "timeout": "1s" },
                    { "id": "lb", "kind": "load-balancer" },
                    { "id": "web", "kind": "server", "count": 3, "service": "1ms" } ],
                  "links": [ { "from": "users", "to": "lb" }, { "from": "lb", "to": "web" } ] }
                """)).topology(), null);
    }

    @AfterEach
    void close() {
        screen.close();
        assertThat(screen.notices()).isEmpty();
    }

    private void untilShown() throws InterruptedException {
        screen.take().run();
    }

    private Advice answer(ChecklistItem item) {
        return model.answers().stream()
                .filter(advice -> advice.item() == item)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nothingIsAskedBeforeItIsOpened() {
        assertThat(model.answers()).isEmpty();
        model.open();
        assertThat(answer(ChecklistItem.BALANCERS).text()).endsWith("33 % fail");
        assertThat(model.basisProperty().get()).isEqualTo("From the design alone.");
    }

    @Test
    void aFixIsOneEditOfWhichTheEffectIsToldAndOneUndoTakesBack() {
        model.open();
        Topology before = document.topology();
        Advice advice = answer(ChecklistItem.BALANCERS);
        model.apply(advice);
        assertThat(document.changes()).hasSize(1);
        assertThat(answer(ChecklistItem.BALANCERS).severity()).isEqualTo(Advice.Severity.GOOD);
        assertThat(model.effectProperty().get())
                .isEqualTo("Check the targets of lb:\nLoad balancers, lb: Risk, 3 targets → Good, 3 targets");
        document.undo();
        assertThat(document.topology()).isEqualTo(before);
        assertThat(answer(ChecklistItem.BALANCERS)).isEqualTo(advice);
        model.apply(advice);
        assertThat(document.changes())
                .as("what was answered of the same design still holds")
                .hasSize(1);
    }

    @Test
    void whatWasMeasuredIsMeasuredAgainWhenItWasMended() throws InterruptedException {
        model.open();
        model.run();
        assertThat(model.runningProperty().get()).isTrue();
        untilShown();
        assertThat(model.runningProperty().get()).isFalse();
        Advice lost = answer(ChecklistItem.SINGLE_POINTS);
        assertThat(lost.figure()).isEqualTo("100 % of requests lost");
        assertThat(answer(ChecklistItem.BOTTLENECK).figure()).contains("30 % busy");
        model.apply(lost);
        untilShown();
        assertThat(model.effectProperty().get())
                .startsWith("Give lb a standby:\n")
                .contains("Single points of failure, lb: Wrong, 100 % of requests lost → ");
    }

    @Test
    void aRunThatIsGivenUpLeavesWhatTheDesignSays() {
        model.open();
        List<Advice> before = List.copyOf(model.answers());
        model.run();
        model.giveUp();
        assertThat(model.runningProperty().get()).isFalse();
        assertThat(model.answers()).isEqualTo(before);
    }
}
