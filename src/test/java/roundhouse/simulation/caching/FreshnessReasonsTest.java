package roundhouse.simulation.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.caching.CacheAnswers.why;
import static roundhouse.simulation.caching.DataSystems.data;
import static roundhouse.simulation.caching.DataSystems.db;
import static roundhouse.simulation.caching.DataSystems.own;
import static roundhouse.simulation.caching.DataSystems.script;
import static roundhouse.simulation.caching.DataSystems.web;
import static roundhouse.simulation.testing.Systems.at;
import static roundhouse.simulation.testing.Systems.fixed;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.caching.freshness.Freshness;
import roundhouse.topology.Command;
import roundhouse.topology.ErrorScope;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.DataStrategy;
import roundhouse.topology.nodes.data.TtlStart;

/** Why a cache found what it had fresh, or too old: times to live, and what is given although they are over. */
class FreshnessReasonsTest {
    private static final CacheSettings TWO = CacheSettings.of(2);

    @Test
    void whatExpiredSaysWhenAndByWhatTtl() {
        Topology topology = own(TWO.with(CacheSettings.TTL, Duration.ofMillis(50)), "0 7 1 r", "40 7 1 r", "100 7 1 r");
        assertThat(why(topology, 2))
                .containsExactly(
                        "web: hit, fresh.",
                        "Version 0, here since 00:00.001 (39 ms), fresh until 00:00.051 by its TTL of 50 ms.");
        assertThat(why(topology, 3))
                .containsExactly(
                        "web: miss, expired.",
                        "Version 0, here since 00:00.001 (99 ms), expired at 00:00.051 by its TTL of 50 ms.");
    }

    @Test
    void anAnswerThatThereIsNothingIsGivenUntilItsTimeIsOver() {
        Topology topology = own(
                        TWO.with(CacheSettings.NEGATIVE_TTL, Duration.ofMillis(80)), "0 7 1 r", "50 7 1 r", "100 7 1 r")
                .withScenario(List.of(at(0, new Command.Errors("db", 1, ErrorScope.REQUESTS))));
        assertThat(why(topology, 2))
                .containsExactly(
                        "web: hit: there is nothing.",
                        "The answer that there is nothing, here since 00:00.001 (49 ms), fresh until 00:00.081 by its"
                                + " TTL of 80 ms.");
        assertThat(why(topology, 3))
                .containsExactly(
                        "web: miss, expired.",
                        "The answer that there is nothing, here since 00:00.001 (99 ms), expired at 00:00.081 by its"
                                + " TTL of 80 ms.");
    }

    @Test
    void whatIsTooOldIsGivenWhileItIsFetchedAnew() {
        Topology topology = own(
                TWO.with(CacheSettings.TTL, Duration.ofMillis(50))
                        .with(CacheSettings.STALE_WHILE_REVALIDATE, Duration.ofMillis(100)),
                "0 7 1 r",
                "100 7 1 r");
        assertThat(why(topology, 2))
                .containsExactly(
                        "web: hit, stale while it is fetched anew.",
                        "Version 0, here since 00:00.001 (99 ms), expired at 00:00.051 by its TTL of 50 ms; for 100 ms more it is"
                                + " given while it is fetched anew.");
    }

    @Test
    void whatIsTooOldIsGivenWhereFetchingFails() {
        Topology topology = own(
                        TWO.with(CacheSettings.TTL, Duration.ofMillis(50))
                                .with(CacheSettings.STALE_IF_ERROR, Duration.ofMinutes(1)),
                        "0 7 1 r",
                        "100 7 1 r")
                .withScenario(List.of(at(0.05, new Command.Crash("db"))));
        assertThat(why(topology, 2))
                .containsExactly(
                        "web: miss, expired.",
                        "Version 0, here since 00:00.001 (99 ms), expired at 00:00.051 by its TTL of 50 ms.",
                        "web: stale, as fetching failed.",
                        "Version 0, here since 00:00.001 (99 ms), expired at 00:00.051 by its TTL of 50 ms; for 60 s more it is"
                                + " given where fetching it fails.");
    }

    @Test
    void byWhoseClockAndFromWhenATimeToLiveIsCountedIsSaid() {
        CacheSettings settings = TWO.with(CacheSettings.TTL, Duration.ofSeconds(2))
                .with(CacheSettings.TTL_FROM, TtlStart.USE)
                .with(CacheSettings.FRESHNESS, Freshness.NGINX);
        assertThat(why(own(settings, "0 7 1 r", "1500 7 1 r"), 2))
                .containsExactly(
                        "web: hit, fresh.",
                        "Version 0, here since 00:00.001 (1.499 s), fresh until 00:04.000 by its TTL of 2 s from its"
                                + " last use as nginx counts.");
    }

    /** A server whose own cache has what it writes. */
    private static Topology through(CacheSettings settings, String... script) {
        return DataSystems.of(
                1,
                fixed(0),
                script(script),
                web(data(DataStrategy.WRITE_THROUGH, "db")).with(Server.CACHE, settings),
                db(fixed(1_000), fixed(2_000)));
    }

    @Test
    void caffeineCountsFromTheWriteBeforeIfThatIsNotMoreThanASecondAgo() {
        CacheSettings exact = TWO.with(CacheSettings.TTL, Duration.ofSeconds(2));
        CacheSettings caffeine = exact.with(CacheSettings.FRESHNESS, Freshness.CAFFEINE);
        String[] soon = {"0 7 1 w", "900 7 1 w", "2500 7 1 r"};
        assertThat(why(through(exact, soon), 3).getFirst()).isEqualTo("web: hit, fresh.");
        assertThat(why(through(caffeine, soon), 3))
                .containsExactly(
                        "web: miss, expired.",
                        "Version 2, here since 00:00.902 (1.598 s), expired at 00:02.002 by its TTL of 2 s as caffeine"
                                + " counts.");
        assertThat(why(through(caffeine, "0 7 1 w", "1100 7 1 w", "2500 7 1 r"), 3)
                        .getFirst())
                .as("more than a second later")
                .isEqualTo("web: hit, fresh.");
        assertThat(why(
                                through(
                                        caffeine.with(CacheSettings.TTL, Duration.ofSeconds(1)),
                                        "0 7 1 w",
                                        "900 7 1 w",
                                        "1500 7 1 r"),
                                3)
                        .getFirst())
                .as("a life of no more than a second")
                .isEqualTo("web: hit, fresh.");
        assertThat(why(through(caffeine, "0 7 1 w", "2100 7 1 w", "2500 7 1 w", "4050 7 1 r"), 4)
                        .getFirst())
                .as("counted from the second write, as the first had expired")
                .isEqualTo("web: hit, fresh.");
    }
}
