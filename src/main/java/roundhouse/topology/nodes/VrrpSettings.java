package roundhouse.topology.nodes;

/**
 * A load balancer's part in a pair that shares an address, which a heartbeat link makes of two.
 *
 * @param priority the higher one is to be active, 1 to 255; 255 owns the address
 * @param preempt whether it takes the address back from one of lower priority
 */
public record VrrpSettings(int priority, boolean preempt) {
    /** As VRRP has it. */
    public static final VrrpSettings DEFAULT = new VrrpSettings(100, true);
}
