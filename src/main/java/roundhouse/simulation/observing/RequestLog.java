package roundhouse.simulation.observing;

import java.util.List;
import roundhouse.routing.Outcome;

/**
 * Some of the requests that have ended, for people to ask about.
 *
 * @param latest the last ones, the newest first
 * @param slowest of those that were answered as asked since the start, the slowest first
 * @param bad the last ones that were not answered as asked, the newest first
 */
public record RequestLog(List<Ended> latest, List<Ended> slowest, List<Ended> bad) {
    public static final RequestLog EMPTY = new RequestLog(List.of(), List.of(), List.of());

    /**
     * A request that has ended.
     *
     * @param number among the run's requests, from 1
     * @param timeNanos when it ended, simulated nanoseconds
     * @param tookNanos how long it took
     * @param server the id of the server its last attempt was sent to; empty when it got to none
     */
    public record Ended(long number, long timeNanos, long tookNanos, Outcome outcome, String server) {}
}
