package roundhouse.exchange.configuration.haproxy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.exchange.configuration.SystemDraft;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.data.CacheCapacity;
import roundhouse.topology.nodes.data.CacheSettings;

/** Caches of HAProxy: a {@code cache} section has so many megabytes, and keeps what is no older than {@code max-age}. */
final class HaproxyCaches {
    private static final long MEGABYTE = 1L << 20;
    /** HAProxy takes no more. */
    private static final int MOST_MEGABYTES = 4_095;

    private static final Duration USUAL_AGE = Duration.ofSeconds(60);

    private final SystemDraft system;
    private final Map<String, HaproxySection> sections = new LinkedHashMap<>();
    private final Set<String> used = new LinkedHashSet<>();

    HaproxyCaches(SystemDraft system) {
        this.system = system;
    }

    void add(HaproxySection section) {
        sections.put(section.name(), section);
    }

    /** What a {@code cache-use} line means; nothing where it is told why not. */
    Optional<CacheSettings> use(HaproxyLine line) {
        String name = line.word(2);
        HaproxySection section = sections.get(name);
        String why = section == null
                ? "there is no cache " + name
                : line.words().size() > 3 ? "a cache here is for all requests of a balancer" : "";
        if (section == null || !why.isEmpty()) {
            system.missed(line.number(), line.text(), why);
            return Optional.empty();
        }
        used.add(name);
        system.understood(line.number(), line.text(), "a cache of the balancer");
        return Optional.of(settings(section));
    }

    /** What is stored in a cache that is used belongs to it. */
    void store(HaproxyLine line) {
        if (used.contains(line.word(2)) && line.words().size() == 3) {
            system.understood(line.number(), line.text(), "it keeps what it fetched");
        } else {
            system.missed(line.number(), line.text(), "a cache here keeps all that it is asked for");
        }
    }

    private static CacheSettings settings(HaproxySection section) {
        long megabytes = 1;
        Duration age = USUAL_AGE;
        for (HaproxyLine line : section.lines()) {
            switch (line.keyword()) {
                case "total-max-size" ->
                    megabytes =
                            ProxyLines.whole(line.word(1), 1, MOST_MEGABYTES).orElse(1);
                case "max-age" ->
                    age = ProxyLines.whole(line.word(1), 1, 1_000_000_000)
                            .map(Duration::ofSeconds)
                            .orElse(USUAL_AGE);
                default -> {}
            }
        }
        return CacheSettings.SETTINGS
                .usual()
                .with(CacheSettings.CAPACITY, CacheCapacity.ofBytes(megabytes * MEGABYTE))
                .with(CacheSettings.TTL, age);
    }

    /** Of the sections, when all proxies were read. */
    void tell() {
        sections.forEach((name, section) -> {
            boolean isUsed = used.contains(name);
            told(section.head(), isUsed, isUsed ? "a cache" : "no proxy uses it for all its requests");
            for (HaproxyLine line : section.lines()) {
                boolean known = line.keyword().equals("total-max-size")
                        || line.keyword().equals("max-age");
                told(
                        line,
                        isUsed && known,
                        !isUsed
                                ? "its cache is not used"
                                : known ? "of the cache" : "answers of all sizes and kinds are kept alike");
            }
        });
    }

    private void told(HaproxyLine line, boolean understood, String note) {
        if (understood) {
            system.understood(line.number(), line.text(), note);
        } else {
            system.missed(line.number(), line.text(), note);
        }
    }

    /** Writes a balancer's cache, where HAProxy has one like it, before its frontend; gives the lines within that. */
    static String write(LoadBalancer balancer, HaproxyText text) {
        CacheSettings cache = balancer.cache();
        if (cache == null || balancer.layer() == 4 || !canBeSaid(cache)) {
            return "";
        }
        String name = "cache-" + balancer.id();
        text.section("cache " + name);
        text.say("total-max-size " + cache.capacity().amount() / MEGABYTE);
        text.say("max-age " + seconds(cache.ttl()));
        return name;
    }

    private static boolean canBeSaid(CacheSettings cache) {
        long amount = cache.capacity().amount();
        return cache.capacity().inBytes()
                && amount % MEGABYTE == 0
                && amount >= MEGABYTE
                && amount <= MOST_MEGABYTES * MEGABYTE
                && seconds(cache.ttl()) > 0;
    }

    /** 0 for what are no whole seconds. */
    private static long seconds(@Nullable Duration time) {
        return time == null || time.toNanosPart() != 0 ? 0 : time.toSeconds();
    }
}
