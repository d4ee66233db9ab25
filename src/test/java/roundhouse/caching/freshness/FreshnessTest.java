package roundhouse.caching.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FreshnessTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;

    @ParameterizedTest
    @CsvSource({
        // Stored 0.7 s after a whole second for 2 s: how long it lasts, with no Age and with one of 1 s.
        "exact,   700, 2000, 1000",
        "nginx,   700, 2300, 2300",
        "varnish, 700, 2000, 1000",
        "squid,   700, 1300, 300",
        "caffeine, 700, 2000, 1000",
        // At a whole second.
        "nginx, 0, 3000, 3000",
        "squid, 0, 2000, 1000"
    })
    void aLifetimeOfTwoSecondsLasts(String word, long storedMillis, long lasts, long lastsWithAge) {
        Freshness rule = Freshness.named(word).orElseThrow();
        long stored = 5 * SECOND + storedMillis * MILLI;
        assertThat(rule.freshUntilNanos(stored, 2 * SECOND, 0) - stored).isEqualTo(lasts * MILLI);
        assertThat(rule.freshUntilNanos(stored, 2 * SECOND, SECOND) - stored).isEqualTo(lastsWithAge * MILLI);
    }

    @Test
    void nginxIsFreshThroughTheLastSecondAndSquidNotAtAll() {
        // Facts of both: stored at 0.1 s with 2 s, a HIT at 2.9 s and expired at 3.1 s; one second less in Squid.
        long nginx = Freshness.NGINX.freshUntilNanos(100 * MILLI, 2 * SECOND, 0);
        assertThat(nginx).isBetween(2_900 * MILLI + 1, 3_100 * MILLI);
        assertThat(Freshness.SQUID.freshUntilNanos(100 * MILLI, 2 * SECOND, 0)).isEqualTo(2 * SECOND);
    }

    @Test
    void theWindowsAfterTheLifetime() {
        long until = 10 * SECOND;
        assertThat(windows("exact").judge(until, until - 1)).isEqualTo(Held.FRESH);
        assertThat(windows("exact").judge(until, until)).isEqualTo(Held.STALE);
        assertThat(windows("exact").judge(until, until + 2 * SECOND)).isEqualTo(Held.EXPIRED);
        assertThat(windows("exact").servesOnError(until, until + 3 * SECOND - 1))
                .isTrue();
        assertThat(windows("exact").servesOnError(until, until + 3 * SECOND)).isFalse();
        assertThat(windows("squid").judge(until, until))
                .as("no stale-while-revalidate")
                .isEqualTo(Held.EXPIRED);
        assertThat(windows("squid").servesOnError(until, until + 4 * SECOND - 1))
                .isTrue();
        assertThat(windows("squid").servesOnError(until, until + 4 * SECOND)).isFalse();
        assertThat(new Windows(Freshness.SQUID, 0, 0).servesOnError(until, until))
                .isFalse();
        assertThat(windows("varnish").judge(until, until + SECOND)).isEqualTo(Held.STALE);
        assertThat(windows("varnish").servesOnError(until, until))
                .as("grace is all there is")
                .isFalse();
        assertThat(windows("varnish").servesOnError(until, until - 1)).isTrue();
        assertThat(windows("nginx").judge(until, until + SECOND)).isEqualTo(Held.STALE);
        Windows fractions = new Windows(Freshness.NGINX, 1_900 * MILLI, 2_900 * MILLI);
        assertThat(fractions.judge(until, until + SECOND))
                .as("whole seconds only")
                .isEqualTo(Held.EXPIRED);
        assertThat(fractions.servesOnError(until, until + 2 * SECOND)).isFalse();
    }

    private static Windows windows(String word) {
        return new Windows(Freshness.named(word).orElseThrow(), 2 * SECOND, 3 * SECOND);
    }

    @Test
    void aMarkHoldsForItsTimeAndASoftPurgeEndsALifetime() {
        Windows windows = windows("varnish");
        assertThat(windows.judgeMark(100, 99)).isEqualTo(Held.UNCACHEABLE);
        assertThat(windows.judgeMark(100, 100)).isEqualTo(Held.ABSENT);
        assertThat(Windows.softPurged(100, 70)).isEqualTo(70);
        assertThat(Windows.softPurged(60, 70)).as("it had expired before").isEqualTo(60);
    }

    @Test
    void whatNeverEndsNeverEnds() {
        for (Freshness rule : Freshness.values()) {
            long never = rule.freshUntilNanos(77 * SECOND, Freshness.NEVER, 0);
            assertThat(never).as(rule.word()).isEqualTo(Freshness.NEVER);
            assertThat(rule.staleUntilNanos(never, SECOND)).isEqualTo(Freshness.NEVER);
            assertThat(new Windows(rule, 0, 0).judge(never, Long.MAX_VALUE - 1)).isEqualTo(Held.FRESH);
        }
        assertThat(Freshness.EXACT.staleUntilNanos(5, Freshness.NEVER)).isEqualTo(Freshness.NEVER);
    }

    @Test
    void theAgeThatIsSent() {
        assertThat(Freshness.NGINX.ageSeconds(0, 0, 9 * SECOND)).isEqualTo(Freshness.NO_AGE);
        assertThat(Freshness.VARNISH.ageSeconds(700 * MILLI, 2 * SECOND, 1_600 * MILLI))
                .isEqualTo(2);
        assertThat(Freshness.VARNISH.ageSeconds(700 * MILLI, 2 * SECOND, 1_700 * MILLI))
                .isEqualTo(3);
        assertThat(Freshness.SQUID.ageSeconds(700 * MILLI, 2 * SECOND, 1_000 * MILLI))
                .isEqualTo(3);
    }

    @Test
    void whatIsUsedAgainLivesFromThenWithCaffeinesTolerance() {
        assertThat(Freshness.EXACT.renewedNanos(0, 500 * MILLI, 2 * SECOND)).isEqualTo(500 * MILLI);
        assertThat(Freshness.CAFFEINE.renewedNanos(0, SECOND, 2 * SECOND)).isZero();
        assertThat(Freshness.CAFFEINE.renewedNanos(0, SECOND + 1, 2 * SECOND)).isEqualTo(SECOND + 1);
        assertThat(Freshness.CAFFEINE.renewedNanos(0, 5, SECOND))
                .as("short lifetimes move")
                .isEqualTo(5);
        assertThat(Freshness.CAFFEINE.freshUntilNanos(11, 100, 0))
                .as("written at an odd moment")
                .isEqualTo(110);
        assertThat(Freshness.CAFFEINE.unusedUntilNanos(11, 100))
                .as("used at an odd moment")
                .isEqualTo(111);
        assertThat(Freshness.SQUID.unusedUntilNanos(700 * MILLI, 2 * SECOND))
                .as("all others count from uses as from fetches")
                .isEqualTo(2 * SECOND);
    }

    @Test
    void eachHasAWordOfItsOwn() {
        assertThat(Arrays.stream(Freshness.values()).map(Freshness::word))
                .containsExactly("exact", "nginx", "varnish", "squid", "caffeine");
        assertThat(Freshness.values())
                .allSatisfy(rule -> assertThat(rule.summary()).isNotBlank());
        assertThat(Freshness.named("apache")).isEmpty();
    }
}
