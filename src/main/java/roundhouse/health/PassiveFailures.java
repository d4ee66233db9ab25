package roundhouse.health;

import java.util.Arrays;

/**
 * Takes servers out when requests fail there, as nginx does: without health checks. After {@code max_fails}
 * failures a server is left out until more than {@code fail_timeout} whole seconds have passed; then one request at a time tries it,
 * and a success resets the count. Failures are counted since the last reset, not over a window. Each server may have limits of its own.
 *
 * <p>Time is in whole seconds and compared with "at most", so a timeout of 2 ends when the clock shows 3 more. A failed attempt also
 * costs the server part of its weight for its next turns, which the caller passes to the balancer. Source: nginx 1.22,
 * src/http/ngx_http_upstream_round_robin.c.
 */
public final class PassiveFailures {
    private int[] maxFails;
    private long[] failTimeoutSeconds;
    private int[] fails;
    private long[] accessed;
    private long[] checked;

    /** So many targets, each of which has a {@link #rule} to come and until then is never taken out. */
    public PassiveFailures(int targets) {
        maxFails = new int[targets];
        failTimeoutSeconds = new long[targets];
        fails = new int[targets];
        accessed = new long[targets];
        checked = new long[targets];
    }

    /** Makes room for targets up to that number. */
    public void reserve(int targets) {
        if (targets > fails.length) {
            maxFails = Arrays.copyOf(maxFails, targets);
            failTimeoutSeconds = Arrays.copyOf(failTimeoutSeconds, targets);
            fails = Arrays.copyOf(fails, targets);
            accessed = Arrays.copyOf(accessed, targets);
            checked = Arrays.copyOf(checked, targets);
        }
    }

    /**
     * What takes that target out from now on; failures so far count on.
     *
     * @param maxFails failures that take it out; 0 never does
     * @param failTimeoutSeconds how long it stays out
     */
    public void rule(int target, int maxFails, long failTimeoutSeconds) {
        this.maxFails[target] = maxFails;
        this.failTimeoutSeconds[target] = failTimeoutSeconds;
    }

    /**
     * Whether the target is left out now. A lone server without backups is never asked about: nginx does not take it out.
     *
     * @param nowSeconds seconds
     */
    public boolean isOut(int target, long nowSeconds) {
        int most = maxFails[target];
        return most > 0 && fails[target] >= most && nowSeconds - checked[target] <= failTimeoutSeconds[target];
    }

    /** The target was picked; one that was out starts its time anew, so that only this request tries it. */
    public void picked(int target, long nowSeconds) {
        if (nowSeconds - checked[target] > failTimeoutSeconds[target]) {
            checked[target] = nowSeconds;
        }
    }

    /** The attempt succeeded; true when that reset a count of failures. */
    public boolean succeeded(int target) {
        boolean forgiven = accessed[target] < checked[target] && fails[target] > 0;
        if (forgiven) {
            fails[target] = 0;
        }
        return forgiven;
    }

    /** Failures since the last reset. */
    public int fails(int target) {
        return fails[target];
    }

    /** The attempt failed; returns by how much the target's effective weight drops. */
    public int failed(int target, int weight, long nowSeconds) {
        fails[target]++;
        accessed[target] = nowSeconds;
        checked[target] = nowSeconds;
        return maxFails[target] == 0 ? 0 : weight / maxFails[target];
    }
}
