package roundhouse.hashing.measures;

import roundhouse.hashing.TargetLoad;

/** Every key placed so far, counted as in flight where it was placed. */
public final class PlacedLoad implements TargetLoad {
    private final int[] counts;
    private int total;

    public PlacedLoad(int targets) {
        counts = new int[targets];
    }

    public void add(int target) {
        counts[target]++;
        total++;
    }

    @Override
    public int inFlight(int target) {
        return counts[target];
    }

    @Override
    public int total() {
        return total;
    }
}
