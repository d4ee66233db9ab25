package roundhouse.caching.eviction;

import java.util.Arrays;
import roundhouse.caching.eviction.lists.ListVisitor;
import roundhouse.caching.eviction.lists.SlotLists;

/**
 * SIEVE: a queue in order of arrival and a hand that moves from the oldest to the newest, clears the mark of what was used and throws out
 * what was not. Unlike {@link Clock} it leaves what it spares where it is, so newcomers are sifted and what is popular stays. A hit writes
 * one bit. Zhang, Yang, Yue, Vigfusson, Rashmi: SIEVE is simpler than LRU, NSDI 2024.
 */
final class Sieve extends ListEviction {
    private boolean[] used = new boolean[0];
    private int hand = SlotLists.NONE;

    Sieve(Residents residents) {
        super(residents, "queue");
    }

    @Override
    public void hit(int slot) {
        used[slot] = true;
    }

    @Override
    public void inserted(int slot) {
        used[slot] = false;
        shrink();
        append(0, slot);
    }

    @Override
    public void removed(int slot) {
        if (hand == slot) {
            hand = lists.newer(slot);
        }
        super.removed(slot);
    }

    @Override
    public void shrink() {
        while (over()) {
            int at = hand == SlotLists.NONE ? lists.oldest(0) : hand;
            while (used[at]) {
                used[at] = false;
                int next = lists.newer(at);
                at = next == SlotLists.NONE ? lists.oldest(0) : next;
            }
            hand = lists.newer(at);
            evict(at);
        }
    }

    @Override
    public void slots(int count) {
        super.slots(count);
        used = Arrays.copyOf(used, count);
    }

    @Override
    public void describe(ListVisitor out) {
        int pointed = hand == SlotLists.NONE ? lists.oldest(0) : hand;
        out.list("queue");
        for (int slot = lists.newest(0); slot != SlotLists.NONE; slot = lists.older(slot)) {
            out.key(residents.key(slot));
            if (slot == pointed) {
                out.hand();
            }
        }
    }

    @Override
    public EvictionReason why(int slot) {
        return EvictionReason.of("the hand found it not used since it came or the hand last came by");
    }
}
