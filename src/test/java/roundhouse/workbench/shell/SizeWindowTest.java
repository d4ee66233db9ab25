package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Polyline;
import org.junit.jupiter.api.Test;
import roundhouse.topology.nodes.Server;

/** The search for the cheapest design that meets goals, in the Sweep view: started, cancelled, started again, and a point of it opened. */
class SizeWindowTest extends ScalingWindowTest {
    private static final String SYSTEM = """
            { "format": 1, "name": "Sized", "duration": "10s", "warm-up": "2s",
              "nodes": [
                { "id": "c", "kind": "clients", "arrivals": { "type": "poisson", "rate": "400/s" } },
                { "id": "lb", "kind": "load-balancer", "algorithm": "least-connections" },
                { "id": "web", "kind": "server", "service": { "type": "exponential", "mean": "10ms" },
                  "price": "0.10/h + 0.01/core-h" } ],
              "links": [ { "from": "c", "to": "lb" }, { "from": "lb", "to": "web" } ] }
            """;

    private long points(String state) {
        return asked(() -> (long) lookup(".frontier-point." + state).queryAll().size());
    }

    private int count() {
        return asked(() -> ((Server) session.document().topology().node("web").orElseThrow()).count());
    }

    @Test
    void theCheapestIsFoundAndAPointOpened() throws IOException {
        open("sized.json", SYSTEM);
        type(KeyCode.SPACE);
        push(KeyCode.CONTROL, KeyCode.DIGIT4);
        until(() -> seen("#sweep-cheapest"));
        clickOn("#sweep-cheapest");
        until(() -> seen("#size-start"));

        fill("#size-goals", "p99 < 60");
        fill("#size-varied", "web.count=1..12 web.cores=1,2");
        fire("#size-start");
        assertThat(text("#size-state")).contains("60").contains("is allowed");
        assertThat(seen("#size-cancel")).isFalse();

        fill("#size-goals", "p99 < 60ms, rejected < 0.1%");
        clickOn("#size-start");
        until(() -> text("#size-state").startsWith("Cheapest: "));
        assertThat(text("#size-state"))
                .startsWith("Cheapest: web.count=3 web.cores=2, 0.36 USD/h, p99 ")
                .contains("goals met in the mean of")
                .contains("of 24 designs tried");
        assertThat(seen("#size-start")).isTrue();
        // Drawn with the window's next pulse.
        until(() -> asked(() -> lookup(".frontier-point.cheapest").queryAll().stream()
                .anyMatch(point -> point.getAccessibleText().endsWith("the cheapest that does"))));
        assertThat(points("cheapest")).isEqualTo(1);
        assertThat(points("met")).isPositive();
        assertThat(points("missed")).isPositive();
        assertThat(asked(() ->
                        lookup("#size-frontier").<Polyline>query().getPoints().size()))
                .as("two numbers for each end and each corner")
                .isGreaterThanOrEqualTo(6);

        assertThat(count()).isEqualTo(1);
        clickOn(".frontier-point.cheapest");
        until(() -> there("#node-web"));
        assertThat(count()).isEqualTo(3);
        assertThat(session.document().changes()).hasSize(1);
        interact(() -> session.document().undo());
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void whoCancelsKeepsWhatWasTried() throws IOException {
        open("sized.json", SYSTEM.replace("\"10s\"", "\"1min\"").replace("400/s", "2000/s"));
        type(KeyCode.SPACE);
        push(KeyCode.CONTROL, KeyCode.DIGIT4);
        until(() -> seen("#sweep-cheapest"));
        clickOn("#sweep-cheapest");
        until(() -> seen("#size-start"));
        fill("#size-goals", "p99 < 60ms");
        fill("#size-varied", "web.count=1..40 web.cores=1..16 lb.algorithm=random,round-robin,least-connections");
        clickOn("#size-start");
        until(() -> points("met") + points("missed") > 0);
        clickOn("#size-cancel");
        until(() -> seen("#size-start"));
        assertThat(text("#size-state")).startsWith("Stopped. ").contains("designs tried by");
        assertThat(points("met") + points("missed")).isBetween(1L, 100L);

        open("other.json", SYSTEM);
        push(KeyCode.CONTROL, KeyCode.DIGIT4);
        until(() -> seen("#size-start"));
        assertThat(text("#size-state")).as("of another document").startsWith("Write what must hold");
        assertThat(points("met") + points("missed")).isZero();
    }
}
