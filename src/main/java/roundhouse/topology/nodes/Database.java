package roundhouse.topology.nodes;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.scaling.Price;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.RecordProperty;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.types.Types;

/**
 * Keeps data for good: what it has acknowledged a crash does not take.
 *
 * @param cores reads and writes it can work on at once
 * @param read the time one core needs for a read that its cache does not answer
 * @param write the time one core needs for a write
 * @param queue reads and writes that may wait for a core; one more is rejected; {@link Types#UNLIMITED} for no bound
 * @param connections reads and writes that may be here at once; one more is rejected; {@link Types#UNLIMITED} for no limit
 * @param storage what its disk holds, bytes; null where nobody says. Only the checklist looks at it
 * @param cache its own cache; null for none
 * @param price what it costs; null where nobody says
 */
public record Database(
        String id,
        @Nullable String label,
        int cores,
        Distribution read,
        Distribution write,
        int queue,
        int connections,
        @Nullable Long storage,
        @Nullable CacheSettings cache,
        @Nullable String region,
        @Nullable String zone,
        @Nullable Price price)
        implements Node {
    /** The kind in files. */
    public static final String KIND = "database";

    private static final Declarations<Database> DECLARED = Declarations.of(Database.class, "a database");

    public static final Setting<Database, String> ID = NodeDeclarations.id(DECLARED, Database::id, KIND);
    public static final Setting<Database, @Nullable String> LABEL = NodeDeclarations.label(DECLARED, Database::label);
    public static final Setting<Database, Integer> CORES = DECLARED.setting(
                    "cores", Database::cores, Types.whole(1, 1_024))
            .says("Cores", "Reads and writes it can work on at once.")
            .usually(1);
    public static final Setting<Database, Distribution> READ = DECLARED.setting(
                    "read", Database::read, Distribution.TYPE)
            .says("Read", "How long one core needs for a read that its cache does not answer.")
            .required("\"4ms\"", new Distribution.Fixed(Duration.ZERO));
    public static final Setting<Database, Distribution> WRITE = DECLARED.setting(
                    "write", Database::write, Distribution.TYPE)
            .says("Write", "How long one core needs for a write.")
            .usually("as a read", new Distribution.Fixed(Duration.ZERO), Database::read);
    public static final Setting<Database, Integer> QUEUE = DECLARED.setting(
                    "queue", Database::queue, Types.wholeOr("unbounded", 0, 1_000_000_000))
            .says("Queue", "Reads and writes that may wait for a core; one more is rejected.")
            .usually(1_000);
    public static final Setting<Database, Integer> CONNECTIONS = DECLARED.setting(
                    "connections", Database::connections, Types.wholeOr("unlimited", 1, 1_000_000_000))
            .says("Connections", "Reads and writes that may be here at once, waiting or served; one more is rejected.")
            .usually(Types.UNLIMITED);
    public static final Setting<Database, @Nullable Long> STORAGE = DECLARED.setting(
                    "storage", Database::storage, Types.optional(Types.storage(), "unlimited"))
            .says(
                    "Storage",
                    "What its disk holds; the checklist says how full it is and becomes. A run does not stop when it is full.")
            .usuallyMissing();
    public static final Setting<Database, @Nullable CacheSettings> CACHE = DECLARED.setting(
                    "cache", Database::cache, Types.optional(CacheSettings.TYPE, "off"))
            .says(
                    "Cache",
                    "Its own: what is in it is read in the hit time. What is not it reads itself, so nothing is fetched, coalesced or given stale.")
            .under("Cache")
            .usuallyMissing();
    public static final Setting<Database, @Nullable String> REGION =
            NodeDeclarations.region(DECLARED, Database::region, "Where it is.");
    public static final Setting<Database, @Nullable String> ZONE = NodeDeclarations.zone(DECLARED, Database::zone);

    public static final Setting<Database, @Nullable Price> PRICE = NodeDeclarations.price(DECLARED, Database::price);

    public static final Settings<Database> SETTINGS = DECLARED.described(
                    "Keeps data for good: what it has acknowledged a crash does not take.")
            .titled("Database", "Databases")
            .sections("", "Cache", "Place", NodeDeclarations.COST)
            .settings();

    /** A database of which a file says no more than this. */
    public static Database of(String id, Distribution read) {
        return SETTINGS.usual().with(ID, id).with(READ, read).with(WRITE, read);
    }

    /** The same with one setting changed. */
    public <V extends @Nullable Object> Database with(RecordProperty<Database, V> setting, @Nullable V value) {
        return setting.with(this, value);
    }

    @Override
    public Database resized(Resizing size) {
        return size.cores() == null ? this : with(CORES, size.cores());
    }

    @Override
    public boolean caches() {
        return cache != null;
    }

    @Override
    public Database cachingBy(CacheSettings how) {
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
    public boolean storesData() {
        return true;
    }

    @Override
    public Settings<Database> settings() {
        return SETTINGS;
    }

    @Override
    public Database labelled(@Nullable String label) {
        return with(LABEL, label);
    }

    @Override
    public Database renamed(String id) {
        return with(ID, id);
    }
}
