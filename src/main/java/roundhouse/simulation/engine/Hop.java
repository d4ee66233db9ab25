package roundhouse.simulation.engine;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.TimeoutQueue;

/** One node on an attempt's way: since when the attempt is there, and where it was sent on to. Belongs to its {@link Attempt} and is reused. */
public final class Hop {
    private static final long[] NOBODY = {};

    /** The node before on the way; the first one has itself. */
    final Hop before;

    private @Nullable Hop next;
    private @Nullable Component node;
    private @Nullable Component via;

    /** When the attempt came here. */
    public long sinceNanos;

    /** When the attempt was ready for a core here. */
    public long readySinceNanos;

    /** When the attempt was sent on from here. */
    public long sentAtNanos;

    /** Whatever the node wants to know when the reply comes. */
    public long tag;

    /** The timers in which the attempt is armed as long as it is here, or null when it is in none. */
    @Nullable
    public TimeoutQueue timers;

    /** Its class in the queue here: lower ones go first, and 0 is usual. */
    public int priority;

    /** The number of what the node keeps ready for the attempt as long as it is here, or 0. */
    public int kept;

    /** How often it was sent to a target from here that failed. */
    private int failures;
    /** How many targets it is not sent to again for that, and a bit for each of them. */
    private int targetsTried;

    private long[] tried = NOBODY;

    /** The first node of a way. */
    Hop() {
        before = this;
    }

    private Hop(Hop before) {
        this.before = before;
    }

    /** The next node on the way, made when the way first is that long. */
    Hop next() {
        Hop next = this.next;
        if (next == null) {
            next = new Hop(this);
            this.next = next;
        }
        return next;
    }

    void enter(Component node, long nowNanos) {
        this.node = node;
        this.sinceNanos = nowNanos;
        priority = 0;
        kept = 0;
        failures = 0;
        targetsTried = 0;
        timers = null;
    }

    /** How often it was sent to a target that failed. */
    public int failures() {
        return failures;
    }

    /** Whether there is a target that it is not sent to again. */
    boolean anyTried() {
        return targetsTried > 0;
    }

    /** It was sent to a target that failed, and may be sent there again. */
    public void failed() {
        failures++;
    }

    /** It was sent to that target, which failed, and is not to be sent there again. */
    public void tried(int target) {
        if (targetsTried++ == 0) {
            Arrays.fill(tried, 0);
        }
        if (target >> 6 >= tried.length) {
            tried = Arrays.copyOf(tried, (target >> 6) + 1);
        }
        tried[target >> 6] |= 1L << target;
    }

    boolean hasTried(int target) {
        return targetsTried > 0 && target >> 6 < tried.length && (tried[target >> 6] & 1L << target) != 0;
    }

    public void leaveBy(Component link, long nowNanos) {
        this.via = link;
        this.sentAtNanos = nowNanos;
    }

    public Component node() {
        return Objects.requireNonNull(node);
    }

    /** The link it was sent on by. */
    public Component via() {
        return Objects.requireNonNull(via);
    }
}
