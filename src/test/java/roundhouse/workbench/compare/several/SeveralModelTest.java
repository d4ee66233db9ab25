package roundhouse.workbench.compare.several;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Report;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.workbench.QueuedScreen;
import roundhouse.workbench.compare.measured.Best;
import roundhouse.workbench.compare.measured.ComparedFigure;
import roundhouse.workbench.compare.measured.Entrant;
import roundhouse.workbench.compare.measured.MeasuredRow;

/** Several designs over seeds, in the background. */
class SeveralModelTest {
    @TempDir
    private Path state;

    private QueuedScreen screen;
    private SeveralModel model;

    @BeforeEach
    void open() {
        screen = new QueuedScreen(state);
        model = new SeveralModel(screen.lane("compare-seeds"));
        model.seedsProperty().set(3);
    }

    @AfterEach
    void close() {
        screen.close();
    }

    private static Topology read(String name, Duration length) {
        return ((ReadResult.Read) TopologyFile.read(Path.of("samples", name)))
                .topology()
                .withDuration(length)
                .withWarmUp(Duration.ZERO);
    }

    /** One of four servers is slow, and round robin does not notice. */
    private static Topology slow(Duration length) {
        return read("slow-server-round-robin.json", length);
    }

    private void compare(Variation variation, Topology topology) throws InterruptedException {
        model.compare(variation.entrants(topology), variation.live());
        finish();
    }

    private void finish() throws InterruptedException {
        while (model.runningProperty().get()) {
            screen.take().run();
        }
    }

    private MeasuredRow row(String title) {
        return model.rows().stream()
                .filter(row -> row.entrant().title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static Report alone(Topology topology, long seed) {
        Run run = Run.of(topology.withSeed(seed));
        run.runUntil(topology.duration().toNanos());
        return run.report();
    }

    @Test
    void theBaselineIsTheFirstRowUntilAnotherIsChosenAndAfterAllIsCleared() throws InterruptedException {
        Topology topology = slow(Duration.ofSeconds(1));
        compare(Variation.ALGORITHMS, topology);
        assertThat(model.baseline()).isEqualTo(model.rows().getFirst());
        MeasuredRow least = row("Least connections");
        model.compareWith(least.number());
        assertThat(model.baseline()).isEqualTo(least);
        assertThat(SeveralText.difference(ComparedFigure.MEAN, model.rows().getFirst(), model.baseline()))
                .startsWith("+");
        assertThat(SeveralText.markdown(model.rows(), model.baseline()))
                .contains("the difference to row " + least.number() + " under");
        model.clear();
        assertThat(model.baseline()).isNull();
        compare(Variation.ALGORITHMS, topology);
        assertThat(model.baseline()).isEqualTo(model.rows().getFirst());
    }

    @Test
    void eachAlgorithmHasARowOverTheSameSeeds() throws InterruptedException {
        Topology topology = slow(Duration.ofSeconds(2));
        compare(Variation.ALGORITHMS, topology);
        assertThat(model.rows()).hasSize(Algorithm.values().length);
        assertThat(model.rows()).allSatisfy(row -> assertThat(row.bySeed()).containsOnlyKeys(42L, 43L, 44L));
        assertThat(model.playingProperty().get()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        MeasuredRow plain = model.rows().getFirst();
        assertThat(plain.entrant().title()).isEqualTo("Round robin, as it is");
        MeasuredRow least = row("Least connections");
        double sum = 0;
        LoadBalancer balancer = (LoadBalancer) topology.node("lb-1").orElseThrow();
        for (long seed = 42; seed <= 44; seed++) {
            Topology other = topology.with(balancer.balancing(Balancing.of(Algorithm.LEAST_CONNECTIONS)));
            double difference = alone(other, seed).latency().meanNanos()
                    - alone(topology, seed).latency().meanNanos();
            assertThat(least.bySeed().get(seed).get(ComparedFigure.MEAN)
                            - plain.bySeed().get(seed).get(ComparedFigure.MEAN))
                    .isCloseTo(difference, within(1e-3));
            sum += difference;
        }
        assertThat(least.less(plain, ComparedFigure.MEAN).mean()).isCloseTo(sum / 3, within(1e-3));
        assertThat(SeveralText.difference(ComparedFigure.MEAN, least, plain))
                .startsWith("−")
                .contains(" ± ");
        assertThat(SeveralText.difference(ComparedFigure.MEAN, plain, plain)).isEmpty();
        assertThat(SeveralText.difference(ComparedFigure.MEAN, row("Geographic"), plain))
                .as("without regions geographic is round robin")
                .isEqualTo("the same");
        assertThat(model.best(ComparedFigure.BUSIEST))
                .as("neither good nor bad")
                .isEqualTo(Best.NONE);
        assertThat(model.best(ComparedFigure.MEAN).rows()).isNotEmpty().doesNotContain(1);
        assertThat(screen.notices()).isEmpty();
    }

    @Test
    void rowsStayUntilClearedAndMoreSeedsAreAddedToThem() throws InterruptedException {
        Topology topology = slow(Duration.ofSeconds(1));
        List<Entrant> all = Variation.ALGORITHMS.entrants(topology);
        model.compare(all.subList(0, 2), ComparedFigure.LIVE);
        finish();
        var first = model.rows().get(1).bySeed().get(43L);
        model.seedsProperty().set(5);
        finish();
        assertThat(model.rows().get(1).bySeed()).hasSize(5);
        assertThat(model.rows().get(1).bySeed().get(43L)).as("not run again").isSameAs(first);
        model.compare(List.of(all.get(0), all.get(4)), ComparedFigure.LIVE);
        assertThat(model.progressText()).isEqualTo("0 of 5 runs");
        finish();
        assertThat(model.rows()).extracting(MeasuredRow::number).containsExactly(1, 2, 3);
        assertThat(model.playingProperty().get()).containsExactly(1, 3);
        assertThat(model.baseline()).isEqualTo(model.rows().getFirst());
        model.clear();
        assertThat(model.rows()).isEmpty();
        assertThat(model.playingProperty().get()).isEmpty();
        assertThat(model.baseline()).isNull();
    }

    @Test
    void eightPlayAtMost() {
        model.compare(Variation.ALGORITHMS.entrants(slow(Duration.ofDays(1))), ComparedFigure.LIVE);
        model.stop();
        assertThat(model.canPlay(9)).isFalse();
        model.play(9, true);
        assertThat(model.playingProperty().get()).hasSize(8).doesNotContain(9);
        model.play(2, false);
        model.play(9, true);
        assertThat(model.playingProperty().get()).containsExactly(1, 3, 4, 5, 6, 7, 8, 9);
        assertThat(model.canPlay(1)).as("it plays").isTrue();
    }

    @Test
    void figuresShowWhileTheFirstRunGoesAndItCanBeGivenUp() throws InterruptedException {
        model.compare(Variation.ALGORITHMS.entrants(slow(Duration.ofDays(30))), ComparedFigure.LIVE);
        screen.take().run();
        MeasuredRow running = model.rows().getFirst();
        assertThat(running.isMeasured()).isFalse();
        assertThat(running.value(ComparedFigure.MEAN)).isPositive();
        assertThat(SeveralText.explained(ComparedFigure.MEAN, running, running)).contains("not done yet");
        assertThat(model.rows().get(1).value(ComparedFigure.MEAN)).isNaN();
        model.stop();
        assertThat(model.runningProperty().get()).isFalse();
        // It ends, or this would wait for it for hours.
        screen.close();
        assertThat(model.rows().getFirst().value(ComparedFigure.MEAN)).isPositive();
        assertThat(screen.notices()).isEmpty();
    }

    @Test
    void everyWayOfWritingIsMeasuredUnderTheSameTraffic() throws InterruptedException {
        Topology topology = read("write-back-and-a-crash.json", Duration.ofSeconds(22));
        model.seedsProperty().set(1);
        compare(Variation.WRITING, topology);
        assertThat(model.rows())
                .extracting(row -> row.entrant().title())
                .containsExactly(
                        "Write-back, as it is", "Cache-aside", "Read-through", "Write-through", "Write-around");
        MeasuredRow back = model.rows().getFirst();
        Report alone = alone(topology, topology.seed());
        assertThat(back.value(ComparedFigure.LOST))
                .isEqualTo(alone.data().lostAcknowledgedWrites())
                .isPositive();
        assertThat(back.value(ComparedFigure.DATABASE_WRITES))
                .isCloseTo(alone.data().databaseWrites() / 22.0, within(1e-9));
        assertThat(row("Write-through").value(ComparedFigure.LOST)).isZero();
        // A write that is acknowledged by the cache does not wait 6 ms for the database.
        assertThat(back.value(ComparedFigure.WRITE_P50))
                .isLessThan(row("Write-through").value(ComparedFigure.WRITE_P50) - 3_000_000);
        for (MeasuredRow row : model.rows()) {
            assertThat(SeveralText.columns(model.rows()).stream()
                            .filter(figure -> Double.isNaN(row.value(figure)))
                            .filter(figure ->
                                    figure != ComparedFigure.STALE_AGE || row.value(ComparedFigure.STALE) > 0))
                    .as("figures that %s lacks", row.entrant().title())
                    .isEmpty();
        }
        assertThat(SeveralText.columns(model.rows()))
                .contains(ComparedFigure.STALE, ComparedFigure.HIT_RATIO)
                .doesNotContain(ComparedFigure.COST);
    }

    @Test
    void theTableIsCopiedAsMarkdownAndAsCsv() throws InterruptedException {
        model.compare(Variation.ALGORITHMS.entrants(slow(Duration.ofSeconds(1))).subList(0, 3), ComparedFigure.LIVE);
        finish();
        MeasuredRow baseline = model.baseline();
        List<String> markdown =
                SeveralText.markdown(model.rows(), baseline).lines().toList();
        assertThat(markdown.get(0))
                .isEqualTo("| # | Design | Seeds | Mean latency | p99 latency | Succeeded | Busiest node |");
        assertThat(markdown.get(1)).isEqualTo("|---:|---|---|---:|---:|---:|---:|");
        assertThat(markdown.get(2)).startsWith("| 1 | Round robin, as it is | 3 (42–44) | ");
        assertThat(markdown.get(4))
                .startsWith("| 3 | Least connections | 3 (42–44) | ")
                .contains(" ± ");
        List<String> csv = SeveralText.csv(model.rows(), baseline).lines().toList();
        assertThat(csv.get(0))
                .startsWith(
                        "row,design,seeds,first_seed,mean_seconds,mean_seconds_difference,mean_seconds_half_width,p99");
        List<String> cells = List.of(csv.get(3).split(",", -1));
        assertThat(cells).hasSameSizeAs(csv.get(0).split(",", -1));
        MeasuredRow least = model.rows().get(2);
        assertThat(Double.parseDouble(cells.get(4))).isCloseTo(least.value(ComparedFigure.MEAN) / 1e9, within(1e-12));
        assertThat(Double.parseDouble(cells.get(6)))
                .isCloseTo(least.less(baseline, ComparedFigure.MEAN).interval().halfWidth() / 1e9, within(1e-12));
        assertThat(csv.get(1)).startsWith("1,\"Round robin, as it is\",3,42,").contains(",,,");
        assertThat(SeveralText.explained(ComparedFigure.MEAN, least, baseline))
                .contains("the mean of 3 runs")
                .contains("in 95 of 100 cases the true mean difference lies between −")
                .contains("Taken seed by seed over 3 runs of both");
    }

    @Test
    void onlyWhatADesignHasIsVaried() {
        assertThat(Variation.WRITING.canVary(slow(Duration.ofSeconds(1)))).isFalse();
        assertThat(Variation.EVICTION.canVary(slow(Duration.ofSeconds(1)))).isFalse();
        assertThat(Variation.ALGORITHMS.canVary(Topology.EMPTY)).isFalse();
        Topology data = read("write-back-and-a-crash.json", Duration.ofSeconds(1));
        assertThat(Variation.EVICTION.entrants(data))
                .extracting(Entrant::title)
                .startsWith("LRU, as it is", "FIFO")
                .contains("S3-FIFO", "SIEVE", "W-TinyLFU");
        assertThat(Variation.WRITING.entrants(data))
                .extracting(Entrant::words)
                .doesNotContain("")
                .doesNotHaveDuplicates();
        Topology layer7 = slow(Duration.ofSeconds(1));
        LoadBalancer balancer = (LoadBalancer) layer7.node("lb-1").orElseThrow();
        assertThat(Variation.ALGORITHMS.entrants(layer7))
                .extracting(Entrant::title)
                .contains("Hash of the key");
        assertThat(Variation.ALGORITHMS.entrants(layer7.with(balancer.with(LoadBalancer.LAYER, 4))))
                .extracting(Entrant::title)
                .as("keys cannot decide at layer 4")
                .doesNotContain("Hash of the key");
    }
}
