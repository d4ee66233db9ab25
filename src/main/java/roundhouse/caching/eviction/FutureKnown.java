package roundhouse.caching.eviction;

import roundhouse.caching.eviction.lists.KeyIndex;

/**
 * The optimum of a trace that is known: the entry whose next use is farthest away leaves. What no policy without that knowledge can beat.
 * O(log n). Belady: A study of replacement algorithms for a virtual-storage computer, IBM Systems Journal 5 (1966).
 *
 * <p>With the newcomer among the candidates ({@code opt}) it may be passed by; without ({@code belady}) it must be kept, as on a machine
 * whose pages must be in memory to be used. Every access of the trace must be given to the cache in order.
 */
final class FutureKnown extends HeapEviction {
    private final int[] nextUse;
    private final boolean mayPassBy;
    private int position;

    FutureKnown(Residents residents, int[] nextUse, boolean mayPassBy) {
        super(residents, "next use, farthest first");
        this.nextUse = nextUse;
        this.mayPassBy = mayPassBy;
    }

    /** For each position of the trace where its key is used next, {@code Integer.MAX_VALUE} if never. */
    static int[] nextUses(long[] trace) {
        int[] next = new int[trace.length];
        KeyIndex later = new KeyIndex();
        for (int i = trace.length - 1; i >= 0; i--) {
            int at = later.get(trace[i]);
            next[i] = at == KeyIndex.NONE ? Integer.MAX_VALUE : at;
            later.put(trace[i], i);
        }
        return next;
    }

    @Override
    public void hit(int slot) {
        heap.change(slot, -nextUse[position++], 0);
    }

    @Override
    public void inserted(int slot) {
        long order = -nextUse[position++];
        if (mayPassBy) {
            heap.add(slot, order, 0);
            shrink();
        } else {
            shrink();
            heap.add(slot, order, 0);
        }
    }

    @Override
    public EvictionReason why(int slot) {
        return EvictionReason.of("used next farthest ahead, or never again");
    }
}
