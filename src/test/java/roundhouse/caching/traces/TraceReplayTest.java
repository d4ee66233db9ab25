package roundhouse.caching.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import roundhouse.caching.CacheBound;
import roundhouse.caching.eviction.EvictionPolicies;
import roundhouse.caching.eviction.EvictionPolicy;
import roundhouse.caching.eviction.Residents;

final class TraceReplayTest {
    private static TraceReplay replay(String lines, EvictionPolicy policy, CacheBound bound, double rate)
            throws IOException, TraceLineException {
        KeyTrace trace = KeyTraceReader.read(new BufferedReader(new StringReader(lines.replace(';', '\n'))), null);
        return TraceReplay.of(trace, policy, bound, rate, new SplittableRandom(1));
    }

    private static TraceReplay lru(String lines, CacheBound bound) throws IOException, TraceLineException {
        return replay(lines, EvictionPolicies.LRU, bound, 1);
    }

    /** The time of the last access, which a policy may know. */
    private static long lastNanos(String lines, double rate) throws IOException, TraceLineException {
        List<Residents> seen = new ArrayList<>();
        EvictionPolicy watching = new EvictionPolicy("watching", "", "", (residents, random) -> {
            seen.add(residents);
            return EvictionPolicies.FIFO.create(residents, random);
        });
        replay(lines, watching, CacheBound.entries(2), rate);
        return seen.getFirst().nowNanos();
    }

    @Test
    void aMissIsKeptAndTheLeastRecentlyUsedLeaves() throws Exception {
        TraceReplay replay = lru("1;2;1;3;2", CacheBound.entries(2));
        assertThat(replay.bitText()).isEqualTo("00100");
        assertThat(replay.accesses()).isEqualTo(5);
        assertThat(replay.hits()).isOne();
        assertThat(replay.hitRatio()).isEqualTo(0.2);
        assertThat(replay.resident()).containsExactly(2, 3);
    }

    @Test
    void noAccessesHaveNoHits() throws Exception {
        TraceReplay replay = lru("", CacheBound.entries(2));
        assertThat(replay.hitRatio()).isZero();
        assertThat(replay.bitText()).isEmpty();
    }

    @Test
    void valuesTakeTheirBytesAndOneWhereTheTraceSaysNone() throws Exception {
        assertThat(lru("0 1 60;1 2 50;2 1 60", CacheBound.bytes(100)).bitText()).isEqualTo("000");
        assertThat(lru("0 1 60;1 2 40;2 1 60", CacheBound.bytes(100)).bitText()).isEqualTo("001");
        assertThat(lru("1;2;1;2;3;1", CacheBound.bytes(2)).bitText()).isEqualTo("001100");
    }

    @Test
    void whatIsLargerThanTheCacheIsPassedBy() throws Exception {
        TraceReplay replay = lru("0 1 101;1 1 101;2 2 100", CacheBound.bytes(100));
        assertThat(replay.hits()).isZero();
        assertThat(replay.resident()).containsExactly(2);
    }

    @Test
    void accessesComeAtTheirTimesOrElseEvenlyAtTheRate() throws Exception {
        assertThat(lastNanos("0 1;1500 2;2750.5 3", 4)).isEqualTo(2_750_500_000L);
        assertThat(lastNanos("1;2;3;4;5;6;7", 4)).isEqualTo(1_500_000_000L);
    }

    /** Keys 1, 12, 13 and 139 have 67.919 s, 155.028 s, 62.947 s and 60.741 s, and -1, being below 0, has 152.081 s. */
    @Test
    void timesToLiveAreDrawnFromKeysAndTheShortestLeaves() throws Exception {
        EvictionPolicy policy = EvictionPolicies.named("volatile-ttl", EvictionPolicies.MOST_SAMPLES)
                .orElseThrow();
        assertThat(replay("1;13;12;-1;139", policy, CacheBound.entries(3), 1).resident())
                .containsExactly(-1, 12, 139);
        assertThat(replay("12;-1;13;1", policy, CacheBound.entries(3), 1).resident())
                .containsExactly(-1, 1, 12);
        assertThat(replay("12;-1;13;1", policy, CacheBound.entries(2), 1).resident())
                .containsExactly(1, 12);
    }
}
