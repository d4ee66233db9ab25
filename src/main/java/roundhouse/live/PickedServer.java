package roundhouse.live;

import roundhouse.simulation.outside.OutsideJob;

/**
 * Where one attempt went.
 *
 * @param timeNanos when, since the beginning
 * @param inFlight requests that the server had by then, this one among them
 */
public record PickedServer(
        long timeNanos, long attempt, long request, long key, String address, String server, long inFlight) {
    static PickedServer of(long timeNanos, OutsideJob job) {
        return new PickedServer(
                timeNanos,
                job.attempt(),
                job.request(),
                job.key(),
                job.client().toString(),
                job.server(),
                job.inFlight());
    }
}
