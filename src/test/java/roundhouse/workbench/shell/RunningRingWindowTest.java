package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The Ring view of a sample in which a server leaves, at the moments before and after. */
class RunningRingWindowTest extends WindowTest {
    private String text(String id) {
        return asked(() -> lookup(id).<Label>query().getText());
    }

    /** The servers that have bars, in order. */
    private List<String> bars() {
        return asked(() -> lookup(".bar-name").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList());
    }

    private List<String> notes() {
        return asked(() -> lookup(".server-note").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList());
    }

    @Test
    void theServerLeavesTheRingWhenItLeavesTheRunAndComesBackWithTheClock() throws IOException {
        openSample("consistent-hashing.json");
        push(KeyCode.CONTROL, KeyCode.DIGIT2);
        seek(19 * SECOND);
        until(() -> bars().equals(List.of("s1", "s2", "s3", "s4", "s5")));
        assertThat(text("#ring-moved")).isEqualTo("1\u202f000 keys");
        assertThat(notes()).isEmpty();

        seek(21 * SECOND);
        until(() -> bars().equals(List.of("s1", "s2", "s4", "s5")));
        // That is what s3 had.
        assertThat(text("#ring-moved")).isEqualTo("201 of 1\u202f000 keys moved");
        assertThat(notes()).containsExactly("not in the run");
        clickOn("#ring-moved-tab");
        until(() -> text("#ring-moved-text").startsWith("Keys: s3\u00a0→\u00a0"));

        seek(10 * SECOND);
        until(() -> bars().equals(List.of("s1", "s2", "s3", "s4", "s5")));
        assertThat(text("#ring-moved")).isEqualTo("1\u202f000 keys");
        until(() -> text("#ring-moved-text").startsWith("Nothing has changed yet"));
        assertThat(session.document().changes()).isEmpty();
    }
}
