package roundhouse.simulation.components;

/**
 * What became of the calls that one server made to one node, from the start of the run. A call may be sent several times: retries, and
 * hedges.
 */
public final class CallFigures {
    /** Calls begun. */
    public long started;
    /** Calls that ended well, not well, or without a reply in time. */
    public long ok;

    public long failed;
    public long timedOut;
    /** Calls that were ended because their request had failed otherwise. */
    public long givenUp;
    /** How often calls were sent, of these as retries and as hedges. */
    public long sent;

    public long retried;
    public long hedged;
    /** How often the breaker did not let one be sent. */
    public long turnedAway;
    /** Replies that came when nobody waited for them any more. */
    public long wasted;
    /** How often the breaker opened. */
    public long opened;
}
