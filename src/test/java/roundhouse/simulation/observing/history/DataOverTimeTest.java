package roundhouse.simulation.observing.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.Run;
import roundhouse.simulation.components.CacheFigure;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;

/** Whole runs: what charts show of data against what frames and reports count. */
class DataOverTimeTest {
    private static Topology sample(String name) {
        return ((ReadResult.Read) TopologyFile.read(Path.of("samples", name))).topology();
    }

    private static Frame at(Run run, long nanos) {
        run.runUntil(nanos);
        Frame frame = new Frame();
        run.observe(frame);
        return frame;
    }

    @Test
    void theSharesOfASpanAreThoseOfItsOwnLookupsAndReads() {
        Run run = Run.of(sample("write-back-and-a-crash.json").withDuration(Duration.ofSeconds(30)));
        Frame before = at(run, 15_000_000_000L);
        long hits = hits(before);
        long lookups = lookups(before);
        long reads = before.data.databaseReads;
        long evicted = before.data.count(CacheFigure.EVICTED, cache(before));
        // The span ends with the events of its last moment, and so does a frame.
        Frame after = at(run, 15_100_000_000L);
        DataHistory data = after.history.data();
        assertThat(data.caches()).containsExactly("cache");
        assertThat(data.staleShares()).hasSameSizeAs(after.history.throughput());
        assertThat(data.hitRatios()[0][150]).isEqualTo((double) (hits(after) - hits) / (lookups(after) - lookups));
        assertThat(data.dirty()[150])
                .isEqualTo(after.data.count(CacheFigure.DIRTY, cache(after)))
                .isPositive();
        assertThat(data.grown()[DataSeries.DATABASE_READS.ordinal()][150])
                .isEqualTo(after.data.databaseReads - reads)
                .isPositive();
        assertThat(data.grown()[DataSeries.EVICTED.ordinal()][150])
                .isEqualTo(after.data.count(CacheFigure.EVICTED, cache(after)) - evicted)
                .isPositive();
        Frame crashed = at(run, 21_000_000_000L);
        long[] lost = crashed.history.data().grown()[DataSeries.LOST_WRITES.ordinal()];
        assertThat(LongStream.of(lost).sum()).isEqualTo(crashed.data.lostWrites).isPositive();
        assertThat(lost[200]).as("all at the crash").isEqualTo(crashed.data.lostWrites);
        assertThat(crashed.history.data().dirty()[205])
                .as("what was dirty is lost")
                .isZero();
    }

    private static int cache(Frame frame) {
        return IntStream.range(0, frame.topology.nodes().size())
                .filter(i -> frame.topology.nodes().get(i).id().equals("cache"))
                .findFirst()
                .orElseThrow();
    }

    private static long hits(Frame frame) {
        return frame.data.count(CacheFigure.HITS, cache(frame));
    }

    private static long lookups(Frame frame) {
        return hits(frame) + frame.data.count(CacheFigure.MISSES, cache(frame));
    }

    @Test
    void mergedSpansKeepWhatWasCounted() {
        Run run = Run.of(sample("write-back-and-a-crash.json").withDuration(Duration.ofSeconds(90)));
        Frame before = at(run, 30_000_000_000L);
        long hits = hits(before);
        long lookups = lookups(before);
        long reads = before.data.reads;
        long stale = before.data.staleReads;
        Frame after = at(run, 30_200_000_000L);
        double hitRatio = (double) (hits(after) - hits) / (lookups(after) - lookups);
        double staleShare = (double) (after.data.staleReads - stale) / (after.data.reads - reads);
        long dirty = after.data.count(CacheFigure.DIRTY, cache(after));
        Frame end = at(run, 90_000_000_000L);
        assertThat(end.history.spanNanos()).as("pairs were merged").isEqualTo(200_000_000);
        DataHistory data = end.history.data();
        assertThat(data.staleShares()).hasSize(450);
        assertThat(data.hitRatios()[0][150]).isEqualTo(hitRatio);
        assertThat(data.staleShares()[150]).isEqualTo(staleShare);
        assertThat(data.dirty()[150]).isEqualTo(dirty);
    }

    @Test
    void anotherCacheOfTheSameNameBeginsAtNothing() {
        ShareOverTime share = new ShareOverTime("cache", 4);
        share.add(0, 30, 40);
        share.add(1, 30, 50);
        share.add(2, 1, 4);
        share.pass(3);
        assertThat(share.shares(4)).containsExactly(0.75, 0, 0.25, Double.NaN);
        share.mergePairs(2);
        assertThat(share.shares(2)).containsExactly(0.6, 0.25);
    }

    @Test
    void withoutDataNothingIsKept() {
        Run run = Run.of(sample("three-servers.json"));
        assertThat(at(run, 2_000_000_000L).history.data()).isSameAs(DataHistory.NONE);
    }

    @Test
    void aFrameThatWasOfARunWithDataSaysNothingMoreOfIt() {
        Frame frame = at(Run.of(sample("write-back-and-a-crash.json")), 2_000_000_000L);
        assertThat(frame.data.caches).contains(true);
        Run without = Run.of(sample("three-servers.json"));
        without.runUntil(1_000_000_000L);
        without.observe(frame);
        assertThat(frame.data.on).isFalse();
        assertThat(frame.data.caches).doesNotContain(true);
        assertThat(frame.data.hitRatio).containsOnly(Double.NaN);
        for (CacheFigure figure : CacheFigure.values()) {
            for (int node = 0; node < frame.data.caches.length; node++) {
                assertThat(frame.data.count(figure, node)).as(figure.key()).isZero();
            }
        }
    }
}
