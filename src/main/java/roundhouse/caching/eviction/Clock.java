package roundhouse.caching.eviction;

import java.util.Arrays;
import roundhouse.caching.eviction.lists.ListVisitor;

/**
 * Clock, or second chance: a FIFO queue in which an entry that was used since it was last looked at goes to the newest end instead of out.
 * A hit writes one bit, so it is the cheapest there is beside FIFO; a search for a victim is O(1) on average. Corbató: A paging experiment
 * with the Multics system, 1968.
 *
 * <p>Room is made before the newcomer comes in, as libCacheSim does and as a ring with a hand does; or, as Caffeine's simulator does, the
 * newcomer comes in first, so that it is the victim when all others were used.
 */
final class Clock extends ListEviction {
    private final boolean appendFirst;
    private boolean[] used = new boolean[0];

    Clock(Residents residents, boolean appendFirst) {
        super(residents, "clock");
        this.appendFirst = appendFirst;
    }

    @Override
    public void hit(int slot) {
        used[slot] = true;
    }

    @Override
    public void inserted(int slot) {
        used[slot] = false;
        if (appendFirst) {
            append(0, slot);
            shrink();
        } else {
            shrink();
            append(0, slot);
        }
    }

    @Override
    public void shrink() {
        while (over()) {
            int oldest = lists.oldest(0);
            if (used[oldest]) {
                used[oldest] = false;
                lists.renew(oldest);
            } else {
                evict(oldest);
            }
        }
    }

    @Override
    public void slots(int count) {
        super.slots(count);
        used = Arrays.copyOf(used, count);
    }

    @Override
    public void describe(ListVisitor out) {
        super.describe(out);
        out.hand();
    }

    @Override
    public EvictionReason why(int slot) {
        return EvictionReason.of("the hand found it not used since it came or was last looked at");
    }
}
