package roundhouse.caching.eviction;

import roundhouse.caching.eviction.lists.GhostList;
import roundhouse.caching.eviction.lists.ListVisitor;

/**
 * 2Q, the full version: newcomers pass through a short FIFO queue (a quarter of the cache); the keys that left it are remembered (half as
 * many as the cache has entries), and only a key that is asked for again while remembered enters the main LRU list. O(1). A loop that is
 * longer than cache and memory together hits nothing. Johnson, Shasha: 2Q, a low overhead high performance buffer management replacement
 * algorithm, VLDB 1994.
 */
final class TwoQ extends ListEviction {
    private static final int IN = 0;
    private static final int MAIN = 1;
    private static final double IN_SHARE = 0.25;
    private static final double OUT_SHARE = 0.5;

    private final GhostList out = new GhostList();
    private long inLimit;
    private long outLimit;

    TwoQ(Residents residents) {
        super(residents, "A1in", "Am");
    }

    @Override
    public void capacity(long units) {
        inLimit = (long) (IN_SHARE * units);
        outLimit = (long) (OUT_SHARE * units);
        out.trim(outLimit);
    }

    @Override
    public void hit(int slot) {
        if (lists.list(slot) == MAIN) {
            lists.renew(slot);
        }
    }

    @Override
    public void inserted(int slot) {
        boolean known = out.remove(residents.key(slot));
        shrink();
        append(known ? MAIN : IN, slot);
    }

    @Override
    public void shrink() {
        while (over()) {
            if (lists.units(IN) > inLimit || lists.isEmpty(MAIN)) {
                int victim = lists.oldest(IN);
                out.append(residents.key(victim), residents.units(victim));
                out.trim(outLimit);
                evict(victim);
            } else {
                evict(lists.oldest(MAIN));
            }
        }
    }

    @Override
    public void describe(ListVisitor to) {
        super.describe(to);
        to.list("A1out");
        out.forEach(to::key);
    }

    @Override
    public EvictionReason why(int slot) {
        String size = left() == IN
                ? "which has " + leftUnits(slot) + " of at most " + inLimit
                : "as A1in has " + lists.units(IN) + " of at most " + inLimit;
        return EvictionReason.of("the oldest of " + leftName() + ", " + size);
    }
}
