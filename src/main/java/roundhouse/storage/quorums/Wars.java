package roundhouse.storage.quorums;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * How likely a read is to see the latest write when quorums need not overlap: Probabilistically Bounded Staleness (Bailis et al., PVLDB
 * 5(8) 2012, section 4). A write reaches replica i after W, its acknowledgement comes after A more; it is committed at the W-th smallest
 * sum. A read that begins a time t after that reaches replica i after R, the reply takes S; it uses the R replicas of the smallest sums,
 * and is consistent if the write had reached one of them when the read did.
 *
 * <p>For each trial the least t at which its read is consistent is kept, so one sample answers for every t.
 *
 * @param write delay of the write to a replica
 * @param acknowledge of its acknowledgement
 * @param read of the read to a replica
 * @param reply of its reply
 * @param remote what each one-way message takes more to all replicas but one, drawn anew for each operation; 0 for none
 */
public record Wars(DelayLaw write, DelayLaw acknowledge, DelayLaw read, DelayLaw reply, double remote) {
    /** Draws so many trials. Numbers of replicas from 1. */
    public WarsSample sample(int replicas, int reads, int writes, int trials, RandomGenerator random) {
        WarsSample sample = new WarsSample(trials);
        double[] arrival = new double[replicas];
        double[] acknowledged = new double[replicas];
        double[] asked = new double[replicas];
        double[] replied = new double[replicas];
        double[] sorted = new double[replicas];
        for (int trial = 0; trial < trials; trial++) {
            int near = remote == 0 ? -1 : random.nextInt(replicas);
            for (int i = 0; i < replicas; i++) {
                double more = i == near ? 0 : remote;
                arrival[i] = write.draw(random) + more;
                acknowledged[i] = arrival[i] + acknowledge.draw(random) + more;
            }
            int nearRead = remote == 0 ? -1 : random.nextInt(replicas);
            for (int i = 0; i < replicas; i++) {
                double more = i == nearRead ? 0 : remote;
                asked[i] = read.draw(random) + more;
                replied[i] = asked[i] + reply.draw(random) + more;
            }
            double committed = smallest(acknowledged, writes, sorted);
            double answered = smallest(replied, reads, sorted);
            double threshold = Double.POSITIVE_INFINITY;
            for (int i = 0; i < replicas; i++) {
                if (replied[i] <= answered) {
                    threshold = Math.min(threshold, arrival[i] - committed - asked[i]);
                }
            }
            sample.set(trial, threshold, answered, committed);
        }
        sample.sort();
        return sample;
    }

    private static double smallest(double[] values, int rank, double[] sorted) {
        System.arraycopy(values, 0, sorted, 0, values.length);
        Arrays.sort(sorted);
        return sorted[rank - 1];
    }
}
