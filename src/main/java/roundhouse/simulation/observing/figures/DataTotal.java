package roundhouse.simulation.observing.figures;

import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.observing.DataReport;
import roundhouse.simulation.observing.DataReport.Invalidations;
import roundhouse.topology.expectations.DataFigure;

/** A number that a report has about the data of the whole system, since the start. */
public enum DataTotal {
    READS("reads", "Reads", "Reads of clients that ended well.", Good.NEITHER),
    WRITES("writes", "Writes", "Writes of clients that were acknowledged.", Good.NEITHER),
    HIT_RATIO("hit-ratio", "Hit ratio", "Reads that some cache answered.", Good.MORE),
    BYTE_HIT_RATIO(
            "byte-hit-ratio",
            "Hit ratio of bytes",
            "Bytes of values that some cache gave among all that were read.",
            Good.MORE),
    STALE_READS(
            "stale-reads",
            "Stale reads, number",
            "Reads that gave a value when there had been a newer one.",
            Good.LESS),
    STALE_SHARE("stale-share", "Stale reads", "Reads of an old value among all reads.", Good.LESS),
    LOST_WRITES("lost-acknowledged-writes", "Lost writes", DataFigure.LOST_WRITES.meaning(), Good.LESS),
    DIRTY("dirty", "Dirty now", "Entries that no store has, at this moment.", Good.NEITHER),
    DATABASE_READS("database-reads", "DB reads", DataFigure.DATABASE_READS.meaning(), Good.NEITHER),
    DATABASE_WRITES("database-writes", "DB writes", DataFigure.DATABASE_WRITES.meaning(), Good.NEITHER),
    INVALIDATIONS_SENT(
            "invalidations/sent", "Invalidations sent", DataFigure.INVALIDATIONS_SENT.meaning(), Good.NEITHER),
    INVALIDATIONS_LATE("invalidations/late", "Invalidations late", DataFigure.INVALIDATIONS_LATE.meaning(), Good.LESS),
    INVALIDATIONS_LOST("invalidations/lost", "Invalidations lost", DataFigure.INVALIDATIONS_LOST.meaning(), Good.LESS);

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

    DataTotal(String key, String label, String meaning, Good good) {
        this.key = key;
        this.label = label;
        this.meaning = meaning;
        this.good = good;
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
        return switch (this) {
            case READS -> data.reads();
            case WRITES -> data.writes();
            case HIT_RATIO -> data.chainHitRatio();
            case BYTE_HIT_RATIO -> data.byteHitRatio();
            case STALE_READS -> data.staleReads();
            case STALE_SHARE -> data.staleShare();
            case LOST_WRITES -> data.lostAcknowledgedWrites();
            case DIRTY -> data.dirty();
            case DATABASE_READS -> data.databaseReads();
            case DATABASE_WRITES -> data.databaseWrites();
            case INVALIDATIONS_SENT -> of(data, Invalidations::sent);
            case INVALIDATIONS_LATE -> of(data, Invalidations::late);
            case INVALIDATIONS_LOST -> of(data, Invalidations::lost);
        };
    }
}
