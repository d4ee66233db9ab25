package roundhouse.simulation.observing.stores;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.components.ReplicationFigures;
import roundhouse.topology.expectations.DataFigure;

/**
 * A figure of a replicated store, since the start or now. What is declared here is all there is of it: reports, tables, series over time,
 * charts, comparisons, the inspector and expectations go through these.
 */
public enum StoreFigure {
    READS("reads", "Reads", FigureUnit.COUNT, "Reads that gave a value."),
    REFUSED_READS("refused-reads", "Reads refused", FigureUnit.COUNT, DataFigure.REFUSED_READS),
    STALE_READS("stale-reads", "Stale reads", FigureUnit.COUNT, DataFigure.STALE_READS),
    STALE_SHARE(
            "stale-share",
            "Stale among reads",
            FigureUnit.SHARE,
            "Reads that gave an old value among those that gave one."),
    WRITES("writes", "Writes acknowledged", FigureUnit.COUNT, "Writes that were acknowledged."),
    REFUSED_WRITES("refused-writes", "Writes refused", FigureUnit.COUNT, DataFigure.REFUSED_WRITES),
    UNKNOWN_WRITES("unknown-writes", "Writes of unknown outcome", FigureUnit.COUNT, DataFigure.UNKNOWN_WRITES),
    LOST_WRITES("lost-acknowledged-writes", "Acknowledged and lost", FigureUnit.COUNT, DataFigure.LOST_WRITES),
    AVAILABILITY("availability", "Availability", FigureUnit.SHARE, DataFigure.AVAILABILITY),
    AVAILABILITY_PARTED(
            "availability-in-partition",
            "Availability in partitions",
            FigureUnit.SHARE,
            "The same while there was a partition."),
    TERM("term", "Term", FigureUnit.COUNT, "The number of the newest leader's reign."),
    ELECTIONS("elections", "Leaders after the first", FigureUnit.COUNT, DataFigure.ELECTIONS),
    WITHOUT_LEADER("without-leader", "Without a leader", FigureUnit.NANOS, DataFigure.WITHOUT_LEADER),
    MOST_BEHIND("most-behind", "Furthest behind now", FigureUnit.COUNT, DataFigure.MOST_BEHIND),
    MOST_LAG(
            "lag",
            "Replication lag now",
            FigureUnit.NANOS,
            "For how long the member that lacks something longest lacks it now."),
    CONFLICTS("conflicts", "Conflicts", FigureUnit.COUNT, DataFigure.CONFLICTS),
    SIBLINGS("siblings", "Siblings now", FigureUnit.COUNT, DataFigure.SIBLINGS),
    HINTS_STORED("hints-stored", "Hints kept", FigureUnit.COUNT, DataFigure.HINTS_STORED),
    HINTS_DELIVERED("hints-delivered", "Hints delivered", FigureUnit.COUNT, DataFigure.HINTS_DELIVERED),
    REPAIRS("repairs", "Repaired by reads", FigureUnit.COUNT, DataFigure.REPAIRS),
    STREAMED("streamed", "Keys streamed", FigureUnit.COUNT, DataFigure.STREAMED),
    STREAMED_BYTES("streamed-bytes", "Bytes streamed", FigureUnit.BYTES, DataFigure.STREAMED_BYTES),
    MESSAGES("messages", "Messages of members", FigureUnit.COUNT, "Messages between members."),
    BYTES("message-bytes", "Bytes of messages", FigureUnit.BYTES, "What these messages were together, about.");

    private final String key;
    private final String label;
    private final FigureUnit unit;
    private final String meaning;
    private final @Nullable DataFigure expected;

    StoreFigure(String key, String label, FigureUnit unit, String meaning) {
        this.key = key;
        this.label = label;
        this.unit = unit;
        this.meaning = meaning;
        this.expected = null;
    }

    StoreFigure(String key, String label, FigureUnit unit, DataFigure expected) {
        this.key = key;
        this.label = label;
        this.unit = unit;
        this.meaning = expected.meaning();
        this.expected = expected;
    }

    /** The number, or what is counted of a share. */
    public long part(ReplicationFigures of, long nowNanos) {
        return switch (this) {
            case READS -> of.reads;
            case REFUSED_READS -> of.readsRefused;
            case STALE_READS, STALE_SHARE -> of.staleReads;
            case WRITES -> of.writes;
            case REFUSED_WRITES -> of.writesRefused;
            case UNKNOWN_WRITES -> of.unknown;
            case LOST_WRITES -> of.lost;
            case AVAILABILITY -> of.reads + of.writes;
            case AVAILABILITY_PARTED -> of.answeredParted;
            case TERM -> of.standing().term();
            case ELECTIONS -> of.elections;
            case WITHOUT_LEADER -> of.leaderlessNanos(nowNanos);
            case MOST_BEHIND -> of.standing().mostBehind();
            case MOST_LAG -> of.standing().mostLagNanos();
            case CONFLICTS -> of.counts().conflicts();
            case SIBLINGS -> of.counts().siblings();
            case HINTS_STORED -> of.counts().hintsStored();
            case HINTS_DELIVERED -> of.counts().hintsDelivered();
            case REPAIRS -> of.counts().repairs();
            case STREAMED -> of.counts().streamed();
            case STREAMED_BYTES -> of.counts().streamedBytes();
            case MESSAGES -> of.messages;
            case BYTES -> of.bytes;
        };
    }

    /** What it can be a share of; 0 for what is no part of anything. */
    public long whole(ReplicationFigures of) {
        return switch (this) {
            case REFUSED_READS -> of.reads + of.readsRefused;
            case STALE_READS, STALE_SHARE -> of.reads;
            case REFUSED_WRITES, UNKNOWN_WRITES -> of.writes + of.writesRefused + of.unknown;
            case AVAILABILITY -> of.reads + of.writes + of.readsRefused + of.writesRefused + of.unknown;
            case AVAILABILITY_PARTED -> of.answeredParted + of.refusedParted;
            default -> 0;
        };
    }

    /** The number, or the share from 0 to 1; not a number where there is nothing that it would be a share of. */
    double value(ReplicationFigures of, long nowNanos) {
        long part = part(of, nowNanos);
        if (unit != FigureUnit.SHARE) {
            return part;
        }
        long whole = whole(of);
        return whole == 0 ? Double.NaN : (double) part / whole;
    }

    /** Whether it says how things stand, and does not only grow. */
    public boolean isLevel() {
        return switch (this) {
            case TERM, MOST_BEHIND, MOST_LAG, SIBLINGS -> true;
            default -> false;
        };
    }

    /** Whether a store has it whose protocol has leaders, or has none. */
    public boolean isOf(boolean leaders) {
        return switch (this) {
            case TERM, ELECTIONS, WITHOUT_LEADER -> leaders;
            case CONFLICTS, SIBLINGS, HINTS_STORED, HINTS_DELIVERED, REPAIRS, STREAMED, STREAMED_BYTES -> !leaders;
            default -> true;
        };
    }

    /** Whether less of it is better. */
    public boolean isBad() {
        return switch (this) {
            case REFUSED_READS,
                    STALE_READS,
                    STALE_SHARE,
                    REFUSED_WRITES,
                    UNKNOWN_WRITES,
                    LOST_WRITES,
                    WITHOUT_LEADER,
                    MOST_BEHIND,
                    MOST_LAG -> true;
            default -> false;
        };
    }

    /** Whether more of it is better. */
    public boolean isGood() {
        return this == AVAILABILITY || this == AVAILABILITY_PARTED;
    }

    /** That which an expectation is about; nothing for figures of nodes and of the system. */
    public static Optional<StoreFigure> of(DataFigure expected) {
        return Stream.of(values()).filter(one -> one.expected == expected).findFirst();
    }

    /** The name in JSON. */
    public String key() {
        return key;
    }

    /** The name of a table's column. */
    public String column() {
        return key.replace('-', '_');
    }

    /** The name for people. */
    public String label() {
        return label;
    }

    public FigureUnit unit() {
        return unit;
    }

    /** What it is, in a sentence. */
    public String meaning() {
        return meaning;
    }
}
