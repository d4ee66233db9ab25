package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import roundhouse.topology.NodeFault;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.DataStrategy;

/**
 * The caching lab by hand: from an empty canvas to writes that were acknowledged and that nobody has any more. It drags
 * and drops, after which other windows of its JVM may get no more presses: it has one of its own.
 */
@Tag("own-screen")
class CacheLabWindowTest extends BuildingWindowTest {
    private static final Pattern LOST = Pattern.compile(
            "cache crashed.*, (\\d+) cached entries lost, (\\d+) acknowledged writes? lost that no store has");

    private String cells() {
        return Objects.requireNonNullElse(lookup("#cache-cells").query().getAccessibleText(), "");
    }

    private String text(String query) {
        return lookup(query).<Label>query().getText();
    }

    /** The value of that live figure of what is selected. */
    private String figure(String label) {
        List<String> figures = lookup(".figures .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
        return figures.contains(label) ? figures.get(figures.indexOf(label) + 1) : "";
    }

    private List<String> told() {
        return asked(() -> lookup(".transcript-text").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList());
    }

    /** The key that is followed is flushed each second, and soon written again. */
    private void pauseWhileItIsDirty() {
        clickOn("#node-cache");
        boolean dirty = false;
        while (!dirty) {
            until(() -> session.playback().playingProperty().get() && isDirty());
            type(KeyCode.SPACE);
            until(() -> !session.playback().playingProperty().get());
            WaitForAsyncUtils.sleep(500, TimeUnit.MILLISECONDS);
            dirty = asked(this::isDirty);
            if (!dirty) {
                type(KeyCode.SPACE);
            }
        }
    }

    private boolean isDirty() {
        return text("#cache-answer").contains("dirty: the store does not have it yet");
    }

    @Test
    void aCacheThatWritesBackIsPlacedOpenedChangedAndCrashed() {
        carry("clients", 0.15, 0.5);
        carry("server", 0.4, 0.5);
        carry("cache", 0.65, 0.3);
        carry("database", 0.88, 0.7);
        link("clients", "s1");
        link("s1", "cache");
        link("cache", "db");
        assertThat(topology().links())
                .extracting("from", "to")
                .containsExactly(tuple("clients", "s1"), tuple("s1", "cache"), tuple("cache", "db"));

        clickOn("#node-s1");
        choose("#field-data-strategy", "back", "write-back");
        assertThat(topology().node("s1").orElseThrow())
                .isInstanceOfSatisfying(
                        Server.class,
                        server -> assertThat(
                                        Objects.requireNonNull(server.data()).strategy())
                                .isEqualTo(DataStrategy.WRITE_BACK));

        type(KeyCode.SPACE);
        until(() -> session.playback().timeProperty().get() > 0);
        clickOn("#node-cache").type(KeyCode.ENTER);
        until(() -> there("#cache-view"));
        until(() -> cells().startsWith("recency · ") && text("#cache-summary").matches("\\d+ of 1.000 entries · LRU"));

        clickOn("#inspector-tab");
        choose("#field-policy", "s3", "s3-fifo");
        enter("#field-capacity", "200");
        enter("#field-ttl", "5s");
        assertThat(topology().node("cache").orElseThrow().cache())
                .isEqualTo(CacheSettings.of(200)
                        .with(CacheSettings.POLICY, "s3-fifo")
                        .with(CacheSettings.TTL, Duration.ofSeconds(5)));
        clickOn("#cache-tab");
        until(() -> text("#cache-summary").equals("200 of 200 entries · S3-FIFO"));
        until(() -> cells().matches("small · .*; main · .*; ghost · .*"));

        clickOn("#cache-key").write("0");
        pauseWhileItIsDirty();
        type(KeyCode.X);
        until(() -> faults().has(NodeFault.CRASH, List.of("cache")));
        type(KeyCode.SPACE);
        until(() -> text("#cache-answer")
                .matches("key-0 is not in the cache: lost in a crash before its store confirmed it at 00:.*"));
        until(() -> text("#cache-summary").equals("0 of 200 entries · S3-FIFO"));
        Matcher told = told().stream()
                .map(LOST::matcher)
                .filter(Matcher::find)
                .findFirst()
                .orElseThrow();
        assertThat(told.group(1)).isEqualTo("200");
        assertThat(Integer.parseInt(told.group(2))).isPositive();
        clickOn("#inspector-tab");
        // Replies that were under way when it crashed acknowledge writes that are lost, too.
        int atTheCrash = Integer.parseInt(told.group(2));
        until(() -> figure("Lost writes, all nodes").matches("\\d+")
                && Integer.parseInt(figure("Lost writes, all nodes")) >= atTheCrash
                && Integer.parseInt(figure("Lost writes, all nodes")) <= atTheCrash + 10);
    }
}
