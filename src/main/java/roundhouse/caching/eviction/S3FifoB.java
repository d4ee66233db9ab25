package roundhouse.caching.eviction;

import java.util.Arrays;
import roundhouse.caching.eviction.lists.GhostList;
import roundhouse.caching.eviction.lists.ListVisitor;

/**
 * S3-FIFO as libCacheSim, the authors' own simulator, has it: the main queue gives way only when it is longer than its share, memory is
 * asked before room is made, and uses count without limit until an entry goes round in the main queue. Source: libCacheSim, S3FIFO.c;
 * for the idea see {@link S3Fifo}.
 */
final class S3FifoB extends ListEviction {
    private static final int SMALL = 0;
    private static final int MAIN = 1;
    private static final int USES_TO_STAY = 2;
    private static final int MOST_ROUNDS = 3;
    private static final double SMALL_SHARE = 0.1;
    private static final double GHOST_SHARE = 0.9;

    private final GhostList ghosts = new GhostList();
    private int[] uses = new int[0];
    private long mainLimit;
    private long ghostLimit;

    S3FifoB(Residents residents) {
        super(residents, "small", "main");
    }

    @Override
    public void capacity(long units) {
        mainLimit = units - (long) (SMALL_SHARE * units);
        ghostLimit = (long) (GHOST_SHARE * units);
        ghosts.trim(ghostLimit);
    }

    @Override
    public void hit(int slot) {
        uses[slot]++;
    }

    @Override
    public void inserted(int slot) {
        boolean known = ghosts.remove(residents.key(slot));
        shrink();
        uses[slot] = 0;
        append(known ? MAIN : SMALL, slot);
    }

    @Override
    public void shrink() {
        while (over()) {
            if (lists.units(MAIN) > mainLimit || lists.isEmpty(SMALL)) {
                evictFromMain();
            } else {
                evictFromSmall();
            }
        }
    }

    private void evictFromSmall() {
        while (!lists.isEmpty(SMALL)) {
            int oldest = lists.oldest(SMALL);
            if (uses[oldest] < USES_TO_STAY) {
                ghosts.append(residents.key(oldest), residents.units(oldest));
                ghosts.trim(ghostLimit);
                evict(oldest);
                return;
            }
            uses[oldest] = 0;
            move(MAIN, oldest);
        }
    }

    private void evictFromMain() {
        int oldest = lists.oldest(MAIN);
        while (uses[oldest] > 0) {
            uses[oldest] = Math.min(uses[oldest], MOST_ROUNDS) - 1;
            lists.renew(oldest);
            oldest = lists.oldest(MAIN);
        }
        evict(oldest);
    }

    @Override
    public void slots(int count) {
        super.slots(count);
        uses = Arrays.copyOf(uses, count);
    }

    @Override
    public void describe(ListVisitor out) {
        super.describe(out);
        out.list("ghost");
        ghosts.forEach(out::key);
    }

    @Override
    public EvictionReason why(int slot) {
        return EvictionReason.of(
                left() == SMALL
                        ? (uses[slot] == 0 ? "not used" : "used only " + times(uses[slot])) + " while in small"
                        : "not used since its last round in main");
    }
}
