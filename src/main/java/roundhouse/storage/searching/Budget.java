package roundhouse.storage.searching;

import java.util.function.BooleanSupplier;

/**
 * How much a check may look at before it says that it does not know. Counted in situations looked at, not in time, so that the same
 * history gets the same verdict on every machine; whoever waits can end it sooner.
 */
public final class Budget {
    /** How many situations lie between two questions whether it is cancelled. */
    public static final int LOOK_UP_EVERY = 1 << 12;

    private final long most;
    private final BooleanSupplier cancelled;
    private long spent;
    private boolean isOver;

    /**
     * @param most situations, from 1
     * @param cancelled asked every 4,096 situations
     */
    public Budget(long most, BooleanSupplier cancelled) {
        this.most = most;
        this.cancelled = cancelled;
    }

    public static Budget of(long most) {
        return new Budget(most, () -> false);
    }

    /** Takes one situation more from it. Returns false once it is used up or cancelled, and ever after. */
    public boolean spend() {
        return spend(1);
    }

    /** Takes as many. */
    public boolean spend(long situations) {
        long before = spent / LOOK_UP_EVERY;
        spent += situations;
        if (spent > most || (spent / LOOK_UP_EVERY != before && cancelled.getAsBoolean())) {
            isOver = true;
        }
        return !isOver;
    }

    public long spent() {
        return spent;
    }

    /** Whether it is used up or cancelled. */
    public boolean isOver() {
        return isOver;
    }

    /** A part of what is left, cancelled with it: for what is wanted beside the verdict. */
    public Budget part(long most) {
        return new Budget(most, cancelled);
    }
}
