package roundhouse.simulation.components;

/** What became of the sessions whose state one node holds. */
public interface SessionFigures {
    /** Sessions held at that time. */
    int held(long nowNanos);

    /** Memory that those take. */
    long bytes(long nowNanos);

    /** Sessions that a crash or a removal took. */
    long lost();

    /** Requests of sessions begun before, whose state was not here: left behind at another server, or lost. */
    long missed();
}
