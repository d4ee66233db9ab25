package roundhouse.topology.nodes.data;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.topology.nodes.guarding.Breaker;
import roundhouse.topology.nodes.parts.PlacementDeclarations;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Inlined;
import roundhouse.topology.settings.RecordProperty;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.NestedType;
import roundhouse.topology.types.Types;

/**
 * Where a server keeps the data that its requests are about, and how it gets there.
 *
 * @param strategy how it reads and writes
 * @param cache the caches it asks, which share the keys; empty for none but its own
 * @param placement which of several caches a key is in
 * @param store the database, which the server reads and writes itself unless it writes back; null where the caches read and write theirs
 * @param order how a writer sees to store and cache, cache-aside
 * @param leases a miss gets a token, without which nothing is set, and which a deletion takes back
 * @param versions the keys that are asked of the caches have versions; null for none
 * @param events a message tells every cache what was written; null for none
 * @param timeout for so long it waits for a cache or a store; null for ever
 * @param breaker it asks its store nothing for a while after too many questions failed or were slow; null for none
 */
public record DataSettings(
        DataStrategy strategy,
        List<String> cache,
        PlacementSettings placement,
        @Nullable String store,
        AsideOrder order,
        boolean leases,
        @Nullable VersionRule versions,
        @Nullable InvalidationRule events,
        @Nullable Duration timeout,
        @Nullable Breaker breaker) {
    private static final Declarations<DataSettings> DECLARED = Declarations.of(DataSettings.class, "data");

    public static final Setting<DataSettings, DataStrategy> STRATEGY = DECLARED.setting(
                    "strategy", DataSettings::strategy, DataStrategy.TYPE)
            .says("Strategy", "How it reads and writes its data.")
            .alwaysWritten()
            .usually(DataStrategy.CACHE_ASIDE);
    public static final Setting<DataSettings, List<String>> CACHE = DECLARED.setting(
                    "cache", DataSettings::cache, new NameListType(Types.id(), "ids"))
            .says("Cache", "The cache it asks; several share the keys. None: only its own, if it has one.")
            .usually(List.of());
    public static final Inlined<DataSettings, PlacementSettings> PLACEMENT =
            DECLARED.inlined("placement", DataSettings::placement, PlacementDeclarations.SETTINGS, "");
    public static final Setting<DataSettings, @Nullable String> STORE = DECLARED.setting(
                    "store", DataSettings::store, Types.optional(Types.id(), "the caches'"))
            .says(
                    "Store",
                    "The database, which the server reads and writes itself, unless it writes back. None: the caches read and write their own.")
            .usuallyMissing();
    public static final Setting<DataSettings, AsideOrder> ORDER = DECLARED.setting(
                    "order", DataSettings::order, AsideOrder.TYPE)
            .says("Order", "In which order a writer sees to store and cache.")
            .when("cache-aside only", data -> data.strategy == DataStrategy.CACHE_ASIDE)
            .usually(AsideOrder.UPDATE_THEN_DELETE);
    public static final Setting<DataSettings, Boolean> LEASES = DECLARED.setting(
                    "leases", DataSettings::leases, Types.flag())
            .says("Leases", "A miss gets a token, without which nothing is set, and which a deletion takes back.")
            .when("cache-aside only", data -> data.strategy == DataStrategy.CACHE_ASIDE)
            .usually(false);
    public static final Setting<DataSettings, @Nullable VersionRule> VERSIONS = DECLARED.setting(
                    "versions", DataSettings::versions, Types.optional(VersionRule.TYPE, "off"))
            .says("Versions", "The keys that are asked of the caches have versions, which a server must learn.")
            .when("where the server reads the store itself", data -> !data.cachesDoIt())
            .usuallyMissing();
    public static final Setting<DataSettings, @Nullable InvalidationRule> EVENTS = DECLARED.setting(
                    "events", DataSettings::events, Types.optional(InvalidationRule.TYPE, "off"))
            .says("Events", "A message tells every cache what was written.")
            .usuallyMissing();
    public static final Setting<DataSettings, @Nullable Duration> TIMEOUT = DECLARED.setting(
                    "timeout", DataSettings::timeout, Types.optional(Types.positiveDuration(), "none"))
            .says("Timeout", "For so long it waits for a cache or a store.")
            .usuallyMissing();

    public static final Setting<DataSettings, @Nullable Breaker> BREAKER = DECLARED.setting(
                    "breaker", DataSettings::breaker, Types.optional(Breaker.TYPE, "off"))
            .says("Breaker", "It asks its store nothing for a while after too many questions failed or were slow.")
            .when("where the server asks its store itself", data -> data.store != null)
            .usuallyMissing();

    public static final Settings<DataSettings> SETTINGS = DECLARED.described(
                    "Where a server keeps the data that its requests are about, and how it gets there.")
            .check(DataSettings::check)
            .settings();
    /** As files and forms have it. */
    public static final Type<DataSettings> TYPE = new NestedType<>("data", SETTINGS);

    private static void check(DataSettings data, Checks checks) {
        if (data.store == null && (!data.strategy.isThroughCache() || data.cache.isEmpty())) {
            checks.wrong(
                    "store",
                    data.strategy.isThroughCache()
                            ? "it has neither a cache nor a store; one that reads and writes a store is needed"
                            : data.strategy.key() + " needs \"store\", like \"db\"; the server writes there itself");
        }
        if (data.strategy == DataStrategy.WRITE_BACK && data.cache.isEmpty()) {
            checks.wrong(
                    "cache", "write-back needs \"cache\", a cache that keeps what was written until it has a store");
        }
        if (data.breaker != null && data.store == null) {
            checks.wrong("breaker", "a breaker needs \"store\", which the server asks itself");
        }
        if (data.versions != null && data.cachesDoIt()) {
            checks.wrong(
                    "versions",
                    "versions need a server that reads its store itself, and so \"store\" and another strategy than write-back");
        }
    }

    /** Data that is also there: in a store, or in a cache. */
    public static DataSettings with(@Nullable DataSettings before, String keeper, boolean stores) {
        DataSettings data = before == null ? SETTINGS.usual() : before;
        if (stores) {
            return data.with(STORE, keeper);
        }
        List<String> caches = new ArrayList<>(data.cache);
        if (!caches.contains(keeper)) {
            caches.add(keeper);
        }
        DataSettings cached = data.with(CACHE, List.copyOf(caches));
        return cached.store == null && !cached.strategy.isThroughCache()
                ? cached.with(STRATEGY, DataStrategy.READ_THROUGH)
                : cached;
    }

    /** Whether the caches read and write their store, and not the server its own: where it has none, and when they write back. */
    public boolean cachesDoIt() {
        return strategy == DataStrategy.WRITE_BACK || store == null;
    }

    /** The ids of the nodes where it is, each once. */
    public List<String> keepers() {
        if (store == null || cache.contains(store)) {
            return cache;
        }
        List<String> keepers = new ArrayList<>(cache);
        keepers.add(store);
        return List.copyOf(keepers);
    }

    /** The same with other ids; without those that get none, and null where nothing is left that makes sense. */
    public @Nullable DataSettings keptAs(UnaryOperator<@Nullable String> ids) {
        List<String> caches = new ArrayList<>();
        for (String one : cache) {
            String kept = ids.apply(one);
            if (kept != null) {
                caches.add(kept);
            }
        }
        String kept = store == null ? null : ids.apply(store);
        boolean all = caches.size() == cache.size() && (kept == null) == (store == null);
        DataSettings data = with(CACHE, List.copyOf(caches)).with(STORE, kept);
        if (all) {
            return data;
        }
        if (kept == null && caches.isEmpty()) {
            return null;
        }
        if (kept == null) {
            return strategy.isThroughCache()
                    ? data.with(VERSIONS, null)
                    : data.with(STRATEGY, DataStrategy.READ_THROUGH).with(VERSIONS, null);
        }
        return strategy == DataStrategy.WRITE_BACK && caches.isEmpty()
                ? data.with(STRATEGY, DataStrategy.CACHE_ASIDE)
                : data;
    }

    /** The same with one setting changed. */
    public <V extends @Nullable Object> DataSettings with(RecordProperty<DataSettings, V> setting, @Nullable V value) {
        return setting.with(this, value);
    }
}
