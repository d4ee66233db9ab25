package roundhouse.topology.stores;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Target;
import roundhouse.hashing.registry.PlacementOptions;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.topology.nodes.data.NameListType;
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
 * Keys over the members of a store by a placement: on a ring the owner of a key and the next distinct members clockwise have it.
 *
 * @param placement how keys are placed
 * @param spares members that have nothing until they join
 * @param valueBytes how large a value is that is sent to another member
 * @param streamRate bytes a second that a member sends of keys that change hands
 */
public record Shards(PlacementSettings placement, List<String> spares, int valueBytes, int streamRate) {
    private static final Declarations<Shards> DECLARED = Declarations.of(Shards.class, "shards");

    public static final Inlined<Shards, PlacementSettings> PLACEMENT =
            DECLARED.inlined("placement", Shards::placement, PlacementDeclarations.SETTINGS, "");
    public static final Setting<Shards, List<String>> SPARES = DECLARED.setting(
                    "spares", Shards::spares, new NameListType(Types.id(), "ids"))
            .says("Spares", "Members of the store that have nothing until they join.")
            .usually(List.of());
    public static final Setting<Shards, Integer> VALUE_BYTES = DECLARED.setting(
                    "value-size", Shards::valueBytes, Types.bytes())
            .component("valueBytes")
            .says("Value size", "How large a value is that is sent to another member because its key changes hands.")
            .usually(1 << 10);
    public static final Setting<Shards, Integer> STREAM_RATE = DECLARED.setting(
                    "stream-rate", Shards::streamRate, Types.bytes())
            .says(
                    "Stream rate",
                    "What a member sends in a second of keys that change hands; Cassandra: stream_throughput_outbound.")
            .usually(24 << 20);

    public static final Settings<Shards> SETTINGS = DECLARED.described(
                    "Which members have a key is said by a placement; members join and leave while it runs.")
            .check(Shards::check)
            .settings();
    /** As files and forms have it. */
    public static final Type<Shards> TYPE = new NestedType<>("shards", SETTINGS);

    public Shards {
        spares = List.copyOf(spares);
    }

    private static void check(Shards shards, Checks checks) {
        if (shards.placement.replicas() != 1) {
            checks.wrong("replicas", "n of the store says at how many members a key is kept, not replicas");
        }
        if (shards.placement.balanceFactor() != PlacementOptions.UNBOUNDED) {
            checks.wrong("balance-factor", "keys of a store stay where they are whatever its members have to do");
        }
    }

    /** The same with one setting changed. */
    public <V extends @Nullable Object> Shards with(RecordProperty<Shards, V> setting, @Nullable V value) {
        return setting.with(this, value);
    }

    /** Those of some members that have keys, in their order. */
    public List<String> holders(List<String> members) {
        return members.stream().filter(id -> !spares.contains(id)).toList();
    }

    /** The placement of keys on the members that have any. */
    public Placement place(List<String> holders) {
        return placement.create(holders.stream().map(Target::of).toList());
    }

    /** Without the members of which that holds. */
    public Shards without(Predicate<String> gone) {
        return with(SPARES, spares.stream().filter(gone.negate()).toList());
    }
}
