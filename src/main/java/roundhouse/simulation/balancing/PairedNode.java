package roundhouse.simulation.balancing;

/** A load balancer's part in a pair that shares an address. */
interface PairedNode {
    /** Whether it answers for the address. */
    boolean isActive();

    /** The balancer went down, was paused, or is back. */
    void conditionChanged();

    /** An advertisement of the other one, of that priority, came in. */
    void heard(long priority);
}
