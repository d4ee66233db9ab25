package roundhouse.simulation.components;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.expectations.DataFigure;

/**
 * A figure of the caches of one node. What is declared here is all there is of it: reports, tables, comparisons, frames, the inspector and
 * expectations go through these.
 */
public enum CacheFigure {
    /** Lookups that gave a value, fresh or not. */
    HITS("hits", "hits", "Hits"),
    MISSES("misses", "misses", "Misses", DataFigure.MISSES),
    HIT_RATIO("hit-ratio", "hit_ratio", "Hit ratio", DataFigure.HIT_RATIO),
    BYTE_HIT_RATIO("byte-hit-ratio", "byte_hit_ratio", "Hit ratio of bytes", DataFigure.BYTE_HIT_RATIO),
    /** Hits of which there had been a newer value. */
    STALE("stale", "stale_hits", "Stale hits"),
    STALE_SHARE("stale-share", "stale_share", "Stale among hits", DataFigure.STALE_READS),
    COLD("cold", "cold_misses", "Cold misses", DataFigure.COLD_MISSES),
    EXPIRED("expired", "expired", "Found expired", DataFigure.EXPIRATIONS),
    EVICTED("evicted", "evicted", "Evictions", DataFigure.EVICTIONS),
    /** Entries that were taken out: deleted, invalidated, purged. */
    INVALIDATED("invalidated", "invalidated", "Taken out"),
    COALESCED("coalesced", "coalesced", "Coalesced", DataFigure.COALESCED),
    REFRESHES("refreshes", "refreshes", "Refreshes", DataFigure.REFRESHES),
    /** Fetches behind an answer that was fresh. */
    EARLY("early", "early_refreshes", "Early refreshes"),
    /** Values given after their time was over. */
    OUTDATED("outdated", "outdated", "Given late"),
    /** Lookups that a kept failure answered. */
    NEGATIVE("negative", "negative", "Kept failures"),
    /** Values that came too late, as a deletion had forbidden them. */
    REFUSED_SETS("refused-sets", "refused_sets", "Refused sets"),
    /** Entries at this moment. */
    ENTRIES("entries", "entries", "Entries"),
    /** Memory of the values at this moment, bytes. */
    BYTES("bytes", "bytes", "Values held"),
    DIRTY("dirty", "dirty", "Dirty now", DataFigure.DIRTY);

    private final String key;
    private final String column;
    private final String label;
    private final @Nullable DataFigure expected;

    CacheFigure(String key, String column, String label) {
        this.key = key;
        this.column = column;
        this.label = label;
        this.expected = null;
    }

    CacheFigure(String key, String column, String label, DataFigure expected) {
        this.key = key;
        this.column = column;
        this.label = label;
        this.expected = expected;
    }

    /** The number, or what is counted of a share. */
    public long part(CacheFigures of) {
        return switch (this) {
            case HITS, HIT_RATIO -> of.hits;
            case MISSES -> of.misses;
            case BYTE_HIT_RATIO -> of.hitBytes;
            case STALE, STALE_SHARE -> of.stale;
            case COLD -> of.cold;
            case EXPIRED -> of.expired;
            case EVICTED -> of.evicted;
            case INVALIDATED -> of.invalidated;
            case COALESCED -> of.coalesced;
            case REFRESHES -> of.refreshes;
            case EARLY -> of.early;
            case OUTDATED -> of.outdated;
            case NEGATIVE -> of.negative;
            case REFUSED_SETS -> of.refusedSets;
            case ENTRIES -> of.entries;
            case BYTES -> of.bytes;
            case DIRTY -> of.dirty;
        };
    }

    /** What a share is a part of; 1 for a number. */
    public long whole(CacheFigures of) {
        return switch (this) {
            case HIT_RATIO -> of.lookups();
            case BYTE_HIT_RATIO -> of.hitBytes + of.missBytes;
            case STALE_SHARE -> of.hits;
            default -> 1;
        };
    }

    /** Whether it is a part of a whole, 0 to 1, and not a number of something. */
    public boolean isShare() {
        return this == HIT_RATIO || this == BYTE_HIT_RATIO || this == STALE_SHARE;
    }

    /** That which an expectation is about; nothing for figures of the system. */
    public static Optional<CacheFigure> of(DataFigure expected) {
        return Stream.of(values()).filter(one -> one.expected == expected).findFirst();
    }

    /** The name in JSON. */
    public String key() {
        return key;
    }

    /** The name of a table's column. */
    public String column() {
        return column;
    }

    /** The name for people. */
    public String label() {
        return label;
    }
}
