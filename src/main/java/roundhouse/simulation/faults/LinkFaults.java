package roundhouse.simulation.faults;

import org.jspecify.annotations.Nullable;
import roundhouse.kernel.RandomStream;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.RunContext;
import roundhouse.topology.LinkDirection;

/**
 * What is wrong with a link, and since when. What it loses sets out all the same and is lost on its way: at once where the link is
 * cut, half-way by chance.
 *
 * <p>Where neither the latency nor the delay varies nothing overtakes anything, not even when a delay ends. A jitter may reorder.
 */
public final class LinkFaults {
    private final RunContext engine;
    private final RandomStream losses;
    private final RandomStream jitters;
    private boolean requestsCut;
    private boolean repliesCut;
    private long by;
    private long jitter;
    private double lossRate;
    private long since;
    /** Since it was sound last. */
    private @Nullable IncidentImpact impact;

    /** When the last request and the last reply arrive. */
    private long lastRequest;

    private long lastReply;

    public LinkFaults(RunContext engine, String link) {
        this.engine = engine;
        this.losses = engine.streams.of(link, "losses");
        this.jitters = engine.streams.of(link, "jitter");
    }

    public void cut(LinkDirection way, long now) {
        noteIncident();
        requestsCut |= way != LinkDirection.REPLIES;
        repliesCut |= way != LinkDirection.REQUESTS;
        since = now;
    }

    public void delay(long by, long jitter, long now) {
        noteIncident();
        this.by = by;
        this.jitter = jitter;
        begin(LinkState.DELAYED, now);
    }

    public void lose(double rate, long now) {
        noteIncident();
        lossRate = rate;
        begin(LinkState.LOSSY, now);
    }

    /** Something is about to be wrong with it: what that costs is counted from here. */
    private void noteIncident() {
        if (shown() == LinkState.SOUND) {
            impact = new IncidentImpact(engine.totals);
        }
    }

    /** What clients saw since it was sound, in words; empty when that was nothing but good. */
    public String cost() {
        return impact == null ? "" : impact.text();
    }

    private void begin(byte what, long now) {
        byte shown = shown();
        if (shown == what || shown == LinkState.SOUND || (what == LinkState.LOSSY && shown == LinkState.DELAYED)) {
            since = now;
        }
    }

    public void mend(long now) {
        requestsCut = false;
        repliesCut = false;
        by = 0;
        jitter = 0;
        lossRate = 0;
        since = now;
    }

    public boolean isCut(boolean replying) {
        return replying ? repliesCut : requestsCut;
    }

    /** The worst that holds, as frames have it. */
    public byte shown() {
        if (requestsCut || repliesCut) {
            return requestsCut && repliesCut ? LinkState.CUT : requestsCut ? LinkState.REQUESTS_CUT : LinkState.REPLIES_CUT;
        }
        return lossRate > 0 ? LinkState.LOSSY : by > 0 || jitter > 0 ? LinkState.DELAYED : LinkState.SOUND;
    }

    public long since() {
        return since;
    }

    /** How much longer everything takes, nanoseconds. */
    public long by() {
        return by;
    }

    /** By how much more at most, by chance, nanoseconds. */
    public long jitter() {
        return jitter;
    }

    /** The part of what sets out that is lost, 0 to 1. */
    public double lossRate() {
        return lossRate;
    }

    /**
     * How long an attempt takes that sets out now, and whether it will be lost on its way.
     *
     * @param latency how long it would take if nothing were wrong, nanoseconds
     * @param constant whether that is the same for all
     */
    public long delay(Attempt attempt, long latency, boolean constant) {
        long now = attempt.departedAt;
        long delay = latency + by;
        if (jitter > 0) {
            delay += (long) (jitter * jitters.nextDouble());
        } else if (constant) {
            delay = Math.max(delay, (attempt.replying ? lastReply : lastRequest) - now);
        }
        if (attempt.replying) {
            lastReply = Math.max(lastReply, now + delay);
        } else {
            lastRequest = Math.max(lastRequest, now + delay);
        }
        if (isCut(attempt.replying)) {
            attempt.lostAt = now;
        } else if (lossRate > 0 && losses.nextDouble() < lossRate) {
            attempt.lostAt = now + delay / 2;
        }
        return delay;
    }
}
