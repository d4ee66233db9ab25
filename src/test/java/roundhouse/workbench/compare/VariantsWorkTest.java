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
import roundhouse.analysis.variants.EvictionVariants;
import roundhouse.caching.eviction.EvictionPolicies;
import roundhouse.caching.eviction.EvictionPolicy;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.DataReport;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.Failures;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.Job;
import roundhouse.workbench.Notice;
import roundhouse.workbench.WorkLane;

/** Every variant of one design, in the background. The screen is a queue that the test runs by hand. */
class VariantsWorkTest {
    @TempDir
    private Path state;

    private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final List<VariantsWork.State> onTheWay = new ArrayList<>();
    private final List<VariantsWork.State> done = new ArrayList<>();
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

    private static LoadBalancer balancer(Topology topology) {
        return (LoadBalancer) topology.nodes().stream()
                .filter(LoadBalancer.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private Job begin(Variation variation, Topology topology) {
        return lane.replace(new BackgroundTask<>(
                variation.failure(),
                new VariantsWork(variation.rows(topology), topology.duration().toNanos(), onTheWay::add),
                done::add));
    }

    @Test
    void eachAlgorithmGetsARowAndIsComparedWithTheDesignAsItIs() throws InterruptedException {
        Topology topology = sample(Duration.ofSeconds(20));
        begin(Variation.ALGORITHMS, topology);
        while (done.isEmpty()) {
            screen.take().run();
        }
        List<VariantRow> rows = done.getFirst().rows();
        assertThat(rows).hasSize(Algorithm.values().length);
        VariantRow asItIs = rows.getFirst();
        assertThat(asItIs.title()).isEqualTo("Round robin, as it is");
        assertThat(asItIs.comparison()).isNull();
        Run alone = Run.of(topology);
        alone.runUntil(20_000_000_000L);
        assertThat(asItIs.side().whole().digest()).isEqualTo(alone.digest());
        VariantRow least = rows.stream()
                .filter(row -> row.title().equals("Least connections"))
                .findFirst()
                .orElseThrow();
        assertThat(least.verdict()).isEqualTo("better");
        assertThat(least.tone()).isEqualTo(Row.Tone.BETTER);
        assertThat(least.difference()).startsWith("−").contains(" ± ");
        // The file of the same design with that algorithm comes to the same.
        LoadBalancer balancer = balancer(topology);
        Run other = Run.of(topology.with(balancer.balancing(Balancing.of(Algorithm.LEAST_CONNECTIONS))));
        other.runUntil(20_000_000_000L);
        assertThat(least.side().whole().nodes().get("s1").served())
                .isEqualTo(other.report().nodes().get("s1").served());
        assertThat(onTheWay).extracting(VariantsWork.State::progress).isSorted();
        assertThat(done.getFirst().progress()).isEqualTo(1);
    }

    @Test
    void givenUpItEndsAndShowsNoMore() throws InterruptedException {
        Job job = begin(Variation.ALGORITHMS, sample(Duration.ofDays(30)));
        screen.take().run();
        assertThat(onTheWay).hasSize(1);
        assertThat(onTheWay.getFirst().progress()).isLessThan(0.5);
        List<VariantRow> rows = onTheWay.getFirst().rows();
        assertThat(rows.get(0).mean()).as("figures so far").isNotEmpty();
        assertThat(rows.get(1).mean()).isNotEmpty();
        assertThat(rows.get(1).comparison()).as("compared at the end").isNull();
        assertThat(rows.get(2).mean()).as("not run yet").isEmpty();
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
        LoadBalancer balancer = balancer(topology);
        assertThat(Variation.ALGORITHMS.rows(topology))
                .extracting(VariantRow::title)
                .contains("Hash of the key");
        Topology layer4 = topology.with(balancer.with(LoadBalancer.LAYER, 4));
        assertThat(Variation.ALGORITHMS.rows(layer4))
                .extracting(VariantRow::title)
                .doesNotContain("Hash of the key");
    }

    private static Topology data(Duration length) {
        return ((ReadResult.Read) TopologyFile.read(Path.of("samples", "write-back-and-a-crash.json")))
                .topology()
                .withDuration(length);
    }

    private static String cell(VariantRow row, String heading) {
        return VariantColumn.DATA.stream()
                .filter(column -> column.heading().equals(heading))
                .findFirst()
                .orElseThrow()
                .cell()
                .apply(row);
    }

    @Test
    void everyWayOfWritingIsMeasuredUnderTheSameTraffic() throws InterruptedException {
        Topology topology = data(Duration.ofSeconds(24));
        List<VariantRow> before = Variation.WRITING.rows(topology);
        assertThat(before)
                .extracting(VariantRow::title)
                .containsExactly(
                        "Write-back, as it is", "Cache-aside", "Read-through", "Write-through", "Write-around");
        assertThat(cell(before.getFirst(), "Hit ratio")).isEmpty();
        assertThat(before.getFirst().words()).isEqualTo("Many writes, of which a crash may take the last ones.");
        assertThat(before).extracting(VariantRow::words).doesNotContain("").doesNotHaveDuplicates();
        begin(Variation.WRITING, topology);
        while (done.isEmpty()) {
            screen.take().run();
        }
        List<VariantRow> rows = done.getFirst().rows();
        VariantRow back = rows.getFirst();
        Run alone = Run.of(topology);
        alone.runUntil(24_000_000_000L);
        DataReport itself = alone.report().data();
        assertThat(back.side().whole().digest()).isEqualTo(alone.digest());
        assertThat(cell(back, "Lost writes"))
                .isEqualTo(Long.toString(itself.lostAcknowledgedWrites()))
                .isNotEqualTo("0");
        assertThat(cell(back, "DB writes")).isEqualTo(FigureText.number(itself.databaseWrites() / 24.0) + "/s");
        VariantRow through = rows.get(3);
        assertThat(cell(through, "Lost writes")).isEqualTo("0");
        // A write that is acknowledged by the cache does not wait 6 ms for the database.
        assertThat(back.side().whole().data().writeLatency().p50Nanos())
                .isLessThan(through.side().whole().data().writeLatency().p50Nanos() - 3_000_000);
        // They are the same requests: only how many ended in time differs.
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.side().whole().requests())
                        .isEqualTo(alone.report().requests()));
        assertThat(rows)
                .allSatisfy(row -> assertThat(VariantColumn.DATA)
                        .allSatisfy(
                                column -> assertThat(column.cell().apply(row)).isNotEmpty()));
    }

    @Test
    void everyEvictionPolicyIsARowButTheOneThereIs() {
        assertThat(Variation.EVICTION.rows(data(Duration.ofSeconds(1))))
                .extracting(VariantRow::title)
                .hasSize(EvictionVariants.COMPARED.size())
                .startsWith("Least recently used, as it is", "First in, first out")
                .contains("S3-FIFO", "SIEVE", "W-TinyLFU");
        EvictionPolicy lirs = EvictionPolicies.named("lirs").orElseThrow();
        List<VariantRow> chosen = Variation.eviction(data(Duration.ofSeconds(1)), List.of(EvictionPolicies.LRU, lirs));
        assertThat(chosen).extracting(VariantRow::title).containsExactly("Least recently used, as it is", "LIRS");
        assertThat(chosen.get(1).words()).isEqualTo(lirs.says());
    }

    @Test
    void onlyDesignsWithDataAreVariedInWhatBecomesOfIt() {
        Topology without = sample(Duration.ofSeconds(1));
        assertThat(Variation.values())
                .filteredOn(variation -> variation.canVary(without))
                .containsExactly(Variation.ALGORITHMS);
        assertThat(Variation.values())
                .filteredOn(variation -> variation.canVary(data(Duration.ofSeconds(1))))
                .containsExactly(Variation.values());
    }
}
