package roundhouse.caching.eviction;

import java.util.Arrays;

/**
 * memcached's segmented LRU: newcomers are hot (a fifth of the cache), from there they go to warm (two fifths) if they were used twice, else
 * to cold, from which the oldest leaves; a cold entry used again goes to warm. Entries idle for long next to cold's oldest leave hot and
 * warm too. O(1). memcached 1.6.18, items.c, defaults; its maintainer runs in a thread of its own, here after each newcomer.
 */
final class MemcachedSegmented extends ListEviction {
    private static final int HOT = 0;
    private static final int WARM = 1;
    private static final int COLD = 2;
    private static final double HOT_SHARE = 0.2;
    private static final double WARM_SHARE = 0.4;
    private static final double HOT_AGE = 0.2;
    private static final double WARM_AGE = 2;
    private static final long SECOND = 1_000_000_000;
    private static final byte FETCHED = 1;
    private static final byte ACTIVE = 2;

    private byte[] state = new byte[0];
    private long[] usedSecond = new long[0];

    MemcachedSegmented(Residents residents) {
        super(residents, "hot", "warm", "cold");
    }

    private long second() {
        return residents.nowNanos() / SECOND;
    }

    @Override
    public void hit(int slot) {
        if (state[slot] == ACTIVE) {
            return;
        }
        state[slot]++;
        if (state[slot] == ACTIVE) {
            if (lists.list(slot) == COLD) {
                state[slot] = FETCHED;
                move(WARM, slot);
            }
            usedSecond[slot] = second();
        }
    }

    @Override
    public void inserted(int slot) {
        shrink();
        state[slot] = 0;
        usedSecond[slot] = second();
        append(HOT, slot);
        maintain();
    }

    /** Keeps hot and warm within their shares; what was used there goes round or up instead of down. */
    private void maintain() {
        boolean more = true;
        while (more) {
            long coldAge = lists.isEmpty(COLD) ? Long.MAX_VALUE / 4 : second() - usedSecond[lists.oldest(COLD)];
            more = pull(HOT, HOT_SHARE, HOT_AGE * coldAge);
            more |= pull(WARM, WARM_SHARE, WARM_AGE * coldAge);
        }
    }

    /** Moves the oldest of a segment if it must; says whether it did. */
    private boolean pull(int segment, double share, double mostAge) {
        if (lists.isEmpty(segment)) {
            return false;
        }
        int oldest = lists.oldest(segment);
        if (state[oldest] == ACTIVE) {
            state[oldest] = FETCHED;
            move(WARM, oldest);
            return true;
        }
        boolean tooMany = lists.units(segment) > (long) (share * residents.usedUnits());
        if (tooMany || second() - usedSecond[oldest] > mostAge) {
            move(COLD, oldest);
            return true;
        }
        return false;
    }

    @Override
    public void shrink() {
        while (over()) {
            int segment = lists.isEmpty(COLD) ? lists.isEmpty(HOT) ? WARM : HOT : COLD;
            evict(lists.oldest(segment));
        }
    }

    @Override
    public void slots(int count) {
        super.slots(count);
        state = Arrays.copyOf(state, count);
        usedSecond = Arrays.copyOf(usedSecond, count);
    }

    @Override
    public EvictionReason why(int slot) {
        return EvictionReason.of("the oldest of " + leftName());
    }
}
