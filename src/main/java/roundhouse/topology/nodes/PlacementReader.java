package roundhouse.topology.nodes;

import java.util.ArrayList;
import java.util.List;
import roundhouse.hashing.HashFunction;
import roundhouse.hashing.PlacementOptions;
import roundhouse.hashing.PlacementSettings;
import roundhouse.hashing.Placements;
import roundhouse.hashing.Ring;
import roundhouse.topology.json.Json;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.Range;

/** Reads how the hash algorithm places keys; the mirror of {@link PlacementWriter}. */
public final class PlacementReader {
    private static final List<String> PLACEMENTS =
            Placements.all().stream().map(Placements::key).toList();
    private static final List<String> HASHES =
            HashFunction.all().stream().map(HashFunction::key).toList();
    private static final int HEX_DIGITS = 16;

    private PlacementReader() {}

    public static PlacementSettings read(Fields fields) {
        fields.knowing(
                "the algorithm hash",
                "type",
                "placement",
                "hash",
                "virtual-nodes",
                "replicas",
                "balance-factor",
                "tokens");
        String name = fields.choice("placement", "placement", PLACEMENTS);
        Placements kind = name == null ? Placements.RING : Placements.of(name).orElseThrow();
        PlacementSettings defaults = PlacementSettings.of(kind);
        return new PlacementSettings(
                kind,
                hash(fields, kind),
                fields.whole("virtual-nodes", defaults.virtualNodes(), Range.VIRTUAL_NODES),
                fields.whole("replicas", defaults.replicas(), Range.REPLICAS),
                factor(fields, defaults.balanceFactor()),
                tokens(fields));
    }

    private static HashFunction hash(Fields fields, Placements kind) {
        return switch (fields.get("hash")) {
            case null -> kind.defaultHash();
            case Json.Text text
            when HashFunction.of(text.value()).isPresent() ->
                HashFunction.of(text.value()).orElseThrow();
            default -> {
                fields.choice("hash", "hash function", HASHES);
                yield kind.defaultHash();
            }
        };
    }

    private static int factor(Fields fields, int fallback) {
        if (fields.get("balance-factor") instanceof Json.Text text
                && text.value().equals("off")) {
            return PlacementOptions.UNBOUNDED;
        }
        return fields.whole("balance-factor", fallback, Range.BALANCE_FACTOR);
    }

    private static List<Ring.MovedToken> tokens(Fields fields) {
        List<Ring.MovedToken> tokens = new ArrayList<>();
        fields.texts("tokens").forEach((token, position) -> {
            int mark = token.lastIndexOf('#');
            if (mark < 1 || !token.substring(mark + 1).matches("\\d{1,8}")) {
                wrong(fields, token, Json.quoted(token) + " names no token; one is written like \"s3#4\"");
            } else if (!position.matches("0x[0-9a-f]{" + HEX_DIGITS + "}")) {
                wrong(
                        fields,
                        token,
                        Json.quoted(position)
                                + " is no position; one is 0x and 16 hexadecimal digits, like \"0x6e1f00c2a4b00000\"");
            } else {
                tokens.add(new Ring.MovedToken(
                        token.substring(0, mark),
                        Integer.parseInt(token.substring(mark + 1)),
                        Long.parseUnsignedLong(position.substring(2), HEX_DIGITS)));
            }
        });
        return tokens;
    }

    private static void wrong(Fields fields, String token, String message) {
        Json value = fields.entries("tokens").get(token);
        fields.problems()
                .add(Json.step(fields.pointer("tokens"), token), value == null ? fields.line() : value.line(), message);
    }
}
