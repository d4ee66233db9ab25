package roundhouse.simulation;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One node on a call's way: since when the call is there, and where it was sent on to. Belongs to its {@link Attempt} and is reused. */
final class Hop {
    private static final long[] NOBODY = {};

    private @Nullable NodeComponent node;
    private @Nullable LinkComponent via;

    /** When the call came here. */
    long since;

    /** When the call was ready for a core here. */
    long readySince;

    /** When the call was sent on from here. */
    long sentAt;

    /** Whatever the node wants to know when the reply comes. */
    long tag;

    /** Targets it was given to from here in vain, and a bit for each of them. */
    private int tries;

    private long[] tried = NOBODY;

    void enter(NodeComponent node, long now) {
        this.node = node;
        this.since = now;
        tries = 0;
    }

    /** How many targets it was given to in vain. */
    int tries() {
        return tries;
    }

    /** It was given to that target in vain. */
    void tried(int target) {
        if (tries++ == 0) {
            Arrays.fill(tried, 0);
        }
        if (target >> 6 >= tried.length) {
            tried = Arrays.copyOf(tried, (target >> 6) + 1);
        }
        tried[target >> 6] |= 1L << target;
    }

    boolean hasTried(int target) {
        return tries > 0 && target >> 6 < tried.length && (tried[target >> 6] & 1L << target) != 0;
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
