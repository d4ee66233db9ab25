package roundhouse.hashing;

/**
 * What placements share that bound the load of another one's targets: all targets together have ⌈(in flight + 1) × factor ÷ 100⌉ slots. While
 * nothing is in flight they are the placement whose load they bound.
 */
public abstract class BoundedPlacement<P extends AbstractPlacement> extends AbstractPlacement implements LoadBound {
    protected final P placement;
    /** Percent of the fair share. */
    protected final int factor;

    /**
     * @param placement whose targets' load is bounded
     * @param factor what a target may take in percent of its fair share, 100 or more
     */
    protected BoundedPlacement(P placement, int factor) {
        super(placement.targets(), placement.function());
        if (factor < 100) {
            throw new IllegalArgumentException("the balance factor is a percentage of 100 or more, not " + factor);
        }
        this.placement = placement;
        this.factor = factor;
    }

    /** The slots of all targets together while so many requests are in flight. */
    protected final long allSlots(int inFlight) {
        return ((inFlight + 1L) * factor + 99) / 100;
    }

    @Override
    public final Placement unbounded() {
        return placement;
    }

    @Override
    public final int place(long keyHash) {
        return placement.owner(keyHash);
    }

    @Override
    public final Selector selector(TargetLoad load) {
        return keyHash -> owner(keyHash, load);
    }

    @Override
    public final Standing standing(long keyHash) {
        return placement.standing(keyHash);
    }

    @Override
    public final void walk(long keyHash, ReplicaSet set) {
        placement.walk(keyHash, set);
    }
}
