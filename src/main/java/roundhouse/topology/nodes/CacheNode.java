package roundhouse.topology.nodes;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import roundhouse.scaling.Price;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.WriteFlush;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Inlined;
import roundhouse.topology.settings.RecordProperty;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.types.Types;

/**
 * A cache that several servers share.
 *
 * @param cores lookups it can work on at once
 * @param cache how it keeps what it has
 * @param backing the database that it reads and writes itself; null where the servers do
 * @param flush when it sends its store what was written back; null for each second
 * @param price what it costs; null where nobody says
 */
public record CacheNode(
        String id,
        @Nullable String label,
        int cores,
        CacheSettings cache,
        @Nullable String backing,
        @Nullable WriteFlush flush,
        @Nullable String region,
        @Nullable String zone,
        @Nullable Price price)
        implements Node {
    /** The kind in files. */
    public static final String KIND = "cache";

    private static final String STORE_SECTION = "Store";
    private static final Declarations<CacheNode> DECLARED = Declarations.of(CacheNode.class, "a cache");

    public static final Setting<CacheNode, String> ID = NodeDeclarations.id(DECLARED, CacheNode::id, KIND);
    public static final Setting<CacheNode, @Nullable String> LABEL = NodeDeclarations.label(DECLARED, CacheNode::label);
    public static final Setting<CacheNode, Integer> CORES = DECLARED.setting(
                    "cores", CacheNode::cores, Types.whole(1, 1_024))
            .says("Cores", "Lookups it can work on at once.")
            .usually(1);
    public static final Inlined<CacheNode, CacheSettings> CACHE =
            DECLARED.inlined("cache", CacheNode::cache, CacheSettings.SETTINGS, "");
    public static final Setting<CacheNode, @Nullable String> STORE = DECLARED.setting(
                    "store", CacheNode::backing, Types.optional(Types.id(), "the servers'"))
            .component("backing")
            .says("Store", "The database that it reads and writes itself.")
            .under(STORE_SECTION)
            .usuallyMissing();
    public static final Setting<CacheNode, @Nullable WriteFlush> FLUSH = DECLARED.setting(
                    "flush", CacheNode::flush, Types.optional(WriteFlush.TYPE, "each second"))
            .says("Flush", "When it sends its store what was written back.")
            .under(STORE_SECTION)
            .when("with a store", cache -> cache.backing != null)
            .usuallyMissing();
    public static final Setting<CacheNode, @Nullable String> REGION =
            NodeDeclarations.region(DECLARED, CacheNode::region, "Where it is.");
    public static final Setting<CacheNode, @Nullable String> ZONE = NodeDeclarations.zone(DECLARED, CacheNode::zone);

    public static final Setting<CacheNode, @Nullable Price> PRICE = NodeDeclarations.price(DECLARED, CacheNode::price);

    public static final Settings<CacheNode> SETTINGS = DECLARED.described("A cache that several servers share.")
            .titled("Cache", "Caches")
            .sections("", STORE_SECTION, "Place", NodeDeclarations.COST)
            .check(CacheNode::check)
            .settings();

    /** A cache of which a file says no more than this. */
    public static CacheNode of(String id, CacheSettings cache) {
        return SETTINGS.usual().with(ID, id).with(CACHE, cache);
    }

    private static void check(CacheNode cache, Checks checks) {
        if (cache.flush != null && cache.backing == null) {
            checks.wrong("flush", "flush needs \"store\", like \"db\"; what was written goes there");
        }
    }

    /** The same with one setting changed. */
    public <V extends @Nullable Object> CacheNode with(RecordProperty<CacheNode, V> setting, @Nullable V value) {
        return setting.with(this, value);
    }

    /** When it sends its store what was written back. */
    public WriteFlush flushes() {
        return flush == null ? WriteFlush.EACH_SECOND : flush;
    }

    @Override
    public CacheNode resized(Resizing size) {
        CacheNode next = size.cores() == null ? this : with(CORES, size.cores());
        return size.memory() == null ? next : next.with(CACHE, cache.with(CacheSettings.CAPACITY, size.memory()));
    }

    @Override
    public boolean caches() {
        return true;
    }

    @Override
    public CacheNode cachingBy(CacheSettings how) {
        return with(CACHE, how);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean keepsData() {
        return true;
    }

    @Override
    public boolean asksKeepers() {
        return true;
    }

    @Override
    public List<String> keepers() {
        return backing == null ? List.of() : List.of(backing);
    }

    @Override
    public CacheNode keptBy(String keeper, boolean stores) {
        return with(STORE, keeper);
    }

    @Override
    public CacheNode keptAs(UnaryOperator<@Nullable String> ids) {
        String kept = backing == null ? null : ids.apply(backing);
        return kept == null ? with(STORE, null).with(FLUSH, null) : with(STORE, kept);
    }

    @Override
    public Settings<CacheNode> settings() {
        return SETTINGS;
    }

    @Override
    public CacheNode labelled(@Nullable String label) {
        return with(LABEL, label);
    }

    @Override
    public CacheNode renamed(String id) {
        return with(ID, id);
    }
}
