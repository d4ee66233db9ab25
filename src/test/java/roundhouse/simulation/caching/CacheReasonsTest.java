package roundhouse.simulation.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.caching.CacheAnswers.first;
import static roundhouse.simulation.caching.CacheAnswers.why;
import static roundhouse.simulation.caching.DataSystems.cache;
import static roundhouse.simulation.caching.DataSystems.data;
import static roundhouse.simulation.caching.DataSystems.db;
import static roundhouse.simulation.caching.DataSystems.own;
import static roundhouse.simulation.caching.DataSystems.script;
import static roundhouse.simulation.caching.DataSystems.web;
import static roundhouse.simulation.testing.Systems.at;
import static roundhouse.simulation.testing.Systems.balancer;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.system;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.caching.fetching.Coalescing;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.CacheNode;
import roundhouse.topology.nodes.Cdn;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.data.CacheCapacity;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.DataStrategy;
import roundhouse.topology.nodes.data.WriteFlush;

/** Why a cache had what a request asked for, or had it not, in exact words, for requests that come when a script has them. */
class CacheReasonsTest {
    private static final CacheSettings TWO = CacheSettings.of(2);

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
    void whatWasEvictedSaysForWhomAndWhatThePolicySaw() {
        Topology topology = own(TWO, "0 1 1 r", "10 2 1 r", "20 3 1 r", "30 1 1 r");
        assertThat(why(topology, 4))
                .containsExactly(
                        "web: miss, evicted.",
                        "Evicted at 00:00.021 to make room for key-3 by LRU: of all entries it was not used for the"
                                + " longest time (here since 00:00.001, last used 00:00.001).");
    }

    /** A shared cache that reads its store itself; to the cache and to the store it is 200 µs. */
    private static Topology shared(CacheSettings settings, List<TimedCommand> scenario, String... script) {
        return DataSystems.of(
                        1,
                        fixed(200),
                        script(script),
                        web(data(DataStrategy.READ_THROUGH, null, "cache")),
                        cache(settings).with(CacheNode.STORE, "db"),
                        db(fixed(1_000), fixed(2_000)))
                .withScenario(scenario);
    }

    private static final String[] TWICE = {"0 7 1 r", "100 7 1 r"};

    static Stream<Arguments> commands() {
        return Stream.of(
                Arguments.of(new Command.Purge("cache", 7), "cache: miss, purged.", "Purged at 00:00.050."),
                Arguments.of(
                        new Command.Ban("cache", 5, 9), "cache: miss, banned.", "Banned, and found so at 00:00.100."),
                Arguments.of(
                        new Command.Flush("cache"),
                        "cache: miss, flushed.",
                        "Went at 00:00.050 when the cache was flushed."));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whatPeopleTakeOutSaysSo(Command command, String brief, String sentence) {
        assertThat(why(shared(TWO, List.of(at(0.05, command)), TWICE), 2)).containsExactly(brief, sentence);
    }

    @Test
    void whatACrashTookSaysSo() {
        List<TimedCommand> crash =
                List.of(at(0.05, new Command.Crash("cache")), at(0.06, new Command.Recover("cache")));
        assertThat(why(shared(TWO, crash, TWICE), 2))
                .containsExactly("cache: miss, lost in a crash.", "Lost at 00:00.050 when the node crashed.");
    }

    @Test
    void aCacheThatIsDownIsPassedBy() {
        Topology topology = DataSystems.of(
                        1,
                        fixed(200),
                        script(TWICE),
                        web(data(DataStrategy.CACHE_ASIDE, "db", "cache")),
                        cache(TWO),
                        db(fixed(1_000), fixed(2_000)))
                .withScenario(List.of(at(0.05, new Command.Crash("cache"))));
        assertThat(why(topology, 2)).containsExactly("cache: bypassed: it does not answer.");
    }

    @Test
    void whatIsNotAskedForOftenEnoughIsNotKept() {
        Topology topology =
                own(TWO.with(CacheSettings.ADMIT_AFTER, 3), "0 7 1 r", "50 7 1 r", "100 7 1 r", "150 7 1 r");
        assertThat(why(topology, 2))
                .containsExactly(
                        "web: miss, not kept.", "Not kept at 00:00.001: it had not been asked for often enough.");
        assertThat(why(topology, 4)).first().isEqualTo("web: hit, fresh.");
    }

    @Test
    void whatIsLargerThanTheCacheIsNotKept() {
        Topology topology =
                own(TWO.with(CacheSettings.CAPACITY, new CacheCapacity(1_000, true)), "0 7 2000 r", "100 7 2000 r");
        assertThat(why(topology, 2))
                .containsExactly("web: miss, not kept.", "Not kept at 00:00.001: it is larger than the whole cache.");
    }

    @Test
    void aNewcomerThatThePolicyDoesNotLetInSaysAgainstWhomItLost() {
        Topology topology = own(
                CacheSettings.of(3).with(CacheSettings.POLICY, "w-tinylfu-cm4"),
                "0 1 1 r",
                "10 1 1 r",
                "20 1 1 r",
                "30 2 1 r",
                "40 2 1 r",
                "50 3 1 r",
                "60 3 1 r",
                "70 4 1 r",
                "80 5 1 r",
                "90 4 1 r");
        assertThat(why(topology, 10))
                .containsExactly(
                        "web: miss, evicted.",
                        "Evicted at 00:00.081 to make room for key-5 by W-TinyLFU, sketch: a candidate for the main part, its frequency 1 lost against 3 of key-1 (here since 00:00.071, last used 00:00.071).");
    }

    @Test
    void whoWaitsForAnothersFetchSaysWhose() {
        Topology topology =
                own(TWO.with(CacheSettings.COALESCE, Coalescing.Scope.ALL), "0 7 1 r", "0.5 7 1 r", "100 7 1 r");
        assertThat(why(topology, 2))
                .containsExactly(
                        "web: miss, never here.",
                        "It was never here.",
                        "It waits for what request 1 fetches.",
                        "web: given what was fetched.",
                        "Version 0, which has just come.");
    }

    @Test
    void whatTheStoreDoesNotHaveYetIsGivenFromTheCache() {
        Topology topology = DataSystems.of(
                1,
                fixed(200),
                script("0 7 1 w", "10 8 1 r", "20 9 1 r", "30 7 1 r"),
                web(data(DataStrategy.WRITE_BACK, null, "cache")),
                cache(TWO)
                        .with(CacheNode.STORE, "db")
                        .with(CacheNode.FLUSH, WriteFlush.EACH_SECOND.with(WriteFlush.EVERY, Duration.ofMinutes(1))),
                db(fixed(1_000), fixed(2_000)));
        assertThat(why(topology, 4))
                .containsExactly(
                        "cache: hit, not written to the store yet.",
                        "Version 1, here since 00:00.000 (30 ms), and still to be written to the store.");
    }

    @Test
    void aCacheThatBecomesSmallerSaysSo() {
        String[] script = {"0 1 1 r", "10 2 1 r", "100 1 1 r"};
        Command smaller = new Command.Revise(own(CacheSettings.of(1), script));
        assertThat(why(own(TWO, script).withScenario(List.of(at(0.05, smaller))), 3))
                .containsExactly(
                        "web: miss, evicted.",
                        "Evicted at 00:00.050 when the cache was changed by LRU: of all entries it was not used for"
                                + " the longest time (here since 00:00.001, last used 00:00.001).");
    }

    private static Topology everywhere(CacheSettings settings, int users) {
        return system(
                1,
                List.of(
                        script("0 7 1 r", "100 7 1 r", "200 7 1 w", "300 7 1 r")
                                .with(Clients.CACHE, settings)
                                .with(Clients.USERS, users),
                        Cdn.of("cdn", settings).with(Cdn.REGIONS, List.of("eu")),
                        balancer("lb", Algorithm.ROUND_ROBIN).with(LoadBalancer.CACHE, settings),
                        web(data(DataStrategy.WRITE_AROUND, "db")),
                        db(fixed(1_000), fixed(2_000)).with(Database.CACHE, settings)),
                List.of(link("users", "cdn"), link("cdn", "lb"), link("lb", "web"), link("web", "db")));
    }

    @Test
    void eachCacheOnTheWaySaysItsPart() {
        Topology topology = everywhere(TWO, 1_000);
        assertThat(first(topology, 1))
                .containsExactly(
                        "users user 498: miss, never here.",
                        "cdn eu: miss, never here.",
                        "lb: miss, never here.",
                        "db: miss, never here.");
        assertThat(first(topology, 2)).containsExactly("users user 635: miss, never here.", "cdn eu: hit, fresh.");
        assertThat(first(topology, 3))
                .containsExactly(
                        "users user 950: bypassed: a write.", "cdn eu: bypassed: a write.", "lb: bypassed: a write.");
        assertThat(first(everywhere(TWO, 1), 2)).containsExactly("users user 0: hit, fresh.");
        assertThat(first(topology, 4))
                .containsExactly(
                        "users user 760: miss, never here.",
                        "cdn eu: miss, invalidated.",
                        "lb: miss, invalidated.",
                        "db: hit, fresh.");
    }
}
