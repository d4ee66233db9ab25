package roundhouse.simulation.components;

import roundhouse.limits.CircuitBreaker;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.transcript.TranscriptWords;
import roundhouse.topology.nodes.guarding.Breaker;
import roundhouse.topology.types.Types;

/** The breaker of what one node asks of another. Says in the transcript when it opens, tries and closes. */
public final class CallBreaker {
    public final Breaker spec;
    private final RunContext context;
    private final String server;
    private final String called;
    private final CallFigures figures;
    private final CircuitBreaker breaker;
    private long sinceNanos;

    /**
     * @param server the id of whose calls they are
     * @param called the id of whom they are to
     */
    public CallBreaker(RunContext context, String server, String called, Breaker spec, CallFigures figures) {
        this.context = context;
        this.server = server;
        this.called = called;
        this.spec = spec;
        this.figures = figures;
        breaker = new CircuitBreaker(
                new CircuitBreaker.Settings(
                        spec.window(),
                        spec.windowTime() == null ? 0 : (int) spec.windowTime().toSeconds(),
                        spec.minimum(),
                        spec.failureRate(),
                        spec.slowRate(),
                        DurationSampler.nanos(spec.slowAfter()),
                        spec.inARow() == Types.UNLIMITED ? 0 : spec.inARow(),
                        DurationSampler.nanos(spec.open()),
                        spec.trials()),
                context.kernel.nowNanos());
    }

    /** Whether a call may set out. */
    public boolean admits() {
        CircuitBreaker.State before = breaker.state();
        boolean admitted = breaker.admits(context.kernel.nowNanos());
        if (before != breaker.state()) {
            changed("half open after " + TranscriptWords.time(context.kernel.nowNanos() - sinceNanos) + ": lets "
                    + TranscriptWords.count(spec.trials(), "call") + " out to see");
        }
        return admitted;
    }

    /** Nobody waits any more for one that it let out. */
    public void released() {
        breaker.released();
    }

    /** One that it let out has ended. */
    public void ended(boolean failed, long tookNanos) {
        CircuitBreaker.State before = breaker.state();
        long nowNanos = context.kernel.nowNanos();
        breaker.ended(failed, tookNanos, nowNanos);
        if (before == breaker.state()) {
            return;
        }
        if (breaker.state() == CircuitBreaker.State.CLOSED) {
            changed("closed: the trial calls were well");
            return;
        }
        figures.opened++;
        changed((before == CircuitBreaker.State.HALF_OPEN ? "opened again after " : "opened after ") + why(nowNanos));
    }

    private String why(long nowNanos) {
        int calls = breaker.calls(nowNanos);
        int failed = breaker.failed(nowNanos);
        if (breaker.failuresInARow() >= spec.inARow() && failed < spec.failureRate() * calls) {
            return TranscriptWords.count(breaker.failuresInARow(), "failure") + " in a row";
        }
        int slow = breaker.slow(nowNanos);
        return slow >= spec.slowRate() * calls && failed < spec.failureRate() * calls
                ? slow + " of " + TranscriptWords.count(calls, "call") + " took longer than "
                        + TranscriptWords.time(DurationSampler.nanos(spec.slowAfter()))
                : failed + " of " + TranscriptWords.count(calls, "call") + " failed";
    }

    private void changed(String how) {
        sinceNanos = context.kernel.nowNanos();
        context.transcript.say(context.titles.of(server) + " → " + context.titles.of(called) + ": breaker " + how);
    }

    /** Whether one may be let out now; changes nothing. */
    public boolean wouldAdmit() {
        return breaker.wouldAdmit(context.kernel.nowNanos());
    }

    /** How the node at the other end looks: one of {@link TargetState}. */
    public byte targetState() {
        return switch (breaker.state()) {
            case CLOSED -> TargetState.IN_USE;
            case OPEN -> TargetState.BREAKER_OPEN;
            case HALF_OPEN -> TargetState.BREAKER_TRIES;
        };
    }

    public CircuitBreaker.State state() {
        return breaker.state();
    }

    /** Since when it is in that state, simulated nanoseconds. */
    public long sinceNanos() {
        return sinceNanos;
    }
}
