package roundhouse.simulation.balancing;

/**
 * A load balancer of a pair became the active one.
 *
 * @param time simulated nanoseconds
 */
public record Takeover(long time, String node) {}
