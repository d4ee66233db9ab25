package roundhouse.caching.eviction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class EvictionPoliciesTest {
    @Test
    void everyPolicyOfTheFilesIsThere() {
        assertThat(EvictionPolicies.all().stream().map(EvictionPolicy::key))
                .containsExactly(
                        "lru",
                        "fifo",
                        "mru",
                        "clock",
                        "clock-append",
                        "lfu",
                        "lfu-perfect",
                        "slru",
                        "slru-low",
                        "2q",
                        "arc",
                        "arc-real",
                        "lirs",
                        "s3-fifo",
                        "s3-fifo-b",
                        "sieve",
                        "w-tinylfu",
                        "w-tinylfu-aged",
                        "w-tinylfu-cm4",
                        "random",
                        "redis-lru",
                        "redis-lfu",
                        "volatile-ttl",
                        "memcached-segmented");
        assertThat(EvictionPolicies.all())
                .allMatch(each -> each.equals(EvictionPolicies.named(each.key()).orElseThrow()));
        assertThat(EvictionPolicies.all().stream().map(EvictionPolicy::label)).doesNotHaveDuplicates();
        assertThat(EvictionPolicies.all()).allMatch(each -> each.says().endsWith("."));
    }

    @Test
    void anotherNameIsUnderstoodAndNonsenseIsNot() {
        assertThat(EvictionPolicies.named("tiny-lfu").orElseThrow().key()).isEqualTo("w-tinylfu");
        assertThat(EvictionPolicies.named("opt")).isEmpty();
        assertThat(EvictionPolicies.named("LRU")).isEmpty();
    }

    /** A loop of 1,050 keys: fact for fact what every text on caches says of it. */
    @Test
    void aLoopLargerThanTheCacheShowsWhoStandsLoops() {
        long[] loop = LongStream.range(0, 20_000).map(i -> i % 1_050).toArray();
        for (String none : new String[] {"lru", "fifo", "clock", "lfu", "slru", "arc", "sieve"}) {
            assertThat(hits(none, loop)).as(none).isZero();
        }
        int best = TracePlay.of(EvictionPolicies.opt(loop), 1_000, loop).hits();
        for (String near : new String[] {"lirs", "w-tinylfu", "2q", "s3-fifo"}) {
            assertThat(hits(near, loop)).as(near).isBetween(best * 8 / 10, best);
        }
    }

    private static int hits(String policy, long[] trace) {
        return TracePlay.of(EvictionPolicies.named(policy).orElseThrow(), 1_000, trace)
                .hits();
    }
}
