package roundhouse.topology.nodes;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import roundhouse.hashing.PlacementOptions;
import roundhouse.hashing.PlacementSettings;
import roundhouse.hashing.Placements;
import roundhouse.hashing.Ring;
import roundhouse.routing.Algorithm;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;

/** Writes how the hash algorithm places keys, leaving out what is as usual. */
public final class PlacementWriter {
    private PlacementWriter() {}

    public static Json json(PlacementSettings settings) {
        PlacementSettings usual = PlacementSettings.of(settings.kind());
        if (settings.equals(PlacementSettings.DEFAULT)) {
            return JsonBuilder.text(Algorithm.HASH.key());
        }
        return JsonBuilder.typed(Algorithm.HASH.key())
                .unless(
                        Placements.RING,
                        "placement",
                        settings.kind(),
                        JsonBuilder.text(settings.kind().key()))
                .unless(
                        usual.hash(),
                        "hash",
                        settings.hash(),
                        JsonBuilder.text(settings.hash().key()))
                .unless(usual.virtualNodes(), "virtual-nodes", settings.virtualNodes())
                .unless(usual.replicas(), "replicas", settings.replicas())
                .unless(
                        usual.balanceFactor(),
                        "balance-factor",
                        (Integer) settings.balanceFactor(),
                        settings.balanceFactor() == PlacementOptions.UNBOUNDED
                                ? JsonBuilder.text("off")
                                : JsonBuilder.number(settings.balanceFactor()))
                .texts("tokens", tokens(settings))
                .build();
    }

    /** By server and number, so that moving one changes one line. */
    private static Map<String, String> tokens(PlacementSettings settings) {
        Map<String, String> tokens = new LinkedHashMap<>();
        settings.tokens().stream()
                .sorted(Comparator.comparing(Ring.MovedToken::target).thenComparingInt(Ring.MovedToken::number))
                .forEach(token ->
                        tokens.put(token.target() + "#" + token.number(), String.format("0x%016x", token.position())));
        return tokens;
    }
}
