package roundhouse.simulation.engine;

import roundhouse.routing.Outcome;

/** Hears of requests as they end. */
public interface RequestListener {
    /** Listens to nothing. */
    RequestListener NOBODY = (_, _, _, _, _) -> {};

    /**
     * A request has ended, all its attempts included.
     *
     * @param clients the id of the clients node it came from
     * @param number which of that node's requests it is, from 1; in another run of the same seed the same number stands for the same
     *     request, if its clients send without waiting for replies
     * @param startedAtNanos when its client began it, simulated nanoseconds
     * @param nanos from its beginning to its end
     */
    void ended(String clients, long number, long startedAtNanos, long nanos, Outcome outcome);
}
