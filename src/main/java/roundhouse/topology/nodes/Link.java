package roundhouse.topology.nodes;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A way from one node to another; replies go back over it with the same latency distribution. At most one link joins two nodes.
 *
 * @param weight the balancer's opinion of the target, 0 or more
 * @param backup used only when no other target of the pool can serve; where the balancer has a panic threshold, also for the part of
 *     the load that the healthy others cannot bear
 * @param down marked as out of use: never picked
 * @param limit requests the balancer sends over it at once; {@link Integer#MAX_VALUE} for no limit
 * @param pool the layer-7 pool it belongs to
 * @param heartbeat makes it the heartbeat of two load balancers, which carries no requests; null for an ordinary link
 */
public record Link(
        String from,
        String to,
        Distribution latency,
        int weight,
        boolean backup,
        boolean down,
        int limit,
        String pool,
        @Nullable Heartbeat heartbeat) {
    public static final String DEFAULT_POOL = "default";

    /** A link of which a file says no more than this. */
    public static Link of(String from, String to, Distribution latency) {
        return new LinkDraft(from, to, latency).build();
    }

    /** The same with some of its parts set. */
    public Link with(Consumer<LinkDraft> change) {
        LinkDraft draft = new LinkDraft(this);
        change.accept(draft);
        return draft.build();
    }

    public Link weighted(int weight) {
        return with(link -> link.weight = weight);
    }

    /** The same between other nodes. */
    public Link between(String from, String to) {
        return with(link -> {
            link.from = from;
            link.to = to;
        });
    }

    public boolean isHeartbeat() {
        return heartbeat != null;
    }

    /** Whether it makes a pair of these two balancers, in whatever order. */
    public boolean isHeartbeatOf(String a, String b) {
        return isHeartbeat() && (joins(a, b) || joins(b, a));
    }

    public boolean joins(String a, String b) {
        return from.equals(a) && to.equals(b);
    }
}
