package roundhouse.simulation.observing;

import roundhouse.routing.Outcome;
import roundhouse.simulation.engine.Attempt;

/** Keeps the {@link RequestLog}. */
final class RecentRequests {
    private static final int KEPT = 100;

    private final EndedRequests latest = new EndedRequests(KEPT);
    private final EndedRequests bad = new EndedRequests(KEPT);
    /** In order, the slowest first. */
    private final EndedRequests slowest = new EndedRequests(KEPT);

    private long ended;
    /** Where the latest and the latest bad one stand. */
    private int last = -1;

    private int lastBad = -1;
    private RequestLog shown = RequestLog.EMPTY;
    private long shownAt;

    /** A request has ended with that attempt. */
    void ended(Attempt attempt, long nowNanos, Outcome outcome) {
        ended++;
        last = last + 1 == KEPT ? 0 : last + 1;
        latest.put(last, attempt, nowNanos, outcome);
        if (outcome != Outcome.OK) {
            lastBad = lastBad + 1 == KEPT ? 0 : lastBad + 1;
            bad.put(lastBad, attempt, nowNanos, outcome);
        } else if (!slowest.isFull() || nowNanos - attempt.startedAtNanos > slowest.tookNanos(KEPT - 1)) {
            int place = placeOf(nowNanos - attempt.startedAtNanos);
            slowest.makeRoom(place);
            slowest.put(place, attempt, nowNanos, outcome);
        }
    }

    /** Inserts it behind all that took as long or longer. */
    private int placeOf(long nanos) {
        int low = 0;
        int high = slowest.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (slowest.tookNanos(middle) >= nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The same object as long as no further request has ended. */
    RequestLog log() {
        if (shownAt != ended) {
            shownAt = ended;
            shown = new RequestLog(latest.list(last, -1), slowest.list(0, 1), bad.list(lastBad, -1));
        }
        return shown;
    }
}
