package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import roundhouse.topology.annotations.Annotation;
import roundhouse.workbench.document.Selection.Item;

/** Following a request, presenting it, and the zoom, by keyboard through the real window. */
class FollowWindowTest extends WindowTest {
    private String says() {
        return lookup("#follow-says").<Label>query().getText();
    }

    private String stage() {
        return lookup("#follow-title").<Label>query().getText();
    }

    private boolean isShown(String query) {
        return lookup(query).tryQuery().filter(FollowWindowTest::isSeen).isPresent();
    }

    private static boolean isSeen(Node node) {
        return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
    }

    @Test
    void aRequestIsFollowedAndPresented() throws IOException {
        openSample("three-servers.json");
        seek(300_000_000);
        assertThat(isShown("#follow-bar")).isFalse();
        push(KeyCode.J);
        until(() -> isShown("#follow-bar"));
        until(() -> says().startsWith("Sent by Clients to lb-1: a read of /, key "));
        // By itself it goes on to the next stage once that could be read.
        until(() -> stage().endsWith(" · 2 of " + stage().replaceAll(".* of ", "")));
        push(KeyCode.SHIFT, KeyCode.J);
        until(() -> says().startsWith("lb-1 looks at s1: "));
        assertThat(lookup(".score-mark").queryAll()).hasSize(1);
        push(KeyCode.K);
        push(KeyCode.K);
        push(KeyCode.K);
        until(() -> says().contains(" is picked by lb-1 because of least-connections: fewest in flight ÷ weight"));
        assertThat(lookup(".score-mark.picked").queryAll()).hasSize(1);
        push(KeyCode.SHIFT, KeyCode.K);
        until(() -> says().startsWith("lb-1 looks at s3: "));

        push(KeyCode.F5);
        until(() -> isShown("#present-leave"));
        assertThat(isShown("#zoom-slider")).isFalse();
        assertThat(isShown("#inspector-tab")).isFalse();
        assertThat(isShown("#follow-bar")).isTrue();
        push(KeyCode.F5);
        until(() -> isShown("#inspector-tab"));

        push(KeyCode.J);
        until(() -> !isShown("#follow-bar"));
        push(KeyCode.CONTROL, KeyCode.DIGIT0);
        until(() -> lookup("#zoom-percent").<Label>query().getText().equals("100 %"));
        interact(() -> lookup("#zoom-slider").<Slider>query().setValue(1));
        until(() -> lookup("#zoom-percent").<Label>query().getText().equals("400 %"));
    }

    @Test
    void cardsStandInLineAfterOneKeyAndAreBackAfterAnother() throws IOException {
        openSample("three-servers.json");
        seek(1_000_000);
        double before = y("s1");
        push(KeyCode.CONTROL, KeyCode.A);
        push(KeyCode.ALT, KeyCode.V);
        until(() -> y("s1") == y("s3"));
        assertThat(session.document().changes()).hasSize(1);
        push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> y("s1") == before);
        push(KeyCode.R);
        until(() -> Boolean.TRUE.equals(
                session.actions().get("view.trails").selected().get()));
    }

    /** Written, collapsed and undone by keys; the run goes on as if nothing had been. */
    @Test
    void notesAndFramesStandOnTheCanvasAndTheRunDoesNotKnow() throws IOException {
        openSample("three-servers.json");
        seek(300_000_000);
        until(() -> session.playback().timeProperty().get() == 300_000_000);
        push(KeyCode.M);
        until(() -> lookup(".drawn-field").queryAll().stream().anyMatch(Node::isFocused));
        write("Look here");
        push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> annotation(0).text().equals("Look here"));
        type(KeyCode.RIGHT);
        until(() -> session.document().changes().getLast().label().equals("Move note"));

        interact(() -> session.document()
                .selection()
                .set(Set.of(new Item.NodeItem("s1"), new Item.NodeItem("s2"), new Item.NodeItem("s3"))));
        interact(() -> session.actions().get("arrange.frame").run());
        until(() -> lookup(".drawn-field").queryAll().stream().anyMatch(Node::isFocused));
        push(KeyCode.ENTER);
        until(() -> lookup("#drawn-frame-1").query().isFocused());
        assertThat(isShown("#node-s2")).isTrue();
        push(KeyCode.SPACE);
        until(() -> !isShown("#node-s2"));
        assertThat(lookup("#drawn-frame-1").query().getAccessibleText()).contains("3 nodes");
        push(KeyCode.ALT, KeyCode.F);
        until(() -> isShown("#node-s2"));
        interact(() -> lookup("#drawn-note-1").query().requestFocus());
        type(KeyCode.DELETE);
        until(() -> session.document().topology().annotations().size() == 1);
        push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> session.document().topology().annotations().size() == 2);
        assertThat(session.playback().timeProperty().get()).isEqualTo(300_000_000);
        assertThat(session.playback().commandsProperty().get()).isEmpty();
    }

    private Annotation annotation(int index) {
        return session.document().topology().annotations().get(index);
    }

    private double y(String id) {
        return session.document().topology().layout().get(id).y();
    }
}
