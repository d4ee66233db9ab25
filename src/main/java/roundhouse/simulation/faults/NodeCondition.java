package roundhouse.simulation.faults;

import org.jspecify.annotations.Nullable;
import roundhouse.kernel.RandomStream;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.topology.CrashMode;
import roundhouse.topology.ErrorScope;
import roundhouse.topology.nodes.checking.CheckAnswer;
import roundhouse.topology.nodes.parts.ColdStart;

/** What is wrong with a node, and since when. */
public final class NodeCondition {
    private static final double MINUTE = 60e9;

    private @Nullable CrashMode crash;
    private boolean paused;
    private double slow = 1;
    /** Grows by this much a minute, from that time on. */
    private double leak;

    private long leaksSinceNanos;
    /** After a cold start: how many times slower it is at first; it gets back to its own speed gradually. */
    private double cold = 1;

    private long coldSinceNanos;
    private long coldUntilNanos;
    /** Whether the speed changes over time, by a leak or after a cold start. */
    private boolean drifts;

    private double errors;
    private ErrorScope errorsOf = ErrorScope.ALL;
    /** What it answers health checks with in the place of what it declares; null for that. */
    private @Nullable CheckAnswer checkAnswer;
    /** Draws which requests get an error; null until there was need. */
    private @Nullable RandomStream mistakes;

    private long sinceNanos;

    /** How it is down, or null while it is up. */
    @Nullable
    public CrashMode crash() {
        return crash;
    }

    public boolean isDown() {
        return crash != null;
    }

    /** Whether nothing is wrong, and no cold start slows it any more. */
    public boolean isSound() {
        return crash == null && !paused && errors == 0 && !drifts && slow == 1;
    }

    public boolean isPaused() {
        return paused;
    }

    /** Whether replies that come in now are taken at once. One that refuses connections resets those it had. */
    public boolean hears() {
        return !paused && (crash == null || crash == CrashMode.REFUSE);
    }

    /** The part of requests that get an error, 0 to 1. */
    public double errorRate() {
        return errors;
    }

    /** What gets errors. */
    public ErrorScope errorScope() {
        return errorsOf;
    }

    /** What it answers health checks with in the place of what it declares; null for that. */
    @Nullable
    public CheckAnswer checkAnswer() {
        return checkAnswer;
    }

    public void checkAnswer(CheckAnswer answer) {
        checkAnswer = answer;
    }

    /** Whether the next request, or the next health check, gets an error. */
    public boolean errs(boolean check) {
        return errors > 0 && errorsOf.means(check) && mistakes != null && mistakes.nextDouble() < errors;
    }

    /** How many times longer than normal everything takes that starts now. */
    public double slowFactor(long nowNanos) {
        return drifts ? (slow + leak * (nowNanos - leaksSinceNanos) / MINUTE) * cold(nowNanos) : slow;
    }

    /** The same without a leak or a cold start. */
    public double steadyFactor() {
        return slow;
    }

    private double cold(long nowNanos) {
        return nowNanos >= coldUntilNanos
                ? 1
                : 1 + (cold - 1) * (coldUntilNanos - nowNanos) / (coldUntilNanos - coldSinceNanos);
    }

    /** The worst that holds, as frames have it. */
    public byte shown(long nowNanos) {
        if (crash != null) {
            return NodeState.DOWN;
        }
        if (paused) {
            return NodeState.PAUSED;
        }
        if (errors > 0) {
            return NodeState.FAULTY;
        }
        return leak == 0 && slowFactor(nowNanos) == 1 ? NodeState.UP : NodeState.SLOW;
    }

    /** Since when the worst that holds has held, nanoseconds. */
    public long sinceNanos(long nowNanos) {
        return coldUntilNanos > sinceNanos && nowNanos >= coldUntilNanos && shown(nowNanos) == NodeState.UP
                ? coldUntilNanos
                : sinceNanos;
    }

    /** It is down from now on, if it was not already, and all else that was wrong with it is over. */
    public void crash(CrashMode how, long nowNanos) {
        long from = isDown() ? sinceNanos : nowNanos;
        clear(from);
        crash = how;
    }

    /** Nothing is wrong with it any more; if it was down and starts cold, but for that. */
    public void recover(@Nullable ColdStart start, long nowNanos) {
        boolean wasDown = isDown();
        clear(nowNanos);
        if (wasDown && start != null) {
            cold = start.factor();
            coldSinceNanos = nowNanos;
            coldUntilNanos = nowNanos + DurationSampler.nanos(start.over());
            drifts = true;
        }
    }

    private void clear(long nowNanos) {
        crash = null;
        paused = false;
        slow = 1;
        leak = 0;
        cold = 1;
        coldUntilNanos = 0;
        drifts = false;
        errors = 0;
        errorsOf = ErrorScope.ALL;
        checkAnswer = null;
        sinceNanos = nowNanos;
    }

    public void pause(long nowNanos) {
        paused = true;
        sinceNanos = nowNanos;
    }

    public void slow(double factor, long nowNanos) {
        slow = factor;
        leak = 0;
        drifts = nowNanos < coldUntilNanos;
        begin(NodeState.SLOW, nowNanos);
    }

    public void leak(double perMinute, long nowNanos) {
        slow = steadyAt(nowNanos);
        leak = perMinute;
        leaksSinceNanos = nowNanos;
        drifts = leak > 0 || nowNanos < coldUntilNanos;
        begin(NodeState.SLOW, nowNanos);
    }

    /** What a leak has made of its speed so far. */
    private double steadyAt(long nowNanos) {
        return slow + leak * (nowNanos - leaksSinceNanos) / MINUTE;
    }

    /** That part of requests, of health checks or of both gets an error, as the stream draws. */
    public void errors(double rate, ErrorScope scope, RandomStream draws, long nowNanos) {
        errors = rate;
        errorsOf = scope;
        mistakes = draws;
        begin(NodeState.FAULTY, nowNanos);
    }

    /** Something became otherwise: since now, unless something worse holds. */
    private void begin(byte what, long nowNanos) {
        byte shown = shown(nowNanos);
        if (shown == what || shown == NodeState.UP || (what == NodeState.FAULTY && shown == NodeState.SLOW)) {
            sinceNanos = nowNanos;
        }
    }
}
