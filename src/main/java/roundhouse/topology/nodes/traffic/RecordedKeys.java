package roundhouse.topology.nodes.traffic;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.caching.traces.KeyTrace;

/**
 * What a file of keys was found to hold when it was read. A document names the file; who opens the document reads it, once, so that a run
 * is the same whatever becomes of the file meanwhile.
 */
public final class RecordedKeys {
    /** Nothing was read. */
    public static final RecordedKeys NONE = new RecordedKeys("", null, "");

    /** Keys are numbers below this. */
    private static final long KEYS = 1L << 40;

    private final String file;
    private final @Nullable KeyTrace trace;
    private final String problem;
    private final long[] keys;

    private RecordedKeys(String file, @Nullable KeyTrace trace, String problem) {
        this.file = file;
        this.trace = trace;
        this.problem = problem;
        keys = trace == null ? new long[0] : numbered(trace.keys());
    }

    /** The file of that name, as the document has it, holds that. */
    public static RecordedKeys of(String file, KeyTrace trace) {
        return new RecordedKeys(file, trace, "");
    }

    /** The file of that name cannot be used, for that reason. */
    public static RecordedKeys unreadable(String file, String problem) {
        return new RecordedKeys(file, null, problem);
    }

    /** As they are where all are from 0 up and not too large, else by the order in which they appear. */
    private static long[] numbered(long[] keys) {
        boolean fit = true;
        for (long key : keys) {
            fit &= key >= 0 && key < KEYS;
        }
        if (!fit) {
            Map<Long, Long> numbers = new LinkedHashMap<>();
            for (int i = 0; i < keys.length; i++) {
                Long number = numbers.putIfAbsent(keys[i], (long) numbers.size());
                keys[i] = number == null ? numbers.size() - 1 : number;
            }
        }
        return keys;
    }

    /** Whether that is the file it was read from. */
    boolean isOf(String name) {
        return file.equals(name);
    }

    /** Why it cannot be used; empty when it can. */
    String problem() {
        return problem;
    }

    /** How many accesses there are. */
    public int length() {
        return keys.length;
    }

    public long key(int access) {
        return keys[access];
    }

    /** Whether it says when accesses are. */
    public boolean isTimed() {
        return trace != null && trace.isTimed();
    }

    /** When an access is, nanoseconds after the start of the trace, if it {@linkplain #isTimed says so}. */
    public long timeNanos(int access) {
        return Objects.requireNonNull(trace).timeNanos(access);
    }

    /** The size of its value; 0 where it is not said. */
    public int bytes(int access) {
        return trace != null && trace.isSized() ? (int) Math.min(Integer.MAX_VALUE, trace.sizeBytes(access)) : 0;
    }

    /** Whether it says of accesses that they read or write. */
    public boolean saysKinds() {
        return trace != null && trace.saysKinds();
    }

    public boolean isRead(int access) {
        return trace != null && !trace.isWrite(access);
    }
}
