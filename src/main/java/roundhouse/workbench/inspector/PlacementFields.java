package roundhouse.workbench.inspector;

import java.util.ArrayList;
import java.util.List;
import roundhouse.hashing.HashFunction;
import roundhouse.hashing.PlacementOptions;
import roundhouse.hashing.PlacementSettings;
import roundhouse.hashing.Placements;
import roundhouse.topology.settings.Range;
import roundhouse.workbench.inspector.Editor.Option;

/** How a load balancer that routes by key places keys on its targets. */
final class PlacementFields {
    private static final List<Option> PLACEMENTS = Placements.all().stream()
            .map(kind -> new Option(kind.key(), kind.title(), kind.key() + " · " + kind.summary()))
            .toList();
    private static final List<Option> HASHES = HashFunction.all().stream()
            .map(hash -> new Option(hash.key(), hash.key(), hash.title()))
            .toList();

    private PlacementFields() {}

    static Section<PlacementSettings> of(PlacementSettings settings) {
        List<Field<PlacementSettings>> fields = new ArrayList<>();
        fields.add(Forms.choice(
                "placement",
                "Placement",
                "Which target a key lives on.",
                PLACEMENTS,
                s -> s.kind().key(),
                (s, v) -> s.withKind(Placements.of(v).orElseThrow())));
        if (settings.kind().takesAnyHash()) {
            fields.add(Forms.choice(
                    "hash",
                    "Hash",
                    "What keys are hashed with.",
                    HASHES,
                    s -> s.hash().plain().key(),
                    (s, v) -> s.withHash(
                            avalanche(HashFunction.of(v).orElseThrow(), s.hash().isAvalanched()))));
            fields.add(Forms.flag(
                    "avalanche",
                    "Avalanche",
                    "HAProxy's mixing over the hash's low 32 bits.",
                    s -> s.hash().isAvalanched(),
                    (s, v) -> s.withHash(avalanche(s.hash(), v))));
        }
        if (settings.isRing()) {
            fields.add(Forms.whole(
                    "virtual-nodes",
                    "Virtual nodes",
                    "Tokens on the ring for each unit of a target's weight.",
                    Range.VIRTUAL_NODES,
                    PlacementSettings::virtualNodes,
                    PlacementSettings::withVirtualNodes));
        }
        fields.add(Forms.whole(
                "replicas",
                "Replicas",
                "On how many targets each key is kept.",
                Range.REPLICAS,
                PlacementSettings::replicas,
                PlacementSettings::withReplicas));
        if (settings.canBeBounded()) {
            fields.add(Forms.wholeOr(
                    "off",
                    "balance-factor",
                    "Load bound",
                    "What a target may have in flight, in percent of its fair share.",
                    Range.BALANCE_FACTOR,
                    s -> s.balanceFactor() == PlacementOptions.UNBOUNDED ? Integer.MAX_VALUE : s.balanceFactor(),
                    PlacementFields::bound));
        }
        return new Section<>("Placement", fields);
    }

    private static PlacementSettings bound(PlacementSettings settings, int percent) {
        return settings.withBalanceFactor(percent == Integer.MAX_VALUE ? PlacementOptions.UNBOUNDED : percent);
    }

    private static HashFunction avalanche(HashFunction hash, boolean on) {
        return on ? hash.avalanched() : hash.plain();
    }
}
