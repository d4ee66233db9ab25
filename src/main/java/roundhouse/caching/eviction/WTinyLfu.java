package roundhouse.caching.eviction;

import roundhouse.caching.eviction.lists.FrequencyCounter;
import roundhouse.caching.eviction.lists.SlotLists;

/**
 * W-TinyLFU: a small LRU window takes the newcomers, and who leaves it enters the main part, a segmented LRU, only if it was used more
 * often lately than the one that would have to go for it. One-hit wonders and scans thus never get past the door. O(1). Einziger,
 * Friedman, Manes: TinyLFU, a highly efficient cache admission policy, ACM Transactions on Storage 13 (2017).
 *
 * <p>How the uses are counted makes the variants: exact counts that are halved, or a count-min sketch. Caffeine's own form, of which the
 * window adapts, is {@link AdaptiveWTinyLfu}.
 */
final class WTinyLfu extends ListEviction {
    private static final int WINDOW = 0;
    private static final int PROBATION = 1;
    private static final int PROTECTED = 2;
    private static final double MAIN_SHARE = 0.99;
    private static final double PROTECTED_SHARE = 0.8;

    private final FrequencyCounter counter;
    private long windowLimit;
    private long protectedLimit;
    /** Who competes for a place in the main part just now. */
    private int candidate = SlotLists.NONE;

    WTinyLfu(Residents residents, FrequencyCounter counter) {
        super(residents, "window", "probation", "protected");
        this.counter = counter;
    }

    @Override
    public void capacity(long units) {
        long main = (long) (MAIN_SHARE * units);
        windowLimit = units - main;
        protectedLimit = (long) (PROTECTED_SHARE * main);
        demote();
        counter.entries(residents.entriesWhenFull());
    }

    @Override
    public void slots(int count) {
        super.slots(count);
        counter.entries(residents.entriesWhenFull());
    }

    @Override
    public void hit(int slot) {
        counter.raise(residents.key(slot));
        if (lists.list(slot) == PROBATION) {
            move(PROTECTED, slot);
            demote();
        } else {
            lists.renew(slot);
        }
    }

    private void demote() {
        while (lists.units(PROTECTED) > protectedLimit) {
            move(PROBATION, lists.oldest(PROTECTED));
        }
    }

    @Override
    public void inserted(int slot) {
        counter.raise(residents.key(slot));
        append(WINDOW, slot);
        while (lists.units(WINDOW) > windowLimit) {
            int candidate = lists.oldest(WINDOW);
            move(PROBATION, candidate);
            compete(candidate);
        }
        shrink();
    }

    /** Room is made by the candidate or by those that would go for it. */
    private void compete(int comes) {
        candidate = comes;
        while (over()) {
            int victim = lists.oldest(PROBATION);
            if (victim == comes || !admits(comes, victim)) {
                evict(comes);
                break;
            }
            evict(victim);
        }
        candidate = SlotLists.NONE;
    }

    private boolean admits(int candidate, int victim) {
        return counter.frequency(residents.key(candidate)) > counter.frequency(residents.key(victim));
    }

    @Override
    public void resized(int slot, long moreUnits) {
        super.resized(slot, moreUnits);
        demote();
    }

    @Override
    public void shrink() {
        while (over()) {
            int list = lists.isEmpty(PROBATION) ? lists.isEmpty(PROTECTED) ? WINDOW : PROTECTED : PROBATION;
            evict(lists.oldest(list));
        }
    }

    @Override
    public EvictionReason why(int slot) {
        boolean lost = slot == candidate;
        int other = lost ? lists.oldest(PROBATION) : candidate;
        if (other == SlotLists.NONE) {
            return EvictionReason.of(
                    lost ? "there was nothing on probation to go in its stead" : "the oldest of " + leftName());
        }
        long rival = residents.key(other);
        long itsOwn = counter.frequency(residents.key(slot));
        long rivals = counter.frequency(rival);
        if (lost) {
            return new EvictionReason(
                    "a candidate for the main part, its frequency " + itsOwn + " lost against " + rivals, rival);
        }
        String luck = rivals > itsOwn ? "" : ", let in by chance";
        return new EvictionReason(
                "the oldest of " + leftName() + ", its frequency " + itsOwn + " lost against " + rivals + luck, rival);
    }
}
