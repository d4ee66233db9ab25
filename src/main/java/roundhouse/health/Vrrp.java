package roundhouse.health;

/**
 * One of several balancers that share an address: which of them is active. The active one advertises itself; a standby that hears
 * nothing for three intervals and its skew takes over. A higher priority wins; with preemption it also takes the address back from
 * a lower one. When only the heartbeat is cut both are active, and neither can notice.
 *
 * <p>The state machine of RFC 5798, section 6.4: told of time and of advertisements heard, it says what to send. Times are in
 * microseconds.
 */
public final class Vrrp {
    /** No timer is set. */
    public static final long NEVER = Long.MAX_VALUE;

    /** Priority 255: the address is its own, so it is active from the start. */
    public static final int OWNER = 255;

    public enum State {
        STOPPED,
        STANDBY,
        ACTIVE
    }

    /** What the caller must do now. */
    public enum Action {
        NOTHING,
        /** Send an advertisement with the own priority. */
        ADVERTISE,
        /** Send an advertisement and tell the network that the address is here now. */
        TAKE_OVER,
        /** Stop answering for the address. */
        STEP_DOWN,
        /** Send an advertisement of priority 0, and stop answering for the address. */
        RESIGN
    }

    private final VrrpTimers timers;
    private final boolean preempts;
    private final long address;
    private State state = State.STOPPED;
    private long timerMicros = NEVER;

    /**
     * @param preempts whether it takes over from one of lower priority
     * @param address its own, unlike the others': the greater wins when priorities are equal
     */
    public Vrrp(VrrpTimers timers, boolean preempts, long address) {
        this.timers = timers;
        this.preempts = preempts;
        this.address = address;
    }

    public State state() {
        return state;
    }

    public VrrpTimers timers() {
        return timers;
    }

    /** When to call {@link #timerFired}, or {@link #NEVER}. */
    public long timerMicros() {
        return timerMicros;
    }

    public Action start(long nowMicros) {
        if (timers.priority() == OWNER) {
            return takeOver(nowMicros);
        }
        state = State.STANDBY;
        timerMicros = nowMicros + timers.masterDownMicros();
        return Action.NOTHING;
    }

    /** Begins as the active one, as if it had been that for long: sends its next advertisement after an interval. */
    public void startActive(long nowMicros) {
        state = State.ACTIVE;
        timerMicros = nowMicros + timers.advertMicros();
    }

    public Action timerFired(long nowMicros) {
        return switch (state) {
            case STOPPED -> Action.NOTHING;
            case STANDBY -> takeOver(nowMicros);
            case ACTIVE -> {
                timerMicros = nowMicros + timers.advertMicros();
                yield Action.ADVERTISE;
            }
        };
    }

    private Action takeOver(long nowMicros) {
        state = State.ACTIVE;
        timerMicros = nowMicros + timers.advertMicros();
        return Action.TAKE_OVER;
    }

    /** An advertisement of another came in. Priority 0 means that it resigns. */
    public Action heard(int priority, long from, long nowMicros) {
        return switch (state) {
            case STOPPED -> Action.NOTHING;
            case STANDBY -> {
                if (priority == 0) {
                    timerMicros = nowMicros + timers.skewMicros();
                } else if (!preempts || priority >= timers.priority()) {
                    timerMicros = nowMicros + timers.masterDownMicros();
                }
                yield Action.NOTHING;
            }
            case ACTIVE -> heardWhileActive(priority, from, nowMicros);
        };
    }

    private Action heardWhileActive(int priority, long from, long nowMicros) {
        if (priority == 0) {
            timerMicros = nowMicros + timers.advertMicros();
            return Action.ADVERTISE;
        }
        if (priority > timers.priority() || (priority == timers.priority() && from > address)) {
            state = State.STANDBY;
            timerMicros = nowMicros + timers.masterDownMicros();
            return Action.STEP_DOWN;
        }
        return Action.NOTHING;
    }

    /** Shuts down in order: an active one resigns, so that the standby waits for its skew only. */
    public Action stop() {
        boolean resigns = state == State.ACTIVE;
        state = State.STOPPED;
        timerMicros = NEVER;
        return resigns ? Action.RESIGN : Action.NOTHING;
    }
}
