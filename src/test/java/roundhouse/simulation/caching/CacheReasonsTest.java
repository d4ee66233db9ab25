package roundhouse.simulation.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.caching.DataSystems.data;
import static roundhouse.simulation.caching.DataSystems.db;
import static roundhouse.simulation.caching.DataSystems.script;
import static roundhouse.simulation.caching.DataSystems.web;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Traces.trace;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.reasons.CacheAnswer;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.DataStrategy;

/** Why a cache answered a request as it did, in exact words, for requests that come when a script has them. */
class CacheReasonsTest {
    private static final CacheSettings TWO = CacheSettings.of(2);

    /** A server with a cache of its own, whose store takes 1 ms to read and 2 ms to write. */
    private static Topology own(CacheSettings settings, String... script) {
        return DataSystems.of(
                1,
                fixed(0),
                script(script),
                web(data(DataStrategy.WRITE_AROUND, "db")).with(Server.CACHE, settings),
                db(fixed(1_000), fixed(2_000)));
    }

    private static List<String> why(Topology topology, long request) {
        return trace(topology, request).caches().stream()
                .map(CacheAnswer::because)
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void whatNeverWasThereMissesAndIsThereAfter() {
        Topology topology = own(TWO, "0 7 1 r", "100 7 1 r");
        assertThat(why(topology, 1)).containsExactly("web: miss, never here.", "It was never here.");
        assertThat(why(topology, 2))
                .containsExactly(
                        "web: hit, fresh.",
                        "Version 0, here since 00:00.001 (99 ms), fresh for ever as there is no TTL.");
    }

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
    void whatWasEvictedSaysForWhomAndWhatThePolicySaw() {
        Topology topology = own(TWO, "0 1 1 r", "10 2 1 r", "20 3 1 r", "30 1 1 r");
        assertThat(why(topology, 4))
                .containsExactly(
                        "web: miss, evicted.",
                        "Evicted at 00:00.021 to make room for key-3 by lru: of all entries it was not used for the"
                                + " longest time (here since 00:00.001, last used 00:00.001).");
    }
}
