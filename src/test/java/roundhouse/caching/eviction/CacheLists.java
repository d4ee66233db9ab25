package roundhouse.caching.eviction;

import java.util.ArrayList;
import java.util.List;
import roundhouse.caching.eviction.lists.ListVisitor;

/** What a policy's lists hold at one moment, for who draws them. Can be filled again and again. */
public final class CacheLists implements ListVisitor {
    /** Where no hand points. */
    public static final int NO_HAND = -1;

    /**
     * One list.
     *
     * @param name what the policy calls it
     * @param keys from the newest, or most worthy, to the one that would leave first
     * @param hand the place in {@code keys} where the search for a victim begins; {@link #NO_HAND} if the list has no hand
     */
    public record Contents(String name, List<Long> keys, int hand) {
        public Contents {
            keys = List.copyOf(keys);
        }
    }

    private final List<Contents> lists = new ArrayList<>();
    private final List<Long> keys = new ArrayList<>();
    private String name = "";
    private int hand = NO_HAND;

    /** The lists in the policy's order. */
    public List<Contents> lists() {
        close();
        return List.copyOf(lists);
    }

    public void clear() {
        lists.clear();
        keys.clear();
        name = "";
        hand = NO_HAND;
    }

    @Override
    public void list(String name) {
        close();
        this.name = name;
    }

    @Override
    public void key(long key) {
        keys.add(key);
    }

    @Override
    public void hand() {
        hand = keys.size() - 1;
    }

    private void close() {
        if (!name.isEmpty()) {
            lists.add(new Contents(name, keys, hand));
        }
        name = "";
        keys.clear();
        hand = NO_HAND;
    }
}
