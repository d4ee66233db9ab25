package roundhouse.simulation.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.Report;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;

/** Systems that fail for a while: then all is well again, nobody sends any more, and the balancers leave, so that nothing is left. */
public final class Recovery {
    /** Seconds after the start. */
    private static final double FAILURES_OVER = 2.5;

    private static final double ALL_STOP = 3.5;
    private static final double BALANCERS_LEAVE = 4.5;
    /** Until all is well, nanoseconds. */
    private static final long FAILING = (long) (FAILURES_OVER * Systems.SECOND) - 1;
    /** Until nobody sends any more, nanoseconds. */
    public static final long SENDING = (long) (ALL_STOP * Systems.SECOND) - 1;
    /** Until nothing happens any more, nanoseconds. */
    public static final long SETTLED = 600 * Systems.SECOND;

    private Recovery() {}

    /** The failing system, and what ends its failures. */
    public static Topology of(Topology failing) {
        List<TimedCommand> scenario = new ArrayList<>(failing.scenario());
        for (Node node : failing.nodes()) {
            if (node.isMachine()) {
                scenario.add(Systems.at(FAILURES_OVER, new Command.Recover(node.id())));
            }
        }
        for (Link link : failing.links()) {
            scenario.add(Systems.at(FAILURES_OVER, new Command.Mend(link.from(), link.to())));
        }
        for (Node node : failing.nodes()) {
            if (!node.answersRequests()) {
                double at = node.takesRequests() ? BALANCERS_LEAVE : ALL_STOP;
                scenario.add(Systems.at(at, new Command.Remove(node.id())));
            }
        }
        return failing.withScenario(scenario);
    }

    /** Runs it while things fail, and once more in pieces of random lengths, of which the check sees each; both runs are the same. */
    public static void failsAlikeInPieces(
            Topology topology, WatchedRun watched, SplittableRandom pieces, Consumer<Frame> check) {
        watched.until(FAILING);
        long digest = watched.run().digest();
        Report report = watched.run().report();
        Run again = Run.of(topology);
        Frame frame = new Frame();
        while (again.nowNanos() < FAILING) {
            again.runUntil(Math.min(FAILING, again.nowNanos() + 1 + pieces.nextLong(Systems.SECOND / 10)));
            again.observe(frame);
            check.accept(frame);
        }
        assertThat(again.digest()).as("the digest of the same run in pieces").isEqualTo(digest);
        assertThat(again.report()).isEqualTo(report);
    }
}
