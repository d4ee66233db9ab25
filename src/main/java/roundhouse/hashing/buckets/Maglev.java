package roundhouse.hashing.buckets;

import java.util.List;
import roundhouse.hashing.Candidates;
import roundhouse.hashing.Target;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.functions.Hashes;

/**
 * Maglev hashing: a table of 65,537 slots that the targets fill in turn, each in an order of its own.
 *
 * <p>Idea: see {@link MaglevTable}. A lookup is one array read, the balance is nearly perfect, and a change of targets moves few keys
 * more than it must: in the paper's measurements well under 2 % of the slots while slots ÷ targets is 100 or more. A target that is
 * down keeps its slots; whoever has the next slot that is up serves them, so nothing else moves.
 *
 * <p>Source: as MaglevTable. Offset and skip are this placement's hash of the name, mixed twice.
 */
public final class Maglev extends TablePlacement {
    private final char[] table;

    public Maglev(List<Target> targets, HashFunction function) {
        super(targets, function);
        int[] candidates = Candidates.of(targets, target -> target.weight() > 0);
        int[] offsets = new int[candidates.length];
        int[] skips = new int[candidates.length];
        double[] weights = new double[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            Target target = targets.get(candidates[i]);
            long hash = function.hash(target.name());
            offsets[i] = MaglevTable.offset(Hashes.again(hash, 1), MaglevTable.SLOTS);
            skips[i] = MaglevTable.skip(Hashes.again(hash, 2), MaglevTable.SLOTS);
            weights[i] = target.weight();
        }
        table = usable == 0
                ? new char[0]
                : passOver(MaglevTable.fill(MaglevTable.SLOTS, offsets, skips, weights, candidates));
    }

    /** Gives the slots of targets that are down to that of the next slot whose target is up. There is one that is up. */
    private char[] passOver(char[] table) {
        char next = 0;
        // Twice round: the first sees which is up at the beginning, for the end.
        for (int i = 2 * table.length - 1; i >= 0; i--) {
            int slot = i % table.length;
            if (usable(table[slot])) {
                next = table[slot];
            } else if (i < table.length) {
                table[slot] = next;
            }
        }
        return table;
    }

    @Override
    public Maglev rebuild(List<Target> targets) {
        return new Maglev(targets, function);
    }

    @Override
    public long hash(byte[] key) {
        return function.position(key);
    }

    @Override
    public boolean servedByReplicas() {
        return true;
    }

    @Override
    public char[] table() {
        return table;
    }

    @Override
    public int slot(long keyHash) {
        return (int) Math.unsignedMultiplyHigh(keyHash, MaglevTable.SLOTS);
    }
}
