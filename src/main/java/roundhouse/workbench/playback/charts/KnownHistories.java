package roundhouse.workbench.playback.charts;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.history.RunHistory;
import roundhouse.workbench.playback.history.Future;

/** The longest history that was seen of each future, so that after a rewind the charts still have what is ahead. */
final class KnownHistories {
    private final Map<Integer, RunHistory> longest = new TreeMap<>();

    /** The history of the future that is played, as far as it was ever played. */
    RunHistory of(Frame frame, Future active, List<Future> kept) {
        longest.keySet()
                .removeIf(number ->
                        number != active.number() && kept.stream().noneMatch(future -> future.number() == number));
        RunHistory known = longest.get(active.number());
        RunHistory now = frame.history;
        if (known != null
                && endNanos(known) > endNanos(now)
                && endNanos(known) <= active.furthestNanos() + known.spanNanos()) {
            return known;
        }
        longest.put(active.number(), now);
        return now;
    }

    /** Up to when it tells, simulated nanoseconds. */
    static long endNanos(RunHistory history) {
        return history.spanNanos() * history.throughput().length;
    }
}
