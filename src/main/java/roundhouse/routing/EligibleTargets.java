package roundhouse.routing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A pool's primaries and backups that may take requests, each in the order declared. Limits and what a request tried are not looked
 * at: they change with every request. Computed again only when the pool {@linkplain Pool#version changes}.
 */
public final class EligibleTargets {
    private static final int[] NOBODY = {};

    private @Nullable Pool pool;
    private int version;
    private int[] primaries = NOBODY;
    private int[] backups = NOBODY;

    public static EligibleTargets of(Pool pool) {
        EligibleTargets members = new EligibleTargets();
        members.refresh(pool);
        return members;
    }

    /** Follows the pool; true when anything may have changed. */
    public boolean refresh(Pool now) {
        if (now == pool && now.version() == version) {
            return false;
        }
        pool = now;
        version = now.version();
        primaries = select(now, false);
        backups = select(now, true);
        return true;
    }

    private static int[] select(Pool pool, boolean backup) {
        int[] selected = new int[pool.size()];
        int count = 0;
        for (int target = 0; target < pool.size(); target++) {
            if (pool.isBackup(target) == backup && isOpen(pool, target)) {
                selected[count++] = target;
            }
        }
        return Arrays.copyOf(selected, count);
    }

    /** Whether it takes new requests while it is below its limit. */
    private static boolean isOpen(Pool pool, int target) {
        return !pool.isRemoved(target)
                && !pool.isDown(target)
                && !pool.isOut(target)
                && !pool.isDraining(target)
                && !pool.isBehind(target)
                && pool.weight(target) > 0;
    }

    public int[] primaries() {
        return primaries;
    }

    public int[] backups() {
        return backups;
    }

    /** Whether this target can take this request. */
    public static boolean isAble(Request request, Pool pool, int target) {
        return pool.canTake(target) && !request.tried(target);
    }

    public static boolean anyLimited(Pool pool, int[] targets) {
        for (int target : targets) {
            if (pool.limit(target) != Pool.UNLIMITED) {
                return true;
            }
        }
        return false;
    }

    static boolean anyAble(Request request, Pool pool, int[] targets) {
        for (int target : targets) {
            if (isAble(request, pool, target)) {
                return true;
            }
        }
        return false;
    }

    /** The targets that a pick chooses from: able primaries, else able backups. For explanations. */
    public static int[] candidates(Request request, Pool pool) {
        EligibleTargets members = of(pool);
        int[] group = anyAble(request, pool, members.primaries) ? members.primaries : members.backups;
        return Arrays.stream(group)
                .filter(target -> isAble(request, pool, target))
                .toArray();
    }
}
