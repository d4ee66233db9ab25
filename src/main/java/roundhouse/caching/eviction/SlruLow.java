package roundhouse.caching.eviction;

/**
 * Segmented LRU as libCacheSim has it with two segments: a newcomer goes to the lowest segment that has room, so the first ones fill the
 * protected segment too, and probation never takes more than its fifth: what the protected segment gives back beyond that leaves at once.
 * O(1). Source: libCacheSim, SLRU.c; for the idea see {@link Slru}.
 */
final class SlruLow extends ListEviction {
    private static final int PROBATION = 0;
    private static final int PROTECTED = 1;
    private static final double PROBATION_SHARE = 0.2;

    private long probationLimit;
    private long protectedLimit;

    SlruLow(Residents residents) {
        super(residents, "probation", "protected");
    }

    @Override
    public void capacity(long units) {
        probationLimit = (long) (PROBATION_SHARE * units);
        protectedLimit = units - probationLimit;
        demote(protectedLimit);
        spill(probationLimit);
    }

    @Override
    public void hit(int slot) {
        long units = residents.units(slot);
        if (lists.list(slot) == PROTECTED || units > protectedLimit) {
            lists.renew(slot);
        } else {
            lists.remove(slot, units);
            demote(protectedLimit - units);
            append(PROTECTED, slot);
            spill(probationLimit);
        }
    }

    private void demote(long limit) {
        while (lists.units(PROTECTED) > limit) {
            move(PROBATION, lists.oldest(PROTECTED));
        }
    }

    private void spill(long limit) {
        while (lists.units(PROBATION) > limit && lists.size(PROBATION) > 1) {
            evict(lists.oldest(PROBATION));
        }
    }

    @Override
    public void inserted(int slot) {
        long units = residents.units(slot);
        if (lists.units(PROBATION) + units <= probationLimit) {
            append(PROBATION, slot);
        } else if (lists.units(PROTECTED) + units <= protectedLimit) {
            append(PROTECTED, slot);
        } else {
            shrink();
            append(PROBATION, slot);
            spill(probationLimit);
        }
        shrinkBut(slot);
    }

    private void shrinkBut(int newcomer) {
        while (over()) {
            int oldest = lists.isEmpty(PROBATION) ? lists.oldest(PROTECTED) : lists.oldest(PROBATION);
            evict(oldest != newcomer || lists.isEmpty(PROTECTED) ? oldest : lists.oldest(PROTECTED));
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
        return EvictionReason.of("the oldest of " + leftName());
    }
}
