package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.ServerGroup;

/** A story of scaling: a group too small grows, costs more and gets faster; what else is wrong is mended; and many sizes are tried. */
class ScalingStoryWindowTest extends ScalingWindowTest {
    /** What a chart says of the moment that is shown. */
    private String reading(String chart) {
        return asked(() -> ((Label) lookup("." + chart).query().lookup(".chart-reading")).getText());
    }

    /** The 99th percentile of the moment that is shown, milliseconds; all three there are in that unit here. */
    private double p99() {
        String reading = reading("chart-latency");
        return reading.endsWith(" ms") && reading.contains(" · ")
                ? Double.parseDouble(reading.substring(reading.lastIndexOf(" · ") + 3, reading.length() - 3))
                : Double.NaN;
    }

    private <N extends Node> N node(String id, Class<N> kind) {
        return asked(() -> kind.cast(session.document().topology().node(id).orElseThrow()));
    }

    @Test
    void aGroupGrowsIsCheckedAndIsSwept() throws IOException {
        size(1440, 900);
        open("story.json", """
                { "format": 1, "name": "Story", "duration": "20s",
                  "nodes": [ { "id": "users", "kind": "clients", "arrivals": { "type": "poisson", "rate": "450/s" }, "timeout": "10s" },
                             { "id": "lb", "kind": "load-balancer", "algorithm": "least-connections" },
                             { "id": "web", "kind": "server-group", "count": 2,
                               "server": { "service": { "type": "exponential", "mean": "5ms" }, "price": "0.10/h" },
                               "scaling": { "max": 8, "start-up": "3s" } } ],
                  "links": [ { "from": "users", "to": "lb" }, { "from": "lb", "to": "web" } ] }
                """);
        // 450 a second and room for 400.
        until(() -> members("serving") == 2 && p99() > 150);
        assertThat(reading("chart-cost")).isEqualTo("0.2 USD/h");
        grow("web", 4);
        // Who starts is paid.
        until(() -> members("starting") == 2 && reading("chart-cost").equals("0.4 USD/h"));
        until(() -> members("serving") == 4);
        until(() -> p99() < 100);
        assertThat(session.playback().playingProperty().get())
                .as("it has played all the while")
                .isTrue();
        type(KeyCode.SPACE);

        push(KeyCode.CONTROL, KeyCode.L);
        clickOn("#checklist-run");
        until(() -> text("#checklist-basis").startsWith("From the design, from a run of it"));
        assertThat(fixes()).contains("Check the targets of lb", "Give lb a standby");
        mend("Check the targets of lb");
        until(() -> text("#checklist-effect").startsWith("Check the targets of lb:\n"));
        assertThat(node("lb", LoadBalancer.class).health().active()).isNotNull();
        assertThat(fixes()).doesNotContain("Check the targets of lb");
        push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> fixes().contains("Check the targets of lb"));
        assertThat(node("lb", LoadBalancer.class).health().active()).isNull();

        push(KeyCode.CONTROL, KeyCode.DIGIT4);
        until(() -> seen("#sweep-start"));
        fill("#sweep-across", "web.count=2..8");
        fill("#sweep-down", "web.server.cores=1..64");
        clickOn("#sweep-start");
        until(() -> filled() >= 2);
        clickOn("#sweep-cancel");
        until(() -> seen("#sweep-start"));
        assertThat(filled()).as("what is made stays").isBetween(2L, 447L);
        assertThat(text("#sweep-state")).doesNotContain("448 of 448");
        // The second cell of the first column.
        clickOn("#sweep-cell-1");
        until(() -> there("#node-web"));
        assertThat(node("web", ServerGroup.class).count()).isEqualTo(2);
        assertThat(node("web", ServerGroup.class).server().cores()).isEqualTo(2);
        until(() -> members("serving") == 2);
    }
}
