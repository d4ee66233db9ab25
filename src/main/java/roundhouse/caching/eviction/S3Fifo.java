package roundhouse.caching.eviction;

import java.util.Arrays;
import roundhouse.caching.eviction.lists.GhostList;
import roundhouse.caching.eviction.lists.ListVisitor;

/**
 * S3-FIFO: three FIFO queues. A tenth of the cache takes the newcomers, from which most leave at once; those used twice meanwhile, and keys
 * that come back while remembered, go to the main queue, where uses give further rounds, three at most. A hit raises one small counter.
 * Yang, Zhang, Qiu, Yue, Rashmi: FIFO queues are all you need for cache eviction, SOSP 2023; in the form of Caffeine's simulator.
 */
final class S3Fifo extends ListEviction {
    private static final int SMALL = 0;
    private static final int MAIN = 1;
    private static final int MOST_USES = 3;
    private static final double SMALL_SHARE = 0.1;
    private static final double GHOST_SHARE = 0.9;

    private final GhostList ghosts = new GhostList();
    private byte[] uses = new byte[0];
    private long smallLimit;
    private long mainLimit;
    private long ghostLimit;

    S3Fifo(Residents residents) {
        super(residents, "small", "main");
    }

    @Override
    public void capacity(long units) {
        smallLimit = Math.max(1, (long) (SMALL_SHARE * units));
        mainLimit = units - smallLimit;
        ghostLimit = (long) (GHOST_SHARE * units);
        ghosts.trim(ghostLimit);
    }

    @Override
    public void hit(int slot) {
        if (uses[slot] < MOST_USES) {
            uses[slot]++;
        }
    }

    @Override
    public void inserted(int slot) {
        shrink();
        uses[slot] = 0;
        append(ghosts.remove(residents.key(slot)) ? MAIN : SMALL, slot);
    }

    @Override
    public void shrink() {
        while (over()) {
            if (!lists.isEmpty(SMALL) && (lists.units(SMALL) >= smallLimit || lists.isEmpty(MAIN))) {
                evictFromSmall();
            } else {
                evictFromMain();
            }
        }
    }

    private void evictFromSmall() {
        while (!lists.isEmpty(SMALL)) {
            int oldest = lists.oldest(SMALL);
            if (uses[oldest] <= 1) {
                ghosts.append(residents.key(oldest), residents.units(oldest));
                ghosts.trim(ghostLimit);
                evict(oldest);
                return;
            }
            uses[oldest] = 0;
            move(MAIN, oldest);
            if (lists.units(MAIN) > mainLimit) {
                evictFromMain();
            }
        }
    }

    private void evictFromMain() {
        int oldest = lists.oldest(MAIN);
        while (uses[oldest] > 0) {
            uses[oldest]--;
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
