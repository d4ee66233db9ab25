package roundhouse.simulation.observing;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.poisson;
import static roundhouse.simulation.testing.Systems.queue;
import static roundhouse.simulation.testing.Systems.server;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.Run;
import roundhouse.topology.Topology;

/** Time in which nothing happens is passed over, and leaves the same as if it had been lived through. */
class IdleTimeTest {
    private static final Topology RARE =
            queue(3, poisson(0.02), server("s", 1, fixed(3_000_000))).withWarmUp(Duration.ofSeconds(200));

    @Test
    void aRunInPiecesOfATenthIsTheSame() {
        for (long seconds : new long[] {100, 1_000, 5_000}) {
            Run whole = Run.of(RARE);
            whole.runUntil(seconds * SECOND);
            Run pieces = Run.of(RARE);
            // A piece ends before every look at the run, so that there is nothing to pass over.
            for (long tenth = 1; tenth <= seconds * 10; tenth++) {
                pieces.runUntil(tenth * SECOND / 10 - 1);
            }
            pieces.runUntil(seconds * SECOND);
            assertThat(pieces.report()).isEqualTo(whole.report());
            Frame one = new Frame();
            whole.observe(one);
            Frame other = new Frame();
            pieces.observe(other);
            // What nobody knows is no number in both.
            assertThat(other)
                    .usingRecursiveComparison()
                    .withEqualsForType((a, b) -> Double.compare(a, b) == 0, Double.class)
                    .isEqualTo(one);
        }
    }

    /** 250 years have 8 · 10¹⁰ tenths of a second, which nobody could live through. */
    @Test
    void centuriesInWhichNothingHappensCostNothing() {
        Topology nothing = queue(1, poisson(1e-12), server("s", 1, fixed(1)));
        Run run = Run.of(nothing);
        run.runUntil(250L * 365 * 24 * 3600 * SECOND);
        assertThat(run.events()).isLessThan(100);
        Frame frame = new Frame();
        run.observe(frame);
        assertThat(frame.history.throughput().length).isBetween(300, 600);
        assertThat(frame.history.spanNanos() * frame.history.throughput().length)
                .isLessThanOrEqualTo(run.nowNanos())
                .isGreaterThan(run.nowNanos() - frame.history.spanNanos() - SECOND);
    }
}
