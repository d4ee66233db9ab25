package roundhouse.simulation.targets;

import java.util.function.Consumer;
import roundhouse.health.PanicThreshold;
import roundhouse.kernel.RandomStream;
import roundhouse.routing.Pool;

/**
 * Counts the healthy targets among a pool's primaries and backups, Envoy's two levels of priority: with too few, a level panics and
 * uses all its targets; with more than that but not all, the levels share the load.
 */
final class PanicWatch {
    private final Pool pool;
    private final PanicThreshold threshold;
    private final PriorityLevels levels;
    private final Consumer<String> transcript;

    /** @param transcript is told what the balancer does, in words that follow its id */
    PanicWatch(Pool pool, PanicThreshold threshold, RandomStream random, Consumer<String> transcript) {
        this.pool = pool;
        this.threshold = threshold;
        this.transcript = transcript;
        levels = new PriorityLevels(random, pool);
    }

    /** How primaries and backups share the load. */
    PriorityLevels levels() {
        return levels;
    }

    /** The health of a target has changed: says so if that changes how the levels share the load. */
    void healthChanged() {
        int before = levels.backups();
        count();
        if (levels.backups() != before) {
            transcript.accept("gives backups " + levels.backups() + " % of the load");
        }
    }

    /** Counts anew, as when targets came, went, or became backups. */
    void count() {
        int[] healthy = new int[2];
        int[] all = new int[2];
        for (int target = 0; target < pool.size(); target++) {
            if (!pool.isRemoved(target) && !pool.isDown(target)) {
                int level = pool.isBackup(target) ? 1 : 0;
                healthy[level] += pool.isHealthy(target) ? 1 : 0;
                all[level]++;
            }
        }
        PanicThreshold.Split split = threshold.split(healthy, all);
        for (int level = 0; level < 2; level++) {
            panic(level == 1, split.panic()[level], healthy[level], all[level]);
        }
        levels.share(split.load()[1]);
    }

    private void panic(boolean backups, boolean on, int healthy, int all) {
        if (pool.panics(backups) != on) {
            pool.panic(backups, on);
            String which = healthy + " of " + all + (backups ? " backups" : " targets") + " are healthy";
            if (all > 0) {
                transcript.accept(on ? "panics, for " + which + ", and uses all" : "panics no more: " + which);
            }
        }
    }
}
