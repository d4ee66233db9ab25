package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.shape.Shape;
import org.junit.jupiter.api.Test;
import roundhouse.topology.stores.LeaderlessReplication;
import roundhouse.topology.stores.QuorumSize;
import roundhouse.topology.stores.Replication;

/** Latency against staleness in the Compare view: run, looked at, taken over, undone, given up. */
class PacelcWindowTest extends WindowTest {
    private boolean seen(String query) {
        return asked(() -> lookup(query).tryQuery().filter(Node::isVisible).isPresent());
    }

    private boolean isFilled(String query) {
        return asked(() -> lookup(query)
                .<Shape>tryQuery()
                .filter(shape -> !Color.TRANSPARENT.equals(shape.getFill()))
                .isPresent());
    }

    private List<String> letters() {
        return asked(() -> lookup("#pacelc-table .pacelc-letters").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList());
    }

    private Replication replication() {
        return asked(() -> session.document().topology().stores().getFirst().replication());
    }

    @Test
    void settingsAreRunAndOneIsTakenOverAndUndone() throws IOException {
        openSample("partition-available.json");
        push(KeyCode.CONTROL, KeyCode.DIGIT3);
        until(() -> seen("#pacelc-run"));
        interact(() -> lookup("#pacelc-run").queryButton().fire());
        until(() -> letters().size() == 6);
        assertThat(letters()).startsWith("PA/EL");
        assertThat(isFilled("#pacelc-else #pacelc-point-3")).isTrue();
        assertThat(isFilled("#pacelc-parted #pacelc-point-3")).isTrue();
        assertThat(asked(() -> lookup("#pacelc-else .pbs-line").queryAll().size()))
                .as("with W 2 or 3 nothing is expected to be old")
                .isEqualTo(1);

        Replication before = replication();
        interact(() -> lookup("#pacelc-table .hyperlink").queryAllAs(Hyperlink.class).stream()
                .filter(link -> link.getText().equals("R 2, W 2"))
                .findFirst()
                .orElseThrow()
                .fire());
        assertThat(((LeaderlessReplication) replication()).r()).isEqualTo(QuorumSize.of(2));
        assertThat(session.document().changes()).hasSize(1);
        assertThat(letters()).as("what was run stays").hasSize(6);
        until(() ->
                lookup("#pacelc-table .compare-own").<Label>query().getText().equals("R 2, W 2"));
        interact(() -> session.document().undo());
        assertThat(replication()).isEqualTo(before);
        until(() ->
                lookup("#pacelc-table .compare-own").<Label>query().getText().equals("R 1, W 1"));
        assertThat(letters()).hasSize(6);
    }

    @Test
    void itIsFoundByItsName() throws IOException {
        size(1024, 640);
        openSample("partition-available.json");
        interact(() -> session.actions().get("view.tradeoffs").run());
        until(() -> onScreen("#pacelc-run").getMaxY() < stage.getY() + stage.getHeight());
        push(KeyCode.CONTROL, KeyCode.DIGIT1);
        size(1440, 900);
        push(KeyCode.CONTROL, KeyCode.DIGIT3);
        until(() -> onScreen("#pacelc-run").getMaxY() < stage.getY() + stage.getHeight());
    }

    @Test
    void whatIsGivenUpStaysAsFarAsItGot() throws IOException {
        openSample("partition-available.json");
        push(KeyCode.CONTROL, KeyCode.DIGIT3);
        until(() -> seen("#pacelc-run"));
        interact(() -> lookup("#pacelc-run").queryButton().fire());
        until(() -> isFilled("#pacelc-else #pacelc-point-0"));
        interact(() -> lookup("#pacelc-cancel").queryButton().fire());
        until(() -> seen("#pacelc-run") && !seen("#pacelc-cancel"));
        assertThat(letters().size()).isLessThan(6);
        assertThat(isFilled("#pacelc-else #pacelc-point-0")).isTrue();
        interact(() -> session.document()
                .edit("Another seed", session.document().topology().withSeed(7)));
        until(() -> !seen("#pacelc-table .compare-heading"));
    }

    @Test
    void aDesignWithoutAStoreIsNotOfferedIt() throws IOException {
        openSample("three-servers.json");
        push(KeyCode.CONTROL, KeyCode.DIGIT3);
        until(() -> seen("#compare-algorithms"));
        assertThat(seen("#pacelc-page")).isFalse();
    }
}
