package roundhouse.simulation.observing.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.Replay;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;

class TrendStoreTest {
    private static final int MOST = 32;

    /** Against all readings, kept aside: after any number of merges each span has the mean, the least and the most of its own. */
    @Test
    void noSpikeIsLostHoweverLongItGoesOn() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 60; round++) {
            TrendStore store = new TrendStore(MOST);
            List<Double> readings = new ArrayList<>();
            int tenths = 1;
            int spans = 0;
            int length = 1 + random.nextInt(4_000);
            for (int i = 0; i < length; i++) {
                double reading = random.nextInt(50) == 0
                        ? Double.NaN
                        : random.nextInt(200) == 0 ? random.nextInt(-9_000, 9_000) : random.nextInt(10);
                readings.add(reading);
                store.level(ChartFigure.P99, "", reading);
                if (readings.size() % tenths == 0) {
                    store.endSpan();
                    if (++spans == MOST) {
                        store.mergePairs();
                        spans /= 2;
                        tenths *= 2;
                    }
                }
            }
            Trend trend = store.trends().of(ChartFigure.P99, "");
            assertThat(trend.length()).isEqualTo(spans).isLessThan(MOST);
            for (int span = 0; span < spans; span++) {
                double[] own = readings.subList(span * tenths, (span + 1) * tenths).stream()
                        .mapToDouble(Double::doubleValue)
                        .filter(value -> !Double.isNaN(value))
                        .toArray();
                if (own.length == 0) {
                    assertThat(trend.mean()[span]).isNaN();
                    assertThat(trend.most()[span]).isNaN();
                    continue;
                }
                assertThat((double) trend.most()[span])
                        .isEqualTo(Arrays.stream(own).max().orElseThrow());
                assertThat((double) trend.least()[span])
                        .isEqualTo(Arrays.stream(own).min().orElseThrow());
                assertThat((double) trend.mean()[span])
                        .isCloseTo(Arrays.stream(own).average().orElseThrow(), Offset.offset(0.01));
            }
        }
    }

    @Test
    void countersAreKeptByTheirGrowthAndSharesByThatOfBoth() {
        TrendStore store = new TrendStore(MOST);
        for (long total : new long[] {5, 5, 25}) {
            store.rate(ChartFigure.THROUGHPUT, "", total);
            store.share(ChartFigure.ERROR_SHARE, "", total / 5, total);
            store.endSpan();
        }
        assertThat(store.trends().of(ChartFigure.THROUGHPUT, "").mean()).containsExactly(50, 0, 200);
        assertThat(store.trends().of(ChartFigure.ERROR_SHARE, "").mean()).containsExactly(0.2f, Float.NaN, 0.2f);
    }

    @Test
    void moreSeriesThanTheMostAreNotKept() {
        TrendStore store = new TrendStore(MOST);
        for (int i = 0; i < 3 * TrendStore.MOST; i++) {
            store.level(ChartFigure.NODE_RATE, "n" + i, 1);
        }
        assertThat(store.trends().all(ChartFigure.NODE_RATE)).hasSize(TrendStore.MOST);
    }

    private static Topology sample(String name) {
        return ((ReadResult.Read) TopologyFile.read(Path.of("samples", name))).topology();
    }

    private static RunHistory at(Run run, long seconds) {
        run.runUntil(seconds * 1_000_000_000L);
        Frame frame = new Frame();
        run.observe(frame);
        return frame.history;
    }

    /** A queue that is long for a moment is in the chart of ten minutes as in that of one; and the history takes no more room. */
    @Test
    void aRunOfAnyLengthKeepsItsSpikesInTheSameRoom() {
        Topology storm = sample("slow-server-round-robin.json");
        Run run = Run.shown(storm);
        RunHistory early = at(run, 59);
        RunHistory late = at(run, 600);
        assertThat(early.spanNanos()).isEqualTo(100_000_000L);
        assertThat(late.spanNanos()).isEqualTo(1_600_000_000L);
        assertThat(late.throughput()).hasSize(375);
        assertThat(late.latencies().length).isEqualTo(375);
        for (String server : early.servers()) {
            Trend before = early.trends().of(ChartFigure.IN_FLIGHT, server);
            Trend after = late.trends().of(ChartFigure.IN_FLIGHT, server);
            for (int span = 0; span < before.length(); span++) {
                assertThat(after.most()[span / 16]).isGreaterThanOrEqualTo(before.most()[span]);
                assertThat(after.least()[span / 16]).isLessThanOrEqualTo(before.least()[span]);
            }
        }
        assertThat(sum(late)).as("each latency is counted once").isEqualTo(ok(late));
    }

    private static long sum(RunHistory history) {
        return Arrays.stream(history.latencies())
                .flatMapToInt(Arrays::stream)
                .asLongStream()
                .sum();
    }

    private static long ok(RunHistory history) {
        return Math.round(Arrays.stream(history.throughput()).sum() * history.spanNanos() / 1e9);
    }

    @Test
    void aHistoryThatWasHandedOutStaysAsItWas() {
        Run run = Run.shown(sample("three-servers.json"));
        RunHistory early = at(run, 59);
        long before = sum(early);
        at(run, 130);
        assertThat(sum(early)).isEqualTo(before).isPositive();
    }

    @Test
    void goingBackGivesTheSameReadings() {
        Topology topology = sample("slow-server-round-robin.json");
        Run first = Run.shown(topology);
        RunHistory once = at(first, 20);
        at(first, 40);
        Replay replay = Replay.shown(topology, first.log());
        replay.runUntil(20_000_000_000L);
        Frame frame = new Frame();
        replay.run().observe(frame);
        for (ChartFigure figure : once.trends().figures().keySet()) {
            once.trends().all(figure).forEach((id, trend) -> {
                Trend again = frame.history.trends().of(figure, id);
                assertThat(again.mean()).as(figure + " " + id).isEqualTo(trend.mean());
                assertThat(again.most()).isEqualTo(trend.most());
            });
        }
        assertThat(once.trends().figures()).containsKey(ChartFigure.NODE_P99);
    }

    @Test
    void aRunThatNobodySeesReadsNothing() {
        assertThat(at(Run.of(sample("three-servers.json")), 5).trends()).isSameAs(Trends.NONE);
    }
}
