package roundhouse.simulation.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.caching.DataSystems.data;
import static roundhouse.simulation.caching.DataSystems.db;
import static roundhouse.simulation.caching.DataSystems.own;
import static roundhouse.simulation.caching.DataSystems.web;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.at;
import static roundhouse.simulation.testing.Systems.fixed;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.KeyTracer;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.tracing.KeyStoryRecorder;
import roundhouse.simulation.reasons.CacheKeyStory;
import roundhouse.simulation.transcript.TranscriptWords;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.DataStrategy;
import roundhouse.topology.nodes.traffic.KeyDistribution;

/** What became of one key in one cache. */
class KeyStoryTest {
    private static List<String> story(Topology topology, long key) {
        KeyTracer tracer = new KeyTracer(topology, List.of(), "web", key, SECOND);
        assertThat(tracer.advance(SECOND)).isTrue();
        return tracer.story().events().stream()
                .map(event -> TranscriptWords.clock(event.timeNanos()) + " " + CacheKeyStory.words(event))
                .toList();
    }

    @Test
    void aKeyComesIsGivenLeavesAndComesBack() {
        Topology topology = own(
                CacheSettings.of(2),
                "0 1 1 r",
                "10 1 1 r",
                "20 1 1 r",
                "30 2 1 r",
                "40 3 1 r",
                "50 1 1 r",
                "60 1 1 w",
                "70 1 1 r");
        assertThat(story(topology, 1))
                .containsExactly(
                        "00:00.000 asked for and not here once",
                        "00:00.001 came: version 0",
                        "00:00.010 given twice until 00:00.020",
                        "00:00.041 evicted to make room for key-3 by LRU: of all entries it was not used for the longest"
                                + " time",
                        "00:00.050 asked for and not here once",
                        "00:00.051 came: version 0",
                        "00:00.070 given once, when a newer version was there");
        assertThat(story(topology, 9)).isEmpty();
    }

    @Test
    void whatExpiresIsRefreshed() {
        Topology topology = own(
                CacheSettings.of(2)
                        .with(CacheSettings.TTL, Duration.ofMillis(50))
                        .with(CacheSettings.STALE_WHILE_REVALIDATE, Duration.ofMillis(20)),
                "0 1 1 r",
                "60 1 1 r",
                "200 1 1 r");
        assertThat(story(topology, 1))
                .containsExactly(
                        "00:00.000 asked for and not here once",
                        "00:00.001 came: version 0, fresh until 00:00.051",
                        "00:00.060 given once, when its time was over",
                        "00:00.061 refreshed: version 0, fresh until 00:00.111",
                        "00:00.200 found expired once",
                        "00:00.201 refreshed: version 0, fresh until 00:00.251");
    }

    @Test
    void whatPeopleDoIsPartOfIt() {
        Topology topology = own(CacheSettings.of(2), "0 1 1 r", "100 1 1 r")
                .withScenario(List.of(at(0.05, new Command.Flush("web")), at(0.2, new Command.Crash("web"))));
        assertThat(story(topology, 1))
                .containsExactly(
                        "00:00.000 asked for and not here once",
                        "00:00.001 came: version 0",
                        "00:00.050 went when the cache was flushed",
                        "00:00.100 asked for and not here once",
                        "00:00.101 came: version 0",
                        "00:00.200 lost when the node crashed");
    }

    @Test
    void ofAVeryLongStoryTheEndIsTold() {
        Topology topology = DataSystems.of(
                3,
                fixed(0),
                DataSystems.users(2_000, new KeyDistribution.Uniform(4), 1),
                web(data(DataStrategy.WRITE_AROUND, "db")).with(Server.CACHE, CacheSettings.of(1)),
                db(fixed(0), fixed(0)));
        KeyTracer tracer = new KeyTracer(topology, List.of(), "web", 1, 2 * SECOND);
        tracer.advance(2 * SECOND);
        CacheKeyStory story = tracer.story();
        assertThat(story.events()).hasSize(200);
        assertThat(story.before()).isGreaterThan(1_000);
        assertThat(story.untilNanos()).isEqualTo(2 * SECOND);
        assertThat(story.events().getLast().timeNanos()).isGreaterThan(SECOND);
    }

    /** With every reason asked for, the run is the same. */
    @Test
    void lookingChangesNothing() {
        for (String policy : List.of("lru", "w-tinylfu", "random", "redis-lfu", "s3-fifo")) {
            Topology topology = DataSystems.of(
                    3,
                    fixed(100),
                    DataSystems.users(1_000, new KeyDistribution.Zipf(200, 0.9), 0.9),
                    web(data(DataStrategy.WRITE_AROUND, "db"))
                            .with(
                                    Server.CACHE,
                                    CacheSettings.of(20)
                                            .with(CacheSettings.POLICY, policy)
                                            .with(CacheSettings.TTL, Duration.ofMillis(200))
                                            .with(CacheSettings.TTL_JITTER, 0.5)),
                    db(fixed(1_000), fixed(1_000)));
            Run plain = Run.of(topology);
            Run seen = Run.of(topology, new KeyStoryRecorder("web", 3));
            plain.runUntil(5 * SECOND);
            seen.runUntil(5 * SECOND);
            assertThat(seen.digest()).as(policy).isEqualTo(plain.digest());
            assertThat(seen.report()).isEqualTo(plain.report());
        }
    }
}
