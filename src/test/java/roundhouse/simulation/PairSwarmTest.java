package roundhouse.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.PairTest.balancer;
import static roundhouse.simulation.PairTest.pair;
import static roundhouse.simulation.Systems.SECOND;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import roundhouse.routing.Outcome;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;

/** Pairs whose balancers crash and recover at random while the heartbeat is whole. */
class PairSwarmTest {
    private static final int SEEDS = 60;
    private static final long MILLI = 1_000_000;
    /** The heartbeat's latency: so long both may be active when one takes the address back. */
    private static final long OVERLAP = 2 * MILLI;

    @Test
    void atMostOneIsActiveAndEveryRequestEndsOnce() {
        for (int seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Topology topology = pair(
                    seed,
                    balancer("lb-1", random.nextInt(1, 255), random.nextBoolean()),
                    balancer("lb-2", random.nextInt(1, 255), random.nextBoolean()));
            Run run = Run.of(topology);
            Frame frame = new Frame();
            long both = 0;
            for (int act = 0; act < 6; act++) {
                String id = random.nextBoolean() ? "lb-1" : "lb-2";
                run.apply(random.nextBoolean() ? new Command.Crash(id) : new Command.Recover(id));
                for (long until = run.now() + random.nextLong(5 * SECOND); run.now() < until; ) {
                    run.runUntil(run.now() + MILLI);
                    run.observe(frame);
                    boolean split = frame.role[1] == Frame.ACTIVE && frame.role[2] == Frame.ACTIVE;
                    both = split ? both + MILLI : 0;
                    assertThat(both)
                            .as("seed %d at %d ns, after %s", seed, run.now(), run.log())
                            .isLessThanOrEqualTo(OVERLAP);
                }
            }
            Report report = run.report();
            long ended = 0;
            for (Outcome outcome : Outcome.values()) {
                ended += report.outcomes().getOrDefault(outcome, 0L);
            }
            assertThat(ended + report.unfinished()).as("seed %d", seed).isEqualTo(report.requests());
            Run again = Run.replay(topology, run.log());
            again.runUntil(run.now());
            assertThat(again.digest()).as("seed %d", seed).isEqualTo(run.digest());
        }
    }
}
