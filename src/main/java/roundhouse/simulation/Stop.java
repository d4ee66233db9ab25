package roundhouse.simulation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One node on a call's way: since when the call is there, and where it was sent on to. Belongs to its {@link Call} and is reused. */
final class Stop {
    private @Nullable NodeComponent node;
    private @Nullable LinkComponent via;

    /** When the call came here. */
    long since;

    /** When the call was sent on from here. */
    long sentAt;

    /** Whatever the node wants to know when the reply comes. */
    long tag;

    void enter(NodeComponent node, long now) {
        this.node = node;
        this.since = now;
    }

    void leaveBy(LinkComponent link, long now) {
        this.via = link;
        this.sentAt = now;
    }

    NodeComponent node() {
        return Objects.requireNonNull(node);
    }

    /** The link it was sent on by. */
    LinkComponent via() {
        return Objects.requireNonNull(via);
    }
}
