package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.EventHandler;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

/** Looking into caches through the real window. */
class CacheWindowTest extends WindowTest {
    private static final String CACHE_ASIDE = """
            {
              "format": 1,
              "name": "Cache-aside",
              "seed": 42,
              "duration": "2min",
              "nodes": [
                { "id": "users", "kind": "clients", "arrivals": { "type": "poisson", "rate": "800/s" },
                  "keys": { "type": "zipf", "count": 10000, "exponent": 0.99 }, "reads": 0.95, "timeout": "1s" },
                { "id": "web", "kind": "server", "cores": 8, "service": "1ms",
                  "data": { "strategy": "cache-aside", "cache": "redis", "store": "db" } },
                { "id": "redis", "kind": "cache", "capacity": 300, "policy": "arc", "ttl": "60s" },
                { "id": "db", "kind": "database", "cores": 8, "read": "4ms", "write": "6ms" }
              ],
              "links": [
                { "from": "users", "to": "web", "latency": "5ms" },
                { "from": "web", "to": "redis", "latency": "200us" },
                { "from": "web", "to": "db", "latency": "500us" }
              ]
            }
            """;

    private String cells() {
        return Objects.requireNonNullElse(lookup("#cache-cells").query().getAccessibleText(), "");
    }

    private String text(String query) {
        return lookup(query).<Label>query().getText();
    }

    /** On a machine that is busy the second click can come too late to make a double one. */
    private void doubleClick(String query) {
        AtomicInteger clicks = new AtomicInteger();
        EventHandler<MouseEvent> count = event -> clicks.set(event.getClickCount());
        interact(() -> stage.getScene().addEventFilter(MouseEvent.MOUSE_CLICKED, count));
        for (int tries = 0; tries < 10 && clicks.get() != 2; tries++) {
            doubleClickOn(query);
        }
        interact(() -> stage.getScene().removeEventFilter(MouseEvent.MOUSE_CLICKED, count));
    }

    @Test
    void aDoubleClickOpensTheCacheWhileItPlays() throws IOException {
        open("cache-aside.json", CACHE_ASIDE);
        until(() -> session.playback().timeProperty().get() > 0);
        atRest("#node-redis");
        doubleClick("#node-redis");
        until(() -> there("#cache-view"));
        until(() -> cells().startsWith("T1 · ") && !cells().startsWith("T1 · empty"));
        seek(10 * SECOND);
        until(() -> text("#cache-summary").equals("300 of 300 entries · ARC"));
        until(() -> cells().matches("T1 · \\d+; T2 · \\d+; B1 · .*; B2 · .*"));
        clickOn("#cache-key").write("0");
        until(() -> text("#cache-answer").startsWith("key-0 is in T2, place "));
        assertThat(text("#cache-answer")).contains("Kept since 00:").contains("expires at 01:");
        write("x");
        until(() -> text("#cache-answer").startsWith("A key is a whole number"));
    }

    /** The tab of a cache is there as long as the cache is: another file has it, too, or not. */
    @Test
    void theTabGoesWithItsCache() throws IOException {
        open("cache-aside.json", CACHE_ASIDE);
        atRest("#node-redis");
        doubleClick("#node-redis");
        until(() -> there("#cache-view"));
        open("the-same-again.json", CACHE_ASIDE);
        until(() -> there("#cache-view"));
        String noCache = Files.readString(Path.of("samples", "three-servers.json"));
        open("three.json", noCache);
        until(() -> !there("#cache-view"));
        assertThat(asked(() -> lookup("#cache-tab").query().isVisible())).isFalse();
        assertThat(asked(() -> lookup("#inspector-tab").<ToggleButton>query().isSelected()))
                .isTrue();
    }

    /** One request a second for the one key, whose time is over when the next one comes. */
    @Test
    void aRequestThatIsClickedTellsWhatItsCacheAnsweredAndWhy() throws IOException {
        open(
                "one-key.json",
                CACHE_ASIDE
                        .replace(
                                "\"type\": \"poisson\", \"rate\": \"800/s\"",
                                "\"type\": \"constant\", \"rate\": \"1/s\"")
                        .replace("\"count\": 10000", "\"count\": 1")
                        .replace("\"reads\": 0.95", "\"reads\": 1")
                        .replace("\"ttl\": \"60s\"", "\"ttl\": \"400ms\""));
        seek(10 * SECOND);
        push(KeyCode.CONTROL, KeyCode.R);
        until(() -> number("3").isPresent());
        clickOn(number("3").orElseThrow());
        until(() -> !lookup("#request .waterfall-name").queryAll().isEmpty());
        assertThat(lookup("#request .pick-title").queryAllAs(Label.class))
                .extracting(Label::getText)
                .containsExactly("redis: miss, expired.");
        assertThat(lookup("#request .pick-sentence").queryAllAs(Label.class))
                .extracting(Label::getText)
                .containsExactly(
                        "Version 0, here since 00:02.011 (994.6 ms), expired at 00:02.411 by its TTL of 400 ms.",
                        "No balancer picked a target: there was only one route.");
        assertThat(lookup("#request .waterfall-name").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("redis", "miss, expired");
    }

    private Optional<Label> number(String text) {
        return lookup(".request-number").queryAllAs(Label.class).stream()
                .filter(label -> label.getText().equals(text))
                .findFirst();
    }

    @Test
    void theKeyThatIsFollowedTellsItsStory() throws IOException {
        open("cache-aside.json", CACHE_ASIDE);
        seek(2 * SECOND);
        atRest("#node-redis");
        doubleClick("#node-redis");
        until(() -> there("#cache-view") && text("#cache-summary").equals("300 of 300 entries · ARC"));
        clickOn("#cache-key").write("700");
        until(() -> lookup("#key-story").query().isVisible()
                && Objects.requireNonNullElse(lookup("#key-story").query().getAccessibleText(), "")
                        .startsWith("Story of key-700."));
        assertThat(lookup("#key-story").query().getAccessibleText())
                .isEqualTo("Story of key-700. 00:00.332 asked for and not here once. 00:00.337 came: version 0, fresh"
                        + " until 01:00.337. 00:00.940 evicted to make room for key-3975 by ARC: the oldest of T1, as T1"
                        + " has 234 and its target is 3.");
    }

    @Test
    void enterOpensItAndOtherNodesAreRenamedAsBefore() throws IOException {
        open("cache-aside.json", CACHE_ASIDE);
        seek(5 * SECOND);
        clickOn("#node-redis");
        type(KeyCode.ENTER);
        until(() -> there("#cache-view") && text("#cache-summary").contains("300 entries"));
        clickOn("#node-web");
        until(() -> !there("#cache-view"));
        type(KeyCode.ENTER);
        until(() -> there(".title-editor"));
    }
}
