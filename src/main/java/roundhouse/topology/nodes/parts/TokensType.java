package roundhouse.topology.nodes.parts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import roundhouse.hashing.rings.Ring;
import roundhouse.topology.forms.FieldName;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.Type;

/** Tokens that were moved by hand: {@code "s3#4": "0x6e1f00c2a4b00000"}, a server's token by its number and where it stands. */
public final class TokensType implements Type<List<Ring.MovedToken>> {
    private static final int HEX_DIGITS = 16;
    /** Without zeros in front, so that a token has one name. */
    private static final String NUMBER = "(0|[1-9]\\d{0,7})";

    @Override
    public List<Ring.MovedToken> read(Fields fields, String key) {
        List<Ring.MovedToken> tokens = new ArrayList<>();
        fields.texts(key).forEach((token, position) -> {
            int mark = token.lastIndexOf('#');
            if (mark < 1 || !token.substring(mark + 1).matches(NUMBER)) {
                wrong(fields, key, token, Json.quoted(token) + " names no token; one is written like \"s3#4\"");
            } else if (!position.matches("0x[0-9a-f]{" + HEX_DIGITS + "}")) {
                wrong(
                        fields,
                        key,
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

    private static void wrong(Fields fields, String key, String token, String message) {
        int line = Objects.requireNonNull(fields.entries(key).get(token)).line();
        fields.problems().add(Json.step(fields.pointer(key), token), line, message);
    }

    /** By server and number, so that moving one changes one line. */
    @Override
    public void write(JsonBuilder json, String key, List<Ring.MovedToken> moved) {
        Map<String, String> tokens = new LinkedHashMap<>();
        moved.stream()
                .sorted(Comparator.comparing(Ring.MovedToken::target).thenComparingInt(Ring.MovedToken::number))
                .forEach(token ->
                        tokens.put(token.target() + "#" + token.number(), String.format("0x%016x", token.position())));
        json.texts(key, tokens);
    }

    @Override
    public void check(String key, List<Ring.MovedToken> moved, Checks checks) {}

    @Override
    public Json.Obj schema(Definitions definitions) {
        return new JsonBuilder()
                .put("type", "object")
                .put(
                        "propertyNames",
                        new JsonBuilder()
                                .put("pattern", "^[A-Za-z0-9._-]{1,64}#" + NUMBER + "$")
                                .build())
                .put(
                        "additionalProperties",
                        new JsonBuilder()
                                .put("type", "string")
                                .put("pattern", "^0x[0-9a-f]{16}$")
                                .build())
                .build();
    }

    @Override
    public String allowed() {
        return "an object like { \"s3#4\": \"0x6e1f00c2a4b00000\" }";
    }

    @Override
    public String shown(List<Ring.MovedToken> moved) {
        return moved.isEmpty() ? "none" : moved.size() + " tokens";
    }

    @Override
    public List<FormField<List<Ring.MovedToken>>> form(FieldName name, List<Ring.MovedToken> current) {
        return List.of();
    }
}
