package roundhouse.topology.nodes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.scaling.Price;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.NameListType;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Inlined;
import roundhouse.topology.settings.RecordProperty;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.types.Types;

/**
 * A content delivery network: an edge in each of its regions, with a cache of its own, filled from the origin that the node is linked to.
 * A request goes to the edge nearest to its client.
 *
 * @param regions where its edges are; empty for one edge that is nowhere
 * @param cache how each edge keeps what it has
 * @param price what it costs; null where nobody says
 */
public record Cdn(
        String id,
        @Nullable String label,
        List<String> regions,
        CacheSettings cache,
        @Nullable Price price) implements Node {
    /** The kind in files. */
    public static final String KIND = "cdn";

    private static final Declarations<Cdn> DECLARED = Declarations.of(Cdn.class, "a CDN");

    public static final Setting<Cdn, String> ID = NodeDeclarations.id(DECLARED, Cdn::id, KIND);
    public static final Setting<Cdn, @Nullable String> LABEL = NodeDeclarations.label(DECLARED, Cdn::label);
    public static final Setting<Cdn, List<String>> REGIONS = DECLARED.setting(
                    "regions", Cdn::regions, new NameListType(Types.name(), "regions"))
            .says("Regions", "Where its edges are, each with a cache of its own; a request goes to the nearest.")
            .usually(List.of());
    public static final Inlined<Cdn, CacheSettings> CACHE =
            DECLARED.inlined("cache", Cdn::cache, CacheSettings.SETTINGS, "Each edge");

    public static final Setting<Cdn, @Nullable Price> PRICE = NodeDeclarations.price(DECLARED, Cdn::price);

    public static final Settings<Cdn> SETTINGS = DECLARED.described(
                    "A content delivery network: an edge in each of its regions, with a cache of its own.")
            .titled("CDN", "CDNs")
            .sections("", "Each edge", NodeDeclarations.COST)
            .settings();

    /** A CDN of which a file says no more than this. */
    public static Cdn of(String id, CacheSettings cache) {
        return SETTINGS.usual().with(ID, id).with(CACHE, cache);
    }

    /** The same with one setting changed. */
    public <V extends @Nullable Object> Cdn with(RecordProperty<Cdn, V> setting, @Nullable V value) {
        return setting.with(this, value);
    }

    @Override
    public boolean caches() {
        return true;
    }

    @Override
    public Cdn cachingBy(CacheSettings how) {
        return with(CACHE, how);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean sendsOverOneLink() {
        return true;
    }

    /** Its edges are in many. */
    @Override
    public @Nullable String zone() {
        return null;
    }

    /** Its edges are in many. */
    @Override
    public @Nullable String region() {
        return null;
    }

    @Override
    public Settings<Cdn> settings() {
        return SETTINGS;
    }

    @Override
    public Cdn labelled(@Nullable String label) {
        return with(LABEL, label);
    }

    @Override
    public Cdn renamed(String id) {
        return with(ID, id);
    }
}
