package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import roundhouse.topology.expectations.Expectation;

/** What a topology expects, written and seen in the real window. */
class ExpectationsWindowTest extends WindowTest {
    private List<String> findings() {
        return lookup(".expectation-finding").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    private List<String> expected() {
        return session.document().topology().expect().stream()
                .map(Expectation::text)
                .toList();
    }

    @Test
    void areWrittenCheckedShownAndUndone() throws IOException {
        open("steady.json", """
                { "format": 1, "name": "Steady", "duration": "1s",
                  "nodes": [ { "id": "users", "kind": "clients", "arrivals": { "type": "constant", "rate": "100/s" } },
                             { "id": "s1", "kind": "server", "service": "4ms" } ],
                  "links": [ { "from": "users", "to": "s1", "latency": "0s" } ],
                  "expect": [ "max < 5ms during 200ms..500ms", "max < 3ms" ] }
                """);
        seek(SECOND);
        until(() -> findings().equals(List.of("measured 4 ms", "measured 4 ms, 1 ms too much")));
        assertThat(lookup(".expectation-sign").queryAllAs(Label.class))
                .extracting(Label::getText)
                .containsExactly("✓", "✗");

        TextArea area = lookup("#field-expect").queryAs(TextArea.class);
        interact(area::requestFocus);
        interact(() -> area.setText("max < 5ms during 200ms..500ms\nmax of s2 < 6ms"));
        assertThat(lookup(".field-error").queryAllAs(Label.class))
                .extracting(Label::getText)
                .anySatisfy(error -> assertThat(error).contains("no node has the id \"s2\"; did you mean \"s1\"?"));
        assertThat(expected()).containsExactly("max < 5ms during 200ms..500ms", "max < 3ms");
        interact(() -> area.setText("max of s1 < 6ms during 500ms..900ms"));
        push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(expected()).containsExactly("max of s1 < 6ms during 500ms..900ms");
        until(() -> findings().equals(List.of("measured 4 ms")));

        interact(() -> session.document().undo());
        assertThat(expected()).containsExactly("max < 5ms during 200ms..500ms", "max < 3ms");
        until(() -> findings().equals(List.of("measured 4 ms", "measured 4 ms, 1 ms too much")));
    }
}
