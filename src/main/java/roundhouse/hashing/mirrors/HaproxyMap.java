package roundhouse.hashing.mirrors;

import java.util.List;
import roundhouse.hashing.Candidates;
import roundhouse.hashing.Target;
import roundhouse.hashing.buckets.Divisor;
import roundhouse.hashing.buckets.TablePlacement;
import roundhouse.hashing.functions.HashFunction;

/**
 * HAProxy's {@code hash-type map-based}, its default: a table as long as the sum of the weights, and the hash modulo its length.
 *
 * <p>The weights are divided by their greatest common divisor. For each slot every usable server's score grows by its weight, the
 * greatest (score + total) ÷ total, in whole numbers, wins, the first of equals, and pays the total. A server that goes out of use
 * shortens the table, so most keys move. Of backups of which one is to be used the table has as many places as the first weighs, whoever
 * gets them: a single one is the first's, of more others have some.
 *
 * <p>Cost: a remainder and one array read. Source: HAProxy's lb_map.c, 2.6.
 */
public final class HaproxyMap extends TablePlacement {
    private static final int MAX_SLOTS = 1 << 22;

    private final boolean firstsLength;
    private final char[] table;
    private final Divisor length;

    public HaproxyMap(List<Target> targets, HashFunction function) {
        this(targets, function, false);
    }

    /** @param firstsLength whether the table is only as long as the first usable target weighs */
    public HaproxyMap(List<Target> targets, HashFunction function, boolean firstsLength) {
        super(targets, function);
        this.firstsLength = firstsLength;
        int divisor = Math.max(1, targets.stream().mapToInt(Target::weight).reduce(0, HaproxyMap::gcd));
        int[] candidates = Candidates.usable(targets);
        int total = (firstsLength && candidates.length > 0
                        ? targets.get(candidates[0]).weight()
                        : totalWeight(1, Integer.MAX_VALUE))
                / divisor;
        if (total > MAX_SLOTS) {
            throw new IllegalArgumentException(
                    "weights come to " + total + " slots, and " + MAX_SLOTS + " is the most; use smaller weights");
        }
        table = new char[total];
        length = new Divisor(Math.max(1, total));
        long[] scores = new long[candidates.length];
        for (int slot = 0; slot < total; slot++) {
            int best = -1;
            long highest = 0;
            for (int i = 0; i < scores.length; i++) {
                scores[i] += targets.get(candidates[i]).weight() / divisor;
                long score = total == 1 ? 1 : (scores[i] + total) / total;
                if (score > highest) {
                    best = i;
                    highest = score;
                }
            }
            if (best >= 0) {
                scores[best] -= total;
                table[slot] = (char) candidates[best];
            }
        }
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    @Override
    public HaproxyMap rebuild(List<Target> targets) {
        return new HaproxyMap(targets, function, firstsLength);
    }

    /** The same over these targets, with that length. */
    public HaproxyMap withLength(boolean ofTheFirst) {
        return ofTheFirst == firstsLength ? this : new HaproxyMap(targets(), function, ofTheFirst);
    }

    /** The low 32 bits, which are all that HAProxy has. */
    @Override
    public long hash(byte[] key) {
        return function.hash(key) & 0xffff_ffffL;
    }

    @Override
    public char[] table() {
        return table;
    }

    @Override
    public int slot(long keyHash) {
        return length.remainder(keyHash & 0xffff_ffffL);
    }
}
