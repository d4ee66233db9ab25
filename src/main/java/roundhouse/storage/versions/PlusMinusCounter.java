package roundhouse.storage.versions;

/** A counter that goes up and down and merges by itself (PN-counter; Shapiro et al. 2011): what was added, and what was taken away. */
public final class PlusMinusCounter {
    private final GrowCounter plus = new GrowCounter();
    private final GrowCounter minus = new GrowCounter();

    public void add(int replica, long amount) {
        if (amount >= 0) {
            plus.increment(replica, amount);
        } else {
            minus.increment(replica, -amount);
        }
    }

    public void merge(PlusMinusCounter other) {
        plus.merge(other.plus);
        minus.merge(other.minus);
    }

    public long value() {
        return plus.value() - minus.value();
    }
}
