package roundhouse.routing;

/** Targets that are primaries without a limit, in no region. */
public final class PlainTargets {
    private PlainTargets() {}

    /** Adds one; its index. */
    public static int add(Pool pool, String name, int weight) {
        return pool.add(name, weight, false, Pool.UNLIMITED, Regions.NOWHERE);
    }
}
