package roundhouse.simulation;

import org.jspecify.annotations.Nullable;
import roundhouse.kernel.RandomStream;
import roundhouse.topology.CrashMode;
import roundhouse.topology.nodes.ColdStart;

/** What is wrong with a node, and since when. */
final class NodeCondition {
    private static final double MINUTE = 60e9;

    private @Nullable CrashMode crash;
    private boolean paused;
    private double slow = 1;
    /** Grows by this much a minute, from that time on. */
    private double leak;

    private long leaksSince;
    /** Up from a cold start: so many times slower at first, at its own speed at the end. */
    private double cold = 1;

    private long coldSince;
    private long coldUntil;
    /** Whether the speed changes by itself. */
    private boolean drifts;

    private double errors;
    /** Draws which requests get an error; null until there was need. */
    private @Nullable RandomStream mistakes;

    private long since;

    /** How it is down, or null while it is up. */
    @Nullable
    CrashMode crash() {
        return crash;
    }

    boolean isDown() {
        return crash != null;
    }

    /** Whether nothing is wrong, and nothing that was is still felt. */
    boolean isSound() {
        return crash == null && !paused && errors == 0 && !drifts && slow == 1;
    }

    boolean isPaused() {
        return paused;
    }

    /** Whether replies that come in now are taken at once. One that refuses connections resets those it had. */
    boolean hears() {
        return !paused && (crash == null || crash == CrashMode.REFUSE);
    }

    /** The part of requests that get an error, 0 to 1. */
    double errorRate() {
        return errors;
    }

    /** Whether the next request gets an error. */
    boolean errs() {
        return errors > 0 && mistakes != null && mistakes.nextDouble() < errors;
    }

    /** How many times longer than normal everything takes that starts now. */
    double slowFactor(long now) {
        return drifts ? (slow + leak * (now - leaksSince) / MINUTE) * cold(now) : slow;
    }

    /** The same without what changes by itself. */
    double steadyFactor() {
        return slow;
    }

    private double cold(long now) {
        return now >= coldUntil ? 1 : 1 + (cold - 1) * (coldUntil - now) / (coldUntil - coldSince);
    }

    /** The worst that holds, as frames have it. */
    byte shown(long now) {
        if (crash != null) {
            return Frame.DOWN;
        }
        if (paused) {
            return Frame.PAUSED;
        }
        if (errors > 0) {
            return Frame.FAULTY;
        }
        return leak == 0 && slowFactor(now) == 1 ? Frame.UP : Frame.SLOW;
    }

    /** Since when the worst that holds has held, nanoseconds. */
    long since(long now) {
        return coldUntil > since && now >= coldUntil && shown(now) == Frame.UP ? coldUntil : since;
    }

    /** It is down from now on, if it was not already, and all else that was wrong with it is over. */
    void crash(CrashMode how, long now) {
        long from = isDown() ? since : now;
        clear(from);
        crash = how;
    }

    /** Nothing is wrong with it any more; if it was down and starts cold, but for that. */
    void recover(@Nullable ColdStart start, long now) {
        boolean wasDown = isDown();
        clear(now);
        if (wasDown && start != null) {
            cold = start.factor();
            coldSince = now;
            coldUntil = now + DurationSampler.nanos(start.over());
            drifts = true;
        }
    }

    private void clear(long now) {
        crash = null;
        paused = false;
        slow = 1;
        leak = 0;
        cold = 1;
        coldUntil = 0;
        drifts = false;
        errors = 0;
        since = now;
    }

    void pause(long now) {
        paused = true;
        since = now;
    }

    void slow(double factor, long now) {
        slow = factor;
        leak = 0;
        drifts = now < coldUntil;
        begin(Frame.SLOW, now);
    }

    void leak(double perMinute, long now) {
        slow = steadyAt(now);
        leak = perMinute;
        leaksSince = now;
        drifts = leak > 0 || now < coldUntil;
        begin(Frame.SLOW, now);
    }

    /** What a leak has made of its speed so far. */
    private double steadyAt(long now) {
        return slow + leak * (now - leaksSince) / MINUTE;
    }

    /** That part of requests gets an error, as the stream draws. */
    void errors(double rate, RandomStream draws, long now) {
        errors = rate;
        mistakes = draws;
        begin(Frame.FAULTY, now);
    }

    /** Something became otherwise: since now, unless something worse holds. */
    private void begin(byte what, long now) {
        byte shown = shown(now);
        if (shown == what || shown == Frame.UP || (what == Frame.FAULTY && shown == Frame.SLOW)) {
            since = now;
        }
    }
}
