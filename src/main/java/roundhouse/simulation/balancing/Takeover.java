package roundhouse.simulation.balancing;

/**
 * A load balancer of a pair became the active one.
 *
 * @param timeNanos simulated nanoseconds
 */
public record Takeover(long timeNanos, String node) {}
