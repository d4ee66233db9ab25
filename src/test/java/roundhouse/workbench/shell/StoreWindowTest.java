package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import roundhouse.topology.stores.LeaderlessReplication;
import roundhouse.topology.stores.QuorumSize;
import roundhouse.topology.stores.Store;
import roundhouse.workbench.document.Selection.Item;

/**
 * A replicated store by hand: built, written to, cut in two, judged by the counter-example that it gives, and healed. It drags and
 * drops, after which other windows of its JVM may get no more presses: it has one of its own.
 */
@Tag("own-screen")
class StoreWindowTest extends BuildingWindowTest {
    private Store store() {
        return topology().store("store").orElseThrow();
    }

    /** From the left of all cards to the right of them, between the highest member and the next. */
    private void dragBetweenMembers() {
        Bounds canvas = onScreen(".canvas-view");
        double y = (onScreen("#node-db").getMaxY() + onScreen("#node-db-2").getMinY()) / 2;
        press(KeyCode.ALT);
        moveTo(canvas.getMinX() + 6, y)
                .press(MouseButton.PRIMARY)
                .moveTo(canvas.getCenterX(), y)
                .moveTo(canvas.getMaxX() - 6, y)
                .release(MouseButton.PRIMARY);
        release(KeyCode.ALT);
    }

    private void select() {
        Bounds member = onScreen("#node-db");
        clickOn(member.getMaxX() - 20, member.getMinY() - 6);
        until(() -> session.document().selection().contains(new Item.StoreItem("store")));
    }

    /** The value of that live figure of what is selected. */
    private String figure(String label) {
        List<String> figures = lookup(".figures .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
        return figures.contains(label) ? figures.get(figures.indexOf(label) + 1) : "";
    }

    private String text(String query) {
        return lookup(query).<Label>query().getText();
    }

    @Test
    void aStoreIsBuiltPartedJudgedAndHealed() {
        carry("clients", 0.12, 0.2);
        carry("server", 0.4, 0.2);
        carry("clients", 0.12, 0.8);
        carry("server", 0.4, 0.8);
        link("clients", "s1");
        link("clients-2", "s2");
        clickOn("#node-clients");
        press(KeyCode.SHIFT).clickOn("#node-clients-2").release(KeyCode.SHIFT);
        enter("#field-arrivals-rate", "60/s");
        enter("#field-keys-count", "10");
        enter("#field-reads", "50%");

        doubleClickOn("#palette-store");
        assertThat(store().members()).containsExactly("db", "db-2", "db-3");
        assertThat(topology().link("s1", "db")).isPresent();
        assertThat(topology().link("s2", "db-2")).isPresent();
        choose("#field-replication", "leaderless", "leaderless");
        enter("#field-replication-r", "1");
        enter("#field-replication-w", "1");
        assertThat(store().replication()).isInstanceOfSatisfying(LeaderlessReplication.class, replication -> {
            assertThat(replication.r()).isEqualTo(QuorumSize.of(1));
            assertThat(replication.w()).isEqualTo(QuorumSize.of(1));
        });
        clickOn("#node-s1");
        select();
        type(KeyCode.SPACE);
        until(() -> figure("Writes acknowledged").matches("[1-9].*"));
        type(KeyCode.SPACE);

        seek(2 * SECOND);
        dragBetweenMembers();
        until(faults()::isParted);
        seek(4 * SECOND);
        clickOn("#store-tab");
        until(() ->
                text("#cap-state-P").endsWith("holds") && text("#cap-state-A").endsWith("holds"));
        clickOn("#store-judge");
        until(() -> text("#store-told").startsWith("Judged: "));
        until(() -> text("#cap-state-C").endsWith("broken"));
        assertThat(text("#cap-sentence")).startsWith("AP: ");
        clickOn("#cap-show-C");
        until(() -> there(".history-view") && text("#history-verdict").contains("inearizable is broken: "));
        clickOn("Close");
        until(() -> !there(".history-view"));

        clickOn("#inspector-tab");
        until(() -> figure("Together after a partition").equals("–"));
        dragBetweenMembers();
        until(() -> !faults().isParted());
        seek(8 * SECOND);
        until(() -> figure("Together after a partition").matches("\\d.*s"));
    }
}
