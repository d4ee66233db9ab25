package roundhouse.workbench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Run;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.parts.Balancing;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.Failures;
import roundhouse.workbench.Job;
import roundhouse.workbench.Notice;
import roundhouse.workbench.WorkLane;

/** One design under every algorithm, in the background. The screen is a queue that the test runs by hand. */
class AlgorithmsWorkTest {
    @TempDir
    private Path state;

    private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final List<AlgorithmsWork.State> onTheWay = new ArrayList<>();
    private final List<AlgorithmsWork.State> done = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private BackgroundWork background;
    private WorkLane lane;

    @BeforeEach
    void open() {
        background = new BackgroundWork(screen::add, new Failures(state, screen::add, notices::add));
        lane = background.lane("algorithms");
    }

    @AfterEach
    void close() {
        background.close();
    }

    /** One of three servers is slow, and round robin does not notice. */
    private static Topology sample(Duration length) {
        return ((ReadResult.Read) TopologyFile.read(Path.of("samples", "slow-server-round-robin.json")))
                .topology()
                .withDuration(length);
    }

    private Job begin(Topology topology) {
        return lane.replace(new BackgroundTask<>(
                "The design was not run under every algorithm",
                new AlgorithmsWork(topology, onTheWay::add),
                done::add));
    }

    @Test
    void eachAlgorithmGetsARowAndIsComparedWithTheDesignAsItIs() throws InterruptedException {
        Topology topology = sample(Duration.ofSeconds(20));
        begin(topology);
        while (done.isEmpty()) {
            screen.take().run();
        }
        List<AlgorithmRow> rows = done.getFirst().rows();
        assertThat(rows).hasSize(Algorithm.values().length);
        AlgorithmRow asItIs = rows.getFirst();
        assertThat(asItIs.title()).isEqualTo("Round robin, as it is");
        assertThat(asItIs.comparison()).isNull();
        Run alone = Run.of(topology);
        alone.runUntil(20_000_000_000L);
        assertThat(asItIs.side().whole().digest()).isEqualTo(alone.digest());
        AlgorithmRow least = rows.stream()
                .filter(row -> row.title().equals("Least connections"))
                .findFirst()
                .orElseThrow();
        assertThat(least.verdict()).isEqualTo("better");
        assertThat(least.tone()).isEqualTo(Row.Tone.BETTER);
        assertThat(least.difference()).startsWith("−").contains(" ± ");
        // The file of the same design with that algorithm comes to the same.
        LoadBalancer balancer = AlgorithmRow.balancers(topology).getFirst();
        Run other = Run.of(topology.with(balancer.balancing(Balancing.of(Algorithm.LEAST_CONNECTIONS))));
        other.runUntil(20_000_000_000L);
        assertThat(least.side().whole().nodes().get("s1").served())
                .isEqualTo(other.report().nodes().get("s1").served());
        assertThat(onTheWay).extracting(AlgorithmsWork.State::progress).isSorted();
        assertThat(done.getFirst().progress()).isEqualTo(1);
    }

    @Test
    void givenUpItEndsAndShowsNoMore() throws InterruptedException {
        Job job = begin(sample(Duration.ofDays(30)));
        screen.take().run();
        assertThat(onTheWay).hasSize(1);
        assertThat(onTheWay.getFirst().progress()).isLessThan(0.5);
        job.cancel();
        // It ends, or this would wait for it for hours.
        background.close();
        while (!screen.isEmpty()) {
            screen.take().run();
        }
        assertThat(onTheWay).hasSize(1);
        assertThat(done).isEmpty();
        assertThat(notices).isEmpty();
    }

    @Test
    void keysCannotDecideAtLayer4() {
        Topology topology = sample(Duration.ofSeconds(1));
        LoadBalancer balancer = AlgorithmRow.balancers(topology).getFirst();
        assertThat(AlgorithmRow.of(topology)).extracting(AlgorithmRow::title).contains("Hash of the key");
        Topology layer4 = topology.with(balancer.with(LoadBalancer.LAYER, 4));
        assertThat(AlgorithmRow.of(layer4)).extracting(AlgorithmRow::title).doesNotContain("Hash of the key");
    }
}
