package roundhouse.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import roundhouse.golden.Golden;
import roundhouse.limits.CircuitBreaker.State;
import tools.jackson.databind.JsonNode;

class CircuitBreakerTest {
    private static final long MILLI = 1_000_000;
    private static final long NEVER_SLOW = Long.MAX_VALUE;

    /** Opens at half of ten calls, judges from four on, is open for 100 ms and tries three. */
    private final CircuitBreaker breaker =
            new CircuitBreaker(new CircuitBreaker.Settings(10, 0, 4, 0.5, 1, NEVER_SLOW, 0, 100 * MILLI, 3), 0);

    /** What resilience4j did with the same calls: permission, state, both rates and both counts after every step. */
    @TestFactory
    Stream<DynamicTest> doesWhatResilience4jDid() {
        List<JsonNode> cases = Golden.cases("edge/circuitbreaker.json");
        assertThat(cases).isNotEmpty();
        return cases.stream()
                .map(recorded -> DynamicTest.dynamicTest(recorded.get("id").asString(), () -> {
                    JsonNode config = recorded.get("config");
                    boolean bySeconds = config.get("window").asString().equals("TIME_BASED");
                    int size = config.get("size").asInt();
                    long epochNanos = 1_000 * MILLI;
                    CircuitBreaker replayed = new CircuitBreaker(
                            new CircuitBreaker.Settings(
                                    bySeconds ? 1 : size,
                                    bySeconds ? size : 0,
                                    config.get("minimum_calls").asInt(),
                                    config.get("failure_rate_threshold").asDouble() / 100,
                                    config.path("slow_call_rate_threshold").asDouble(100) / 100,
                                    config.path("slow_call_duration_ms").asLong(60_000) * MILLI,
                                    0,
                                    config.get("wait_open_ms").asLong() * MILLI,
                                    config.get("half_open_calls").asInt()),
                            epochNanos);
                    int minimum = config.get("minimum_calls").asInt();
                    for (JsonNode step : recorded.get("ops")) {
                        long nowNanos = epochNanos + step.get(0).asLong() * MILLI;
                        String what = step.get(1).asString();
                        if (what.equals("ask")) {
                            assertThat(replayed.admits(nowNanos))
                                    .as("%s", step)
                                    .isEqualTo(step.get(4).asInt() == 1);
                        } else {
                            replayed.ended(what.equals("error"), step.get(3).asLong() * MILLI, nowNanos);
                        }
                        assertThat(replayed.state())
                                .as("%s", step)
                                .isEqualTo(State.valueOf(step.get(5).asString()));
                        int calls = replayed.calls(nowNanos);
                        assertThat(calls).as("%s", step).isEqualTo(step.get(8).asInt());
                        assertThat(replayed.failed(nowNanos))
                                .as("%s", step)
                                .isEqualTo(step.get(9).asInt());
                        if (step.get(6).asDouble() >= 0) {
                            assertThat(100.0 * replayed.failed(nowNanos) / calls)
                                    .as("%s", step)
                                    .isCloseTo(step.get(6).asDouble(), within(0.001));
                            assertThat(100.0 * replayed.slow(nowNanos) / calls)
                                    .as("%s", step)
                                    .isCloseTo(step.get(7).asDouble(), within(0.001));
                        } else {
                            assertThat(calls).as("%s", step).isLessThan(minimum);
                        }
                        Golden.equal(1);
                    }
                }));
    }

    private void calls(boolean failed, int times, long nowNanos) {
        for (int i = 0; i < times; i++) {
            assertThat(breaker.admits(nowNanos)).isTrue();
            breaker.ended(failed, 0, nowNanos);
        }
    }

    @Test
    void opensOnlyWithEnoughCalls() {
        calls(true, 3, 0);
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
        calls(true, 1, 0);
        assertThat(breaker.state()).isEqualTo(State.OPEN);
    }

    @Test
    void isOpenForItsTimeAndNotANanosecondLess() {
        calls(true, 4, 0);
        assertThat(breaker.admits(100 * MILLI)).isFalse();
        assertThat(breaker.admits(100 * MILLI + 1)).isTrue();
        assertThat(breaker.state()).isEqualTo(State.HALF_OPEN);
    }

    @Test
    void triesAFewAndClosesWhenTheyAreWell() {
        calls(true, 4, 0);
        long later = 101 * MILLI;
        calls(false, 2, later);
        assertThat(breaker.state()).isEqualTo(State.HALF_OPEN);
        assertThat(breaker.admits(later)).isTrue();
        assertThat(breaker.admits(later)).as("a fourth").isFalse();
        breaker.ended(false, 0, later);
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
        assertThat(breaker.calls(later)).isZero();
    }

    @Test
    void opensAgainWhenTheTrialsFail() {
        calls(true, 4, 0);
        calls(true, 3, 101 * MILLI);
        assertThat(breaker.state()).isEqualTo(State.OPEN);
        assertThat(breaker.admits(201 * MILLI)).isFalse();
    }

    @Test
    void aTrialThatNobodyWaitsForGivesItsPlaceBack() {
        calls(true, 4, 0);
        long later = 101 * MILLI;
        for (int i = 0; i < 3; i++) {
            assertThat(breaker.admits(later)).isTrue();
        }
        assertThat(breaker.admits(later)).isFalse();
        breaker.released();
        assertThat(breaker.admits(later)).isTrue();
    }

    @Test
    void opensAfterSoManyFailuresInARow() {
        CircuitBreaker inARow =
                new CircuitBreaker(new CircuitBreaker.Settings(100, 0, 100, 1, 1, NEVER_SLOW, 3, 100 * MILLI, 1), 0);
        for (boolean failed : new boolean[] {true, true, false, true, true}) {
            inARow.ended(failed, 0, 0);
        }
        assertThat(inARow.state()).isEqualTo(State.CLOSED);
        inARow.ended(true, 0, 0);
        assertThat(inARow.state()).isEqualTo(State.OPEN);
    }

    @Test
    void slowCallsOpenItThoughTheySucceed() {
        CircuitBreaker slow =
                new CircuitBreaker(new CircuitBreaker.Settings(4, 0, 4, 1, 0.5, 10 * MILLI, 0, 100 * MILLI, 1), 0);
        slow.ended(false, 10 * MILLI, 0);
        slow.ended(false, 11 * MILLI, 0);
        slow.ended(false, 0, 0);
        assertThat(slow.state()).isEqualTo(State.CLOSED);
        slow.ended(false, 11 * MILLI, 0);
        assertThat(slow.state()).isEqualTo(State.OPEN);
    }

    /** Asking beforehand says what asking does, in each state and at the nanosecond at which it changes. */
    @Test
    void saysBeforehandWhomItAdmits() {
        assertThat(breaker.wouldAdmit(0)).isTrue();
        calls(true, 4, 0);
        assertThat(breaker.wouldAdmit(100 * MILLI)).isFalse();
        assertThat(breaker.wouldAdmit(100 * MILLI + 1)).isTrue();
        assertThat(breaker.state()).as("nothing was changed").isEqualTo(State.OPEN);
        for (int i = 0; i < 3; i++) {
            assertThat(breaker.wouldAdmit(200 * MILLI)).isTrue();
            assertThat(breaker.admits(200 * MILLI)).isTrue();
        }
        assertThat(breaker.wouldAdmit(200 * MILLI)).isFalse();
        breaker.released();
        assertThat(breaker.wouldAdmit(200 * MILLI)).isTrue();
        assertThat(breaker.admits(200 * MILLI)).isTrue();
        assertThat(breaker.admits(200 * MILLI)).as("three trials, no more").isFalse();
    }

    @Test
    void givesBackNoMorePermitsThanItHas() {
        calls(true, 4, 0);
        assertThat(breaker.admits(200 * MILLI)).isTrue();
        breaker.released();
        breaker.released();
        for (int i = 0; i < 3; i++) {
            assertThat(breaker.admits(200 * MILLI)).isTrue();
        }
        assertThat(breaker.admits(200 * MILLI)).isFalse();
    }

    @Test
    void judgesFromItsMinimumOn() {
        calls(true, 1, 0);
        calls(false, 2, 0);
        assertThat(breaker.judges(0)).isFalse();
        calls(false, 1, 0);
        assertThat(breaker.judges(0)).isTrue();
        assertThat(breaker.failuresInARow()).isZero();
        calls(true, 2, 0);
        assertThat(breaker.failuresInARow()).isEqualTo(2);
    }

    /** What takes exactly as long as is allowed is not slow; half slow opens at half. */
    @Test
    void isSlowOnlyBeyondItsLimit() {
        CircuitBreaker slow =
                new CircuitBreaker(new CircuitBreaker.Settings(10, 0, 2, 1, 0.5, 5 * MILLI, 0, 100 * MILLI, 1), 0);
        slow.ended(false, 5 * MILLI, 0);
        slow.ended(false, 5 * MILLI, 0);
        assertThat(slow.slow(0)).isZero();
        slow.ended(false, 5 * MILLI + 1, 0);
        assertThat(slow.state()).isEqualTo(State.CLOSED);
        slow.ended(false, 5 * MILLI + 1, 0);
        assertThat(slow.slow(0)).isEqualTo(2);
        assertThat(slow.state()).isEqualTo(State.OPEN);
    }

    /** A window of three seconds of the clock; each count is asked for alone, as each forgets by itself. */
    @Test
    void aWindowOfSecondsForgetsThemOneByOneAndAllAfterAPause() {
        long second = 1_000 * MILLI;
        CircuitBreaker.Settings settings = new CircuitBreaker.Settings(1, 3, 100, 1, 1, MILLI, 0, 100 * MILLI, 1);
        for (long pause : new long[] {3, 4, 7}) {
            CircuitBreaker failing = new CircuitBreaker(settings, 0);
            failing.ended(true, 2 * MILLI, 0);
            failing.ended(true, 2 * MILLI, second);
            assertThat(failing.failed(2 * second)).isEqualTo(2);
            assertThat(failing.failed(3 * second)).isEqualTo(1);
            CircuitBreaker slow = new CircuitBreaker(settings, 0);
            slow.ended(true, 2 * MILLI, 0);
            assertThat(slow.slow(2 * second)).isEqualTo(1);
            assertThat(slow.slow(pause * second)).isZero();
            slow.ended(false, 0, pause * second);
            assertThat(slow.calls(pause * second)).isEqualTo(1);
            assertThat(slow.calls((pause + 2) * second)).isEqualTo(1);
            assertThat(slow.calls((pause + 3) * second)).isZero();
            assertThat(slow.failed((pause + 3) * second)).isZero();
            assertThat(slow.slow((pause + 3) * second)).isZero();
        }
    }
}
