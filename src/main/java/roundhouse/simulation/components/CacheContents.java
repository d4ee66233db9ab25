package roundhouse.simulation.components;

import java.util.Arrays;
import roundhouse.caching.eviction.lists.ListVisitor;

/**
 * What one cache holds at one instant, for who draws it: the lists of its policy, and for each of their keys what the cache has of it.
 * Filled again and again; flat arrays, grown when needed. Keys are as clients ask for them. Times are simulated nanoseconds.
 */
public final class CacheContents implements ListVisitor {
    /** Keys of one list that are noted; further ones are only counted. */
    public static final int MOST = 2_000;
    /** No place, no list, no key. */
    public static final int NONE = -1;

    /** A value that may be given, and is the newest there is. */
    public static final byte FRESH = 0;
    /** A value that may be given though there is a newer one. */
    public static final byte OUTDATED = 1;
    /** A value whose time is over. */
    public static final byte EXPIRED = 2;
    /** A value that the store does not have yet. */
    public static final byte DIRTY = 3;
    /** No value: the policy only remembers the key. */
    public static final byte REMEMBERED = 4;
    /** A value that was there when its key was banned. */
    public static final byte BANNED = 5;

    /** Whether there is such a cache; if not, nothing here says anything. */
    public boolean there;
    /** The node's id, and which of its caches this is, from 0, of how many. */
    public String node = "";

    public int cache;
    public int caches;
    /** What the cache is called where its node has several: the node, and a region or a user. */
    public String name = "";

    public long timeNanos;
    public String policy = "";
    public int entries;
    /** How much it holds and may hold, bytes where it is bounded by bytes and entries otherwise. */
    public long holds;

    public long capacity;
    public boolean inBytes;

    /** The policy's lists: how many there are, and for each the arrays below. */
    public int lists;

    public String[] names = new String[4];
    /** How many keys it has, noted or not. */
    public int[] sizes = new int[4];
    /** Where its keys begin among the cells. */
    public int[] begins = new int[4];
    /** The cell where its hand points, or {@link #NONE}; and the place in the list, from 0, noted or not. */
    public int[] hands = new int[4];

    public int[] handPlaces = new int[4];

    /** The noted keys, list after list: how many there are, and for each the arrays below. A key is {@link #NONE} where nobody knows which. */
    public int cells;

    public long[] keys = new long[64];
    /** One of the constants above. */
    public byte[] states = new byte[64];
    /** The cell that was put or got last, or {@link #NONE}. */
    public int newest;

    /** What is known of the key that is followed. */
    public final FollowedKey followed = new FollowedKey();

    private long sought = NONE;

    /** Says nothing, from now on of that cache of that node. */
    public void begin(String itsNode, int itsCache) {
        there = false;
        node = itsNode;
        cache = itsCache;
        caches = 0;
        lists = 0;
        cells = 0;
        newest = NONE;
        sought = NONE;
        followed.clear();
    }

    /** The list and the place of that key, as the cache has it, are noted on the way. */
    public void seek(long key) {
        sought = key;
    }

    @Override
    public void list(String itsName) {
        if (lists == names.length) {
            names = Arrays.copyOf(names, lists * 2);
            sizes = Arrays.copyOf(sizes, lists * 2);
            begins = Arrays.copyOf(begins, lists * 2);
            hands = Arrays.copyOf(hands, lists * 2);
            handPlaces = Arrays.copyOf(handPlaces, lists * 2);
        }
        names[lists] = itsName;
        sizes[lists] = 0;
        begins[lists] = cells;
        hands[lists] = NONE;
        handPlaces[lists] = NONE;
        lists++;
    }

    @Override
    public void key(long key) {
        int list = lists - 1;
        int place = sizes[list]++;
        if (key == sought && followed.list == NONE) {
            followed.list = list;
            followed.place = place;
        }
        if (place < MOST) {
            if (cells == keys.length) {
                keys = Arrays.copyOf(keys, cells * 2);
                states = Arrays.copyOf(states, cells * 2);
            }
            keys[cells++] = key;
        }
    }

    @Override
    public void hand() {
        int list = lists - 1;
        handPlaces[list] = sizes[list] - 1;
        if (sizes[list] > 0 && sizes[list] <= MOST) {
            hands[list] = cells - 1;
        }
    }
}
