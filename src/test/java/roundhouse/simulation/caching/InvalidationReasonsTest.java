package roundhouse.simulation.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.caching.CacheAnswers.why;
import static roundhouse.simulation.caching.DataSystems.cache;
import static roundhouse.simulation.caching.DataSystems.data;
import static roundhouse.simulation.caching.DataSystems.db;
import static roundhouse.simulation.caching.DataSystems.script;
import static roundhouse.simulation.caching.DataSystems.web;
import static roundhouse.simulation.testing.Systems.fixed;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.DataSettings;
import roundhouse.topology.nodes.data.DataStrategy;
import roundhouse.topology.nodes.data.InvalidationRule;

/** Why a cache gave an old version although a newer one was written, or had it no longer: what became of the invalidation. */
class InvalidationReasonsTest {
    private static final CacheSettings TWO = CacheSettings.of(2);

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
}
