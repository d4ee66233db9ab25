package roundhouse.topology.nodes.data;

import org.jspecify.annotations.Nullable;
import roundhouse.topology.settings.Type;

/**
 * How much a cache holds.
 *
 * @param amount entries, or bytes of values; 0 for nothing
 * @param inBytes whether bytes are counted and not entries
 */
public record CacheCapacity(long amount, boolean inBytes) {
    /** The most entries. */
    public static final long MOST_ENTRIES = 10_000_000;
    /** The most bytes: a tebibyte. */
    public static final long MOST_BYTES = 1L << 40;

    /** As files and forms have it: a number of entries, or an amount of memory. */
    public static final Type<CacheCapacity> TYPE = new CacheCapacityType();

    public static CacheCapacity ofEntries(long entries) {
        return new CacheCapacity(entries, false);
    }

    public static CacheCapacity ofBytes(long bytes) {
        return new CacheCapacity(bytes, true);
    }

    /** What is wrong with it, in words that say what is allowed; null when nothing is. */
    @Nullable
    String problem() {
        return amount >= 0 && amount <= (inBytes ? MOST_BYTES : MOST_ENTRIES) ? null : CacheCapacityType.ALLOWED;
    }
}
