package roundhouse.simulation.targets;

import roundhouse.kernel.RandomStream;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;
import roundhouse.simulation.engine.Attempt;

/**
 * Which level of priority serves a request, primaries or backups, where a panic threshold makes them share the load. While both have
 * a part of it a number from 0 to 99 is drawn for each pick, as Envoy does: backups have the highest ones. If nobody of the level can
 * take the request the other may, where Envoy would answer with an error.
 *
 * <p>Source: Envoy's load_balancer_impl.cc, choosePriority.
 */
final class PriorityLevels {
    private static final int ALL = 100;
    private static final int NOTHING = -1;

    private final RandomStream random;
    private final Pool pool;
    private final SingleLevelRequest oneLevel;
    /** Percent of the load that is for backups. */
    private int backups;
    /** The last number, or {@link #NOTHING} when there was nothing to decide. */
    private int drawn = NOTHING;

    private boolean toBackups;

    PriorityLevels(RandomStream random, Pool pool) {
        this.random = random;
        this.pool = pool;
        oneLevel = new SingleLevelRequest(pool);
    }

    /** From now on backups have that part of the load, percent. */
    void share(int backups) {
        this.backups = backups;
    }

    /** Percent of the load. */
    int backups() {
        return backups;
    }

    /** Decides who serves the attempt. Returns it as a balancer is to see it, good until the next is decided. */
    Request decide(Attempt attempt) {
        drawn = backups > 0 && backups < ALL ? random.nextInt(ALL) : NOTHING;
        toBackups = backups == ALL || drawn >= ALL - backups;
        // Primaries come first by themselves.
        return toBackups ? decided(attempt) : attempt;
    }

    /** The attempt as the last decision, which was about it, wants it to be seen. */
    Request decided(Attempt attempt) {
        return backups > 0 && anyAble(attempt) ? oneLevel.see(attempt, toBackups) : attempt;
    }

    /** Whether the last decision was for backups. */
    boolean isForBackups() {
        return toBackups;
    }

    private boolean anyAble(Attempt attempt) {
        for (int target = 0; target < pool.size(); target++) {
            if (pool.isBackup(target) == toBackups && pool.canTake(target) && !attempt.tried(target)) {
                return true;
            }
        }
        return false;
    }

    /** The last decision, which was about that attempt, in a sentence; empty when there was nothing to decide. */
    String reason(Attempt attempt) {
        if (drawn == NOTHING) {
            return "";
        }
        return "For their health primaries have " + (ALL - backups) + " % of the load and backups " + backups + " %: "
                + drawn + " was drawn of 0 to 99, which is for " + (toBackups ? "backups" : "primaries")
                + (anyAble(attempt) ? "." : ", of whom none can take it.");
    }
}
