package roundhouse.caching.eviction;

/**
 * Segmented LRU: newcomers are on probation; a second use moves an entry to the protected segment, which takes four fifths of the cache
 * and gives its oldest back to probation. What leaves is probation's oldest, so one scan cannot empty the cache. Probation may use what
 * the protected segment does not. O(1). Karedla, Love, Wherry: Caching strategies to improve disk system performance, IEEE Computer 27
 * (1994); in the form of Caffeine's simulator.
 */
final class Slru extends ListEviction {
    private static final int PROBATION = 0;
    private static final int PROTECTED = 1;
    private static final double PROTECTED_SHARE = 0.8;

    private long protectedLimit;

    Slru(Residents residents) {
        super(residents, "probation", "protected");
    }

    @Override
    public void capacity(long units) {
        protectedLimit = (long) (PROTECTED_SHARE * units);
        demote(protectedLimit);
    }

    @Override
    public void hit(int slot) {
        long units = residents.units(slot);
        if (lists.list(slot) == PROTECTED || units > protectedLimit) {
            lists.renew(slot);
        } else {
            demote(protectedLimit - units);
            move(PROTECTED, slot);
        }
    }

    private void demote(long limit) {
        while (lists.units(PROTECTED) > limit) {
            move(PROBATION, lists.oldest(PROTECTED));
        }
    }

    @Override
    public void inserted(int slot) {
        append(PROBATION, slot);
        while (over()) {
            int oldest = lists.oldest(PROBATION);
            evict(oldest != slot || lists.isEmpty(PROTECTED) ? oldest : lists.oldest(PROTECTED));
        }
    }

    @Override
    public void resized(int slot, long moreUnits) {
        super.resized(slot, moreUnits);
        demote(protectedLimit);
    }

    @Override
    public void shrink() {
        while (over()) {
            evict(lists.oldest(lists.isEmpty(PROBATION) ? PROTECTED : PROBATION));
        }
    }

    @Override
    public EvictionReason why(int slot) {
        return EvictionReason.of(
                "the oldest of " + leftName() + (left() == PROTECTED ? ", as probation is empty" : ""));
    }
}
