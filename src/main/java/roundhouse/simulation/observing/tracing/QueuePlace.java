package roundhouse.simulation.observing.tracing;

/**
 * Where in a queue a request had to line up.
 *
 * @param node the id of the node whose queue it is
 * @param timeNanos when it did, simulated nanoseconds
 * @param place 1 for the one that was to be taken next
 */
public record QueuePlace(String node, long timeNanos, int place) {}
