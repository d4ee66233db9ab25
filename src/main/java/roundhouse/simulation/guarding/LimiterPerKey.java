package roundhouse.simulation.guarding;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import roundhouse.limits.LimiterSettings;
import roundhouse.limits.LimiterType;
import roundhouse.limits.RateLimiter;
import roundhouse.tables.LongTable;

/**
 * A rate limiter of its own for each key, of at most so many: the one that was asked longest ago is forgotten for a new one, as
 * {@link roundhouse.limits.KeyedLimiter} does. Keys are numbers, so that asking about one that is known makes nothing.
 */
final class LimiterPerKey {
    private static final int NONE = -1;

    private final LimiterType type;
    private final LimiterSettings settings;
    private final int most;
    private final long madeNanos;
    private final LongTable places = new LongTable();
    private @Nullable RateLimiter[] limiters = new RateLimiter[16];
    private long[] keys = new long[16];
    /** The one that was asked after, and before, each. */
    private int[] newer = new int[16];

    private int[] older = new int[16];
    private int newest = NONE;
    private int oldest = NONE;
    private int count;

    /** @param nowNanos where the periods of all of them begin */
    LimiterPerKey(LimiterType type, LimiterSettings settings, int most, long nowNanos) {
        this.type = type;
        this.settings = settings;
        this.most = most;
        madeNanos = nowNanos;
    }

    RateLimiter of(long key) {
        int place = (int) places.get(key, NONE);
        if (place == NONE) {
            place = placeForNew(key);
        } else if (place != newest) {
            unlink(place);
            linkAsNewest(place);
        }
        RateLimiter limiter = limiters[place];
        if (limiter == null) {
            throw new IllegalStateException("no limiter is kept of a key that is known");
        }
        return limiter;
    }

    private int placeForNew(long key) {
        int place;
        if (count == most) {
            place = oldest;
            unlink(place);
            places.remove(keys[place]);
        } else {
            place = count++;
            if (place == keys.length) {
                grow();
            }
        }
        limiters[place] = type.create(settings, madeNanos);
        keys[place] = key;
        places.put(key, place);
        linkAsNewest(place);
        return place;
    }

    private void grow() {
        int size = 2 * keys.length;
        limiters = Arrays.copyOf(limiters, size);
        keys = Arrays.copyOf(keys, size);
        newer = Arrays.copyOf(newer, size);
        older = Arrays.copyOf(older, size);
    }

    private void unlink(int place) {
        if (newer[place] == NONE) {
            newest = older[place];
        } else {
            older[newer[place]] = older[place];
        }
        if (older[place] == NONE) {
            oldest = newer[place];
        } else {
            newer[older[place]] = newer[place];
        }
    }

    private void linkAsNewest(int place) {
        newer[place] = NONE;
        older[place] = newest;
        if (newest == NONE) {
            oldest = place;
        } else {
            newer[newest] = place;
        }
        newest = place;
    }

    /** Keys that are remembered. */
    int size() {
        return count;
    }
}
