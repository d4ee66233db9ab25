package roundhouse.simulation.balancing;

/**
 * What a balancer remembers of an attempt or a connection that it sent on: the target, its group, and how often the balancer had crashed
 * then, packed into a number, and whether it is counted at its target. A million targets, four thousand groups.
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
    private static final int EPOCH_BITS = 30;
    private static final long UNCOUNTED = 1L << (TARGET_BITS + GROUP_BITS + EPOCH_BITS);

    private PickTag() {}

    static long of(int epoch, int group, int target) {
        return (long) epoch << (TARGET_BITS + GROUP_BITS) | (long) group << TARGET_BITS | target;
    }

    /** The same, not counted at its target. */
    static long uncounted(long tag) {
        return tag | UNCOUNTED;
    }

    static boolean isCounted(long tag) {
        return (tag & UNCOUNTED) == 0;
    }

    static int epoch(long tag) {
        return (int) (tag >>> (TARGET_BITS + GROUP_BITS)) & ((1 << EPOCH_BITS) - 1);
    }

    static int group(long tag) {
        return (int) (tag >>> TARGET_BITS) & ((1 << GROUP_BITS) - 1);
    }

    static int target(long tag) {
        return (int) tag & ((1 << TARGET_BITS) - 1);
    }
}
