package roundhouse.caching.eviction.lists;

/**
 * Looks for the share of the window in an adaptive W-TinyLFU by hill climbing: after a sample of requests it goes on in the same direction
 * if the hit ratio did not fall, and turns round if it did. Steps begin at 1/16 of the capacity, become smaller, and begin anew when the
 * ratio jumps by 0.05. Caches of at most 512 take longer samples as steps become smaller, since what they see is mostly noise, and begin
 * by widening. Source: Caffeine 3.3.1, WindowClimber.java, its reactive climber; above 4,096 Caffeine compares the hits of the regions
 * instead.
 */
public final class WindowClimber {
    private static final double STEP_SHARE = 0.0625;
    private static final double LEAST_FIRST_STEP = 2;
    private static final double RESTART_AT = 0.05;
    private static final double DECAY = 0.98;
    private static final long SMALL = 512;
    private static final double DECAY_WHEN_SMALL = 0.995;
    private static final double LONGEST_SAMPLE = 4;

    private long capacity;
    private double step;
    private double ratioBefore;
    private long hits;
    private long misses;
    private long adjustment;

    /** Begins anew for that capacity. */
    public void capacity(long units) {
        capacity = units;
        step = isSmall() ? firstStep() : -firstStep();
        adjustment = 0;
        forget();
    }

    private boolean isSmall() {
        return capacity <= SMALL;
    }

    private double firstStep() {
        return Math.max(LEAST_FIRST_STEP, STEP_SHARE * capacity);
    }

    public void hit() {
        hits++;
    }

    public void miss() {
        misses++;
    }

    /** Nothing was seen that counts. */
    public void forget() {
        sampled(0);
    }

    private void sampled(double ratio) {
        ratioBefore = ratio;
        hits = 0;
        misses = 0;
    }

    private boolean hasSample(int usesToHalve) {
        return hits + misses >= samplePeriod(usesToHalve);
    }

    private long samplePeriod(int usesToHalve) {
        if (!isSmall() || capacity == 0) {
            return usesToHalve;
        }
        double first = STEP_SHARE * capacity;
        double longer = first / Math.max(Math.abs(step), first / LONGEST_SAMPLE);
        return (long) (usesToHalve * Math.clamp(longer, 1, LONGEST_SAMPLE));
    }

    /** A sample that is full is not used: the cache was less than half full. */
    public void skip(int usesToHalve) {
        if (hasSample(usesToHalve)) {
            sampled(ratioBefore);
        }
    }

    /** A sample that is full decides what comes. */
    public void decide(int usesToHalve) {
        if (!hasSample(usesToHalve)) {
            return;
        }
        double ratio = (double) hits / (hits + misses);
        double change = ratio - ratioBefore;
        double amount = change >= 0 ? step : -step;
        step = Math.abs(change) >= RESTART_AT
                ? Math.copySign(firstStep(), amount)
                : (isSmall() ? DECAY_WHEN_SMALL : DECAY) * amount;
        adjustment = (long) amount;
        sampled(ratio);
    }

    /** By how many units the window is to grow; to shrink if negative. */
    public long adjustment() {
        return adjustment;
    }

    /** So much of it is still to be done. */
    public void left(long units) {
        adjustment = units;
    }
}
