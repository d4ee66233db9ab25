package roundhouse.simulation;

import roundhouse.routing.Outcome;

/** Keeps the {@link RequestLog}. */
final class RecentRequests {
    private static final int KEPT = 100;

    private final EndedRequests latest = new EndedRequests(KEPT);
    private final EndedRequests bad = new EndedRequests(KEPT);
    /** In order, the slowest first. */
    private final EndedRequests slowest = new EndedRequests(KEPT);

    private long ended;
    private long endedBadly;
    private RequestLog shown = RequestLog.EMPTY;
    private long shownAt;

    /** A request has ended with that call. */
    void ended(Call call, long now, Outcome outcome) {
        latest.put((int) (ended++ % KEPT), call, now, outcome);
        if (outcome != Outcome.OK) {
            bad.put((int) (endedBadly++ % KEPT), call, now, outcome);
        } else if (!slowest.isFull() || now - call.startedAt > slowest.nanos(KEPT - 1)) {
            int place = placeOf(now - call.startedAt);
            slowest.makeRoom(place);
            slowest.put(place, call, now, outcome);
        }
    }

    /** Behind all that took as long or longer. */
    private int placeOf(long nanos) {
        int low = 0;
        int high = slowest.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (slowest.nanos(middle) >= nanos) {
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
            shown = new RequestLog(
                    latest.list((int) ((ended - 1) % KEPT), -1),
                    slowest.list(0, 1),
                    bad.list((int) ((Math.max(1, endedBadly) - 1) % KEPT), -1));
        }
        return shown;
    }
}
