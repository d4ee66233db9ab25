package roundhouse.simulation.components;

import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.expectations.DataFigure;

/**
 * A figure of the caches of one node. What is declared here is all there is of it: reports, tables, comparisons, frames, the inspector and
 * expectations go through these.
 */
public enum CacheFigure {
    HITS("hits", "hits", "Hits", "Lookups that gave a value, fresh or not.", of -> of.hits),
    MISSES("misses", "misses", "Misses", DataFigure.MISSES, of -> of.misses),
    HIT_RATIO("hit-ratio", "hit_ratio", "Hit ratio", DataFigure.HIT_RATIO, of -> of.hits, CacheFigures::lookups),
    BYTE_HIT_RATIO(
            "byte-hit-ratio",
            "byte_hit_ratio",
            "Hit ratio of bytes",
            DataFigure.BYTE_HIT_RATIO,
            of -> of.hitBytes,
            of -> of.hitBytes + of.missBytes),
    STALE("stale", "stale_hits", "Stale hits", "Hits of which there had been a newer value.", of -> of.stale),
    STALE_SHARE(
            "stale-share", "stale_share", "Stale among hits", DataFigure.STALE_READS, of -> of.stale, of -> of.hits),
    COLD("cold", "cold_misses", "Cold misses", DataFigure.COLD_MISSES, of -> of.cold),
    EXPIRED("expired", "expired", "Found expired", DataFigure.EXPIRATIONS, of -> of.expired),
    EVICTED("evicted", "evicted", "Evictions", DataFigure.EVICTIONS, of -> of.evicted),
    INVALIDATED(
            "invalidated",
            "invalidated",
            "Taken out",
            "Entries that were taken out: deleted, invalidated, purged.",
            of -> of.invalidated),
    COALESCED("coalesced", "coalesced", "Coalesced", DataFigure.COALESCED, of -> of.coalesced),
    REFRESHES("refreshes", "refreshes", "Refreshes", DataFigure.REFRESHES, of -> of.refreshes),
    EARLY("early", "early_refreshes", "Early refreshes", "Fetches behind an answer that was fresh.", of -> of.early),
    OUTDATED("outdated", "outdated", "Given late", "Values given after their time was over.", of -> of.outdated),
    NEGATIVE("negative", "negative", "Kept failures", "Lookups that a kept failure answered.", of -> of.negative),
    REFUSED_SETS(
            "refused-sets",
            "refused_sets",
            "Refused sets",
            "Values that came too late, as a deletion had forbidden them.",
            of -> of.refusedSets),
    ENTRIES("entries", "entries", "Entries", "Entries at this moment.", of -> of.entries),
    BYTES("bytes", "bytes", "Values held", "Memory of the values at this moment, bytes.", of -> of.bytes),
    DIRTY("dirty", "dirty", "Dirty now", DataFigure.DIRTY, of -> of.dirty);

    private final String key;
    private final String column;
    private final String label;
    private final String meaning;
    private final @Nullable DataFigure expected;
    private final ToLongFunction<CacheFigures> part;
    private final @Nullable ToLongFunction<CacheFigures> whole;

    CacheFigure(String key, String column, String label, String meaning, ToLongFunction<CacheFigures> count) {
        this.key = key;
        this.column = column;
        this.label = label;
        this.meaning = meaning;
        this.expected = null;
        this.part = count;
        this.whole = null;
    }

    CacheFigure(String key, String column, String label, DataFigure expected, ToLongFunction<CacheFigures> count) {
        this(key, column, label, expected, count, null);
    }

    CacheFigure(
            String key,
            String column,
            String label,
            DataFigure expected,
            ToLongFunction<CacheFigures> part,
            @Nullable ToLongFunction<CacheFigures> whole) {
        this.key = key;
        this.column = column;
        this.label = label;
        this.meaning = expected.meaning();
        this.expected = expected;
        this.part = part;
        this.whole = whole;
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

    /** What it is, in a sentence. */
    public String meaning() {
        return meaning;
    }

    /** Whether it is a part of a whole, 0 to 1, and not a number of something. */
    public boolean isShare() {
        return whole != null;
    }

    /** The number, or what is counted of a share. */
    public long part(CacheFigures of) {
        return part.applyAsLong(of);
    }

    /** What a share is a part of; 1 for a number. */
    public long whole(CacheFigures of) {
        return whole == null ? 1 : whole.applyAsLong(of);
    }
}
