package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import roundhouse.topology.Position;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.workbench.document.Selection.Item;

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
    }

    private static final String GROUP = """
            { "format": 1, "name": "Group", "duration": "10min",
              "nodes": [ { "id": "users", "kind": "clients", "arrivals": { "type": "constant", "rate": "100/s" } },
                         { "id": "lb", "kind": "load-balancer", "algorithm": "round-robin" },
                         { "id": "web", "kind": "server-group", "label": "Web", "count": 4, "server": { "service": "4ms" } },
                         { "id": "below", "kind": "server", "service": "4ms" } ],
              "links": [ { "from": "users", "to": "lb" }, { "from": "lb", "to": "web" }, { "from": "lb", "to": "below" } ],
              "layout": { "users": [60, 240], "lb": [330, 240], "web": [620, 240], "below": [620, 360] } }
            """;

    /** By Enter on its card, and by the sign on it; each is one entry that can be undone, and the file keeps which are opened. */
    @Test
    void aGroupOpensToAFrameOfItsServersAndCollapsesToOneCard() throws IOException {
        open("opened.json", GROUP);
        seek(2 * SECOND);
        until(() -> members("serving") == 4);
        double high = height("#node-web");
        interact(() -> lookup("#node-web").query().requestFocus());
        interact(() -> session.document().selection().select(new Item.NodeItem("web")));
        push(KeyCode.ENTER);
        until(() -> servers().size() == 4);
        assertThat(session.document().topology().opened()).containsExactly("web");
        assertThat(height("#node-web")).as("the frame").isGreaterThan(4 * 58);
        assertThat(asked(() -> lookup("#server-web-4").query().getAccessibleText()))
                .startsWith("Web-4, ")
                .contains("/s", " %", "in flight ");
        assertThat(spoken("#node-web")).startsWith("Web × 4, ").contains("opened; Web-1, ");
        assertThat(asked(() -> lookup("#node-below").query().getBoundsInParent().getMinY()
                        > lookup("#node-web").query().getBoundsInParent().getMaxY()))
                .as("what is below makes room")
                .isTrue();
        push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> servers().isEmpty());
        assertThat(height("#node-web")).isEqualTo(high);
        assertThat(session.document().topology().layout()).containsEntry("below", new Position(620, 360));

        clickOn("#fold-web");
        until(() -> servers().size() == 4);
        assertThat(asked(() -> lookup("#node-web").query().isFocused())).isTrue();
        Topology opened = session.document().topology();
        assertThat(((ReadResult.Read) TopologyFile.parse(TopologyFile.format(opened))).topology())
                .isEqualTo(opened);
        push(KeyCode.ALT, KeyCode.F);
        until(() -> servers().isEmpty());
        push(KeyCode.ALT, KeyCode.F);
        until(() -> servers().size() == 4);
        push(KeyCode.ENTER);
        until(() -> servers().isEmpty());
        assertThat(spoken("#node-web")).contains(", collapsed");
    }

    private double height(String query) {
        return asked(() -> lookup(query).<Region>query().getHeight());
    }

    private String spoken(String query) {
        return asked(() -> (String) lookup(query).query().queryAccessibleAttribute(AccessibleAttribute.TEXT));
    }

    private List<String> titles() {
        return lookup(".title").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    private List<Node> servers() {
        return lookup(".member-card").queryAll().stream()
                .filter(node -> node.getParent().isVisible())
                .toList();
    }
}
