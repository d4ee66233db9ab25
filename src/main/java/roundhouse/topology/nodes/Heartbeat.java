package roundhouse.topology.nodes;

import java.time.Duration;

/**
 * Makes a link between two load balancers their heartbeat: the active one says that it lives, and the standby takes over when it hears
 * nothing. Such a link carries no requests.
 *
 * @param interval from one heartbeat to the next
 * @param misses heartbeats missed, apart from a skew by priority, until the standby takes over
 */
public record Heartbeat(Duration interval, int misses) {
    /** As VRRP has it. */
    public static final Heartbeat DEFAULT = new Heartbeat(Duration.ofSeconds(1), 3);
}
