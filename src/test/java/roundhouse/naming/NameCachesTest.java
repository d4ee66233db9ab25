package roundhouse.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What clients keep of a name, to the moment at which it ends. */
class NameCachesTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void anAnswerIsKnownUntilItsTimeIsOverAndNotAtThatMoment() {
        JdkAddressCache<String> cache = new JdkAddressCache<>(30, 10, 0);
        cache.asked("a", 5);
        assertThat(cache.knows(34)).isTrue();
        assertThat(cache.knows(35)).isFalse();
        assertThat(cache.kept()).isEqualTo("a");
    }

    @Test
    void anOldAnswerStandsInUntilItsStaleTimeIsOverAndNotAtThatMoment() {
        JdkAddressCache<String> cache = new JdkAddressCache<>(30, 10, 20);
        cache.asked("a", 0);
        assertThat(cache.asked(null, 49)).isEqualTo("a");
        assertThat(cache.knows(49)).isTrue();
        // It would ask after ten, were the old answer not over by then.
        assertThat(cache.knows(50)).isFalse();
        assertThat(cache.asked(null, 50)).isNull();
    }

    @Test
    void withoutAStaleTimeNothingStandsIn() {
        JdkAddressCache<String> cache = new JdkAddressCache<>(30, 10, 0);
        cache.asked("a", 0);
        assertThat(cache.asked(null, 29)).isNull();
    }

    @Test
    void aResolverShowsWhatItKeepsAndHowThatStands() {
        ResolverCache<String> cache = new ResolverCache<>(ResolverSettings.DNSMASQ);
        assertThat(cache.kept()).isNull();
        assertThat(cache.state(0)).isEqualTo(ResolverCache.State.NOTHING);
        cache.keep(new DnsRecord<>("a", 5), 0);
        assertThat(cache.state(5 * SECOND - 1)).isEqualTo(ResolverCache.State.FRESH);
        assertThat(cache.state(5 * SECOND)).isEqualTo(ResolverCache.State.NOTHING);
        assertThat(cache.kept()).isEqualTo(new DnsRecord<>("a", 5));
    }

    @Test
    void noFurtherAttemptBeginsWhenOneIsConnectedByThen() {
        HappyEyeballs.Outcome outcome = HappyEyeballs.RFC.connect(
                new int[] {6, 4},
                new long[] {HappyEyeballs.RFC.delayNanos(), 1},
                new long[] {HappyEyeballs.NEVER, HappyEyeballs.NEVER},
                6);
        assertThat(outcome.attempts()).containsExactly(new HappyEyeballs.Attempt(0, 0));
        assertThat(outcome.connected()).isZero();
    }
}
