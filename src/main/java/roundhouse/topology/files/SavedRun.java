package roundhouse.topology.files;

import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;

/**
 * A run as a file keeps it: all that it takes to have it again, and what shows whether it came out the same.
 *
 * @param program which version recorded it
 * @param start the topology at time 0; its seed is the run's
 * @param log what was done while it ran, in order
 * @param untilNanos where it ended, simulated nanoseconds
 * @param events how many there were
 * @param digest of the whole event stream
 * @param report a digest of its report at the end; null where an older program saved it, which wrote none
 * @param trail digests on the way
 */
public record SavedRun(
        String program,
        Topology start,
        List<Given> log,
        long untilNanos,
        long events,
        long digest,
        @Nullable Long report,
        Trail trail) {
    /** The version of the file format this program writes. */
    public static final int FORMAT = 1;

    public SavedRun {
        log = List.copyOf(log);
    }

    /**
     * A command that was given, and exactly where in the event stream.
     *
     * @param timeNanos simulated nanoseconds
     * @param afterEvents how many events there were before it; −1 for after all of that time
     */
    public record Given(long timeNanos, long afterEvents, Command command) {}

    /**
     * What the digest was on the way. With one fingerprint an event the first event that differs is known; beyond the bound of {@link
     * #MOST_FINGERPRINTS} events, the stretch of {@code every} events it is in.
     *
     * @param every events between two digests
     * @param digests after {@code every} events, twice as many, and so on; at most {@link #MOST_DIGESTS}
     * @param fingerprints 16 bits of the digest after each event, from the first; a difference escapes one by a chance of 2^−16
     */
    public record Trail(long every, long[] digests, short[] fingerprints) {
        public static final int MOST_DIGESTS = 4_096;
        public static final int MOST_FINGERPRINTS = 4_194_304;

        /** The fingerprint of a digest. */
        public static short fingerprint(long digest) {
            return (short) (digest >>> 48);
        }
    }
}
