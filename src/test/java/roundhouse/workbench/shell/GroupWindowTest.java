package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A group of servers grows while it plays, in the real window. */
class GroupWindowTest extends ScalingWindowTest {
    @Test
    void aGroupGrowsWhileItPlays() throws IOException {
        open("group.json", """
                { "format": 1, "name": "Group", "duration": "10min",
                  "nodes": [ { "id": "users", "kind": "clients", "arrivals": { "type": "constant", "rate": "100/s" } },
                             { "id": "lb", "kind": "load-balancer", "algorithm": "round-robin" },
                             { "id": "web", "kind": "server-group", "count": 2, "server": { "service": "4ms" },
                               "scaling": { "max": 8, "start-up": "5s" } } ],
                  "links": [ { "from": "users", "to": "lb" }, { "from": "lb", "to": "web" } ] }
                """);
        seek(2 * SECOND);
        until(() -> members("serving") == 2);
        assertThat(there("#member-web-1")).isTrue();

        grow("web", 4);
        until(() -> members("starting") == 2);
        assertThat(titles()).contains("web × 4");

        seek(8 * SECOND);
        until(() -> members("serving") == 4);
        assertThat(members("starting")).isZero();

        interact(() -> lookup("#node-web").query().requestFocus());
        push(KeyCode.ENTER);
        until(() -> lines().size() == 4);
        assertThat(lines().getLast()).startsWith("web-4  ").contains("/s", " %");
        push(KeyCode.ENTER);
        until(() -> lines().isEmpty());
    }

    private List<String> titles() {
        return lookup(".title").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    private List<String> lines() {
        return lookup(".member-line").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }
}
