package roundhouse.workbench.motion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.HopKind;
import roundhouse.simulation.observing.JourneySteps;
import roundhouse.topology.Command;
import roundhouse.topology.CrashMode;
import roundhouse.topology.Topology;
import roundhouse.workbench.playback.Samples;

/** A real run, played at 60 frames a second. */
class JourneysTest {
    private static final long FRAME = 1_000_000_000 / 60;
    private static final Topology BUSY = Samples.busy();

    private final Run run = Run.shown(BUSY);
    private final Journeys journeys = new Journeys();
    private final Sampling sampling = new Sampling();
    private final Frame frame = new Frame();
    private final Frame shown = new Frame();
    private final Set<Long> seen = new HashSet<>();
    private long nowNanos;
    private int most;

    private void play(double speed, double realSeconds) {
        for (int i = 0; i < realSeconds * 60; i++) {
            nowNanos += FRAME;
            run.runUntil(run.nowNanos() + (long) (FRAME * speed));
            run.observe(frame);
            sampling.take(frame.journeys, frame.timeNanos, speed);
            run.sample(sampling.requestsOneIn(), sampling.othersOneIn());
            journeys.take(frame, speed, nowNanos);
            shown.topology = frame.topology;
            journeys.show(shown, nowNanos);
            most = Math.max(most, shown.hops);
            for (int hop = 0; hop < shown.hops; hop++) {
                seen.add(shown.number[hop]);
                assertThat(shown.along[hop]).isBetween(0f, 1f);
            }
        }
    }

    @Test
    void somethingMovesAtEverySpeedAndNeverTooMuch() {
        for (double speed : new double[] {1.0 / 50, 1.0 / 10, 1, 10}) {
            play(speed, 3);
            seen.clear();
            most = 0;
            play(speed, 3);
            assertThat(seen).as("requests seen at " + speed).hasSizeGreaterThan(20);
            assertThat(most).as("dots at " + speed).isBetween(5, 250);
        }
    }

    @Test
    void everyDotIsARequestOfTheSampleAndTheServersHaveTheirShares() {
        play(1, 4);
        int[] at = new int[BUSY.nodes().size()];
        for (int i = 0; i < 600; i++) {
            play(1, 1.0 / 60);
            for (int hop = 0; hop < shown.hops; hop++) {
                assertThat(shown.number[hop]).isBetween(1L, run.requests());
                assertThat(JourneySteps.has(frame.journeys.requestsOneIn, shown.number[hop]))
                        .isTrue();
                if (shown.server[hop] >= 0) {
                    at[shown.server[hop]]++;
                }
            }
        }
        double first = at[BUSY.nodes().indexOf(BUSY.node("s1").orElseThrow())];
        double second = at[BUSY.nodes().indexOf(BUSY.node("s2").orElseThrow())];
        assertThat(first / (first + second)).isBetween(0.4, 0.6);
    }

    @Test
    void requestsToAServerThatDiedInSilenceHangThere() {
        play(1, 2);
        run.apply(new Command.Crash("s2", CrashMode.BLACK_HOLE));
        play(1, 1);
        int dead = BUSY.nodes().indexOf(BUSY.node("s2").orElseThrow());
        assertThat(frame.hanging[dead]).isPositive();
        int hanging = 0;
        for (int hop = 0; hop < shown.hops; hop++) {
            boolean hangs = shown.kind[hop] == HopKind.HANGING || shown.kind[hop] == HopKind.GIVEN_UP;
            if (hangs) {
                hanging++;
                assertThat(BUSY.links().get(shown.link[hop]).to()).isEqualTo("s2");
                assertThat(shown.along[hop]).isEqualTo(1);
            }
            assertThat(shown.kind[hop] == HopKind.REPLY && shown.server[hop] == dead && run.nowNanos() > 3.5e9)
                    .isFalse();
        }
        assertThat(hanging).isPositive();
    }

    @Test
    void aRewindOrALeapForgetsThoseWhoWereUnderWay() {
        play(1, 2);
        assertThat(journeys.size()).isPositive();
        run.runUntil(run.nowNanos() + Duration.ofSeconds(30).toNanos());
        run.observe(frame);
        journeys.take(frame, 1, nowNanos + FRAME);
        assertThat(frame.hangs).isZero();
        assertThat(journeys.size()).isZero();
        play(1, 1);
        assertThat(journeys.size()).isPositive();

        Run again = Run.shown(BUSY);
        again.runUntil(Duration.ofSeconds(1).toNanos());
        again.observe(frame);
        journeys.take(frame, 1, nowNanos + FRAME);
        assertThat(journeys.size()).isZero();
    }

    @Test
    void whoHungAlreadyIsSeenAfterALeapAndIsGivenUpInTime() {
        run.apply(new Command.Crash("s2", CrashMode.BLACK_HOLE));
        run.runUntil(Duration.ofMillis(600).toNanos());
        run.observe(frame);
        assertThat(frame.hangs).isPositive();
        journeys.take(frame, 1, nowNanos);
        shown.topology = frame.topology;
        journeys.show(shown, nowNanos);
        assertThat(shown.hops).isEqualTo(frame.hangs);
        assertThat(shown.kind[0]).isEqualTo(HopKind.HANGING);
        Set<Long> hung = new HashSet<>();
        for (int i = 0; i < frame.hangs; i++) {
            hung.add(frame.hangNumber[i]);
        }
        play(1, 3);
        for (int hop = 0; hop < shown.hops; hop++) {
            assertThat(hung).doesNotContain(shown.number[hop]);
        }
    }

    @Test
    void whoIsNoLongerInTheSampleIsNotSeenForMoreThanOne() {
        play(1.0 / 20, 2);
        run.sample(50, 1);
        run.runUntil(run.nowNanos() + FRAME / 20);
        run.observe(frame);
        journeys.take(frame, 1.0 / 20, nowNanos + FRAME);
        journeys.show(shown, nowNanos + FRAME);
        for (int hop = 0; hop < shown.hops; hop++) {
            assertThat(JourneySteps.has(50, shown.number[hop])).isTrue();
        }
    }
}
