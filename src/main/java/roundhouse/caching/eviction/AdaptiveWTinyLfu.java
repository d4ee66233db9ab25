package roundhouse.caching.eviction;

import java.util.random.RandomGenerator;
import roundhouse.caching.eviction.lists.CountMinSketch;
import roundhouse.caching.eviction.lists.SlotLists;

/**
 * {@link WTinyLfu} as the library Caffeine has it: the window grows and shrinks in search of a better hit ratio, a step after every ten
 * uses an entry (hill climbing; steps of 1/16 of the capacity that become smaller, and start anew when the ratio jumps by 0.05), and a
 * candidate that lost although it is warm (6 uses or more) is let in once in 128 times, against attacks on the sketch. Source: Caffeine
 * 3.2, BoundedLocalCache.java; Einziger, Eytan, Friedman, Manes: Adaptive software cache management, Middleware 2018. Caffeine 3.3 searches
 * for the window by other rules.
 */
final class AdaptiveWTinyLfu extends WTinyLfu {
    private static final double STEP_SHARE = 0.0625;
    private static final double STEP_DECAY = 0.98;
    private static final double RESTART_AT = 0.05;
    private static final int USES_PER_ENTRY = 10;
    private static final int MOST_MOVED = 1_000;
    private static final int WARM = 6;
    private static final int ONE_IN = 128;

    private final RandomGenerator random;
    private double step;
    private double ratioBefore;
    private long hits;
    private long misses;

    AdaptiveWTinyLfu(Residents residents, RandomGenerator random) {
        super(residents, new CountMinSketch());
        this.random = random;
    }

    @Override
    public void capacity(long units) {
        super.capacity(units);
        step = -STEP_SHARE * units;
        ratioBefore = 0;
        hits = 0;
        misses = 0;
    }

    @Override
    boolean admits(long candidate, long victim) {
        return candidate > victim || (candidate >= WARM && random.nextInt(ONE_IN) == 0);
    }

    @Override
    public void hit(int slot) {
        super.hit(slot);
        hits++;
        climb();
    }

    @Override
    public void inserted(int slot) {
        super.inserted(slot);
        misses++;
        climb();
    }

    private void climb() {
        long uses = hits + misses;
        if (uses < USES_PER_ENTRY * Math.max(1, residents.entriesWhenFull())) {
            return;
        }
        double ratio = (double) hits / uses;
        double change = ratio - ratioBefore;
        double amount = change >= 0 ? step : -step;
        step = Math.abs(change) >= RESTART_AT
                ? Math.copySign(STEP_SHARE * residents.capacity(), amount)
                : STEP_DECAY * amount;
        ratioBefore = ratio;
        hits = 0;
        misses = 0;
        if ((long) amount > 0) {
            widen((long) amount);
        } else if ((long) amount < 0) {
            narrow((long) -amount);
        }
    }

    private void widen(long units) {
        long quota = Math.min(units, protectedLimit());
        long left = quota;
        limits(windowLimit() + quota, protectedLimit() - quota);
        for (int moved = 0; moved < MOST_MOVED; moved++) {
            int candidate = lists.oldest(PROBATION);
            if (candidate == SlotLists.NONE || residents.units(candidate) > left) {

                candidate = lists.oldest(PROTECTED);
            }
            if (candidate == SlotLists.NONE || residents.units(candidate) > left) {
                break;
            }
            left -= residents.units(candidate);
            move(WINDOW, candidate);
        }
        limits(windowLimit() - left, protectedLimit() + left);
    }

    private void narrow(long units) {
        long quota = Math.min(units, Math.max(0, windowLimit() - 1));
        long left = quota;
        for (int moved = 0; moved < MOST_MOVED; moved++) {
            int candidate = lists.oldest(WINDOW);
            if (candidate == SlotLists.NONE || residents.units(candidate) > left) {
                break;
            }
            left -= residents.units(candidate);
            move(PROBATION, candidate);
        }
        limits(windowLimit() - quota + left, protectedLimit() + quota - left);
    }
}
