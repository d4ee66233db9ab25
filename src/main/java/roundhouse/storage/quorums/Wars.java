package roundhouse.storage.quorums;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

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
 * @param far what these take more to all replicas but one, which is drawn anew for each operation; null where all are alike
 */
public record Wars(
        DelayLaw write,
        DelayLaw acknowledge,
        DelayLaw read,
        DelayLaw reply,
        @Nullable Far far) {
    /** @param remote what each one-way message takes more to all replicas but one; 0 for none */
    public Wars(DelayLaw write, DelayLaw acknowledge, DelayLaw read, DelayLaw reply, double remote) {
        this(write, acknowledge, read, reply, remote == 0 ? null : Far.always(remote));
    }

    /** What messages take more to replicas that are elsewhere, in the same order. */
    public record Far(DelayLaw write, DelayLaw acknowledge, DelayLaw read, DelayLaw reply) {
        private static Far always(double remote) {
            DelayLaw law = _ -> remote;
            return new Far(law, law, law, law);
        }
    }

    /** Draws so many trials. Numbers of replicas from 1. */
    public WarsSample sample(int replicas, int reads, int writes, int trials, RandomGenerator random) {
        WarsSample sample = new WarsSample(trials);
        double[] arrival = new double[replicas];
        double[] acknowledged = new double[replicas];
        double[] asked = new double[replicas];
        double[] replied = new double[replicas];
        double[] sorted = new double[replicas];
        for (int trial = 0; trial < trials; trial++) {
            int near = far == null ? -1 : random.nextInt(replicas);
            for (int i = 0; i < replicas; i++) {
                Far more = i == near ? null : far;
                arrival[i] = draw(write, more == null ? null : more.write, random);
                acknowledged[i] = arrival[i] + draw(acknowledge, more == null ? null : more.acknowledge, random);
            }
            int nearRead = far == null ? -1 : random.nextInt(replicas);
            for (int i = 0; i < replicas; i++) {
                Far more = i == nearRead ? null : far;
                asked[i] = draw(read, more == null ? null : more.read, random);
                replied[i] = asked[i] + draw(reply, more == null ? null : more.reply, random);
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

    private static double draw(DelayLaw law, @Nullable DelayLaw more, RandomGenerator random) {
        return law.draw(random) + (more == null ? 0 : more.draw(random));
    }

    private static double smallest(double[] values, int rank, double[] sorted) {
        System.arraycopy(values, 0, sorted, 0, values.length);
        Arrays.sort(sorted);
        return sorted[rank - 1];
    }
}
