package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.util.WaitForAsyncUtils;
import roundhouse.workbench.Notice;
import roundhouse.workbench.document.Selection.Item;

/**
 * Where motion is to be reduced, what is done is there at once: nothing is ever seen between where it was and where it goes. Without
 * that it glides, or the test would see nothing.
 */
class ReducedMotionWindowTest extends WindowTest {
    private enum Moving {
        TIDY,
        ALIGN,
        GROUP
    }

    private static final String FILE = """
            { "format": 1, "name": "Moves", "duration": "1min",
              "nodes": [ { "id": "users", "kind": "clients", "arrivals": { "type": "constant", "rate": "10/s" } },
                         { "id": "lb", "kind": "load-balancer" },
                         { "id": "s1", "kind": "server", "service": "4ms" },
                         { "id": "s2", "kind": "server", "service": "4ms" },
                         { "id": "web", "kind": "server-group", "server": { "service": "4ms" } } ],
              "links": [ { "from": "users", "to": "lb" }, { "from": "lb", "to": "s1" }, { "from": "lb", "to": "s2" },
                         { "from": "lb", "to": "web" } ],
              "layout": { "users": [60, 240], "lb": [330, 40], "s1": [620, 240], "s2": [700, 400], "web": [620, 560] } }
            """;

    /** As a person turns it on or off; the window remembers it from one test to the next. */
    private void still(boolean wanted) {
        if (asked(() -> stage.getScene().getPreferences().isReducedMotion()) != wanted) {
            interact(() -> session.actions().get("view.still").run());
        }
        until(() -> stage.getScene().getPreferences().isReducedMotion() == wanted);
    }

    /** Where the card stands in each pulse from when that is done until all has come to rest. */
    private List<Double> seen(Moving what) {
        List<Double> places = new ArrayList<>();
        Node card = lookup("#node-s2").query();
        interact(() -> {
            stage.getScene()
                    .addPostLayoutPulseListener(() -> places.add(card.getLayoutX() + 10_000 * card.getLayoutY()));
            switch (what) {
                case TIDY -> session.actions().get("arrange.tidy").run();
                case ALIGN -> {
                    session.document().selection().set(Set.of(new Item.NodeItem("s1"), new Item.NodeItem("s2")));
                    session.actions().get("arrange.left").run();
                }
                case GROUP -> session.actions().get("arrange.fold").run();
            }
        });
        WaitForAsyncUtils.sleep(900, TimeUnit.MILLISECONDS);
        return asked(() -> places.stream().distinct().toList());
    }

    @ParameterizedTest
    @EnumSource
    void cardsAreAtOnceWhereTheyGo(Moving what) throws IOException {
        open("moves.json", FILE);
        seek(SECOND);
        // The stage may have been left smaller, where nodes are boxes and not cards.
        size(1440, 900);
        interact(() -> session.actions().get("view.fit").run());
        until(() -> lookup("#node-s2").tryQuery().isPresent());
        double before = asked(() -> {
            Node card = lookup("#node-s2").query();
            return card.getLayoutX() + 10_000 * card.getLayoutY();
        });
        still(true);
        assertThat(seen(what).stream().filter(place -> place != before))
                .as("where it is seen besides where it was")
                .hasSizeLessThanOrEqualTo(1);
        push(KeyCode.CONTROL, KeyCode.Z);
        still(false);
        if (what != Moving.GROUP) {
            assertThat(seen(what)).as("without it, it glides").hasSizeGreaterThan(2);
        }
    }

    @Test
    void trailsAreOfferedWhereMotionIsNotReduced() {
        still(true);
        assertThat(asked(() -> session.actions().get("view.trails").enabled().get()))
                .isFalse();
        still(false);
        assertThat(asked(() -> session.actions().get("view.trails").enabled().get()))
                .isTrue();
    }

    /** A notice slides in; where motion is to be reduced it is not seen on its way. */
    @Test
    void aNoticeIsNotSeenOnItsWay() throws IOException {
        open("moves.json", FILE);
        still(true);
        Node banner = lookup("#banner").query();
        List<Double> seen = new ArrayList<>();
        interact(() -> {
            stage.getScene().addPostLayoutPulseListener(() -> {
                if (banner.isVisible() && banner.getOpacity() > 0) {
                    Node bar = banner.lookup(".notification-bar > .pane");
                    Bounds place = bar == null ? null : bar.getBoundsInParent();
                    seen.add(place == null ? -1 : place.getMinY());
                }
            });
            session.notices().tell(Notice.problem("wrong"));
        });
        until(() -> !seen.isEmpty());
        WaitForAsyncUtils.sleep(700, TimeUnit.MILLISECONDS);
        assertThat(asked(() -> seen.stream().distinct().toList())).hasSize(1);
    }
}
