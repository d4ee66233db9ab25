package roundhouse.simulation.observing.stores;

import org.jspecify.annotations.Nullable;
import roundhouse.simulation.data.AskedTotals;

/** Which of a client's requests it is about whether they were answered. */
public enum AvailabilityFigure {
    ALL("availability", "Availability", null, false),
    READS("reads", "Availability of reads", AskedTotals.Kind.READ, false),
    WRITES("writes", "Availability of writes", AskedTotals.Kind.WRITE, false),
    PARTED("in-partition", "Availability in partitions", null, true),
    PARTED_READS("reads-in-partition", "Reads in partitions", AskedTotals.Kind.READ, true),
    PARTED_WRITES("writes-in-partition", "Writes in partitions", AskedTotals.Kind.WRITE, true);

    private final String key;
    private final String label;
    private final AskedTotals.@Nullable Kind kind;
    private final boolean parted;

    AvailabilityFigure(String key, String label, AskedTotals.@Nullable Kind kind, boolean parted) {
        this.key = key;
        this.label = label;
        this.kind = kind;
        this.parted = parted;
    }

    public long answered(AskedTotals of) {
        return kind == null
                ? of.answered(AskedTotals.Kind.READ, parted) + of.answered(AskedTotals.Kind.WRITE, parted)
                : of.answered(kind, parted);
    }

    public long asked(AskedTotals of) {
        return kind == null
                ? of.asked(AskedTotals.Kind.READ, parted) + of.asked(AskedTotals.Kind.WRITE, parted)
                : of.asked(kind, parted);
    }

    /** Whether it is about what ended during a partition only. */
    public boolean isParted() {
        return parted;
    }

    /** The name in JSON. */
    public String key() {
        return key;
    }

    /** The name of a table's column. */
    public String column() {
        return this == ALL ? "availability" : "availability_" + key.replace('-', '_');
    }

    /** The name for people. */
    public String label() {
        return label;
    }
}
