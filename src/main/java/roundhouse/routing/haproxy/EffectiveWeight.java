package roundhouse.routing.haproxy;

import roundhouse.routing.Pool;

/** What HAProxy's dynamic algorithms go by: a target's weight in sixteenths, so that slow start can give it a part. */
final class EffectiveWeight {
    /** The largest that HAProxy has, of a weight of 256; only the scale of its numbers depends on it. */
    static final int MOST = 256 * Pool.WHOLE;

    private EffectiveWeight() {}

    static int of(Pool pool, int target) {
        return pool.isWarming(target) ? pool.weight(target) : pool.fullWeight(target) * Pool.WHOLE;
    }
}
