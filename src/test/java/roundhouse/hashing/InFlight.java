package roundhouse.hashing;

/** Requests in flight, counted. */
public final class InFlight implements TargetLoad {
    private final int[] counts;
    private int total;

    public InFlight(int targets) {
        counts = new int[targets];
    }

    public void started(int target) {
        counts[target]++;
        total++;
    }

    public void finished(int target) {
        counts[target]--;
        total--;
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
