package roundhouse.caching.traces;

/**
 * The accesses of a trace, one after another. Keys that are whole numbers are themselves; others are numbered from 0 in the order in which
 * they appear.
 */
public final class KeyTrace {
    /** What an array can hold, and more than is of use. */
    static final int MOST_ACCESSES = 1 << 28;

    private final KeyNames names;
    private final KeyTraceFormat format;
    private final long[] keys;
    private final long[] times;
    private final long[] sizes;
    private final boolean[] writes;
    private final boolean saysKinds;

    KeyTrace(
            KeyTraceFormat format,
            KeyNames names,
            long[] keys,
            long[] times,
            long[] sizes,
            boolean[] writes,
            boolean saysKinds) {
        this.format = format;
        this.names = names;
        this.keys = keys;
        this.times = times;
        this.sizes = sizes;
        this.writes = writes;
        this.saysKinds = saysKinds;
    }

    public KeyTraceFormat format() {
        return format;
    }

    /** How many accesses there are. */
    public int length() {
        return keys.length;
    }

    public long key(int access) {
        return keys[access];
    }

    /** All keys in order. */
    public long[] keys() {
        return keys.clone();
    }

    /** Whether keys are whole numbers, so that their order is that of the numbers. */
    public boolean keysAreWhole() {
        return names.areWhole();
    }

    /** The key as it stands in the file. */
    public String name(long key) {
        return names.name(key);
    }

    /** Whether each access has a time. */
    public boolean isTimed() {
        return times.length > 0;
    }

    /** When, in ns, if the trace {@link #isTimed}. */
    public long timeNanos(int access) {
        return times[access];
    }

    /** Whether values have sizes. */
    public boolean isSized() {
        return sizes.length > 0;
    }

    /** Bytes of the value, if the trace {@link #isSized}. */
    public long sizeBytes(int access) {
        return sizes[access];
    }

    /** Whether it is said of accesses that they read or write. */
    public boolean saysKinds() {
        return saysKinds;
    }

    public boolean isWrite(int access) {
        return writes.length > 0 && writes[access];
    }
}
