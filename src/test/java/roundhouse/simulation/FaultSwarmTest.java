package roundhouse.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.Systems.SECOND;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.topology.Command;
import roundhouse.topology.Link;
import roundhouse.topology.Node;
import roundhouse.topology.Topology;
import roundhouse.topology.TopologyFile;

/**
 * Random small systems in which everything that can fail does, by a random scenario. One that breaks an invariant is left as a file,
 * and the message has the command that runs it again.
 */
class FaultSwarmTest {
    private static final int SYSTEMS = 30;
    private static final int FAILURES = 15;
    private static final long END = 5 * SECOND / 2;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void keepsItsInvariantsWhateverFails(int part) throws IOException {
        for (int i = 0; i < SYSTEMS; i++) {
            long seed = 100_000 + part * 1_000L + i;
            Topology topology = new RandomSystems(seed).failing(FAILURES);
            assertThat(topology.scenario()).as("what fails, seed %d", seed).isNotEmpty();
            try {
                check(topology, seed);
            } catch (AssertionError | RuntimeException e) {
                Path file = Path.of("target", "swarm", seed + ".json");
                Files.createDirectories(file.toAbsolutePath().getParent());
                TopologyFile.write(topology, file);
                throw new AssertionError("roundhouse run " + file + " --for 2500ms breaks an invariant: " + e, e);
            }
        }
    }

    private static void check(Topology topology, long seed) {
        PoolWatch watch = new PoolWatch();
        Run run = Run.of(topology, watch);
        long clock = 0;
        for (long events = 0; run.nextEventAt() <= END; events++) {
            run.step();
            assertThat(run.now()).as("the clock").isGreaterThanOrEqualTo(clock);
            clock = run.now();
            if (events % 64 == 0) {
                watch.check(topology);
            }
        }
        run.runUntil(END);
        watch.check(topology);
        Report report = run.report();
        assertThat(watch.ended())
                .as("requests that ended, each once")
                .isEqualTo(report.requests() - report.unfinished());

        Run again = Run.of(topology);
        SplittableRandom pieces = new SplittableRandom(seed);
        Frame frame = new Frame();
        while (again.now() < END) {
            again.runUntil(Math.min(END, again.now() + 1 + pieces.nextLong(SECOND / 10)));
            again.observe(frame);
            assertFrame(frame);
        }
        assertThat(again.digest()).as("the digest of the same run in pieces").isEqualTo(run.digest());
        assertThat(again.report()).isEqualTo(report);

        settle(run, watch);
    }

    private static void assertFrame(Frame frame) {
        for (int hop = 0; hop < frame.hops; hop++) {
            assertThat(frame.along[hop]).isBetween(0f, 1f);
        }
        for (int node = 0; node < frame.topology.nodes().size(); node++) {
            assertThat(frame.inFlight[node]).isGreaterThanOrEqualTo(0);
            assertThat(frame.queue[node]).isBetween(0, frame.inFlight[node]);
            assertThat(frame.utilization[node]).isBetween(0.0, 1.0 + 1e-9);
            assertThat(frame.since[node]).isBetween(0L, frame.time);
        }
    }

    /** All is well again and nobody sends any more: what is left is lost, and waited for without a timeout. */
    private static void settle(Run run, PoolWatch watch) {
        for (Node node : run.topology().nodes()) {
            if (!(node instanceof Node.Clients)) {
                run.apply(new Command.Recover(node.id()));
            }
        }
        for (Link link : run.topology().links()) {
            run.apply(new Command.Mend(link.from(), link.to()));
        }
        for (Node node : run.topology().nodes()) {
            if (node instanceof Node.Clients) {
                run.apply(new Command.Remove(node.id()));
            }
        }
        run.runUntil(run.now() + 600 * SECOND);
        assertThat(run.nextEventAt()).as("nothing more happens").isEqualTo(Long.MAX_VALUE);
        watch.checkSettled(run.report().unfinished());
    }
}
