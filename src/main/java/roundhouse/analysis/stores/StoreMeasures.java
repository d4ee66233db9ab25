package roundhouse.analysis.stores;

import java.util.List;
import roundhouse.simulation.observing.Report.Latency;

/**
 * What a run has shown of a store since its warm-up.
 *
 * @param readLatency from when somebody asks until the answer is back there
 * @param writeLatency the same of writes that were acknowledged
 * @param reads reads that gave a value
 * @param writes writes that were acknowledged
 * @param refused reads and writes that were refused, or of which nobody knows
 * @param staleReads reads that gave an old value
 * @param staleMeanNanos for how long there had been a newer one, on average; 0 where there was none
 * @param staleP99Nanos 99 of 100 were no older
 * @param lost acknowledged writes that the store has not any more
 */
public record StoreMeasures(
        Latency readLatency,
        Latency writeLatency,
        long reads,
        long writes,
        long refused,
        long staleReads,
        long staleMeanNanos,
        long staleP99Nanos,
        long lost) {
    /** Nothing yet. */
    public static final StoreMeasures NONE = new StoreMeasures(Latency.NONE, Latency.NONE, 0, 0, 0, 0, 0, 0, 0);

    /** Reads that gave an old value among those that gave one, 0 to 1; 0 without any. */
    public double staleShare() {
        return reads == 0 ? 0 : (double) staleReads / reads;
    }

    /**
     * What members that were up did with what they were asked while there was a partition.
     *
     * @param answered how much they answered well
     * @param refused how much they refused or did not answer in time
     */
    public record Side(String member, long answered, long refused) {}

    /**
     * What a partition did.
     *
     * @param members those that were asked meanwhile
     * @param readLatency of reads that were asked for meanwhile and gave a value
     * @param writeLatency of writes that were asked for meanwhile and acknowledged
     * @param staleReads reads that gave an old value meanwhile
     * @param reads reads that gave a value meanwhile
     * @param staleP99Nanos 99 of 100 old values since the start of the run were no older when it was over
     * @param lost acknowledged writes that the store has not any more, when it is over
     */
    public record Parted(
            List<Side> members,
            Latency readLatency,
            Latency writeLatency,
            long staleReads,
            long reads,
            long staleP99Nanos,
            long lost) {
        public Parted {
            members = List.copyOf(members);
        }

        /** What was answered among all that members were asked that were up, 0 to 1; not a number where nothing was. */
        public double availability() {
            long answered = members.stream().mapToLong(Side::answered).sum();
            long refused = members.stream().mapToLong(Side::refused).sum();
            return answered + refused == 0 ? Double.NaN : (double) answered / (answered + refused);
        }

        /** Whether each answered all. */
        public boolean isAvailable() {
            return !members.isEmpty() && members.stream().allMatch(side -> side.refused() == 0);
        }

        /** Reads that gave an old value among those that gave one, 0 to 1; 0 without any. */
        public double staleShare() {
            return reads == 0 ? 0 : (double) staleReads / reads;
        }
    }
}
