package roundhouse.simulation;

import org.jspecify.annotations.Nullable;
import roundhouse.kernel.RandomStream;
import roundhouse.topology.LinkDirection;

/**
 * What is wrong with a link, and since when. What it loses sets out all the same and is lost on its way: at once where the link is
 * cut, half-way by chance.
 *
 * <p>Where neither the latency nor the delay varies nothing overtakes anything, not even when a delay ends. A jitter may reorder.
 */
final class LinkFaults {
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
    private @Nullable IncidentImpact toll;

    /** When the last request and the last reply arrive. */
    private long lastRequest;

    private long lastReply;

    LinkFaults(RunContext engine, String link) {
        this.engine = engine;
        this.losses = engine.streams.of(link, "losses");
        this.jitters = engine.streams.of(link, "jitter");
    }

    void cut(LinkDirection way, long now) {
        reckon();
        requestsCut |= way != LinkDirection.REPLIES;
        repliesCut |= way != LinkDirection.REQUESTS;
        since = now;
    }

    void delay(long by, long jitter, long now) {
        reckon();
        this.by = by;
        this.jitter = jitter;
        begin(Frame.DELAYED, now);
    }

    void lose(double rate, long now) {
        reckon();
        lossRate = rate;
        begin(Frame.LOSSY, now);
    }

    /** Something is about to be wrong with it: what that costs is counted from here. */
    private void reckon() {
        if (shown() == Frame.SOUND) {
            toll = new IncidentImpact(engine.totals);
        }
    }

    /** What clients saw since it was sound, in words; empty when that was nothing but good. */
    String cost() {
        return toll == null ? "" : toll.text();
    }

    private void begin(byte what, long now) {
        byte shown = shown();
        if (shown == what || shown == Frame.SOUND || (what == Frame.LOSSY && shown == Frame.DELAYED)) {
            since = now;
        }
    }

    void mend(long now) {
        requestsCut = false;
        repliesCut = false;
        by = 0;
        jitter = 0;
        lossRate = 0;
        since = now;
    }

    boolean isCut(boolean replying) {
        return replying ? repliesCut : requestsCut;
    }

    /** The worst that holds, as frames have it. */
    byte shown() {
        if (requestsCut || repliesCut) {
            return requestsCut && repliesCut ? Frame.CUT : requestsCut ? Frame.REQUESTS_CUT : Frame.REPLIES_CUT;
        }
        return lossRate > 0 ? Frame.LOSSY : by > 0 || jitter > 0 ? Frame.DELAYED : Frame.SOUND;
    }

    long since() {
        return since;
    }

    /** How much longer everything takes, nanoseconds. */
    long by() {
        return by;
    }

    /** By how much more at most, by chance, nanoseconds. */
    long jitter() {
        return jitter;
    }

    /** The part of what sets out that is lost, 0 to 1. */
    double lossRate() {
        return lossRate;
    }

    /**
     * How long a call takes that sets out now and would take so long, and whether it will be lost on its way.
     *
     * @param constant whether all take so long
     */
    long delay(Attempt call, long latency, boolean constant) {
        long now = call.departedAt;
        long delay = latency + by;
        if (jitter > 0) {
            delay += (long) (jitter * jitters.nextDouble());
        } else if (constant) {
            delay = Math.max(delay, (call.replying ? lastReply : lastRequest) - now);
        }
        if (call.replying) {
            lastReply = Math.max(lastReply, now + delay);
        } else {
            lastRequest = Math.max(lastRequest, now + delay);
        }
        if (isCut(call.replying)) {
            call.lostAt = now;
        } else if (lossRate > 0 && losses.nextDouble() < lossRate) {
            call.lostAt = now + delay / 2;
        }
        return delay;
    }
}
