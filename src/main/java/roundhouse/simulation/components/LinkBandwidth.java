package roundhouse.simulation.components;

import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;
import roundhouse.simulation.engine.Attempt;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.types.Types;

/** What a link can carry: values go over it one after the other, each way apart. */
final class LinkBandwidth {
    /** Bits by megabit a second in nanoseconds. */
    private static final long NANOS = 1_000;

    private static final int BYTE = 8;

    private final int megabit;
    private long freeThereNanos;
    private long freeBackNanos;

    private LinkBandwidth(int megabit) {
        this.megabit = megabit;
    }

    /**
     * Of the link; null where it has no limit.
     *
     * @param before what it had until now, of which what is under way goes on
     */
    static @Nullable LinkBandwidth of(Link link, @Nullable LinkBandwidth before) {
        if (link.bandwidth() == Types.UNLIMITED) {
            return null;
        }
        LinkBandwidth its = new LinkBandwidth(link.bandwidth());
        if (before != null) {
            its.freeThereNanos = before.freeThereNanos;
            its.freeBackNanos = before.freeBackNanos;
        }
        return its;
    }

    /** How long it takes until all of what sets out now is on its way, what goes before it included; nanoseconds. */
    long delayNanos(Attempt attempt, long nowNanos) {
        boolean back = attempt.replying;
        if (back ? !attempt.read || attempt.outcome != Outcome.OK : attempt.read) {
            return 0;
        }
        long doneNanos =
                Math.max(nowNanos, back ? freeBackNanos : freeThereNanos) + NANOS * BYTE * attempt.valueBytes / megabit;
        if (back) {
            freeBackNanos = doneNanos;
        } else {
            freeThereNanos = doneNanos;
        }
        return doneNanos - nowNanos;
    }
}
