package roundhouse.simulation.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.caching.DataSystems.cache;
import static roundhouse.simulation.caching.DataSystems.data;
import static roundhouse.simulation.caching.DataSystems.db;
import static roundhouse.simulation.caching.DataSystems.script;
import static roundhouse.simulation.caching.DataSystems.web;
import static roundhouse.simulation.testing.Systems.at;
import static roundhouse.simulation.testing.Systems.balancer;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.system;
import static roundhouse.simulation.testing.Traces.trace;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.caching.fetching.Coalescing;
import roundhouse.caching.freshness.Freshness;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.reasons.CacheAnswer;
import roundhouse.topology.Command;
import roundhouse.topology.ErrorScope;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.CacheNode;
import roundhouse.topology.nodes.Cdn;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.data.CacheCapacity;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.DataSettings;
import roundhouse.topology.nodes.data.DataStrategy;
import roundhouse.topology.nodes.data.InvalidationRule;
import roundhouse.topology.nodes.data.TtlStart;
import roundhouse.topology.nodes.data.WriteFlush;

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
    void aWriterTakesWhatItWroteOutOfTheCache() {
        Topology topology = DataSystems.of(
                1,
                fixed(200),
                script("0 7 1 r", "50 7 1 w", "100 7 1 r"),
                web(data(DataStrategy.CACHE_ASIDE, "db", "cache")),
                cache(TWO),
                db(fixed(1_000), fixed(2_000)));
        assertThat(why(topology, 2)).isEmpty();
        assertThat(why(topology, 3))
                .containsExactly("cache: miss, invalidated.", "Taken out at 00:00.052 by the write of request 2.");
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
                        "Evicted at 00:00.081 to make room for key-5 by w-tinylfu-cm4: a candidate for the main part, its frequency 1 lost against 3 of key-1 (here since 00:00.071, last used 00:00.071).");
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
    void aStaleReadSaysWhoWroteTheNewerVersionAndThatNobodyTellsTheCache() {
        Topology topology = DataSystems.of(
                1,
                fixed(200),
                script("0 7 1 r", "50 7 1 w", "100 7 1 r"),
                web(data(DataStrategy.WRITE_AROUND, "db")).with(Server.CACHE, TWO),
                db(fixed(1_000), fixed(2_000)));
        assertThat(why(topology, 2)).containsExactly("web: bypassed: a write.");
        assertThat(why(topology, 3))
                .containsExactly(
                        "web: hit, fresh, there is a newer version.",
                        "Version 0, here since 00:00.001 (98.6 ms), fresh for ever as there is no TTL.",
                        "Out of date for 47.8 ms: web wrote version 1 at 00:00.052 for request 2 of users.",
                        "No message tells this cache.");
    }

    private static List<String> told(InvalidationRule rule, String... script) {
        Topology topology = DataSystems.of(
                1,
                fixed(200),
                script(script),
                web(data(DataStrategy.WRITE_AROUND, "db", "cache").with(DataSettings.EVENTS, rule)),
                cache(TWO),
                db(fixed(1_000), fixed(2_000)));
        return why(topology, script.length);
    }

    private static final String[] READ_AFTER_WRITE = {"0 7 1 r", "50 7 1 w", "100 7 1 r"};

    @Test
    void whatAMessageTookOutSaysWhoseWriteItWas() {
        assertThat(told(InvalidationRule.SETTINGS.usual(), READ_AFTER_WRITE))
                .containsExactly(
                        "cache: miss, invalidated.", "Taken out at 00:00.052 by a message of the write of request 2.");
    }

    static Stream<Arguments> messages() {
        return Stream.of(
                Arguments.of(
                        new InvalidationRule(fixed(80_000), 0, null),
                        "The message is late: it gets here at 00:00.132."),
                Arguments.of(new InvalidationRule(fixed(0), 1, null), "The message was lost at 00:00.052."),
                Arguments.of(
                        new InvalidationRule(fixed(0), 0, Duration.ofMillis(500)),
                        "The message waits to be sent with others since 00:00.052."));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void whatAMessageShouldHaveTakenOutSaysWhatBecameOfIt(InvalidationRule rule, String sentence) {
        assertThat(told(rule, READ_AFTER_WRITE))
                .containsExactly(
                        "cache: hit, fresh, there is a newer version.",
                        "Version 0, here since 00:00.002 (98.2 ms), fresh for ever as there is no TTL.",
                        "Out of date for 48 ms: web wrote version 1 at 00:00.052 for request 2 of users.",
                        sentence);
    }

    /** The read looks before the write and fills after the message (the stale set race). */
    @Test
    void whatWasPutInAfterItsMessageSaysSo() {
        assertThat(told(InvalidationRule.SETTINGS.usual(), "0 7 1 w", "1 7 1 r", "100 7 1 r"))
                .containsExactly(
                        "cache: hit, fresh, there is a newer version.",
                        "Version 0, here since 00:00.003 (97.2 ms), fresh for ever as there is no TTL.",
                        "Out of date for 98 ms: web wrote version 1 at 00:00.002 for request 1 of users.",
                        "The message had come at 00:00.002, and the old version was put in after it.");
    }

    /** The same where the writer takes the key out itself. */
    @Test
    void whatWasPutInAfterTheWriterTookItOutSaysSo() {
        Topology topology = DataSystems.of(
                1,
                fixed(200),
                script("0 7 1 w", "1 7 1 r", "100 7 1 r"),
                web(data(DataStrategy.CACHE_ASIDE, "db", "cache")),
                cache(TWO),
                db(fixed(1_000), fixed(2_000)));
        assertThat(why(topology, 3))
                .endsWith("That request had the key taken out of here at 00:00.002, and the old version was put in"
                        + " after it.");
    }

    @Test
    void ofSeveralNewerVersionsTheFirstAndTheNewestAreTold() {
        assertThat(told(new InvalidationRule(fixed(0), 1, null), "0 7 1 r", "50 7 1 w", "60 7 1 w", "100 7 1 r"))
                .element(2)
                .isEqualTo("Out of date for 48 ms: web wrote version 1 at 00:00.052 for request 2 of users, and the"
                        + " newest is version 2.");
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
                        "Evicted at 00:00.050 when the cache was changed by lru: of all entries it was not used for"
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

    private static List<String> first(Topology topology, long request) {
        return trace(topology, request).caches().stream()
                .map(answer -> answer.because().getFirst())
                .toList();
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

    /** A server whose own cache has what it writes. */
    private static Topology through(CacheSettings settings, String... script) {
        return DataSystems.of(
                1,
                fixed(0),
                script(script),
                web(data(DataStrategy.WRITE_THROUGH, "db")).with(Server.CACHE, settings),
                db(fixed(1_000), fixed(2_000)));
    }
}
