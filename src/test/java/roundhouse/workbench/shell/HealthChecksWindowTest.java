package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import roundhouse.topology.Health;
import roundhouse.topology.Node;
import roundhouse.workbench.Settings;
import roundhouse.workbench.document.Selection.Item;
import roundhouse.workbench.files.FakePrompts;

/** Health checks turned on and set by keyboard alone in the real window. */
class HealthChecksWindowTest extends ApplicationTest {
    @TempDir
    static Path directory;

    private Stage stage;
    private WorkbenchWindow window;

    @Override
    public void start(Stage primary) {
        stage = primary;
        Path state = directory.resolve("state");
        window =
                new WorkbenchWindow(stage, Settings.in(state.resolve("settings.properties")), state, new FakePrompts());
        stage.show();
    }

    @Override
    public void stop() {
        interactNoWait(() -> stage.hide());
    }

    private Health health() {
        return ((Node.LoadBalancer) window.document().topology().node("lb").orElseThrow()).health();
    }

    private void type(String field, String text) {
        TextField editor = lookup(field).queryAs(TextField.class);
        interact(editor::requestFocus);
        interact(editor::selectAll);
        write(text);
    }

    @Test
    void areTurnedOnAndSetByTyping() throws IOException {
        Path file = Files.writeString(directory.resolve("checked.json"), """
                { "format": 1, "name": "Checked", "duration": "10s",
                  "nodes": [ { "id": "users", "kind": "clients", "arrivals": { "type": "constant", "rate": "100/s" } },
                             { "id": "lb", "kind": "load-balancer", "algorithm": "round-robin" },
                             { "id": "s1", "kind": "server", "service": "4ms" } ],
                  "links": [ { "from": "users", "to": "lb" }, { "from": "lb", "to": "s1" } ] }
                """);
        interact(() -> window.files().open(file));
        interact(() -> window.document().selection().select(new Item.NodeItem("lb")));
        assertThat(lookup("#field-checks-interval").tryQuery()).isEmpty();

        interact(() -> lookup("#field-checks").queryAs(ComboBox.class).requestFocus());
        push(KeyCode.DOWN);
        assertThat(health().active()).isEqualTo(Health.Active.DEFAULT);

        type("#field-checks-interval", "200");
        assertThat(lookup(".field-error").queryAllAs(Label.class))
                .filteredOn(Label::isVisible)
                .extracting(Label::getText)
                .singleElement()
                .satisfies(error -> assertThat(error).contains("200", "ms"));
        assertThat(health().active()).isEqualTo(Health.Active.DEFAULT);
        write("ms");
        push(KeyCode.ENTER);
        type("#field-checks-fall", "2");
        push(KeyCode.ENTER);
        Health.Active active = health().active();
        assertThat(active.interval()).isEqualTo(Duration.ofMillis(200));
        assertThat(active.fall()).isEqualTo(2);

        interact(() -> window.document().undo());
        interact(() -> window.document().undo());
        assertThat(lookup("#field-checks-interval").queryAs(TextField.class).getText())
                .isEqualTo("2s");
        interact(() -> window.document().undo());
        assertThat(lookup("#field-checks-interval").tryQuery()).isEmpty();
    }
}
