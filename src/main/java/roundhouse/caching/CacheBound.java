package roundhouse.caching;

/**
 * How much a cache may hold.
 *
 * @param unit what is counted
 * @param most at most so many of the unit; 0 for a cache that keeps nothing
 */
public record CacheBound(Unit unit, long most) {
    /** What a bound counts: entries, whatever their size, or the bytes of their values. */
    public enum Unit {
        ENTRIES,
        BYTES
    }

    public CacheBound {
        if (most < 0) {
            throw new IllegalArgumentException("a cache cannot hold " + most);
        }
    }

    public static CacheBound entries(long most) {
        return new CacheBound(Unit.ENTRIES, most);
    }

    public static CacheBound bytes(long most) {
        return new CacheBound(Unit.BYTES, most);
    }

    /** What an entry of so many bytes takes of this bound. */
    public long unitsOf(long sizeBytes) {
        return unit == Unit.ENTRIES ? 1 : sizeBytes;
    }
}
