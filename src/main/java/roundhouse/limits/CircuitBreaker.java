package roundhouse.limits;

/**
 * Turns calls away for a while after too many of them failed or were slow, so that nobody waits for what will not answer and who is
 * overwhelmed gets time. Closed, it lets all through and looks at the latest; open, it turns all away; half open, it lets a few
 * through to see.
 *
 * <p>After resilience4j 2.2.0 ({@code CircuitBreakerStateMachine}): it opens when at least the minimum of calls is in the window and the
 * part of them that failed, or that were slow, has reached its threshold; a minimum above a window of calls is the window. It is half
 * open from the first call that comes later than its time after it opened, and decides by a fresh window of trial calls as soon as all
 * of them, or the minimum, have ended. Calls that began before are counted where they end. Beyond that it also opens after so many
 * failures in a row, as Envoy's and Finagle's accrual of failures does.
 *
 * <p>Constant time a call. Times are nanoseconds and never go back.
 */
public final class CircuitBreaker {
    /** Whether calls are let through. */
    public enum State {
        CLOSED,
        OPEN,
        HALF_OPEN
    }

    /**
     * When it opens, and for how long.
     *
     * @param calls the window: the last so many calls
     * @param seconds the window instead: the current second and those before it, so many in all; 0 for by calls
     * @param minimum with fewer calls in the window it does not judge
     * @param failureRate the part that failed, 0 to 1, at which it opens
     * @param slowRate the part that were slow, 0 to 1, at which it opens
     * @param slowNanos what takes longer is slow
     * @param inARow failures one after the other at which it opens; 0 for whatever the number
     * @param openNanos how long it turns all away
     * @param trials calls that are let through then, to see
     */
    public record Settings(
            int calls,
            int seconds,
            int minimum,
            double failureRate,
            double slowRate,
            long slowNanos,
            int inARow,
            long openNanos,
            int trials) {}

    /** So that seven of ten are seven tenths. */
    private static final double ROUNDING = 1e-9;

    private final Settings settings;
    private State state = State.CLOSED;
    private CallWindow window;
    /** Whether the window is that of the trial calls; it stays when they open it again. */
    private boolean trialWindow;

    private int failuresInARow;
    private int permits;
    private long openedAtNanos;

    public CircuitBreaker(Settings settings, long nowNanos) {
        this.settings = settings;
        window = closedWindow(nowNanos);
    }

    private CallWindow closedWindow(long nowNanos) {
        return settings.seconds == 0
                ? CallWindow.ofCalls(settings.calls)
                : CallWindow.ofSeconds(settings.seconds, nowNanos);
    }

    /** Whether a call may begin now. One that may must be {@link #ended} or {@link #released}. */
    public boolean admits(long nowNanos) {
        if (state == State.CLOSED) {
            return true;
        }
        if (state == State.OPEN) {
            if (nowNanos - openedAtNanos <= settings.openNanos) {
                return false;
            }
            state = State.HALF_OPEN;
            window = CallWindow.ofCalls(settings.trials);
            trialWindow = true;
            permits = settings.trials;
        }
        if (permits == 0) {
            return false;
        }
        permits--;
        return true;
    }

    /** Whether a call that asked now would be let through; changes nothing. */
    public boolean wouldAdmit(long nowNanos) {
        return switch (state) {
            case CLOSED -> true;
            case OPEN -> nowNanos - openedAtNanos > settings.openNanos;
            case HALF_OPEN -> permits > 0;
        };
    }

    /** Nobody waits any more for a call that was let through: nothing is known of it. */
    public void released() {
        if (state == State.HALF_OPEN && permits < settings.trials) {
            permits++;
        }
    }

    /** A call that was let through has ended. */
    public void ended(boolean failed, long tookNanos, long nowNanos) {
        window.add(failed, tookNanos > settings.slowNanos, nowNanos);
        failuresInARow = failed ? failuresInARow + 1 : 0;
        if (state == State.OPEN) {
            return;
        }
        boolean trying = state == State.HALF_OPEN;
        boolean tooManyInARow = !trying && settings.inARow > 0 && failuresInARow >= settings.inARow;
        boolean enough = window.calls() >= minimum();
        if (tooManyInARow || (enough && isTooBad())) {
            state = State.OPEN;
            openedAtNanos = nowNanos;
        } else if (trying && enough) {
            state = State.CLOSED;
            window = closedWindow(nowNanos);
            trialWindow = false;
            failuresInARow = 0;
        }
    }

    private int minimum() {
        if (trialWindow) {
            return Math.min(settings.minimum, settings.trials);
        }
        return settings.seconds == 0 ? Math.min(settings.minimum, settings.calls) : settings.minimum;
    }

    private boolean isTooBad() {
        double calls = window.calls() + ROUNDING;
        return window.failed() >= settings.failureRate * calls - ROUNDING
                || window.slow() >= settings.slowRate * calls - ROUNDING;
    }

    public State state() {
        return state;
    }

    /** Failures one after the other up to the latest call. */
    public int failuresInARow() {
        return failuresInARow;
    }

    /** Calls in the window, and how many of them failed or were slow. */
    public int calls(long nowNanos) {
        window.slide(nowNanos);
        return window.calls();
    }

    /** Whether there are calls enough in the window to judge by; of fewer resilience4j shows rates of -1. */
    public boolean judges(long nowNanos) {
        return calls(nowNanos) >= minimum();
    }

    public int failed(long nowNanos) {
        window.slide(nowNanos);
        return window.failed();
    }

    public int slow(long nowNanos) {
        window.slide(nowNanos);
        return window.slow();
    }
}
