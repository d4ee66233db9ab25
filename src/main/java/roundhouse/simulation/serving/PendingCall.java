package roundhouse.simulation.serving;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.components.SlotList;

/** A call that has not ended: its attempts so far, and those under way. Belongs to its {@link PendingCalls} and is used again. */
final class PendingCall {
    /** Its place among those of its server; its timers have this number. */
    final int slot;

    /** Attempts so far, retries so far, hedges so far. */
    int attempts;

    int retries;
    int hedges;
    long startedNanos;
    /** What its attempts ask for comes from this. */
    long seed;
    /** Which of its timers are armed. */
    boolean limited;

    boolean hedging;
    /** It waits before it is tried again. */
    boolean backingOff;
    /** It has ended, and is only here until that wait is over. */
    boolean over = true;

    private @Nullable CallRule rule;
    private @Nullable RequestWait wait;
    /** The slots of attempts on their way. */
    final SlotList underWay = new SlotList();

    PendingCall(int slot) {
        this.slot = slot;
    }

    void begin(CallRule itsRule, RequestWait itsWait, long nowNanos) {
        rule = itsRule;
        wait = itsWait;
        startedNanos = nowNanos;
        attempts = 0;
        retries = 0;
        hedges = 0;
        limited = false;
        hedging = false;
        backingOff = false;
        over = false;
        underWay.clear();
    }

    CallRule rule() {
        return Objects.requireNonNull(rule);
    }

    /** The request that waits for it. */
    RequestWait waiting() {
        return Objects.requireNonNull(wait);
    }
}
