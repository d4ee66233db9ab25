package roundhouse.topology.nodes;

import java.time.Duration;

/**
 * A server that was down comes up with empty caches: it takes {@code factor} times as long at first, and comes back to its own speed
 * in a straight line.
 *
 * @param over how long that takes
 */
public record ColdStart(double factor, Duration over) {}
