package roundhouse.hashing;

/** Requests in flight, counted. */
final class InFlight implements TargetLoad {
    private final int[] counts;
    private int total;

    InFlight(int targets) {
        counts = new int[targets];
    }

    void started(int target) {
        counts[target]++;
        total++;
    }

    void finished(int target) {
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
