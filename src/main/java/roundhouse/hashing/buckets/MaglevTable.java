package roundhouse.hashing.buckets;

import java.util.Arrays;

/**
 * Fills Maglev's lookup table: every target goes through all slots in an order of its own, given by an offset and a skip, and in turn
 * takes its next slot that is still free. With weights, a lighter target sits out turns, as in Envoy.
 *
 * <p>Cost: about M ln M steps for M slots. M must be prime, so that every skip visits every slot. Source: Eisenbud et al., "Maglev: A
 * Fast and Reliable Software Network Load Balancer", NSDI 2016, section 3.4; weights: Envoy's maglev_lb.cc.
 */
public final class MaglevTable {
    /** The paper's smaller size, and Envoy's default. */
    public static final int SLOTS = 65537;

    private MaglevTable() {}

    /** The slot where a target begins, of a hash of it. */
    public static int offset(long hash, int slots) {
        return (int) Long.remainderUnsigned(hash, slots);
    }

    /** How far a target goes from slot to slot, of another hash of it. */
    public static int skip(long hash, int slots) {
        return (int) Long.remainderUnsigned(hash, slots - 1L) + 1;
    }

    /**
     * @param offsets where each candidate begins, in the order in which they take turns
     * @param skips how far each goes
     * @param weights a share of each; only their proportions count
     * @param targets what to write for each
     * @return for each slot its target; empty when there is no candidate
     */
    public static char[] fill(int slots, int[] offsets, int[] skips, double[] weights, int[] targets) {
        if (offsets.length == 0) {
            return new char[0];
        }
        double heaviest = Arrays.stream(weights).max().orElseThrow();
        double[] due = new double[offsets.length];
        int[] next = offsets.clone();
        boolean[] taken = new boolean[slots];
        char[] table = new char[slots];
        int filled = 0;
        for (int turn = 1; ; turn++) {
            for (int i = 0; i < next.length; i++) {
                if (turn * weights[i] < due[i]) {
                    continue;
                }
                due[i] += heaviest;
                int slot = next[i];
                while (taken[slot]) {
                    slot = step(slot, skips[i], slots);
                }
                taken[slot] = true;
                table[slot] = (char) targets[i];
                next[i] = step(slot, skips[i], slots);
                if (++filled == slots) {
                    return table;
                }
            }
        }
    }

    private static int step(int slot, int skip, int slots) {
        int there = slot + skip;
        return there >= slots ? there - slots : there;
    }
}
