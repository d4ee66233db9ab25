package roundhouse.storage.leaderless;

import roundhouse.storage.replication.Found;
import roundhouse.storage.versions.PlusMinusCounter;

/** A counter that merges by itself: nothing that was added is lost. */
record Sum(PlusMinusCounter counter) implements Content {
    static final Sum NONE = new Sum(new PlusMinusCounter());

    Sum add(int replica, long amount) {
        PlusMinusCounter more = counter.copy();
        more.add(replica, amount);
        return new Sum(more);
    }

    @Override
    public Content merge(Content other) {
        PlusMinusCounter merged = counter.copy();
        merged.merge(((Sum) other).counter);
        return new Sum(merged);
    }

    @Override
    public Found found() {
        return Found.of(counter.value(), this);
    }

    @Override
    public int versions() {
        return counter.entries() == 0 ? 0 : 1;
    }

    @Override
    public long sum() {
        return counter.hashCode();
    }

    @Override
    public int bytes() {
        return 16 * counter.entries();
    }
}
