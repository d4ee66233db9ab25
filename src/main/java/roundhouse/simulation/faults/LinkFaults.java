package roundhouse.simulation.faults;

import org.jspecify.annotations.Nullable;
import roundhouse.kernel.RandomStream;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.RunContext;
import roundhouse.topology.LinkDirection;

/**
 * What is wrong with a link, and since when. An attempt that is lost still sets out: on a cut link it is lost at once, by
 * random loss half-way.
 *
 * <p>With a constant latency and no jitter the order is kept, even when a delay ends. Jitter may reorder.
 */
public final class LinkFaults {
    private final RunContext context;
    private final RandomStream losses;
    private final RandomStream jitters;
    private boolean requestsCut;
    private boolean repliesCut;
    /** A partition is between its ends. */
    private boolean parted;

    private long byNanos;
    private long jitterNanos;
    private double lossRate;
    private long sinceNanos;
    /** When the present fault began. */
    private @Nullable IncidentImpact impact;

    /** When the last request and the last reply arrive. */
    private long lastRequestNanos;

    private long lastReplyNanos;

    public LinkFaults(RunContext context, String link) {
        this.context = context;
        this.losses = context.streams.of(link, "losses");
        this.jitters = context.streams.of(link, "jitter");
    }

    public void cut(LinkDirection direction, long nowNanos) {
        noteIncident();
        requestsCut |= direction != LinkDirection.REPLIES;
        repliesCut |= direction != LinkDirection.REQUESTS;
        sinceNanos = nowNanos;
    }

    /** A partition is between its ends from now on, or none is any more. */
    public void part(boolean now, long nowNanos) {
        noteIncident();
        parted = now;
        sinceNanos = nowNanos;
    }

    public void delay(long byNanos, long jitterNanos, long nowNanos) {
        noteIncident();
        this.byNanos = byNanos;
        this.jitterNanos = jitterNanos;
        begin(LinkState.DELAYED, nowNanos);
    }

    public void lose(double rate, long nowNanos) {
        noteIncident();
        lossRate = rate;
        begin(LinkState.LOSSY, nowNanos);
    }

    /** A fault begins: what it costs is counted from here. */
    private void noteIncident() {
        if (shown() == LinkState.SOUND) {
            impact = new IncidentImpact(context.totals);
        }
    }

    /** What the fault has cost clients so far, in words; empty when it cost nothing. */
    public String cost() {
        return impact == null ? "" : impact.text();
    }

    private void begin(byte what, long nowNanos) {
        byte shown = shown();
        if (shown == what || shown == LinkState.SOUND || (what == LinkState.LOSSY && shown == LinkState.DELAYED)) {
            sinceNanos = nowNanos;
        }
    }

    public void mend(long nowNanos) {
        requestsCut = false;
        repliesCut = false;
        parted = false;
        byNanos = 0;
        jitterNanos = 0;
        lossRate = 0;
        sinceNanos = nowNanos;
    }

    /** Whether a partition is between its ends. */
    public boolean isParted() {
        return parted;
    }

    public boolean isCut(boolean replying) {
        return parted || (replying ? repliesCut : requestsCut);
    }

    /** The worst that holds, as frames have it. */
    public byte shown() {
        if (parted) {
            return LinkState.CUT;
        }
        if (requestsCut || repliesCut) {
            return requestsCut && repliesCut
                    ? LinkState.CUT
                    : requestsCut ? LinkState.REQUESTS_CUT : LinkState.REPLIES_CUT;
        }
        return lossRate > 0 ? LinkState.LOSSY : byNanos > 0 || jitterNanos > 0 ? LinkState.DELAYED : LinkState.SOUND;
    }

    public long sinceNanos() {
        return sinceNanos;
    }

    /** How much longer everything takes, nanoseconds. */
    public long byNanos() {
        return byNanos;
    }

    /** By how much more at most, by chance, nanoseconds. */
    public long jitterNanos() {
        return jitterNanos;
    }

    /** The part of what sets out that is lost, 0 to 1. */
    public double lossRate() {
        return lossRate;
    }

    /**
     * How long an attempt takes that sets out now, and whether it will be lost on its way.
     *
     * @param latencyNanos how long it would take if nothing were wrong, nanoseconds
     * @param constant whether that is the same for all
     */
    public long delay(Attempt attempt, long latencyNanos, boolean constant) {
        long nowNanos = attempt.departedAtNanos;
        long delayNanos = latencyNanos + byNanos;
        if (jitterNanos > 0) {
            delayNanos += (long) (jitterNanos * jitters.nextDouble());
        } else if (constant) {
            delayNanos = Math.max(delayNanos, (attempt.replying ? lastReplyNanos : lastRequestNanos) - nowNanos);
        }
        if (attempt.replying) {
            lastReplyNanos = Math.max(lastReplyNanos, nowNanos + delayNanos);
        } else {
            lastRequestNanos = Math.max(lastRequestNanos, nowNanos + delayNanos);
        }
        if (isCut(attempt.replying)) {
            attempt.lostAtNanos = nowNanos;
        } else if (lossRate > 0 && losses.nextDouble() < lossRate) {
            attempt.lostAtNanos = nowNanos + delayNanos / 2;
        }
        return delayNanos;
    }
}
