package roundhouse.kernel;

import java.util.Arrays;

/**
 * Lists of events, each in the order in which its events were added. A list has its events in blocks of {@value #BLOCK} longs, one
 * after the other, so that adding touches the same line of the processor's cache for a while and reading goes straight on. Blocks that
 * a list is done with are used again, the latest first.
 */
final class EventLists {
    /** Longs of an event: its time, its sequence, its payload. */
    static final int STRIDE = 3;

    /** Longs of a block: 21 events, and where the next block is. */
    private static final int BLOCK = 64;

    private static final int LINK = BLOCK - 1;
    private static final int EVENTS = LINK / STRIDE;
    private static final int NONE = -1;

    private long[] blocks;
    /** How many longs were ever given to a list. */
    private int used;
    /** The first block that is in no list. */
    private int free = NONE;

    /** Where a list's first event is, and where its next one goes to. */
    private final int[] first;

    private final int[] end;

    /**
     * @param lists how many; their numbers go from 0 on
     * @param events how many there will be at first
     */
    EventLists(int lists, int events) {
        blocks = new long[(lists + events / EVENTS) * BLOCK];
        first = new int[lists];
        end = new int[lists];
        Arrays.fill(first, NONE);
        Arrays.fill(end, LINK);
    }

    /** How many lists there are. */
    int lists() {
        return first.length;
    }

    boolean isEmpty(int list) {
        return first[list] == NONE;
    }

    void add(int list, long timeNanos, long sequence, long payload) {
        int at = end[list];
        if ((at & LINK) == LINK) {
            at = newBlock(list, at);
        }
        long[] blocks = this.blocks;
        blocks[at] = timeNanos;
        blocks[at + 1] = sequence;
        blocks[at + 2] = payload;
        end[list] = at + STRIDE;
    }

    private int newBlock(int list, int link) {
        int block = free;
        if (block != NONE) {
            free = (int) blocks[block + LINK];
        } else {
            if (used == blocks.length) {
                blocks = Arrays.copyOf(blocks, 2 * used);
            }
            block = used;
            used += BLOCK;
        }
        if (first[list] == NONE) {
            first[list] = block;
        } else {
            blocks[link] = block;
        }
        return block;
    }

    /** How many events a list has that has one. */
    int count(int list) {
        int count = (end[list] & LINK) / STRIDE;
        int last = end[list] - (end[list] & LINK);
        for (int block = first[list]; block != last; block = (int) blocks[block + LINK]) {
            count += EVENTS;
        }
        return count;
    }

    /** The place of the first event of a list that has one. */
    int first(int list) {
        return first[list];
    }

    /** The place after that of the list's last event. */
    int end(int list) {
        return end[list];
    }

    /** The place after that one; a list's {@link #end} after its last event. */
    int next(int place, int end) {
        int next = place + STRIDE;
        return (next & LINK) == LINK && next != end ? (int) blocks[next] : next;
    }

    long timeNanos(int place) {
        return blocks[place];
    }

    long sequence(int place) {
        return blocks[place + 1];
    }

    long payload(int place) {
        return blocks[place + 2];
    }

    /** The list has no events from now on. What it had can be read until the next one is added anywhere. */
    void clear(int list) {
        if (first[list] != NONE) {
            release(first[list], end[list]);
            leave(list);
        }
    }

    /** The list has no events from now on; what it had stays where it was until {@link #release}. */
    void leave(int list) {
        first[list] = NONE;
        end[list] = LINK;
    }

    /** Gives back the blocks of a list that was left. */
    void release(int first, int end) {
        blocks[end | LINK] = free;
        free = first;
    }
}
