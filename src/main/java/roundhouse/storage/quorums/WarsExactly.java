package roundhouse.storage.quorums;

import java.util.Arrays;

/**
 * The model of {@link Wars} where every delay takes each of a few values with equal chance: by going through all cases, exactly. Of two
 * replies at the same time that of the lower replica counts as first. The cases are the product of the numbers of values to the power of
 * the replicas.
 */
public record WarsExactly(int[] write, int[] acknowledge, int[] read, int[] reply) {
    /** The chance that a read is consistent that begins so long after the commit. */
    public Fraction consistent(int replicas, int reads, int writes, int after) {
        int perReplica = write.length * acknowledge.length * read.length * reply.length;
        int[] chosen = new int[replicas];
        long good = 0;
        long all = 0;
        do {
            good += isConsistent(chosen, reads, writes, after) ? 1 : 0;
            all++;
        } while (advance(chosen, perReplica));
        return Fraction.of(good, all);
    }

    private static boolean advance(int[] digits, int base) {
        for (int i = 0; i < digits.length; i++) {
            if (++digits[i] < base) {
                return true;
            }
            digits[i] = 0;
        }
        return false;
    }

    private boolean isConsistent(int[] chosen, int reads, int writes, int after) {
        int replicas = chosen.length;
        int[] arrival = new int[replicas];
        int[] acknowledged = new int[replicas];
        int[] asked = new int[replicas];
        int[] replied = new int[replicas];
        for (int i = 0; i < replicas; i++) {
            int rest = chosen[i];
            arrival[i] = write[rest % write.length];
            rest /= write.length;
            acknowledged[i] = arrival[i] + acknowledge[rest % acknowledge.length];
            rest /= acknowledge.length;
            asked[i] = read[rest % read.length];
            rest /= read.length;
            replied[i] = asked[i] + reply[rest];
        }
        int[] sorted = acknowledged.clone();
        Arrays.sort(sorted);
        int committed = sorted[writes - 1];
        for (int i = 0; i < replicas; i++) {
            if (arrival[i] <= committed + after + asked[i] && isUsed(replied, i, reads)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUsed(int[] replied, int replica, int reads) {
        int earlier = 0;
        for (int i = 0; i < replied.length; i++) {
            if (replied[i] < replied[replica] || (replied[i] == replied[replica] && i < replica)) {
                earlier++;
            }
        }
        return earlier < reads;
    }
}
