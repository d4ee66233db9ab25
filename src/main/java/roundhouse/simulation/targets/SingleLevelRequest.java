package roundhouse.simulation.targets;

import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/** A request that only the primaries of a pool may serve, or only its backups. */
final class SingleLevelRequest extends NarrowedRequest {
    private final Pool pool;
    private boolean backups;

    SingleLevelRequest(Pool pool) {
        this.pool = pool;
    }

    Request see(Request request, boolean backups) {
        this.backups = backups;
        return seeing(request);
    }

    @Override
    boolean isBarred(int target) {
        return pool.isBackup(target) != backups;
    }

    @Override
    String bar(int target) {
        return pool.isBackup(target) ? "backup" : "primary";
    }
}
