package roundhouse.caching.eviction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.caching.Cache;
import roundhouse.caching.CacheBound;
import roundhouse.kernel.RandomStream;

/** What each policy says it saw in what it throws out. */
class EvictionReasonTest {
    private static List<String> why(String policy, int capacity, long... keys) {
        List<String> reasons = new ArrayList<>();
        Cache cache = new Cache(
                EvictionPolicies.named(policy).orElseThrow(),
                CacheBound.entries(capacity),
                new RandomStream(1),
                (from, slot) -> {
                    EvictionReason reason = from.whyEvicted(slot);
                    reasons.add(from.key(slot) + ": " + reason.saw()
                            + (reason.rival() == EvictionReason.NONE ? "" : " (" + reason.rival() + ")"));
                });
        long nowNanos = 0;
        for (long key : keys) {
            nowNanos += 1_000_000_000;
            if (cache.get(key, nowNanos) == Cache.NONE) {
                cache.put(key, nowNanos, 1);
            }
        }
        return reasons;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lru                 | 2: of all entries it was not used for the longest time
            fifo                | 1: of all entries it came first
            mru                 | 1: of all entries it was used last
            clock               | 2: the hand found it not used since it came or was last looked at
            sieve               | 2: the hand found it not used since it came or the hand last came by
            lfu                 | '2: used once since it came, which is the fewest'
            lfu-perfect         | '2: used once in all, which is the fewest'
            slru                | 2: the oldest of probation
            slru-low            | 2: the oldest of protected
            2q                  | '1: the oldest of A1in, which has 3 of at most 0'
            arc                 | '2: the oldest of T1, as T1 has 2 and its target is 0'
            arc-real            | '2: the oldest of T1, as T1 has 2 and its target is 0.00'
            lirs                | 3: the first in the queue of those whose uses lie far apart (HIR)
            s3-fifo             | 2: not used while in small
            s3-fifo-b           | 2: not used while in small
            random              | 3: drawn by lot
            redis-lru           | '2: idle for 4 s by its clock of whole seconds, the longest of those drawn'
            redis-lfu           | '2: counter 5, the lowest of those drawn'
            volatile-ttl        | '2: never expires, as all of those drawn'
            memcached-segmented | 2: the oldest of cold
            """)
    void theLeastWorthy(String policy, String reason) {
        assertThat(why(policy, 3, 1, 2, 3, 1, 1, 4)).containsExactly(reason);
    }

    @Test
    void arcTellsTheTargetThatMoves() {
        assertThat(why("arc", 3, 1, 1, 2, 3, 4, 2, 3))
                .containsExactly(
                        "2: the oldest of T1, as T1 has 2 and its target is 0",
                        "3: the oldest of T1, as T1 has 2 and its target is 1",
                        "1: the oldest of T2, as T1 has 1 and its target is 2");
    }

    @Test
    void twoQueuesTellWhichIsTooLong() {
        assertThat(why("2q", 4, 1, 2, 3, 4, 5, 4, 1, 2, 3, 4, 6))
                .containsExactly(
                        "1: the oldest of A1in, which has 4 of at most 1",
                        "2: the oldest of A1in, which has 4 of at most 1",
                        "3: the oldest of A1in, which has 3 of at most 1",
                        "4: the oldest of A1in, which has 2 of at most 1",
                        "1: the oldest of Am, as A1in has 1 of at most 1",
                        "2: the oldest of Am, as A1in has 1 of at most 1");
    }

    @Test
    void whatWasUsedGoesRoundInTheMainQueue() {
        assertThat(why(
                        "s3-fifo", 10, 1, 1, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 3, 4, 5, 6, 7, 8, 9, 14, 15,
                        16, 10, 11, 12, 13))
                .contains("2: used only once while in small", "3: not used while in small")
                .endsWith(
                        "16: not used while in small",
                        "1: not used since its last round in main",
                        "3: not used since its last round in main");
    }

    @Test
    void tinyLfuTellsWhoLostAgainstWhom() {
        assertThat(why("w-tinylfu-cm4", 3, 1, 1, 1, 2, 2, 3, 3, 4, 5, 5, 5, 5, 6))
                .containsExactly(
                        "3: a candidate for the main part, its frequency 2 lost against 3 (1)",
                        "4: a candidate for the main part, its frequency 1 lost against 3 (1)",
                        "1: the oldest of probation, its frequency 3 lost against 4 (5)");
    }
}
