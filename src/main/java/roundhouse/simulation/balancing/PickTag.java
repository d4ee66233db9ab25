package roundhouse.simulation.balancing;

/**
 * What a balancer remembers of an attempt or a connection that it sent on: the target, its group, and how often the balancer had crashed
 * then, packed into a number. A million targets, four thousand groups.
 */
final class PickTag {
    /** Of a connection that was given no target yet. */
    static final long NONE = -1;
    /** Of an attempt whose target was counted when its connection was opened. */
    static final long BY_CONNECTION = -2;

    /** Of an attempt that waits for a target to have room. */
    static final long WAITS = -3;
    /** Of an attempt that is turned away because too many wait. */
    static final long FULL = -4;
    /** In the place of a pick: the attempt waits, and goes to where its connection leads then. */
    static final long LATER = -5;

    private static final int TARGET_BITS = 20;
    private static final int GROUP_BITS = 12;

    private PickTag() {}

    static long of(int epoch, int group, int target) {
        return (long) epoch << (TARGET_BITS + GROUP_BITS) | (long) group << TARGET_BITS | target;
    }

    static int epoch(long tag) {
        return (int) (tag >>> (TARGET_BITS + GROUP_BITS));
    }

    static int group(long tag) {
        return (int) (tag >>> TARGET_BITS) & ((1 << GROUP_BITS) - 1);
    }

    static int target(long tag) {
        return (int) tag & ((1 << TARGET_BITS) - 1);
    }
}
