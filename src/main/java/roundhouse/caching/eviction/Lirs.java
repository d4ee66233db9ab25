package roundhouse.caching.eviction;

import roundhouse.caching.eviction.lists.LirsNodes;
import roundhouse.caching.eviction.lists.ListVisitor;

/**
 * LIRS, low inter-reference recency set: an entry is worth keeping if little else was used between its last two uses, however long ago the
 * last one was. Almost all of the cache holds such entries (LIR); the others (HIR) wait in a short queue from which everything leaves. A
 * stack of recency, which also remembers keys that left, shows when one of them was used again sooner than the LIR entry at the bottom,
 * whose place it then takes. O(1) on average. Stands loops and scans. Jiang, Zhang: LIRS, an efficient low inter-reference recency set
 * replacement policy, SIGMETRICS 2002; limits as in Caffeine's simulator (LIR 99 %, memory of twice the cache).
 */
final class Lirs extends Eviction {
    private static final double LIR_SHARE = 0.99;
    private static final double MEMORY = 2.0;

    private final LirsNodes nodes = new LirsNodes();
    private long lirLimit;
    private long memoryLimit;

    Lirs(Residents residents) {
        super(residents);
    }

    @Override
    public void capacity(long units) {
        lirLimit = (long) (LIR_SHARE * units);
        memoryLimit = (long) (MEMORY * units);
        forget();
    }

    @Override
    public void hit(int slot) {
        int node = nodes.of(slot);
        if (nodes.isLir(node)) {
            boolean bottom = nodes.bottom() == node;
            nodes.toTop(node);
            if (bottom) {
                nodes.prune();
            }
            return;
        }
        boolean sooner = nodes.inStack(node) && nodes.top() != node;
        nodes.toTop(node);
        if (sooner) {
            nodes.makeLir(node);
            limitLir();
        } else {
            nodes.queue(node);
        }
    }

    @Override
    public void inserted(int slot) {
        long units = residents.units(slot);
        boolean room = nodes.lirUnits() + units <= lirLimit;
        int node = nodes.enter(slot, residents.key(slot), units);
        if (!room) {
            shrinkBut(node);
        }
        boolean sooner = nodes.inStack(node);
        nodes.toTop(node);
        if (sooner || room) {
            nodes.makeLir(node);
        } else {
            nodes.queue(node);
        }
        limitLir();
        shrinkBut(node);
    }

    /** The LIR entries at the bottom become HIR until the others are within their share. */
    private void limitLir() {
        while (nodes.lirUnits() > lirLimit && nodes.hasLir()) {
            nodes.demoteBottom();
            nodes.prune();
        }
    }

    @Override
    public void removed(int slot) {
        nodes.remove(nodes.of(slot));
        nodes.prune();
    }

    @Override
    public void resized(int slot, long moreUnits) {
        nodes.resized(nodes.of(slot), moreUnits);
        limitLir();
    }

    @Override
    public void shrink() {
        shrinkBut(LirsNodes.NONE);
    }

    private void shrinkBut(int newcomer) {
        while (over()) {
            if (!nodes.hasQueuedBut(newcomer)) {
                nodes.demoteBottom();
            }
            int victim = nodes.front(newcomer);
            int slot = nodes.slot(victim);
            nodes.leave(victim);
            residents.evict(slot);
            nodes.prune();
            forget();
        }
    }

    private void forget() {
        while (nodes.rememberedUnits() > memoryLimit) {
            nodes.forgetOldest();
        }
    }

    @Override
    public void slots(int count) {
        nodes.slots(count);
    }

    @Override
    public void describe(ListVisitor out) {
        nodes.describe(out);
    }

    @Override
    public EvictionReason why(int slot) {
        return EvictionReason.of("the first in the queue of those whose uses lie far apart (HIR)");
    }
}
