package roundhouse.simulation.observing.stores;

import roundhouse.simulation.storing.ReplicatedStore;

/** A figure of one member of a replicated store, declared once for every place that shows it. */
public enum MemberFigure {
    TERM("term", "term", FigureUnit.COUNT),
    /** Writes that the leader has and it has not; where nobody leads, keys at which another replica has something newer. */
    BEHIND("behind", "behind", FigureUnit.COUNT),
    MOST_BEHIND("most-behind", "at most", FigureUnit.COUNT),
    /** For how long it lacks something that the leader, or another replica, has. */
    LAG("lag", "lag", FigureUnit.NANOS),
    MOST_LAG("most-lag", "at most", FigureUnit.NANOS),
    CLOCK_AHEAD("clock-ahead", "clock ahead", FigureUnit.NANOS),
    /** What it answered well while there was a partition. */
    ANSWERED_PARTED("answered-in-partition", "answered in partition", FigureUnit.COUNT),
    /** What it refused, or did not answer in time, while it was up and there was a partition. */
    REFUSED_PARTED("refused-in-partition", "refused", FigureUnit.COUNT),
    HINTS_STORED("hints-stored", "hints kept", FigureUnit.COUNT),
    HINTS_DELIVERED("hints-delivered", "delivered", FigureUnit.COUNT),
    REPAIRS("repairs", "repairs", FigureUnit.COUNT),
    CONFLICTS("conflicts", "conflicts", FigureUnit.COUNT),
    SIBLINGS("siblings", "siblings", FigureUnit.COUNT),
    STREAMED("streamed", "keys streamed", FigureUnit.COUNT),
    STREAMED_BYTES("streamed-bytes", "bytes", FigureUnit.BYTES);

    private final String key;
    private final String heading;
    private final FigureUnit unit;

    MemberFigure(String key, String heading, FigureUnit unit) {
        this.key = key;
        this.heading = heading;
        this.unit = unit;
    }

    long of(ReplicatedStore store, int member) {
        return switch (this) {
            case TERM -> store.term(member);
            case BEHIND -> store.behind().lacks(member);
            case MOST_BEHIND -> store.behind().lackedAtMost(member);
            case LAG -> store.behind().nanos(member);
            case MOST_LAG -> store.behind().longestNanos(member);
            case CLOCK_AHEAD -> store.aheadNanos(member);
            case ANSWERED_PARTED -> store.answeredParted(member);
            case REFUSED_PARTED -> store.refusedParted(member);
            case HINTS_STORED -> store.counts(member).hintsStored();
            case HINTS_DELIVERED -> store.counts(member).hintsDelivered();
            case REPAIRS -> store.counts(member).repairs();
            case CONFLICTS -> store.counts(member).conflicts();
            case SIBLINGS -> store.counts(member).siblings();
            case STREAMED -> store.counts(member).streamed();
            case STREAMED_BYTES -> store.counts(member).streamedBytes();
        };
    }

    /** Whether a member has it whose protocol has leaders, or has none. */
    public boolean isOf(boolean leaders) {
        return switch (this) {
            case TERM -> leaders;
            case HINTS_STORED, HINTS_DELIVERED, REPAIRS, CONFLICTS, SIBLINGS, STREAMED, STREAMED_BYTES -> !leaders;
            default -> true;
        };
    }

    /** The name in JSON. */
    public String key() {
        return key;
    }

    /** The name of a table's column. */
    public String column() {
        return key.replace('-', '_');
    }

    /** What heads its column for people. */
    public String heading() {
        return heading;
    }

    public FigureUnit unit() {
        return unit;
    }
}
