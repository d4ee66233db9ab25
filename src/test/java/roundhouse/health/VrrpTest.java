package roundhouse.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.golden.Golden;
import roundhouse.health.Vrrp.Action;
import roundhouse.health.Vrrp.State;
import tools.jackson.databind.JsonNode;

class VrrpTest {
    private static final long SECOND = 1_000_000;

    private static Vrrp router(int priority, boolean preempts, long address) {
        return new Vrrp(new VrrpTimers(3, SECOND, priority, 3), preempts, address);
    }

    static List<JsonNode> timers() {
        return Golden.list("other/vrrp_timers.json", "rows");
    }

    @ParameterizedTest
    @MethodSource("timers")
    void timersAreKeepalivedsToTheMicrosecond(JsonNode row) {
        VrrpTimers timers = new VrrpTimers(
                row.get("version").asInt(),
                Math.round(row.get("advert_s").asDouble() * SECOND),
                row.get("priority").asInt(),
                3);
        assertThat(timers.skewMicros()).isEqualTo(row.get("skew_us").asLong());
        assertThat(timers.masterDownMicros())
                .isEqualTo(row.get("master_down_us").asLong());
        Golden.equal(2);
    }

    @Test
    void timersHaveLimits() {
        assertThat(new VrrpTimers(2, 1, 1, 1).masterDownMicros()).isEqualTo(1 + 255 * SECOND / 256);
        assertThat(new VrrpTimers(3, 1, 255, 1).priority()).isEqualTo(255);
        assertThatIllegalArgumentException().isThrownBy(() -> new VrrpTimers(1, SECOND, 100, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new VrrpTimers(4, SECOND, 100, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new VrrpTimers(3, SECOND, 0, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new VrrpTimers(3, SECOND, 256, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new VrrpTimers(3, 0, 100, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new VrrpTimers(3, SECOND, 100, 0));
    }

    /** From the crash of the active one the standby needs its whole wait less the time since the last heartbeat. */
    @Test
    void takeoverTakesBetweenTheWaitLessAnIntervalAndTheWait() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
        VrrpTimers timers = new VrrpTimers(3, SECOND, 100, 3);
        for (int i = 0; i < 200; i++) {
            Vrrp active = router(200, true, 1);
            Vrrp standby = router(100, true, 2);
            active.start(0);
            standby.start(0);
            long crash = 10 * SECOND + random.nextInt((int) SECOND);
            long now = 0;
            while (standby.state() != State.ACTIVE) {
                boolean activeNext = active.timerMicros() <= standby.timerMicros() && active.timerMicros() < crash;
                now = activeNext ? active.timerMicros() : standby.timerMicros();
                if (activeNext) {
                    active.timerFired(now);
                    standby.heard(200, 1, now);
                } else {
                    standby.timerFired(now);
                }
            }
            assertThat(now - crash).isBetween(timers.masterDownMicros() - SECOND, timers.masterDownMicros());
        }
    }

    @Test
    void theHigherPriorityIsFirst() {
        Vrrp low = router(100, true, 1);
        Vrrp high = router(200, true, 2);
        low.start(0);
        high.start(0);
        assertThat(high.timerMicros()).isLessThan(low.timerMicros());
        assertThat(high.timerFired(high.timerMicros())).isEqualTo(Action.TAKE_OVER);
        assertThat(low.heard(200, 2, 5)).isEqualTo(Action.NOTHING);
        assertThat(low.state()).isEqualTo(State.STANDBY);
    }

    @Test
    void preemptionTakesTheAddressBackAndItsAbsenceLeavesIt() {
        for (boolean preempts : new boolean[] {true, false}) {
            Vrrp returning = router(200, preempts, 2);
            returning.start(0);
            long before = returning.timerMicros();
            returning.heard(100, 1, SECOND);
            assertThat(returning.timerMicros() == before)
                    .as("goes on waiting to take over")
                    .isEqualTo(preempts);
        }
        Vrrp active = router(100, true, 1);
        active.start(0);
        active.timerFired(active.timerMicros());
        assertThat(active.heard(200, 2, 9 * SECOND)).isEqualTo(Action.STEP_DOWN);
        assertThat(active.state()).isEqualTo(State.STANDBY);
    }

    @Test
    void withEqualPrioritiesTheGreaterAddressStaysActive() {
        Vrrp one = router(100, true, 1);
        Vrrp two = router(100, true, 2);
        for (Vrrp router : new Vrrp[] {one, two}) {
            router.start(0);
            assertThat(router.timerFired(router.timerMicros())).isEqualTo(Action.TAKE_OVER);
        }
        assertThat(two.heard(100, 1, 5 * SECOND)).isEqualTo(Action.NOTHING);
        assertThat(one.heard(100, 2, 5 * SECOND)).isEqualTo(Action.STEP_DOWN);
    }

    @Test
    void whoResignsIsFollowedAfterTheSkewAlone() {
        Vrrp active = router(200, true, 2);
        active.start(0);
        active.timerFired(active.timerMicros());
        assertThat(active.stop()).isEqualTo(Action.RESIGN);
        assertThat(active.timerMicros()).isEqualTo(Vrrp.NEVER);
        Vrrp standby = router(100, true, 1);
        standby.start(0);
        standby.heard(0, 2, SECOND);
        assertThat(standby.timerMicros()).isEqualTo(SECOND + new VrrpTimers(3, SECOND, 100, 3).skewMicros());
    }

    @Test
    void aCutHeartbeatMakesBothActive() {
        Vrrp one = router(200, true, 1);
        Vrrp two = router(100, true, 2);
        for (Vrrp router : new Vrrp[] {one, two}) {
            router.start(0);
            router.timerFired(router.timerMicros());
        }
        assertThat(one.state()).isEqualTo(State.ACTIVE);
        assertThat(two.state()).isEqualTo(State.ACTIVE);
        assertThat(two.heard(200, 1, 20 * SECOND)).isEqualTo(Action.STEP_DOWN);
    }

    @Test
    void theOwnerOfTheAddressIsActiveAtOnce() {
        assertThat(router(255, true, 1).start(0)).isEqualTo(Action.TAKE_OVER);
    }

    @Test
    void theActiveOneAdvertisesEveryInterval() {
        Vrrp router = router(100, true, 1);
        assertThat(router.start(0)).isEqualTo(Action.NOTHING);
        long takeOver = router.timerMicros();
        assertThat(router.timerFired(takeOver)).isEqualTo(Action.TAKE_OVER);
        assertThat(router.timerMicros()).isEqualTo(takeOver + SECOND);
        assertThat(router.timerFired(takeOver + SECOND)).isEqualTo(Action.ADVERTISE);
        assertThat(router.timerMicros()).isEqualTo(takeOver + 2 * SECOND);
    }

    @Test
    void oneThatStartsActiveAdvertisesAfterAnInterval() {
        Vrrp router = router(100, true, 1);
        router.startActive(5 * SECOND);
        assertThat(router.state()).isEqualTo(State.ACTIVE);
        assertThat(router.timerMicros()).isEqualTo(6 * SECOND);
        assertThat(router.timers().priority()).isEqualTo(100);
    }

    @Test
    void theActiveOneAnswersOneThatResigns() {
        Vrrp router = router(100, true, 1);
        router.startActive(0);
        assertThat(router.heard(0, 2, 5 * SECOND)).isEqualTo(Action.ADVERTISE);
        assertThat(router.state()).isEqualTo(State.ACTIVE);
        assertThat(router.timerMicros()).isEqualTo(6 * SECOND);
    }

    @Test
    void oneThatStepsDownWaitsAsAStandbyDoes() {
        Vrrp router = router(100, true, 1);
        router.startActive(0);
        router.heard(200, 2, 5 * SECOND);
        assertThat(router.timerMicros()).isEqualTo(5 * SECOND + router.timers().masterDownMicros());
    }

    @Test
    void aStandbyOfTheSamePriorityLeavesTheActiveOneAlone() {
        Vrrp standby = router(100, true, 1);
        standby.start(0);
        assertThat(standby.heard(100, 2, 2 * SECOND)).isEqualTo(Action.NOTHING);
        assertThat(standby.timerMicros())
                .isEqualTo(2 * SECOND + standby.timers().masterDownMicros());
    }

    @Test
    void oneThatIsStoppedHearsNothingAndResignsNoMore() {
        Vrrp router = router(100, true, 1);
        assertThat(router.state()).isEqualTo(State.STOPPED);
        assertThat(router.heard(0, 2, SECOND)).isEqualTo(Action.NOTHING);
        assertThat(router.timerFired(SECOND)).isEqualTo(Action.NOTHING);
        assertThat(router.timerMicros()).isEqualTo(Vrrp.NEVER);
        router.start(0);
        assertThat(router.stop()).isEqualTo(Action.NOTHING);
        assertThat(router.state()).isEqualTo(State.STOPPED);
    }
}
