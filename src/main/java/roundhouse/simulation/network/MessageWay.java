package roundhouse.simulation.network;

import java.util.List;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.Component;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunObserver;

/**
 * The way of messages to a node with caches. Where a message is at a time is known from the times at which it sets out and gets to the end
 * of each link, simulated nanoseconds.
 *
 * @param backs which of the links are gone along from their end
 */
record MessageWay(NodeComponent to, List<LinkComponent> links, List<Boolean> backs, List<DurationSampler> latencies) {
    /** No link: nothing is lost. */
    static final int NONE = -1;
    /** The part of its link after which a message is lost by chance or by a cut. */
    static final float HALFWAY = 0.5f;
    /** The same where the node is down. */
    static final float AT_ITS_END = 0.999f;

    /** The times of a message, in the array if it is large enough. */
    long[] noted(long[] times, long[] into) {
        long[] noted = into.length > links.size() ? into : new long[links.size() + 1];
        System.arraycopy(times, 0, noted, 0, links.size() + 1);
        return noted;
    }

    /** Tells the observer on which links the message will be, to that one, and after what part of it it will be lost; 1 for not at all. */
    void announce(RunObserver observer, long message, long[] times, int lastLink, float lostAfter) {
        for (int i = 0; i <= lastLink; i++) {
            boolean last = i == lastLink;
            observer.messaged(
                    message, links.get(i), backs.get(i), times[i], times[i + 1] - times[i], last ? lostAfter : 1, last);
        }
    }

    /**
     * Tells where a message is, if it is on a link. One that is lost stays where that happened for as long as it would have taken over
     * the whole link.
     *
     * @param lostOn on which of the links it is lost, or {@link #NONE}
     * @param lostAfter after what part of that link, 0 to 1
     */
    void visit(long[] times, long nowNanos, int lostOn, float lostAfter, MessageVisitor visitor) {
        int last = lostOn == NONE ? links.size() - 1 : lostOn;
        int i = 0;
        while (i < last && times[i + 1] <= nowNanos) {
            i++;
        }
        LinkComponent link = links.get(i);
        if (times[0] > nowNanos || link.index == Component.GONE) {
            return;
        }
        long takesNanos = times[i + 1] - times[i];
        double part = takesNanos == 0 ? 1 : (double) (nowNanos - times[i]) / takesNanos;
        boolean lost = i == lostOn && part >= lostAfter;
        if (part <= (lost ? 1 + lostAfter : 1)) {
            float along = (float) (lost ? lostAfter : part);
            visitor.message(link, backs.get(i) ? 1 - along : along, lost);
        }
    }
}
