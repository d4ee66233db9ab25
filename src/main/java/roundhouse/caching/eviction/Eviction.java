package roundhouse.caching.eviction;

import roundhouse.caching.eviction.lists.ListVisitor;

/**
 * A policy at work in one cache: it is told what happens to the entries, by slot, and throws out what must go. The newcomer counts among
 * the entries from the beginning of {@link #inserted}.
 */
public abstract class Eviction {
    protected final Residents residents;

    protected Eviction(Residents residents) {
        this.residents = residents;
    }

    /** An entry was used. */
    public abstract void hit(int slot);

    /** A newcomer takes its place, others leave until all fit. The newcomer itself may leave, if that is the policy. */
    public abstract void inserted(int slot);

    /** An entry goes that was not evicted: it expired or was invalidated. */
    public abstract void removed(int slot);

    /** An entry takes so many units more, or fewer if negative. {@link #shrink} follows. */
    public abstract void resized(int slot, long moreUnits);

    /** Throws out until all entries fit. */
    public abstract void shrink();

    /** The capacity in units, at first and whenever it changes; {@link #shrink} follows. */
    public void capacity(long units) {}

    /** Slots are below this number from now on; it only grows. */
    public abstract void slots(int count);

    /** Why the entry goes that is being thrown out just now. Changes nothing; to be asked by who is told of the eviction only. */
    public abstract EvictionReason why(int slot);

    /** The policy's lists, for who draws them. */
    public abstract void describe(ListVisitor out);

    /** How often, in words. */
    protected static String times(long count) {
        return count == 1 ? "once" : count == 2 ? "twice" : count + " times";
    }

    /** Whether somebody must go. */
    protected final boolean over() {
        return residents.usedUnits() > residents.capacity();
    }
}
