package roundhouse.simulation.observing.figures;

import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.observing.DataReport;
import roundhouse.simulation.observing.DataReport.Invalidations;
import roundhouse.topology.expectations.DataFigure;

/** A number that a report has about the data of the whole system, since the start. */
public enum DataTotal {
    READS("reads", "Reads", "Reads of clients that ended well.", Good.NEITHER, DataReport::reads),
    WRITES("writes", "Writes", "Writes of clients that were acknowledged.", Good.NEITHER, DataReport::writes),
    HIT_RATIO("hit-ratio", "Hit ratio", "Reads that some cache answered.", Good.MORE, DataReport::chainHitRatio),
    BYTE_HIT_RATIO(
            "byte-hit-ratio",
            "Hit ratio of bytes",
            "Bytes of values that some cache gave among all that were read.",
            Good.MORE,
            DataReport::byteHitRatio),
    STALE_READS(
            "stale-reads",
            "Stale reads, number",
            "Reads that gave a value when there had been a newer one.",
            Good.LESS,
            DataReport::staleReads),
    STALE_SHARE(
            "stale-share", "Stale reads", "Reads of an old value among all reads.", Good.LESS, DataReport::staleShare),
    LOST_WRITES(
            "lost-acknowledged-writes",
            "Lost writes",
            DataFigure.LOST_WRITES.meaning(),
            Good.LESS,
            DataReport::lostAcknowledgedWrites),
    DIRTY("dirty", "Dirty now", "Entries that no store has, at this moment.", Good.NEITHER, DataReport::dirty),
    DATABASE_READS(
            "database-reads", "DB reads", DataFigure.DATABASE_READS.meaning(), Good.NEITHER, DataReport::databaseReads),
    DATABASE_WRITES(
            "database-writes",
            "DB writes",
            DataFigure.DATABASE_WRITES.meaning(),
            Good.NEITHER,
            DataReport::databaseWrites),
    INVALIDATIONS_SENT(
            "invalidations/sent",
            "Invalidations sent",
            DataFigure.INVALIDATIONS_SENT.meaning(),
            Good.NEITHER,
            data -> of(data, Invalidations::sent)),
    INVALIDATIONS_LATE(
            "invalidations/late",
            "Invalidations late",
            DataFigure.INVALIDATIONS_LATE.meaning(),
            Good.LESS,
            data -> of(data, Invalidations::late)),
    INVALIDATIONS_LOST(
            "invalidations/lost",
            "Invalidations lost",
            DataFigure.INVALIDATIONS_LOST.meaning(),
            Good.LESS,
            data -> of(data, Invalidations::lost));

    /** What a difference of it means. */
    public enum Good {
        LESS,
        MORE,
        NEITHER
    }

    private final String key;
    private final String label;
    private final String meaning;
    private final Good good;
    private final ToDoubleFunction<DataReport> value;

    DataTotal(String key, String label, String meaning, Good good, ToDoubleFunction<DataReport> value) {
        this.key = key;
        this.label = label;
        this.meaning = meaning;
        this.good = good;
        this.value = value;
    }

    private static double of(DataReport data, ToDoubleFunction<Invalidations> count) {
        @Nullable Invalidations sent = data.invalidations();
        return sent == null ? Double.NaN : count.applyAsDouble(sent);
    }

    /** The name in JSON, of an object and a key of it where there is a slash. */
    public String key() {
        return key;
    }

    /** The name for people. */
    public String label() {
        return label;
    }

    /** What it is, in a sentence. */
    public String meaning() {
        return meaning;
    }

    public Good good() {
        return good;
    }

    /** Whether it is a part of a whole, 0 to 1, and not a number of something. */
    public boolean isShare() {
        return this == HIT_RATIO || this == BYTE_HIT_RATIO || this == STALE_SHARE;
    }

    /** The number or share; not a number where there is none. */
    public double of(DataReport data) {
        return value.applyAsDouble(data);
    }
}
