package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.workbench.document.Selection.Item;

/** Health checks turned on and set by keyboard alone in the real window. */
class HealthChecksWindowTest extends WindowTest {
    private Health health() {
        return ((LoadBalancer) session.document().topology().node("lb").orElseThrow()).health();
    }

    private void type(String field, String text) {
        TextField editor = lookup(field).queryAs(TextField.class);
        interact(editor::requestFocus);
        interact(editor::selectAll);
        write(text);
    }

    @Test
    void areTurnedOnAndSetByTyping() throws IOException {
        open("checked.json", """
                { "format": 1, "name": "Checked", "duration": "10s",
                  "nodes": [ { "id": "users", "kind": "clients", "arrivals": { "type": "constant", "rate": "100/s" } },
                             { "id": "lb", "kind": "load-balancer", "algorithm": "round-robin" },
                             { "id": "s1", "kind": "server", "service": "4ms" } ],
                  "links": [ { "from": "users", "to": "lb" }, { "from": "lb", "to": "s1" } ] }
                """);
        interact(() -> session.document().selection().select(new Item.NodeItem("lb")));
        assertThat(there("#field-checks-interval")).isFalse();

        interact(() -> lookup("#field-checks").queryAs(ComboBox.class).requestFocus());
        push(KeyCode.DOWN);
        assertThat(health().active()).isEqualTo(Health.Active.SETTINGS.usual());

        type("#field-checks-interval", "200");
        assertThat(lookup(".field-error").queryAllAs(Label.class))
                .filteredOn(Label::isVisible)
                .extracting(Label::getText)
                .singleElement()
                .satisfies(error -> assertThat(error).contains("200", "ms"));
        assertThat(health().active()).isEqualTo(Health.Active.SETTINGS.usual());
        write("ms");
        push(KeyCode.ENTER);
        type("#field-checks-fall", "2");
        push(KeyCode.ENTER);
        Health.Active active = health().active();
        assertThat(active.interval()).isEqualTo(Duration.ofMillis(200));
        assertThat(active.fall()).isEqualTo(2);

        interact(() -> session.document().undo());
        interact(() -> session.document().undo());
        assertThat(lookup("#field-checks-interval").queryAs(TextField.class).getText())
                .isEqualTo("2s");
        interact(() -> session.document().undo());
        assertThat(there("#field-checks-interval")).isFalse();
    }

    @Test
    void aTargetThatFailedItsChecksIsToldUnderItsShare() throws IOException {
        open("crash.json", """
                { "format": 1, "name": "Crash", "duration": "10s",
                  "nodes": [ { "id": "users", "kind": "clients", "arrivals": { "type": "constant", "rate": "100/s" } },
                             { "id": "lb", "kind": "load-balancer", "algorithm": "round-robin",
                               "checks": { "interval": "100ms", "fall": 2 } },
                             { "id": "s1", "kind": "server", "service": "4ms" },
                             { "id": "s2", "kind": "server", "service": "4ms" } ],
                  "links": [ { "from": "users", "to": "lb" }, { "from": "lb", "to": "s1" }, { "from": "lb", "to": "s2" } ],
                  "scenario": [ { "at": "1s", "crash": "s2" } ] }
                """);
        interact(() -> session.document().selection().select(new Item.NodeItem("lb")));
        seek(3 * SECOND);
        until(() -> seen().size() == 1);
        assertThat(seen().getFirst()).startsWith("out: checks failed, since 00:01.");
    }

    private List<String> seen() {
        return lookup(".share-seen").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }
}
