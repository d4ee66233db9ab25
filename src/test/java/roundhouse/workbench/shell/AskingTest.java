package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.controlsfx.control.PopOver;
import org.junit.jupiter.api.Test;

/** Asking about requests through the real window, by pointer and by keyboard. */
class AskingTest extends WindowTest {
    /** Some requests have been answered, more are under way, and the clock stands. */
    private void openSampleAt(long nanos) throws IOException {
        openSample("three-servers.json");
        seek(nanos);
    }

    private String why() {
        return lookup("#request").query().getAccessibleText();
    }

    @Test
    void clickingADotSaysWhyItGoesWhereItGoes() throws IOException {
        openSampleAt(300_000_000);
        Bounds from = onScreen("#node-clients");
        Bounds to = onScreen("#node-lb-1");
        for (double x = from.getMaxX() + 3; x < to.getMinX() && !there("#request"); x += 2) {
            clickOn(x, from.getCenterY() - 2.5);
        }
        until(() -> there(".candidates"));
        until(() -> Window.getWindows().stream()
                .anyMatch(window -> window instanceof PopOver pop
                        && !pop.getContentNode().lookupAll(".pick-title").isEmpty()));
        assertThat(((Label) lookup("#request-title").query()).getText()).startsWith("Request ");
        assertThat(why()).contains("lb-1 sends it to s").contains("least-connections: fewest in flight ÷ weight (s");
        assertThat(lookup("#request .waterfall").<ListView<?>>query().getItems())
                .hasSizeGreaterThan(4);
        clickOn("#request-back");
        assertThat(there("#requests")).isTrue();
    }

    @Test
    void byKeyboardTheListLeadsToTheAnswerAndBack() throws IOException {
        openSampleAt(300_000_000);
        push(KeyCode.CONTROL, KeyCode.R);
        until(() -> !lookup("#requests").<ListView<?>>query().getItems().isEmpty());
        type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        until(() -> there(".waterfall"));
        assertThat(why()).contains("Answered after").contains("lb-1 sends it to s");
        assertThat(lookup("#request").query().isFocused()).isTrue();
        type(KeyCode.ESCAPE);
        assertThat(lookup("#requests").query().isFocused()).isTrue();
        push(KeyCode.CONTROL, KeyCode.I);
        assertThat(there(".inspector-title")).isTrue();
        assertThat(there("#requests")).isFalse();
    }

    @Test
    void aFlagLeadsToARequestOfItsMoment() throws IOException {
        openSampleAt(300_000_000);
        clickOn("s2 slow ×3");
        until(() -> session.playback().timeProperty().get() == 20_000_000_000L);
        until(() -> there(".candidates"));
        assertThat(why()).contains("lb-1 sends it to s");
    }

    @Test
    void requestsAreExportedFromTheMenu() throws IOException {
        openSampleAt(300_000_000);
        prompts.save = directory.resolve("mine.otlp.json");
        interact(() -> session.actions().get("file.requests-otlp").run());
        until(() -> lookup("#banner").query().isVisible());
        assertThat(lookup("#banner").query().getAccessibleText())
                .contains("requests of the last 300 ms before 00:00.300 are in " + prompts.save);
        assertThat(prompts.save).content().startsWith("{\"resourceSpans\":[");
        assertThat(prompts.asked).containsExactly("export three-servers.otlp.json");
    }
}
