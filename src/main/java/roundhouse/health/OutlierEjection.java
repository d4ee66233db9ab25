package roundhouse.health;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Takes servers out that do worse than the others of the pool, as Envoy does: at once after so many server errors in a row, and at every interval
 * those whose success rate is below mean - factor · standard deviation of all with enough traffic. An ejected server comes back at
 * the first interval after base time × times ejected, capped; the count goes down by one for each interval it then behaves. Errors in
 * a row are counted anew then: those of requests that were on their way when it went out say nothing of it now.
 *
 * <p>No more than a percentage of servers is out at once. Up to 1.23 one always could be; since then, only if
 * {@code always_eject_one_host} says so. Source: Envoy, source/extensions/.../outlier_detection_impl.cc and its documented defaults.
 */
public final class OutlierEjection {
    /**
     * When to eject.
     *
     * @param consecutive server errors in a row that eject
     * @param baseNanos time out at the first ejection
     * @param maxNanos the most time out
     * @param maxPercent of servers out at once
     * @param alwaysOne whether one may be out even if that is more
     * @param minHosts servers with enough traffic that success rates are compared at all
     * @param minRequests enough traffic, requests in an interval
     * @param factor standard deviations below the mean that eject
     */
    public record Settings(
            int consecutive,
            long baseNanos,
            long maxNanos,
            int maxPercent,
            boolean alwaysOne,
            int minHosts,
            int minRequests,
            double factor) {}

    private final Settings settings;
    private int[] inARow;
    private int[] requests;
    private int[] successes;
    private int[] multiplier;
    private boolean[] ejected;
    private long[] sinceNanos;
    private int hosts;
    private int out;

    public OutlierEjection(int targets, Settings settings) {
        this.settings = settings;
        inARow = new int[targets];
        requests = new int[targets];
        successes = new int[targets];
        multiplier = new int[targets];
        ejected = new boolean[targets];
        sinceNanos = new long[targets];
        hosts = targets;
    }

    /** Adds a target, with the next index. */
    public void added() {
        int targets = ejected.length + 1;
        inARow = Arrays.copyOf(inARow, targets);
        requests = Arrays.copyOf(requests, targets);
        successes = Arrays.copyOf(successes, targets);
        multiplier = Arrays.copyOf(multiplier, targets);
        ejected = Arrays.copyOf(ejected, targets);
        sinceNanos = Arrays.copyOf(sinceNanos, targets);
        hosts++;
    }

    /** The target is gone for good and no longer counts; none of its replies may be recorded any more. */
    public void removed(int target) {
        out -= ejected[target] ? 1 : 0;
        ejected[target] = false;
        requests[target] = 0;
        successes[target] = 0;
        hosts--;
    }

    /** The least time that the target, which is ejected, stays out; it returns at the first interval after that. */
    public long sentenceNanos(int target) {
        return Math.min(settings.baseNanos() * multiplier[target], settings.maxNanos());
    }

    /** Records a reply of the target, or that none came; true when that ejected it. */
    public boolean replied(int target, boolean error, long nowNanos) {
        requests[target]++;
        if (!error) {
            successes[target]++;
            inARow[target] = 0;
            return false;
        }
        if (++inARow[target] < settings.consecutive() || ejected[target]) {
            return false;
        }
        inARow[target] = 0;
        return eject(target, nowNanos);
    }

    private boolean eject(int target, long nowNanos) {
        boolean room = (settings.alwaysOne() && out == 0) || 100.0 * (out + 1) / hosts <= settings.maxPercent();
        if (ejected[target] || !room) {
            return false;
        }
        ejected[target] = true;
        sinceNanos[target] = nowNanos;
        out++;
        if (multiplier[target] * settings.baseNanos() < settings.maxNanos() + settings.baseNanos()) {
            multiplier[target]++;
        }
        return true;
    }

    /** Ends an interval: returns targets whose ejection time is over, ejects those whose success rate is too low, and counts anew. */
    public void interval(long nowNanos, IntConsumer returned, IntConsumer gone) {
        for (int target = 0; target < ejected.length; target++) {
            if (!ejected[target]) {
                multiplier[target] = Math.max(0, multiplier[target] - 1);
            } else if (nowNanos - sinceNanos[target] >= sentenceNanos(target)) {
                ejected[target] = false;
                inARow[target] = 0;
                out--;
                returned.accept(target);
            }
        }
        double threshold = threshold();
        for (int target = 0; target < ejected.length; target++) {
            if (hasTraffic(target) && rate(target) < threshold && eject(target, nowNanos)) {
                gone.accept(target);
            }
        }
        Arrays.fill(requests, 0);
        Arrays.fill(successes, 0);
    }

    private boolean hasTraffic(int target) {
        return requests[target] >= settings.minRequests();
    }

    private double rate(int target) {
        return 100.0 * successes[target] / requests[target];
    }

    /** The success rate in percent below which a server is ejected; below 0, so that none is, when too few have traffic. */
    private double threshold() {
        int busy = 0;
        double sum = 0;
        for (int target = 0; target < requests.length; target++) {
            if (hasTraffic(target)) {
                busy++;
                sum += rate(target);
            }
        }
        if (busy == 0 || busy < settings.minHosts()) {
            return -1;
        }
        double mean = sum / busy;
        double squares = 0;
        for (int target = 0; target < requests.length; target++) {
            if (hasTraffic(target)) {
                squares += (rate(target) - mean) * (rate(target) - mean);
            }
        }
        return mean - settings.factor() * Math.sqrt(squares / busy);
    }
}
