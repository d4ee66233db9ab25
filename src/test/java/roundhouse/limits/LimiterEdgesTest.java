package roundhouse.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What recordings do not reach: limits at their limits, several permits at once, many keys. */
class LimiterEdgesTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;
    private static final long REFUSED = RateLimiter.REFUSED;

    private static Quota perSecond(long permits) {
        return new Quota(permits, SECOND);
    }

    @Test
    void aQuotaHasItsRangeEndsIncluded() {
        assertThat(new Quota(1, MILLI).perSecond()).isEqualTo(1_000);
        assertThat(new Quota(Quota.MOST_PERMITS, Quota.LONGEST_NANOS).perSecond())
                .isCloseTo(1e6 / 86_400, within(1e-12));
        assertThat(new Quota(90, 60 * SECOND).perSecond()).isEqualTo(1.5);
        assertThatIllegalArgumentException().isThrownBy(() -> new Quota(0, SECOND));
        assertThatIllegalArgumentException().isThrownBy(() -> new Quota(Quota.MOST_PERMITS + 1, SECOND));
        assertThatIllegalArgumentException().isThrownBy(() -> new Quota(1, MILLI - 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Quota(1, Quota.LONGEST_NANOS + 1));
    }

    @ParameterizedTest
    @EnumSource(LimiterType.class)
    void eachTypeIsFoundByItsKeyAndLetsTheFirstRequestThrough(LimiterType type) {
        assertThat(LimiterType.of(type.key())).contains(type);
        assertThat(type.sentence()).isNotBlank();
        assertThat(type.create(LimiterSettings.of(perSecond(10)), 0).ask(1, SECOND))
                .isZero();
    }

    @Test
    void keysAndSentencesAreTheirOwn() {
        assertThat(LimiterType.of("nothing")).isEmpty();
        assertThat(Arrays.stream(LimiterType.values()).map(LimiterType::key)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(LimiterType.values()).map(LimiterType::sentence))
                .doesNotHaveDuplicates();
    }

    /** A burst that is said counts, also one of 0; what is usual is the type's own. */
    @Test
    void aBurstThatIsSaidIsNotTheUsualOne() {
        LimiterSettings usual = LimiterSettings.of(perSecond(5));
        assertThat(usual.burst(7)).isEqualTo(7);
        assertThat(usual.timeoutNanos(8)).isEqualTo(8);
        LimiterSettings said = new LimiterSettings(perSecond(5), 2, 0, false, 3, 0, false);
        assertThat(said.burst(7)).isEqualTo(2);
        assertThat(said.timeoutNanos(8)).isEqualTo(3);
        RateLimiter bucket = LimiterType.TOKEN_BUCKET.create(said, 0);
        assertThat(new long[] {bucket.ask(1, 0), bucket.ask(1, 0), bucket.ask(1, 0)})
                .containsExactly(0, 0, REFUSED);
    }

    @Test
    void aFullTableForgetsTheKeyThatWasAskedLongestAgo() {
        KeyedLimiter limiter = new KeyedLimiter(LimiterType.FIXED_WINDOW, LimiterSettings.of(perSecond(1)), 2, 0);
        assertThat(limiter.ask("a", 1, 0)).isZero();
        assertThat(limiter.ask("b", 1, 0)).isZero();
        assertThat(limiter.keys()).isEqualTo(2);
        assertThat(limiter.ask("a", 1, 0)).isEqualTo(REFUSED);
        assertThat(limiter.ask("c", 1, 0)).isZero();
        assertThat(limiter.keys()).isEqualTo(2);
        assertThat(limiter.ask("a", 1, 0)).as("was asked last").isEqualTo(REFUSED);
        assertThat(limiter.ask("b", 1, 0)).as("was forgotten").isZero();
    }

    /** At 10 a second with a burst of 2: three fit at once, the fourth would spill; 100 ms later one has leaked. */
    @Test
    void aLeakyBucketSaysBeforehandWhatItDoes() {
        LeakyBucket bucket = new LeakyBucket(perSecond(10), 2, 0);
        assertThat(bucket.refuses(3, 0)).isFalse();
        assertThat(bucket.refuses(4, 0)).isTrue();
        assertThat(bucket.excessAfter(3, 0)).isEqualTo(2_000);
        assertThat(bucket.ask(3, 0)).isEqualTo(200 * MILLI);
        assertThat(bucket.refuses(1, 99 * MILLI)).isTrue();
        assertThat(bucket.refuses(1, 100 * MILLI)).isFalse();
    }

    /** nginx 1.22.1: a clock that was set back by more than a minute counts as 1 ms passed, by less as none. */
    @Test
    void aClockThatIsSetBackByMoreThanAMinuteCountsAsAMillisecond() {
        LeakyBucket bucket = new LeakyBucket(new Quota(1_000, SECOND), 5, 5);
        assertThat(bucket.ask(3, 100 * SECOND)).isZero();
        assertThat(bucket.excessAfter(1, 40 * SECOND)).isEqualTo(3_000);
        assertThat(bucket.excessAfter(1, 40 * SECOND - MILLI)).isEqualTo(2_000);
        assertThat(bucket.ask(1, 40 * SECOND - MILLI)).isZero();
        assertThat(bucket.excessAfter(1, 40 * SECOND)).as("the clock was set").isEqualTo(2_000);
    }

    @Test
    void aLeakyBucketLeaksAtLeastAThousandthASecond() {
        assertThat(new LeakyBucket(new Quota(1, 1_000 * SECOND), 0, 0).ask(1, 0))
                .isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new LeakyBucket(new Quota(1, 1_001 * SECOND), 0, 0));
    }

    /** Three at once at 10 a second with a burst of 3; the next fits when one has dripped out. */
    @Test
    void theCellRateTakesSeveralAtOnce() {
        Gcra gcra = new Gcra(perSecond(10), 3);
        assertThat(gcra.waitNanos(3, 0)).isZero();
        assertThat(gcra.waitNanos(4, 0)).isEqualTo(100 * MILLI);
        assertThat(gcra.ask(3, 0)).isZero();
        assertThat(gcra.waitNanos(1, 0)).isEqualTo(100 * MILLI);
        assertThat(gcra.waitNanos(2, 30 * MILLI)).isEqualTo(170 * MILLI);
        assertThat(gcra.ask(2, 199 * MILLI)).isEqualTo(REFUSED);
        assertThat(gcra.ask(2, 200 * MILLI)).isZero();
    }

    /** Five in a window of a second fill it; in the middle of the next, half of them still count. */
    @Test
    void aSlidingWindowForgetsByAndBy() {
        SlidingWindow window = new SlidingWindow(perSecond(5));
        assertThat(window.ask(5, 0)).isZero();
        assertThat(window.ask(1, 999 * MILLI)).isEqualTo(REFUSED);
        assertThat(window.estimate(1_500 * MILLI)).isEqualTo(2.5);
        assertThat(window.ask(3, 1_500 * MILLI)).isZero();
        assertThat(window.ask(1, 1_500 * MILLI)).isEqualTo(REFUSED);
        SlidingWindow aDay = new SlidingWindow(new Quota(1_000_000, Quota.LONGEST_NANOS));
        assertThat(aDay.ask(1_000_000, 0)).isZero();
        assertThat(aDay.ask(1, Quota.LONGEST_NANOS)).isEqualTo(REFUSED);
        assertThat(aDay.ask(499_999, Quota.LONGEST_NANOS * 3 / 2)).isZero();
        assertThat(aDay.ask(2, Quota.LONGEST_NANOS * 3 / 2)).isEqualTo(REFUSED);
    }

    @Test
    void connectionsAreIdleWhenAllHaveEnded() {
        ConnectionLimit limit = new ConnectionLimit(2);
        assertThat(limit.idle()).isTrue();
        limit.begun();
        assertThat(limit.idle()).isFalse();
        assertThat(limit.hasRoom()).isTrue();
        limit.begun();
        assertThat(limit.hasRoom()).isFalse();
        limit.ended();
        limit.ended();
        assertThat(limit.idle()).isTrue();
    }

    /** Two connections, five may wait, but four requests in all: two are sent, two wait, the fifth is one too many. */
    @Test
    void whatWaitsCountsAmongTheRequestsOfABreaker() {
        ConnectionBreaker breaker = new ConnectionBreaker(2, 5, 4);
        ConnectionBreaker.Answer[] answers = new ConnectionBreaker.Answer[5];
        Arrays.setAll(answers, _ -> breaker.ask());
        assertThat(answers)
                .containsExactly(
                        ConnectionBreaker.Answer.SENT,
                        ConnectionBreaker.Answer.SENT,
                        ConnectionBreaker.Answer.PENDING,
                        ConnectionBreaker.Answer.PENDING,
                        ConnectionBreaker.Answer.OVERFLOW);
        assertThat(breaker.ended()).isTrue();
        assertThat(breaker.ask()).isEqualTo(ConnectionBreaker.Answer.PENDING);
    }

    @Test
    void haproxyCountsByTheRuleThatItIsGiven() {
        HaproxyRate all = new HaproxyRate(perSecond(2), false);
        HaproxyRate accepted = new HaproxyRate(perSecond(2), true);
        assertThat(all.countsAccepted()).isFalse();
        assertThat(accepted.countsAccepted()).isTrue();
        for (int i = 0; i < 3; i++) {
            long expected = i < 2 ? 0 : REFUSED;
            assertThat(all.ask(1, 10 * SECOND)).isEqualTo(expected);
            assertThat(accepted.ask(1, 10 * SECOND)).isEqualTo(expected);
        }
        assertThat(all.rate(10 * SECOND)).isEqualTo(3);
        assertThat(accepted.rate(10 * SECOND)).isEqualTo(2);
    }
}
