package roundhouse.topology.nodes.parts;

import java.util.List;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.registry.PlacementOptions;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;
import roundhouse.hashing.rings.Ring;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Names;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.types.ChoiceType;
import roundhouse.topology.types.Types;

/** The settings of a placement, whose record knows nothing of files and forms. */
public final class PlacementDeclarations {
    public static final int MOST_REPLICAS = 16;

    private static final Declarations<PlacementSettings> DECLARED =
            Declarations.of(PlacementSettings.class, "a placement");

    public static final Setting<PlacementSettings, Placements> PLACEMENT = DECLARED.setting(
                    "placement", PlacementSettings::kind, placements())
            .component("kind")
            .says("Placement", "Which target a key lives on.")
            .editedBy(PlacementSettings::withKind)
            .usually(Placements.RING);
    public static final Setting<PlacementSettings, HashFunction> HASH = DECLARED.setting(
                    "hash", PlacementSettings::hash, new HashFunctionType(HashFunction.ofTexts()))
            .says("Hash", "What keys are hashed with.")
            .when(
                    "placements that take any hash function",
                    placement -> placement.kind().takesAnyHash())
            .usually(
                    "the placement's own",
                    Placements.RING.defaultHash(),
                    placement -> placement.kind().defaultHash());
    public static final Setting<PlacementSettings, Integer> VIRTUAL_NODES = DECLARED.setting(
                    "virtual-nodes", PlacementSettings::virtualNodes, Types.whole(1, 1_024))
            .says("Virtual nodes", "Tokens on the ring for each unit of a target's weight.")
            .when("on a ring", PlacementSettings::isRing)
            .usually(PlacementSettings.DEFAULT.virtualNodes());
    public static final Setting<PlacementSettings, Integer> REPLICAS = DECLARED.setting(
                    "replicas", PlacementSettings::replicas, Types.whole(1, MOST_REPLICAS))
            .says("Replicas", "On how many targets each key is kept.")
            .usually(1);
    public static final Setting<PlacementSettings, Integer> BALANCE_FACTOR = DECLARED.setting(
                    "balance-factor",
                    PlacementSettings::balanceFactor,
                    Types.wholeOr("off", PlacementOptions.UNBOUNDED, 100, 100_000))
            .says("Load bound", "What a target may have in flight, in percent of its fair share.")
            .when("on a ring, HAProxy's or Envoy's", PlacementSettings::canBeBounded)
            .usually(
                    "off, but for bounded-load",
                    PlacementOptions.UNBOUNDED,
                    placement -> PlacementSettings.defaultFactor(placement.kind()));
    public static final Setting<PlacementSettings, List<Ring.MovedToken>> TOKENS = DECLARED.setting(
                    "tokens", PlacementSettings::tokens, new TokensType())
            .says("Moved tokens", "Tokens of the ring that were moved by hand, and where to.")
            .when("on a ring", PlacementSettings::isRing)
            .hidden()
            .usually(List.of());

    public static final Settings<PlacementSettings> SETTINGS =
            DECLARED.check(PlacementDeclarations::check).settings();

    private PlacementDeclarations() {}

    private static ChoiceType<Placements> placements() {
        ChoiceType<Placements> choice = new ChoiceType<>("placement");
        Placements.all()
                .forEach(kind -> choice.or(kind, kind.key(), kind.title(), kind.key() + " · " + kind.summary()));
        return choice;
    }

    private static void check(PlacementSettings settings, Checks checks) {
        if (!settings.kind().takesAnyHash()
                && !settings.hash().equals(settings.kind().defaultHash())) {
            checks.wrong(
                    "hash",
                    "hash is " + Json.quoted(settings.hash().key()) + "; "
                            + settings.kind().key() + " always hashes keys with "
                            + settings.kind().defaultHash().key());
        }
        if (settings.virtualNodes() != PlacementSettings.DEFAULT.virtualNodes() && !settings.isRing()) {
            checks.wrong(
                    "virtual-nodes",
                    "virtual-nodes is " + settings.virtualNodes()
                            + "; only a ring has virtual nodes, and the placement is "
                            + settings.kind().key());
        }
        if (settings.balanceFactor() != PlacementOptions.UNBOUNDED && !settings.canBeBounded()) {
            checks.wrong(
                    "balance-factor",
                    "balance-factor is " + settings.balanceFactor() + "; "
                            + settings.kind().key() + " knows no bound on load");
        }
        if (!settings.tokens().isEmpty() && !settings.isRing()) {
            checks.wrong(
                    "tokens",
                    "tokens can be moved on a ring only, and the placement is "
                            + settings.kind().key());
        }
        settings.tokens().stream()
                .filter(token -> !Names.isId(token.target()) || token.number() < 0)
                .findFirst()
                .ifPresent(token ->
                        checks.wrong("tokens", Json.quoted(token.target() + "#" + token.number()) + " names no token"));
    }
}
