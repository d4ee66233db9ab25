package roundhouse.simulation.observing.expecting;

/** One expectation, watched over. */
interface ExpectationWatch {
    long NEVER = Long.MAX_VALUE;

    /** When it must look at the run next, nanoseconds. */
    default long nextNanos() {
        return NEVER;
    }

    /** The warm-up ends at that time, and what comes before does not count; not told after it ended. */
    void countFrom(long nanos);

    /** The greatest values of levels and durations are about to begin anew. */
    default void keepPeak() {}

    /** The clock has got to that time; nothing has happened at it yet. */
    default void passed(long timeNanos) {}

    /** The same without work that takes long; it can be behind. */
    default Verdict soFar() {
        return verdict();
    }

    /** As things stand. */
    Verdict verdict();
}
