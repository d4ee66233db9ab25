package roundhouse.simulation.targets;

import roundhouse.routing.Pool;
import roundhouse.routing.Request;
import roundhouse.routing.zones.ZoneCounts;

/** A request that only primaries of one zone may serve. */
final class OneZoneRequest extends NarrowedRequest {
    private final Pool pool;
    private final PoolZones zones;
    private int zone;

    OneZoneRequest(Pool pool, PoolZones zones) {
        this.pool = pool;
        this.zones = zones;
    }

    Request see(Request request, int zone) {
        this.zone = zone;
        return seeing(request);
    }

    @Override
    boolean isBarred(int target) {
        return pool.isBackup(target) || zones.of(target) != zone;
    }

    @Override
    String bar(int target) {
        if (pool.isBackup(target)) {
            return "backup, not needed";
        }
        String name = zones.name(zones.of(target));
        return name.equals(ZoneCounts.UNNAMED) ? "in no zone" : "in zone " + name;
    }
}
