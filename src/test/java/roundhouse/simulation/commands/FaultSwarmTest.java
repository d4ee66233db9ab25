package roundhouse.simulation.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.simulation.components.PoolWatch;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.testing.RandomSystems;
import roundhouse.simulation.testing.Recovery;
import roundhouse.simulation.testing.Reproduction;
import roundhouse.simulation.testing.SwarmFeatures;
import roundhouse.simulation.testing.WatchedRun;
import roundhouse.topology.Topology;

/**
 * Random small systems with all that a system can have, in which everything that can fail does, by a random scenario; then all is well
 * again, nobody sends any more, and the balancers leave, so that nothing happens any more. One that breaks an invariant is left as a
 * file, and the message has the command that runs it again.
 */
class FaultSwarmTest {
    private static final int PARTS = 5;
    private static final int SYSTEMS = 80;

    private static Topology topology(long seed) {
        return Recovery.of(new RandomSystems(seed).failing());
    }

    private static long seed(int part, int system) {
        return 100_000 + part * 1_000L + system;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void keepsItsInvariantsWhateverFails(int part) {
        long[] seen = new long[3];
        for (int i = 0; i < SYSTEMS; i++) {
            long seed = seed(part, i);
            Topology topology = topology(seed);
            Reproduction.check(topology, "faults-" + seed, watched -> {
                check(topology, watched, new SplittableRandom(seed));
                seen[0] += watched.picks().picks();
                seen[1] += watched.picks().inPanic();
                seen[2] += watched.pairs().splits();
            });
        }
        assertThat(seen[0]).as("picks").isPositive();
        assertThat(seen[1]).as("picks of those who are out, in a panic").isPositive();
        assertThat(seen[2]).as("pairs that were split").isPositive();
    }

    private static void check(Topology topology, WatchedRun watched, SplittableRandom pieces) {
        Recovery.failsAlikeInPieces(topology, watched, pieces, FaultSwarmTest::check);
        watched.until(Recovery.SENDING);
        watched.pairs().checkOneActive();
        watched.until(Recovery.SETTLED);
        watched.checkSettled();
    }

    private static void check(Frame frame) {
        for (int hop = 0; hop < frame.hops; hop++) {
            assertThat(frame.along[hop]).isBetween(0f, 1f);
        }
        for (int node = 0; node < frame.topology.nodes().size(); node++) {
            assertThat(frame.inFlight[node]).isGreaterThanOrEqualTo(0);
            int most = PoolWatch.hasNoChecks(frame.topology) ? frame.inFlight[node] : Integer.MAX_VALUE;
            assertThat(frame.queue[node]).isBetween(0, most);
            assertThat(frame.utilization[node]).isBetween(0.0, 1.0 + 1e-9);
            assertThat(frame.sinceNanos[node]).isBetween(0L, frame.timeNanos);
        }
    }

    @Test
    void theSwarmHasAllThatASystemCanHave() {
        SwarmFeatures features = new SwarmFeatures();
        for (int part = 0; part < PARTS; part++) {
            for (int i = 0; i < SYSTEMS; i++) {
                features.add(topology(seed(part, i)));
            }
        }
        assertThat(features.seldom(10))
                .as("features that fewer than ten systems have")
                .isEmpty();
    }
}
