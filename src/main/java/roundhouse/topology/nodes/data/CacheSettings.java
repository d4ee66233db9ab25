package roundhouse.topology.nodes.data;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.caching.eviction.EvictionPolicies;
import roundhouse.caching.fetching.Coalescing;
import roundhouse.caching.freshness.Freshness;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.ChoiceType;
import roundhouse.topology.types.NestedType;
import roundhouse.topology.types.Types;

/**
 * A cache, wherever it is: in a browser, an edge, a load balancer, a server, a node of its own, a database.
 *
 * @param capacity how much it holds
 * @param policy the name of what decides who goes when it is full
 * @param samples how many entries a policy draws for each victim, if it is one that draws a few
 * @param ttl how long an entry is fresh; null for ever
 * @param ttlJitter by which part of itself a time to live is shorter or longer at most, by chance, 0 to 1
 * @param ttlFrom from when a time to live is counted
 * @param freshness how ages are counted
 * @param staleWhileRevalidate for so long after it expired an entry is given all the same while it is fetched anew; Varnish's grace
 * @param staleIfError for so long after it expired an entry is given where fetching it fails
 * @param coalesce which requests wait for one fetch of a key
 * @param earlyRefresh XFetch's beta: how eagerly an entry is fetched before it expires; 0 for never
 * @param negativeTtl for so long a failed answer is kept, and given without asking again; null for not at all
 * @param admitAfter a value is kept from the so manieth request for it, 1 or more
 * @param hitTime how long looking into it takes, whatever comes of it
 */
public record CacheSettings(
        CacheCapacity capacity,
        String policy,
        int samples,
        @Nullable Duration ttl,
        double ttlJitter,
        TtlStart ttlFrom,
        Freshness freshness,
        @Nullable Duration staleWhileRevalidate,
        @Nullable Duration staleIfError,
        Coalescing.Scope coalesce,
        double earlyRefresh,
        @Nullable Duration negativeTtl,
        int admitAfter,
        Distribution hitTime) {
    private static final Type<Freshness> FRESHNESS_TYPE = rules();
    private static final Declarations<CacheSettings> DECLARED = Declarations.of(CacheSettings.class, "cache settings");

    public static final Setting<CacheSettings, CacheCapacity> CAPACITY = DECLARED.setting(
                    "capacity", CacheSettings::capacity, CacheCapacity.TYPE)
            .says("Capacity", "How much it holds: entries, or memory for their values.")
            .required("1000", CacheCapacity.ofEntries(1_000));
    public static final Setting<CacheSettings, String> POLICY = DECLARED.setting(
                    "policy", CacheSettings::policy, EvictionNames.TYPE)
            .says("Policy", "Who goes when it is full.")
            .usually("lru");
    public static final Setting<CacheSettings, Integer> SAMPLES = DECLARED.setting(
                    "samples", CacheSettings::samples, Types.whole(1, EvictionPolicies.MOST_SAMPLES))
            .says("Samples", "How many entries are drawn for each one that goes: Redis's maxmemory-samples.")
            .when("with redis-lru, redis-lfu or volatile-ttl", cache -> EvictionPolicies.samples(cache.policy))
            .usually(EvictionPolicies.USUAL_SAMPLES);
    public static final Setting<CacheSettings, @Nullable Duration> TTL = DECLARED.setting(
                    "ttl", CacheSettings::ttl, Types.optional(Types.positiveDuration(), "for ever"))
            .says("Time to live", "How long an entry is fresh.")
            .usuallyMissing();
    public static final Setting<CacheSettings, Double> TTL_JITTER = DECLARED.setting(
                    "ttl-jitter", CacheSettings::ttlJitter, Types.share())
            .says(
                    "Jitter",
                    "By which part of itself each time to live is shorter or longer at most, by chance, 0 to 1.")
            .when("with a time to live", cache -> cache.ttl != null)
            .usually(0.0);
    public static final Setting<CacheSettings, TtlStart> TTL_FROM = DECLARED.setting(
                    "ttl-from", CacheSettings::ttlFrom, TtlStart.TYPE)
            .says("Counted from", "From when a time to live is counted.")
            .when("with a time to live", cache -> cache.ttl != null)
            .usually(TtlStart.FETCH);
    public static final Setting<CacheSettings, Freshness> FRESHNESS = DECLARED.setting(
                    "freshness", CacheSettings::freshness, FRESHNESS_TYPE)
            .says("Freshness", "How ages are counted.")
            .when("with a time to live", cache -> cache.ttl != null)
            .usually(Freshness.EXACT);
    public static final Setting<CacheSettings, @Nullable Duration> STALE_WHILE_REVALIDATE = DECLARED.setting(
                    "stale-while-revalidate",
                    CacheSettings::staleWhileRevalidate,
                    Types.optional(Types.positiveDuration(), "off"))
            .says(
                    "Stale while revalidating",
                    "For so long after it expired an entry is given all the same, while it is fetched anew; Varnish calls it grace.")
            .when("with a time to live", cache -> cache.ttl != null)
            .usuallyMissing();
    public static final Setting<CacheSettings, @Nullable Duration> STALE_IF_ERROR = DECLARED.setting(
                    "stale-if-error", CacheSettings::staleIfError, Types.optional(Types.positiveDuration(), "off"))
            .says(
                    "Stale if there is an error",
                    "For so long after it expired an entry is given where fetching it fails.")
            .when("with a time to live", cache -> cache.ttl != null)
            .usuallyMissing();
    public static final Setting<CacheSettings, Coalescing.Scope> COALESCE = DECLARED.setting(
                    "coalesce", CacheSettings::coalesce, CoalesceType.TYPE)
            .says("Coalescing", "Which requests for a key wait for one fetch of it.")
            .usually(Coalescing.Scope.NONE);
    public static final Setting<CacheSettings, Double> EARLY_REFRESH = DECLARED.setting(
                    "early-refresh", CacheSettings::earlyRefresh, Types.number(0, 1_000))
            .says(
                    "Early refresh",
                    "How eagerly an entry is fetched before it expires: XFetch's beta, 1 is usual, 0 is never.")
            .when("with a time to live", cache -> cache.ttl != null)
            .usually(0.0);
    public static final Setting<CacheSettings, @Nullable Duration> NEGATIVE_TTL = DECLARED.setting(
                    "negative-ttl", CacheSettings::negativeTtl, Types.optional(Types.positiveDuration(), "off"))
            .says("Negative caching", "For so long a failed answer is kept, and given without asking again.")
            .usuallyMissing();
    public static final Setting<CacheSettings, Integer> ADMIT_AFTER = DECLARED.setting(
                    "admit-after", CacheSettings::admitAfter, Types.whole(1, 1_000))
            .says("Admitted after", "A value is kept from the so manieth request for it.")
            .usually(1);
    public static final Setting<CacheSettings, Distribution> HIT_TIME = DECLARED.setting(
                    "hit-time", CacheSettings::hitTime, Distribution.TYPE)
            .says("Hit time", "How long looking into it takes, whatever comes of it.")
            .usually(new Distribution.Fixed(Duration.ZERO));

    public static final Settings<CacheSettings> SETTINGS = DECLARED.described(
                    "A cache: in a browser, an edge, a load balancer, a server, a node of its own, a database.")
            .settings();
    /** As files and forms have it. */
    public static final Type<CacheSettings> TYPE = new NestedType<>("cache-settings", SETTINGS);

    private static Type<Freshness> rules() {
        ChoiceType<Freshness> choice = new ChoiceType<>("rule of freshness");
        for (Freshness rule : Freshness.values()) {
            choice.or(rule, rule.word(), rule.word(), rule.summary());
        }
        return choice;
    }

    /** A cache of which a file says no more than this. */
    public static CacheSettings of(long entries) {
        return SETTINGS.usual().with(CAPACITY, CacheCapacity.ofEntries(entries));
    }

    /** The same with one setting changed. */
    public <V extends @Nullable Object> CacheSettings with(Setting<CacheSettings, V> setting, @Nullable V value) {
        return setting.with(this, value);
    }
}
