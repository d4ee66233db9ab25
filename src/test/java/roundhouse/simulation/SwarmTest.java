package roundhouse.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.frame;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.simulation.components.PoolWatch;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.testing.RandomSystems;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Node;

/**
 * Random small systems under random commands keep the invariants, and are the same however they are run. A failure names its seed;
 * {@code new RandomSystems(seed)} makes it again.
 */
class SwarmTest {
    private static final int SYSTEMS = 20;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void keepsItsInvariants(int part) {
        for (int i = 0; i < SYSTEMS; i++) {
            long seed = part * 1_000L + i;
            Run whole = run(seed, false);
            Run cut = run(seed, true);
            assertThat(cut.digest()).as("digest, seed %d", seed).isEqualTo(whole.digest());
            assertThat(cut.report()).as("report, seed %d", seed).isEqualTo(whole.report());
            check(whole, seed);
            Replay replay = new Replay(new RandomSystems(seed).topology(), whole.log());
            replay.runUntil(whole.nowNanos());
            Run again = replay.run();
            assertThat(again.digest()).as("replayed digest, seed %d", seed).isEqualTo(whole.digest());
            assertThat(again.report()).as("replayed report, seed %d", seed).isEqualTo(whole.report());
        }
    }

    /** Runs for 2 s with a command every 200 ms; cut into random pieces, steps and looks between, or not. */
    private static Run run(long seed, boolean cut) {
        RandomSystems systems = new RandomSystems(seed);
        Run run = Run.of(systems.topology());
        SplittableRandom pieces = new SplittableRandom(seed + 1);
        Frame frame = new Frame();
        for (long time = SECOND / 5; time <= 2 * SECOND; time += SECOND / 5) {
            while (cut && run.nowNanos() < time) {
                if (pieces.nextInt(3) == 0 && run.nextEventNanos() <= time) {
                    run.step();
                } else {
                    run.runUntil(Math.min(time, run.nowNanos() + 1 + pieces.nextLong(SECOND / 20)));
                }
                run.observe(frame);
                if (pieces.nextInt(20) == 0) {
                    run.report();
                }
            }
            run.runUntil(time);
            run.apply(systems.command(run.topology()));
        }
        run.runUntil(5 * SECOND / 2);
        return run;
    }

    private static void check(Run run, long seed) {
        Report report = run.report();
        long ended =
                report.outcomes().values().stream().mapToLong(Long::longValue).sum();
        assertThat(ended + report.unfinished()).as("requests, seed %d", seed).isEqualTo(report.requests());
        assertThat(report.attempts()).as("attempts, seed %d", seed).isGreaterThanOrEqualTo(0);
        assertThat(report.unfinished()).as("unfinished, seed %d", seed).isGreaterThanOrEqualTo(0);
        boolean checked = mayCheck(new RandomSystems(seed).topology())
                || run.log().stream().anyMatch(entry -> mayCheck(entry.command()));
        Frame frame = frame(run);
        for (int i = 0; i < run.topology().nodes().size(); i++) {
            Node node = run.topology().nodes().get(i);
            Report.NodeReport figures = Systems.node(report, node.id());
            assertThat(frame.inFlight[i])
                    .as("in flight at %s, seed %d", node.id(), seed)
                    .isGreaterThanOrEqualTo(0);
            assertThat(frame.queue[i])
                    .as("queue of %s, seed %d", node.id(), seed)
                    .isBetween(0, checked ? Integer.MAX_VALUE : frame.inFlight[i]);
            if (node.isMachine()) {
                assertThat(figures.utilization())
                        .as("utilisation of %s, seed %d", node.id(), seed)
                        .isBetween(0.0, 1.0 + 1e-9);
            }
            assertThat(frame.arrived[i])
                    .as("every request at %s is there or has one outcome, seed %d", node.id(), seed)
                    .isEqualTo(frame.inFlight[i]
                            + figures.outcomes().values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum());
        }
        for (int hop = 0; hop < frame.hops; hop++) {
            assertThat(frame.along[hop]).isBetween(0f, 1f);
        }
    }

    /** Whether there may ever be health checks, which wait for cores as requests do but are not in flight. */
    private static boolean mayCheck(Topology topology) {
        return !PoolWatch.hasNoChecks(topology)
                || topology.scenario().stream().anyMatch(timed -> mayCheck(timed.command()));
    }

    private static boolean mayCheck(Command command) {
        return command instanceof Command.Revise(Topology topology) && mayCheck(topology);
    }
}
