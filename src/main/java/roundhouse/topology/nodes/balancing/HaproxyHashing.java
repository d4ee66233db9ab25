package roundhouse.topology.nodes.balancing;

import java.util.List;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.mirrors.UriKey;
import roundhouse.hashing.registry.PlacementOptions;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;
import roundhouse.hashing.rings.Ring;
import roundhouse.topology.nodes.parts.HashFunctionType;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.types.ChoiceType;
import roundhouse.topology.types.Types;

/** The settings of HAProxy's {@code source} and {@code uri}: its {@code hash-type}, and the part of a path that is hashed. */
final class HaproxyHashing {
    private static final List<HashFunction> FUNCTIONS =
            List.of(HashFunction.SDBM, HashFunction.DJB2, HashFunction.WT6, HashFunction.CRC32);

    private static final Declarations<PlacementSettings> PLACED = Declarations.of(
                    PlacementSettings.class, "HAProxy's hash-type")
            .fixed("virtualNodes", Ring.DEFAULT_VIRTUAL_NODES)
            .fixed("replicas", 1)
            .fixed("tokens", List.of());

    static {
        PLACED.setting("placement", PlacementSettings::kind, placements())
                .component("kind")
                .says("Hash type", "Map-based: a table that changes for most when a target fails; consistent: a ring.")
                .editedBy(PlacementSettings::withKind)
                .usually(Placements.HAPROXY_MAP);
        PLACED.setting("hash", PlacementSettings::hash, new HashFunctionType(FUNCTIONS))
                .says("Hash", "What paths are hashed with; of addresses only avalanche counts.")
                .usually(
                        "the placement's own",
                        Placements.HAPROXY_MAP.defaultHash(),
                        placement -> placement.kind().defaultHash());
        PLACED.setting(
                        "balance-factor",
                        PlacementSettings::balanceFactor,
                        Types.wholeOr("off", PlacementOptions.UNBOUNDED, 100, 100_000))
                .says("Load bound", "What a target may have in flight, in percent of its fair share.")
                .when("haproxy-consistent only", PlacementSettings::canBeBounded)
                .usually(PlacementOptions.UNBOUNDED);
    }

    static final Settings<PlacementSettings> HASH_TYPE =
            PLACED.check(HaproxyHashing::check).settings();

    private static final Declarations<UriKey> PART = Declarations.of(UriKey.class, "a part of a path");

    static {
        PART.setting("whole", UriKey::whole, Types.flag())
                .says("With the query", "Hash what is behind the question mark, too.")
                .usually(false);
        PART.setting("depth", UriKey::depth, Types.wholeOr("off", 0, 1, 999_999))
                .says("Depth", "How many directories are hashed, the leading slash being the first.")
                .usually(0);
        PART.setting("len", UriKey::length, Types.wholeOr("off", 0, 1, 999_999))
                .component("length")
                .says("Length", "How many characters are hashed at most.")
                .usually(0);
    }

    static final Settings<UriKey> PART_OF_PATH = PART.settings();

    private HaproxyHashing() {}

    private static ChoiceType<Placements> placements() {
        ChoiceType<Placements> choice = new ChoiceType<>("placement");
        for (Placements kind : List.of(Placements.HAPROXY_MAP, Placements.HAPROXY_CONSISTENT)) {
            choice.or(kind, kind.key(), kind.title(), kind.summary());
        }
        return choice;
    }

    private static void check(PlacementSettings placement, Checks checks) {
        if (placement.balanceFactor() != PlacementOptions.UNBOUNDED && !placement.canBeBounded()) {
            checks.wrong(
                    "balance-factor",
                    "balance-factor is " + placement.balanceFactor() + "; "
                            + placement.kind().key() + " knows no bound on load");
        }
    }
}
