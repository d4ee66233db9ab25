package roundhouse.simulation.network;

import org.jspecify.annotations.Nullable;

/** Messages that were lost of late, for those who look. Has room for the last ones; noting one allocates nothing once it has grown. */
final class LostMessages {
    private static final int KEPT = 64;

    private final @Nullable MessageWay[] ways = new MessageWay[KEPT];
    private final long[][] times = new long[KEPT][0];
    private final int[] lostOn = new int[KEPT];
    private final float[] lostAfter = new float[KEPT];
    private long noted;

    void add(MessageWay way, long[] itsTimes, int link, float after) {
        int at = (int) (noted++ % KEPT);
        ways[at] = way;
        times[at] = way.noted(itsTimes, times[at]);
        lostOn[at] = link;
        lostAfter[at] = after;
    }

    void visit(long nowNanos, MessageVisitor visitor) {
        for (int at = 0; at < KEPT; at++) {
            MessageWay way = ways[at];
            if (way != null) {
                way.visit(times[at], nowNanos, lostOn[at], lostAfter[at], visitor);
            }
        }
    }
}
