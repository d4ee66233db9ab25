package roundhouse.simulation.balancing;

import static roundhouse.simulation.testing.BalancerPairs.balancer;
import static roundhouse.simulation.testing.BalancerPairs.pair;
import static roundhouse.simulation.testing.Systems.SECOND;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.testing.Chance;
import roundhouse.simulation.testing.Reproduction;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;

/** Pairs whose balancers crash and recover at random while the heartbeat is whole: at most one is active. */
class VrrpPairSwarmTest {
    private static final int SEEDS = 60;
    private static final int ACTS = 6;
    private static final long LONGEST_ACT = 5 * SECOND;

    @Test
    void atMostOneIsActiveAndEveryRequestEndsOnce() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Chance chance = new Chance(seed);
            Topology topology = pair(
                    seed,
                    balancer("lb-1", chance.between(1, 254), chance.half()),
                    balancer("lb-2", chance.between(1, 254), chance.half()));
            List<TimedCommand> scenario = new ArrayList<>();
            long time = 0;
            for (int act = 0; act < ACTS; act++) {
                String id = chance.pick("lb-1", "lb-2");
                Command command = chance.half() ? new Command.Crash(id) : new Command.Recover(id);
                scenario.add(new TimedCommand(Duration.ofNanos(time), command));
                time += (long) (chance.part() * LONGEST_ACT);
            }
            long end = time;
            Reproduction.check(topology.withScenario(scenario), "pair-" + seed, watched -> watched.until(end));
        }
    }
}
