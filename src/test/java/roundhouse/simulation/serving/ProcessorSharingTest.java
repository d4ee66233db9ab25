package roundhouse.simulation.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.exponential;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.poisson;
import static roundhouse.simulation.testing.Systems.queue;
import static roundhouse.simulation.testing.Systems.server;

import org.junit.jupiter.api.Test;
import roundhouse.routing.Outcome;
import roundhouse.simulation.Replay;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Command;
import roundhouse.topology.CrashMode;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Discipline;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.traffic.Arrivals;
import roundhouse.topology.types.Types;

class ProcessorSharingTest {
    private static Server sharing(int cores) {
        return server("s", cores, exponential(1_000)).with(Server.DISCIPLINE, Discipline.PROCESSOR_SHARING);
    }

    private static Topology with(Server server) {
        return queue(3, poisson(900), server);
    }

    @Test
    void nobodyWaitsForACore() {
        Run run = Run.of(with(sharing(1)));
        run.runUntil(20 * SECOND);
        Report.NodeReport node = Systems.node(run.report(), "s");
        assertThat(node.waiting().maxNanos()).isZero();
        assertThat(node.queue().max()).isZero();
        assertThat(node.inFlight().max()).isGreaterThan(5);
        assertThat(node.utilization()).isCloseTo(0.9, within(0.05));
        assertThat(node.little().gap()).isLessThan(0.01);
    }

    /** At most two share the core; further ones wait, and no more than the queue holds. */
    @Test
    void aBoundOnWorkersIsTheMostThatShare() {
        Run run = Run.of(
                queue(3, poisson(1_500), sharing(1).with(Server.WORKERS, 2).with(Server.QUEUE, 4)));
        run.runUntil(20 * SECOND);
        Report.NodeReport node = Systems.node(run.report(), "s");
        assertThat(node.queue().max()).isEqualTo(4);
        assertThat(node.inFlight().max()).isEqualTo(6);
        assertThat(node.waiting().meanNanos()).isPositive();
        assertThat(run.report().outcomes().get(Outcome.REJECTED)).isPositive();
    }

    /** A request in service when its server stops needs what it still needed. */
    @Test
    void aPauseOnlyDelays() {
        Run run = Run.of(queue(
                1,
                Systems.clients("users", new Arrivals.Constant(1)),
                server("s", 1, fixed(300_000)).with(Server.DISCIPLINE, Discipline.PROCESSOR_SHARING)));
        run.runUntil(SECOND + SECOND / 10);
        run.apply(new Command.Pause("s"));
        run.runUntil(SECOND + SECOND / 2);
        assertThat(run.report().outcomes().getOrDefault(Outcome.OK, 0L)).isLessThanOrEqualTo(1);
        run.apply(new Command.Recover("s"));
        run.runUntil(10 * SECOND);
        // The one that was there took 400 ms longer.
        assertThat(Systems.node(run.report(), "s").latency().maxNanos() / 1e9).isCloseTo(0.7, within(0.005));
    }

    @Test
    void whatHappensToItReplaysEqually() {
        Topology topology = with(sharing(2));
        Run run = Run.of(topology);
        run.runUntil(SECOND);
        run.apply(new Command.Pause("s"));
        run.runUntil(SECOND + SECOND / 2);
        run.apply(new Command.Recover("s"));
        run.runUntil(2 * SECOND);
        run.apply(new Command.Slow("s", 3));
        run.runUntil(3 * SECOND);
        run.apply(new Command.Crash("s", CrashMode.REFUSE));
        run.runUntil(3 * SECOND + SECOND / 10);
        run.apply(new Command.Recover("s"));
        run.runUntil(5 * SECOND);
        assertReplays(topology, run);
        assertThat(run.report().outcomes().get(Outcome.FAILED)).isPositive();
        assertThat(run.report().outcomes().get(Outcome.OK)).isGreaterThan(3_000);
    }

    /** Changed while requests are there: nobody is lost, and all are served in the end. */
    @Test
    void theDisciplineCanChangeWhileItRuns() {
        Server first = server("s", 2, exponential(2_000)).with(Server.QUEUE, Types.UNLIMITED);
        Topology topology = with(first);
        Run run = Run.of(topology);
        for (int i = 0; i < 10; i++) {
            run.runUntil((i + 1) * SECOND / 2);
            run.apply(revised(
                    topology, i % 2 == 0 ? first.with(Server.DISCIPLINE, Discipline.PROCESSOR_SHARING) : first));
        }
        run.apply(revised(topology, first.with(Server.CORES, 8)));
        run.runUntil(6 * SECOND);
        Report report = run.report();
        assertThat(report.outcomes().get(Outcome.OK) + report.unfinished()).isEqualTo(report.requests());
        assertThat(report.unfinished()).as("those on their way").isLessThan(30);
        assertThat(Systems.node(report, "s").utilization()).isBetween(0.3, 1.0);
        assertThat(Systems.node(report, "s").little().gap()).isLessThan(0.01);
        assertReplays(topology, run);
    }

    private static void assertReplays(Topology topology, Run run) {
        Replay replay = new Replay(topology, run.log());
        replay.runUntil(run.nowNanos());
        assertThat(replay.run().digest()).isEqualTo(run.digest());
    }

    private static Command revised(Topology topology, Server server) {
        return new Command.Revise(topology.with(server));
    }
}
