package roundhouse.analysis.caching;

import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import roundhouse.simulation.components.CacheFigure;
import roundhouse.simulation.observing.DataFrame;
import roundhouse.simulation.observing.DataReport;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;

/**
 * What a run measured of one cache, as far as theory has a word about it; counts from the start, not a number for what it did not
 * measure.
 *
 * @param fetched what was fetched by those that missed
 * @param refreshed what was fetched behind an answer
 * @param early what was fetched before its time was over
 * @param fetchedAnew how often entries came or came anew, however many fetched each; 0 where nobody knows
 * @param stale hits of which there had been a newer value
 * @param seconds simulated
 * @param earlyBy how long before its time was over, on average, seconds
 * @param staleAge for how long there had been a newer value, on average, seconds
 * @param lostWrites acknowledged writes that a crash took
 */
public record MeasuredCache(
        long hits,
        long misses,
        long fetched,
        long refreshed,
        long early,
        long fetchedAnew,
        long stale,
        double seconds,
        double earlyBy,
        double staleAge,
        double lostWrites) {

    /** Of a run of that topology, of so many simulated nanoseconds. */
    public static MeasuredCache of(Topology topology, DataReport report, long simulatedNanos, String id) {
        DataReport.Caches its = report.caches().get(id);
        if (its == null) {
            throw new IllegalArgumentException("no cache at " + id);
        }
        // Which cache a stale answer came from is counted; how old it was is not, by cache.
        boolean alone = report.caches().size() == 1 && report.staleAge().count() > 0;
        return of(
                its::count,
                report.writes() == 0,
                simulatedNanos,
                its.count(CacheFigure.EARLY) == 0 ? Double.NaN : its.earlyNanos() / 1e9,
                alone ? report.staleAge().meanNanos() / 1e9 : Double.NaN,
                crashedOnce(topology, simulatedNanos, id) ? report.lostAcknowledgedWrites() : Double.NaN);
    }

    /** Of the node at that place of the frame's topology, as far as the frame knows. */
    public static MeasuredCache of(Frame frame, int node) {
        DataFrame data = frame.data;
        String id = frame.topology.nodes().get(node).id();
        boolean alone = IntStream.range(0, frame.topology.nodes().size())
                        .filter(i -> data.caches[i])
                        .count()
                == 1;
        return of(
                figure -> data.count(figure, node),
                data.writes == 0,
                frame.timeNanos,
                Double.NaN,
                alone && data.staleAgeMaxNanos > 0 ? data.staleAgeMeanNanos / 1e9 : Double.NaN,
                crashedOnce(frame.topology, frame.timeNanos, id) ? data.lostWrites : Double.NaN);
    }

    private static boolean crashedOnce(Topology topology, long simulatedNanos, String id) {
        return topology.scenario().stream()
                        .filter(timed -> timed.at().toNanos() <= simulatedNanos
                                && timed.command() instanceof Command.Crash crash
                                && crash.node().equals(id))
                        .count()
                == 1;
    }

    private static MeasuredCache of(
            ToLongFunction<CacheFigure> its,
            boolean readsOnly,
            long simulatedNanos,
            double earlyBy,
            double staleAge,
            double lostWrites) {
        long misses = its.applyAsLong(CacheFigure.MISSES);
        long gone = its.applyAsLong(CacheFigure.EVICTED) + its.applyAsLong(CacheFigure.INVALIDATED);
        return new MeasuredCache(
                its.applyAsLong(CacheFigure.HITS),
                misses,
                misses - its.applyAsLong(CacheFigure.COALESCED),
                its.applyAsLong(CacheFigure.REFRESHES),
                its.applyAsLong(CacheFigure.EARLY),
                // Where entries come by reads only and do not go, each has come once without having expired.
                readsOnly && gone == 0
                        ? its.applyAsLong(CacheFigure.EXPIRED) + its.applyAsLong(CacheFigure.ENTRIES)
                        : 0,
                its.applyAsLong(CacheFigure.STALE),
                simulatedNanos / 1e9,
                earlyBy,
                staleAge,
                lostWrites);
    }

    /** The figure in its unit; not a number where it was not measured. */
    public double of(TheoryFigure figure) {
        return switch (figure) {
            case HIT_RATIO -> ratio(hits, hits + misses);
            case FETCHES -> seconds == 0 ? Double.NaN : (fetched + refreshed) / seconds;
            case STALE_SHARE -> ratio(stale, hits);
            case STALE_AGE -> staleAge;
            case STAMPEDE -> ratio(fetched, fetchedAnew);
            case EARLY_SHARE -> ratio(early, early + fetched);
            case EARLY_BY -> earlyBy;
            case LOST_WRITES -> lostWrites;
            case READ_LATENCY -> Double.NaN;
        };
    }

    private static double ratio(long some, long all) {
        return all == 0 ? Double.NaN : (double) some / all;
    }
}
