package roundhouse.caching.eviction;

import java.util.Locale;
import roundhouse.caching.eviction.lists.GhostList;
import roundhouse.caching.eviction.lists.ListVisitor;

/**
 * ARC, adaptive replacement cache: one LRU list of what was used once lately (T1) and one of what was used more often (T2), each with a
 * memory of what left it (B1, B2). A request for a key in B1 says that T1 is too short, one in B2 that T2 is, and the target of T1 moves.
 * O(1), no parameter. Megiddo, Modha: ARC, a self-tuning, low overhead replacement cache, FAST 2003, figure 4.
 *
 * <p>The target moves in whole steps as in Caffeine's simulator, or by real numbers as in libCacheSim; the two differ in about one access
 * of a thousand.
 */
final class Arc extends ListEviction {
    private static final int T1 = 0;
    private static final int T2 = 1;

    private final GhostList b1 = new GhostList();
    private final GhostList b2 = new GhostList();
    private final boolean whole;
    private double target;

    Arc(Residents residents, boolean whole) {
        super(residents, "T1", "T2");
        this.whole = whole;
    }

    @Override
    public void capacity(long units) {
        target = Math.min(target, (double) units);
        b1.trim(units);
        b2.trim(units);
    }

    @Override
    public void hit(int slot) {
        move(T2, slot);
    }

    @Override
    public void inserted(int slot) {
        long key = residents.key(slot);
        long units = residents.units(slot);
        if (b1.contains(key)) {
            target = Math.min(target + units * step(b2, b1), (double) residents.capacity());
            b1.remove(key);
            shrink();
            append(T2, slot);
        } else if (b2.contains(key)) {
            target = Math.max(target - units * step(b1, b2), 0);
            b2.remove(key);
            makeRoom(true);
            append(T2, slot);
        } else {
            forgetFor(units);
            shrink();
            append(T1, slot);
        }
    }

    private double step(GhostList larger, GhostList smaller) {
        double ratio = (double) larger.units() / smaller.units();
        return Math.max(1, whole ? Math.floor(ratio) : ratio);
    }

    /** Keeps T1 and B1 within the capacity and all four lists within twice of it. */
    private void forgetFor(long units) {
        long capacity = residents.capacity();
        while (lists.units(T1) + b1.units() + units > capacity && !b1.isEmpty()) {
            b1.dropOldest();
        }
        while (over() && lists.units(T1) + units > capacity) {
            evict(lists.oldest(T1));
        }
        while (lists.units(T1) + lists.units(T2) + b1.units() + b2.units() + units > 2 * capacity && !b2.isEmpty()) {
            b2.dropOldest();
        }
    }

    @Override
    public void shrink() {
        makeRoom(false);
    }

    private void makeRoom(boolean rememberedByT2) {
        while (over()) {
            double recent = (double) lists.units(T1);
            boolean fromT1 = recent > target || (rememberedByT2 && recent == target);
            if (!lists.isEmpty(T1) && (fromT1 || lists.isEmpty(T2))) {
                leave(lists.oldest(T1), b1);
            } else {
                leave(lists.oldest(T2), b2);
            }
        }
    }

    private void leave(int slot, GhostList ghosts) {
        ghosts.append(residents.key(slot), residents.units(slot));
        ghosts.trim(residents.capacity());
        evict(slot);
    }

    @Override
    public void describe(ListVisitor out) {
        super.describe(out);
        out.list("B1");
        b1.forEach(out::key);
        out.list("B2");
        b2.forEach(out::key);
    }

    @Override
    public EvictionReason why(int slot) {
        long recent = left() == T1 ? leftUnits(slot) : lists.units(T1);
        return EvictionReason.of("the oldest of " + leftName() + ", as T1 has " + recent + " and its target is "
                + String.format(Locale.ROOT, whole ? "%.0f" : "%.2f", target));
    }
}
