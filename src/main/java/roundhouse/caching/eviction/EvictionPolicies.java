package roundhouse.caching.eviction;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import roundhouse.caching.eviction.lists.AgedCounts;
import roundhouse.caching.eviction.lists.CountMinSketch;

/** The registry of eviction policies: everything a file, the inspector or the command line can name. */
public final class EvictionPolicies {
    public static final EvictionPolicy LRU = line(
            "lru",
            "LRU",
            "Least recently used: the entry that was not used for the longest time leaves.",
            (residents, _) -> new Lru(residents));
    public static final EvictionPolicy FIFO = line(
            "fifo",
            "FIFO",
            "First in, first out: the entry that came first leaves, used or not.",
            (residents, _) -> new Fifo(residents));
    /** The optimum's name; it needs the trace, see {@link #opt}. */
    public static final String OPT = "opt";
    /** The name of the optimum that must keep each newcomer; see {@link #belady}. */
    public static final String BELADY = "belady";

    /** How many entries those policies draw that draw a few: Redis's maxmemory-samples. */
    public static final int USUAL_SAMPLES = 5;
    /** Redis itself says that 10 approximates true LRU very closely; more than 64 of its pool of 16 are of no use. */
    public static final int MOST_SAMPLES = 64;

    private static final String W_TINY_LFU = "w-tinylfu";

    private static final List<EvictionPolicy> ALL = List.of(
            LRU,
            FIFO,
            line(
                    "mru",
                    "MRU",
                    "Most recently used: the entry that was used last leaves, the newcomer excepted.",
                    (residents, _) -> new Mru(residents)),
            line(
                    "clock",
                    "Clock",
                    "First in, first out, but what was used gets a second chance.",
                    (residents, _) -> new Clock(residents, false)),
            line(
                    "clock-append",
                    "Clock, newcomer first",
                    "Clock in which the newcomer is the victim when all others were used.",
                    (residents, _) -> new Clock(residents, true)),
            line(
                    "lfu",
                    "LFU",
                    "Least frequently used: the entry that was used least often since it came leaves.",
                    (residents, _) -> new Lfu(residents)),
            line(
                    "lfu-perfect",
                    "Perfect LFU",
                    "The entry that was used least often of all time leaves; uses are never forgotten.",
                    (residents, _) -> new LfuPerfect(residents)),
            line(
                    "slru",
                    "SLRU",
                    "Segmented LRU: what was used twice is protected; what leaves was used once.",
                    (residents, _) -> new Slru(residents)),
            line(
                    "slru-low",
                    "SLRU, lowest first",
                    "Segmented LRU whose probation never takes more than its fifth.",
                    (residents, _) -> new SlruLow(residents)),
            line(
                    "2q",
                    "2Q",
                    "Newcomers pass through a queue; what is asked for again after it enters the main list.",
                    (residents, _) -> new TwoQ(residents)),
            line(
                    "arc",
                    "ARC",
                    "Adaptive replacement: balances recency against frequency by what it regrets to have thrown out.",
                    (residents, _) -> new Arc(residents, true)),
            line(
                    "arc-real",
                    "ARC, real steps",
                    "Adaptive replacement whose balance moves by real numbers instead of whole ones.",
                    (residents, _) -> new Arc(residents, false)),
            line(
                    "lirs",
                    "LIRS",
                    "Keeps what comes back soon, however long ago it was last used.",
                    (residents, _) -> new Lirs(residents)),
            line(
                    "s3-fifo",
                    "S3-FIFO",
                    "Three queues: a small one for newcomers, a main one, and a memory of what left.",
                    (residents, _) -> new S3Fifo(residents)),
            line(
                    "s3-fifo-b",
                    "S3-FIFO, libCacheSim",
                    "S3-FIFO as its authors' simulator, libCacheSim, has it.",
                    (residents, _) -> new S3FifoB(residents)),
            line(
                    "sieve",
                    "SIEVE",
                    "A hand goes over the queue and throws out what was not used since it last came by.",
                    (residents, _) -> new Sieve(residents)),
            line(
                    W_TINY_LFU,
                    "W-TinyLFU",
                    "Only what is used more often than its victim gets in; the window adapts, as in Caffeine.",
                    AdaptiveWTinyLfu::new),
            line(
                    "w-tinylfu-aged",
                    "W-TinyLFU, exact counts",
                    "W-TinyLFU with a fixed window and exact counts that are halved now and then.",
                    (residents, _) -> new WTinyLfu(residents, new AgedCounts())),
            line(
                    "w-tinylfu-cm4",
                    "W-TinyLFU, sketch",
                    "W-TinyLFU with a fixed window and a sketch of 4-bit counters.",
                    (residents, _) -> new WTinyLfu(residents, new CountMinSketch())),
            line("random", "Random", "Any entry may leave.", RandomReplacement::new),
            line(
                    "redis-lru",
                    "Redis allkeys-lru",
                    "Of a few drawn entries the one idle for longest leaves, by a clock of whole seconds.",
                    sampled(RedisLru::new, USUAL_SAMPLES)),
            line(
                    "redis-lfu",
                    "Redis allkeys-lfu",
                    "Of a few drawn entries the one with the lowest counter leaves.",
                    sampled(RedisLfu::new, USUAL_SAMPLES)),
            line(
                    "volatile-ttl",
                    "Redis volatile-ttl",
                    "Of a few drawn entries the one that expires first leaves.",
                    sampled(VolatileTtl::new, USUAL_SAMPLES)),
            line(
                    "memcached-segmented",
                    "memcached",
                    "Hot, warm and cold segments; the oldest of the cold ones leaves.",
                    (residents, _) -> new MemcachedSegmented(residents)));

    private EvictionPolicies() {}

    private static EvictionPolicy line(String key, String label, String says, EvictionPolicy.Factory factory) {
        return new EvictionPolicy(key, label, says, factory);
    }

    /** Makes a policy that draws so many entries for each victim. */
    @FunctionalInterface
    private interface Sampled {
        Eviction create(Residents residents, RandomGenerator random, int samples);
    }

    private static EvictionPolicy.Factory sampled(Sampled policy, int samples) {
        return (residents, random) -> policy.create(residents, random, samples);
    }

    /** Whether the policy of that name draws a few entries for each victim. */
    public static boolean samples(String key) {
        return sampled(key).isPresent();
    }

    private static Optional<Sampled> sampled(String key) {
        return switch (key) {
            case "redis-lru" -> Optional.of(RedisLru::new);
            case "redis-lfu" -> Optional.of(RedisLfu::new);
            case "volatile-ttl" -> Optional.of(VolatileTtl::new);
            default -> Optional.empty();
        };
    }

    /** The same as {@link #named(String)}, drawing so many entries for each victim, 1 or more, if it is one that draws a few. */
    public static Optional<EvictionPolicy> named(String key, int samples) {
        return named(key)
                .map(policy -> sampled(key)
                        .map(kind -> line(policy.key(), policy.label(), policy.says(), sampled(kind, samples)))
                        .orElse(policy));
    }

    /** All that need no trace, in the order in which people are shown them. */
    public static List<EvictionPolicy> all() {
        return ALL;
    }

    /** The policy of that name in files; {@code tiny-lfu} is another name of {@code w-tinylfu}. */
    public static Optional<EvictionPolicy> named(String key) {
        String name = key.equals("tiny-lfu") ? W_TINY_LFU : key;
        return ALL.stream().filter(policy -> policy.key().equals(name)).findFirst();
    }

    /** The name for people of the policy of that name in files. */
    public static String label(String key) {
        return named(key).map(EvictionPolicy::label).orElse(key);
    }

    /** The optimum for a trace of keys, every access of which must be given to the cache in order. */
    public static EvictionPolicy opt(long[] trace) {
        return known(OPT, "Optimum", "The entry used farthest in the future leaves, be it the newcomer.", trace, true);
    }

    /** The optimum among policies that keep each newcomer. */
    public static EvictionPolicy belady(long[] trace) {
        return known(
                BELADY,
                "Belady's optimum",
                "The entry used farthest in the future leaves for the newcomer.",
                trace,
                false);
    }

    private static EvictionPolicy known(String key, String label, String says, long[] trace, boolean mayPassBy) {
        int[] nextUses = FutureKnown.nextUses(trace);
        return line(key, label, says, (residents, _) -> new FutureKnown(residents, nextUses, mayPassBy));
    }
}
