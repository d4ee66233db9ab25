package roundhouse.simulation.guarding;

import java.util.Arrays;
import java.util.Objects;
import roundhouse.simulation.engine.Attempt;
import roundhouse.tables.LongTable;
import roundhouse.topology.nodes.guarding.Limit;

/** Lets so many requests of a key be at the node at once, as nginx's {@code limit_conn}. */
final class ConcurrencyRule extends GuardRule {
    private static final long NOBODY = -1;

    private final int most;
    private final RequestKeys keys;
    private final LongTable atOnce = new LongTable();
    /** The attempts that are counted, by their slot: the number of each, and its key. */
    private long[] counted = {};

    private long[] countedKeys = {};

    ConcurrencyRule(Limit spec) {
        super(spec);
        most = Objects.requireNonNull(spec.most());
        keys = new RequestKeys(spec);
    }

    @Override
    boolean concerns(Attempt attempt) {
        return super.concerns(attempt) && keys.of(attempt) != RequestKeys.NONE;
    }

    @Override
    long ask(Attempt attempt, long nowNanos) {
        long key = keys.of(attempt);
        long there = atOnce.get(key, 0);
        if (there >= most) {
            return REFUSED;
        }
        atOnce.put(key, there + 1);
        if (attempt.slot >= counted.length) {
            int before = counted.length;
            counted = Arrays.copyOf(counted, Math.max(64, 2 * attempt.slot + 1));
            Arrays.fill(counted, before, counted.length, NOBODY);
            countedKeys = Arrays.copyOf(countedKeys, counted.length);
        }
        counted[attempt.slot] = attempt.number;
        countedKeys[attempt.slot] = key;
        return 0;
    }

    @Override
    void left(Attempt attempt) {
        if (attempt.slot >= counted.length || counted[attempt.slot] != attempt.number) {
            return;
        }
        counted[attempt.slot] = NOBODY;
        long key = countedKeys[attempt.slot];
        long there = atOnce.get(key, 0);
        if (there > 1) {
            atOnce.put(key, there - 1);
        } else {
            atOnce.remove(key);
        }
    }

    @Override
    public String whose(Attempt attempt) {
        return keys.words(attempt);
    }
}
