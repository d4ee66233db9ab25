package roundhouse.simulation;

/** A run that is run again, to see what nobody wrote down the first time. */
public interface LookingBack {
    /** Goes on by that much simulated time, nanoseconds; whether all that is wanted is known. */
    boolean advance(long nanos);

    /** Simulated time it has got to, nanoseconds. */
    long nowNanos();
}
