package roundhouse.hashing.mirrors;

import java.util.List;
import roundhouse.hashing.Target;
import roundhouse.hashing.rings.BoundedLoad;
import roundhouse.hashing.rings.PointPlacement;

/**
 * HAProxy's {@code hash-balance-factor} while servers change: the weights before each server, by which what is left over of the
 * slots is shared out, stay those of the start, also when servers go, come back or change their weights. HAProxy sums them up in
 * {@code recount_servers} only, before the first request, and passes over servers that are off: these have no weight before them
 * when they come. So a server may have one slot more or less than its share.
 */
public final class HaproxyBoundedLoad extends BoundedLoad {
    public HaproxyBoundedLoad(PointPlacement placement, int factor) {
        super(placement, factor);
    }

    private HaproxyBoundedLoad(HaproxyBoundedLoad first, List<Target> targets) {
        super(first, targets);
    }

    @Override
    public HaproxyBoundedLoad rebuild(List<Target> targets) {
        return new HaproxyBoundedLoad(this, targets);
    }

    /** As HAProxy started with this configuration. */
    @Override
    public HaproxyBoundedLoad with(Target target) {
        return new HaproxyBoundedLoad((PointPlacement) placement.with(target), factor);
    }

    /** As HAProxy started with this configuration. */
    @Override
    public HaproxyBoundedLoad without(int target) {
        return new HaproxyBoundedLoad((PointPlacement) placement.without(target), factor);
    }
}
