package roundhouse.storage.versions;

/** A counter that goes up and down and merges by itself (PN-counter; Shapiro et al. 2011): what was added, and what was taken away. */
public final class PlusMinusCounter {
    private final GrowCounter plus;
    private final GrowCounter minus;

    public PlusMinusCounter() {
        this(new GrowCounter(), new GrowCounter());
    }

    private PlusMinusCounter(GrowCounter plus, GrowCounter minus) {
        this.plus = plus;
        this.minus = minus;
    }

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

    public PlusMinusCounter copy() {
        return new PlusMinusCounter(plus.copy(), minus.copy());
    }

    /** How many replicas changed it. */
    public int entries() {
        return Math.max(plus.counts().length, minus.counts().length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlusMinusCounter counter && plus.equals(counter.plus) && minus.equals(counter.minus);
    }

    @Override
    public int hashCode() {
        return 31 * plus.hashCode() + minus.hashCode();
    }
}
