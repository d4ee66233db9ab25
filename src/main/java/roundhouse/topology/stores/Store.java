package roundhouse.topology.stores;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Names;
import roundhouse.topology.nodes.data.NameListType;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.RecordProperty;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.types.Types;

/**
 * A store of several databases that keep their copies alike; the links between them carry its messages.
 *
 * @param id by which servers name it; no node has it
 * @param members the databases, in the order in which the protocol numbers them
 * @param sessions what each user is promised about what it did before; null for nothing
 * @param staleness how old what a member answers by itself may be; null for however old
 * @param timeout how long a member waits for the others until it answers that it does not know
 */
public record Store(
        String id,
        @Nullable String label,
        List<String> members,
        Replication replication,
        @Nullable SessionRule sessions,
        @Nullable StalenessBound staleness,
        Duration timeout) {
    private static final String PROMISES = "Promises to users";

    private static final Declarations<Store> DECLARED = Declarations.of(Store.class, "a store");

    public static final Setting<Store, String> ID = DECLARED.setting("id", Store::id, Types.id())
            .says("Id", "By which servers name it; no node has it.")
            .required("\"orders\"", "");
    public static final Setting<Store, @Nullable String> LABEL = DECLARED.setting(
                    "label", Store::label, Types.optional(Types.label(), "the id"))
            .says("Label", "What people call it.")
            .usuallyMissing();
    public static final Setting<Store, List<String>> MEMBERS = DECLARED.setting(
                    "members", Store::members, new NameListType(Types.id(), "ids"))
            .says("Members", "The databases that keep its copies; each two of them are linked.")
            .required("[\"db-1\", \"db-2\", \"db-3\"]", List.of());
    public static final Setting<Store, Replication> REPLICATION = DECLARED.setting(
                    "replication", Store::replication, Replications.TYPE)
            .says("Replication", "How they keep them alike.")
            .alwaysWritten()
            .usually(ConsensusReplication.SETTINGS.usual());
    public static final Setting<Store, @Nullable SessionRule> SESSIONS = DECLARED.setting(
                    "sessions", Store::sessions, Types.optional(SessionRule.TYPE, "off"))
            .says("Sessions", "What each user is promised about what it has written and read before.")
            .under(PROMISES)
            .usuallyMissing();
    public static final Setting<Store, @Nullable StalenessBound> STALENESS = DECLARED.setting(
                    "staleness", Store::staleness, Types.optional(StalenessBound.TYPE, "unbounded"))
            .says("Staleness", "How old what a member answers by itself may be.")
            .under(PROMISES)
            .usuallyMissing();
    public static final Setting<Store, Duration> TIMEOUT = DECLARED.setting(
                    "timeout", Store::timeout, Types.milliseconds())
            .says("Timeout", "So long a member waits for the others; then the outcome is unknown.")
            .usually(Duration.ofSeconds(5));

    public static final Settings<Store> SETTINGS = DECLARED.described("Several databases that keep their copies alike.")
            .titled("Store", "Stores")
            .sections("", PROMISES)
            .check(Store::check)
            .settings();

    public Store {
        members = List.copyOf(members);
    }

    /** A store of which a file says no more than this. */
    public static Store of(String id, List<String> members, Replication replication) {
        return SETTINGS.usual().with(ID, id).with(MEMBERS, members).with(REPLICATION, replication);
    }

    private static void check(Store store, Checks checks) {
        if (store.members.size() < store.replication.fewest()) {
            checks.wrong(
                    "members",
                    "the store has " + store.members.size() + " members; with this replication it needs "
                            + store.replication.fewest());
        }
        Shards shards = store.replication.shards();
        if (shards != null) {
            check(store, shards, checks);
        }
    }

    private static void check(Store store, Shards shards, Checks checks) {
        String key = "replication/shards/spares";
        shards.spares().stream()
                .filter(id -> !store.members.contains(id))
                .forEach(id -> checks.wrong(
                        key, Json.quoted(id) + " is no member of the store" + Names.didYouMean(id, store.members)));
        int holders = shards.holders(store.members).size();
        if (holders < store.replication.fewest() && store.members.size() >= store.replication.fewest()) {
            checks.wrong(
                    key,
                    "without the spares the store has " + holders + " members; with this replication it needs "
                            + store.replication.fewest());
        }
    }

    /** The same with one setting changed. */
    public <V extends @Nullable Object> Store with(RecordProperty<Store, V> setting, @Nullable V value) {
        return setting.with(this, value);
    }

    /** What people call it. */
    public String title() {
        return label == null ? id : label;
    }

    /** Without the members of which that holds, and with what their number allows. */
    public Store without(Predicate<String> gone) {
        List<String> left = members.stream().filter(gone.negate()).toList();
        return left.equals(members) ? this : with(MEMBERS, left).with(REPLICATION, replication.among(left));
    }
}
