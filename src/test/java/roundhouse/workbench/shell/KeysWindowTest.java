package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import roundhouse.topology.NodeFault;
import roundhouse.topology.Position;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.workbench.access.FocusByKeys;
import roundhouse.workbench.access.Panes;

/** The window without a mouse. */
class KeysWindowTest extends WindowTest {
    private int pressed;

    private Topology topology() {
        return asked(() -> session.document().topology());
    }

    /** One key after the other, those of a combination together; each one pressed counts. */
    private void keys(KeyCode... keys) {
        for (KeyCode key : keys) {
            pressed++;
            type(key);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void together(KeyCode... keys) {
        pressed += keys.length;
        push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private List<String> selected() {
        return asked(
                () -> session.document().selection().nodes().stream().sorted().toList());
    }

    private boolean says(String words) {
        return lookup(node ->
                        node instanceof Label label && label.isVisible() && (label.getText() + "").contains(words))
                .tryQuery()
                .isPresent();
    }

    @Test
    void whenTheWindowOpensTheCanvasHasTheFocusAndDoesNotShowIt() {
        Node focused = asked(() -> Objects.requireNonNull(stage.getScene().getFocusOwner()));
        assertThat(asked(() -> Panes.has(lookup(".canvas-view").query(), focused)))
                .isTrue();
        assertThat(asked(() -> FocusByKeys.isShown(focused))).isFalse();
    }

    @Test
    void aSystemIsBuiltPlayedBrokenAndRewoundInFortyKeys() {
        keys(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT3, KeyCode.DIGIT3);
        assertThat(topology().links())
                .extracting(Link::from, Link::to)
                .containsExactly(
                        tuple("clients", "lb-1"), tuple("lb-1", "s1"), tuple("lb-1", "s2"), tuple("lb-1", "s3"));

        together(KeyCode.CONTROL, KeyCode.Z);
        assertThat(topology().node("s3"))
                .as("placing and linking are one undo entry")
                .isEmpty();
        keys(KeyCode.DIGIT3);
        assertThat(selected()).containsExactly("s3");
        Position before = topology().layout().get("s3");
        keys(KeyCode.DOWN, KeyCode.DOWN);
        assertThat(topology().layout().get("s3")).isEqualTo(new Position(before.x(), before.y() + 20));

        keys(KeyCode.SPACE);
        until(() -> session.playback().timeProperty().get() > 0);
        keys(KeyCode.X);
        until(() -> faults().has(NodeFault.CRASH, List.of("s3")));
        keys(KeyCode.HOME);
        until(() -> !faults().has(NodeFault.CRASH, List.of("s3")));
        assertThat(pressed).isLessThanOrEqualTo(40);
    }

    @Test
    void aLinkIsDrawnFromCardToCard() throws IOException {
        open("unlinked.json", """
                {"format": 1, "nodes": [
                  {"id": "clients", "kind": "clients", "arrivals": {"type": "poisson", "rate": "10/s"}},
                  {"id": "lb", "kind": "load-balancer"},
                  {"id": "a", "kind": "server", "service": "1ms"},
                  {"id": "b", "kind": "server", "service": "1ms"}],
                 "links": []}
                """);
        interact(() -> lookup(".canvas-view").query().requestFocus());
        keys(KeyCode.TAB, KeyCode.L, KeyCode.TAB, KeyCode.ENTER);
        assertThat(topology().links()).extracting(Link::from, Link::to).containsExactly(tuple("clients", "lb"));

        keys(KeyCode.L, KeyCode.TAB, KeyCode.ENTER);
        assertThat(says("Not linked: ")).as("clients send over one link").isTrue();
        keys(KeyCode.ESCAPE);
        assertThat(topology().links()).hasSize(1);

        keys(KeyCode.TAB, KeyCode.L, KeyCode.ENTER);
        assertThat(says("Tab chooses")).isTrue();
        keys(KeyCode.TAB, KeyCode.TAB, KeyCode.ENTER);
        assertThat(topology().links())
                .extracting(Link::from, Link::to)
                .containsExactly(tuple("clients", "lb"), tuple("lb", "b"));
    }

    /** A button of the bar at the top would have the focus instead, and keep the space bar. */
    @Test
    void theSpaceBarPlaysInTheViewThatAKeyHasShown() throws IOException {
        openSample("three-servers.json");
        interact(() -> {
            session.playback().pause();
            lookup(".canvas-view").query().requestFocus();
        });
        together(KeyCode.CONTROL, KeyCode.DIGIT3);
        keys(KeyCode.SPACE);
        until(() -> session.playback().playingProperty().get());
        keys(KeyCode.TAB);
        double top =
                asked(() -> stage.getScene().getFocusOwner().localToScene(0, 0).getY());
        double bar = asked(() -> lookup(".top-bar").query().getBoundsInParent().getMaxY());
        assertThat(top).as("Tab goes on to the first of that view").isGreaterThan(bar);
    }

    @Test
    void keysTakeCardsIntoTheSelectionAndOutOfIt() throws IOException {
        openSample("three-servers.json");
        interact(() -> {
            session.document().selection().clear();
            lookup(".canvas-view").query().requestFocus();
        });
        List<String> ids = topology().nodes().stream().map(node -> node.id()).toList();
        keys(KeyCode.TAB, KeyCode.TAB, KeyCode.TAB);
        assertThat(selected()).containsExactly(ids.get(2));
        together(KeyCode.CONTROL, KeyCode.DOWN);
        assertThat(selected()).as("walking on leaves the selection").containsExactly(ids.get(2));
        together(KeyCode.CONTROL, KeyCode.SPACE);
        assertThat(selected()).containsExactlyInAnyOrder(ids.get(2), ids.get(3));
        together(KeyCode.CONTROL, KeyCode.SPACE);
        assertThat(selected()).containsExactly(ids.get(2));
    }

    @Test
    void aKeyThatCanDoNothingSaysWhy() throws IOException {
        openSample("three-servers.json");
        interact(() -> {
            session.document().selection().clear();
            lookup(".canvas-view").query().requestFocus();
        });
        keys(KeyCode.DELETE);
        assertThat(says("Select a node or a link first")).isTrue();
        keys(KeyCode.L);
        assertThat(says("Select the node where the link begins")).isTrue();
        together(KeyCode.CONTROL, KeyCode.Z);
        assertThat(says("Nothing to undo")).isTrue();
        assertThat(lookup(".canvas-view").query().getAccessibleText())
                .as("for those who do not see it")
                .contains("Nothing to undo");
        keys(KeyCode.TAB);
        assertThat(says("Nothing to undo")).as("until something is done").isFalse();
    }

    private Node focused() {
        return asked(() -> Objects.requireNonNull(stage.getScene().getFocusOwner()));
    }

    private boolean showsFocus(Node node) {
        return asked(() -> node.getPseudoClassStates().contains(PseudoClass.getPseudoClass("focus-visible")));
    }

    @Test
    void theFocusIsShownWhereverKeysBroughtItAndNotAfterTheMouse() {
        interact(() -> lookup(".canvas-view").query().requestFocus());
        keys(KeyCode.F6);
        Node first = focused();
        assertThat(showsFocus(first)).isTrue();
        keys(KeyCode.F6);
        assertThat(focused()).isNotEqualTo(first);
        assertThat(showsFocus(focused())).isTrue();
        assertThat(showsFocus(first)).as("it has lost it").isFalse();

        clickOn("#play");
        keys(KeyCode.SPACE);
        clickOn("#inspector-tab");
        assertThat(showsFocus(focused())).isFalse();
        together(KeyCode.CONTROL, KeyCode.I);
        assertThat(focused().getId()).isEqualTo("inspector-tab");
    }

    @Test
    void aSampleIsOpenedFromTheStartPageAndPlayedByKeysAlone() {
        together(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        until(() -> there(".start-card"));
        assertThat(focused().getId()).isEqualTo("start-filter");
        write("three equal");
        until(() -> lookup(".start-card").queryAll().size() < 5);
        keys(KeyCode.TAB);
        String name = focused().getAccessibleText();
        assertThat(focused().getStyleClass()).contains("start-card");
        keys(KeyCode.ENTER);
        until(() -> name.startsWith(topology().name() + ". "));
        assertThat(focused().getStyleClass()).contains("canvas-view");
        boolean playing = session.playback().playingProperty().get();
        keys(KeyCode.SPACE);
        until(() -> session.playback().playingProperty().get() != playing);
    }
}
