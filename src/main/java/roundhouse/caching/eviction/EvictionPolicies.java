package roundhouse.caching.eviction;

import java.util.List;
import java.util.Optional;

/** The registry of eviction policies. */
public final class EvictionPolicies {
    public static final EvictionPolicy LRU = new EvictionPolicy(
            "lru",
            "Least recently used",
            "The entry that was not used for the longest time leaves.",
            (residents, _) -> new Lru(residents));
    public static final EvictionPolicy FIFO = new EvictionPolicy(
            "fifo",
            "First in, first out",
            "The entry that came first leaves, used or not.",
            (residents, _) -> new Fifo(residents));

    private static final List<EvictionPolicy> ALL = List.of(LRU, FIFO);

    private EvictionPolicies() {}

    /** All of them, in the order in which people are shown them. */
    public static List<EvictionPolicy> all() {
        return ALL;
    }

    /** The policy of that name in files. */
    public static Optional<EvictionPolicy> named(String key) {
        return ALL.stream().filter(policy -> policy.key().equals(key)).findFirst();
    }
}
