package roundhouse.hashing;

/**
 * Collects distinct targets in the order a placement prefers them. The first pass takes one target of each zone; the second takes what is still missing, in order.
 */
public final class ReplicaSet {
    private final int[] out;
    private final int wanted;
    private final int[] zones;
    private final int zoneCount;
    private boolean anyZone;
    private int size;

    /**
     * @param zones for each target a number of its zone; empty when zones do not matter
     * @param zoneCount how many different zones the usable targets have
     */
    ReplicaSet(int[] out, int wanted, int[] zones, int zoneCount) {
        this.out = out;
        this.wanted = wanted;
        this.zones = zones;
        this.zoneCount = zoneCount;
        this.anyZone = zones.length == 0;
    }

    /** Takes the target if it is new here; returns whether more are wanted in this pass. */
    public boolean offer(int target) {
        if (!full() && !contains(target)) {
            out[size++] = target;
        }
        return !full();
    }

    private boolean contains(int target) {
        for (int i = 0; i < size; i++) {
            if (out[i] == target || (!anyZone && zones[out[i]] == zones[target])) {
                return true;
            }
        }
        return false;
    }

    /** Whether this pass can take no more. */
    boolean full() {
        return size == wanted || (!anyZone && size == zoneCount);
    }

    /** Begins the second pass. */
    void takeAnyZone() {
        anyZone = true;
    }

    public int size() {
        return size;
    }
}
