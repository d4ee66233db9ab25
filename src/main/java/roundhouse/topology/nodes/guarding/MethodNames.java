package roundhouse.topology.nodes.guarding;

import java.util.Arrays;
import java.util.List;
import roundhouse.routing.RequestMatch;
import roundhouse.topology.json.Json;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.Types;

/** Methods of requests as text: {@code POST, PUT} for these, {@code not GET, HEAD} for all others. */
public final class MethodNames {
    /** What a schema says of them. */
    private static final String PATTERN = "^(not )?[A-Z]{1,20}( *, *[A-Z]{1,20})*$";

    static final Type<String> TYPE =
            Types.text("methods like POST, PUT, or all others as not GET, HEAD", PATTERN, MethodNames::check);

    private static final String NOT = "not ";

    private MethodNames() {}

    /** As text. */
    public static String of(List<String> names, boolean others) {
        return (others ? NOT : "") + String.join(", ", names);
    }

    /** What they say of a request's method. */
    public static RequestMatch.Methods match(String text) {
        boolean others = text.startsWith(NOT);
        String names = others ? text.substring(NOT.length()) : text;
        return new RequestMatch.Methods(
                Arrays.stream(names.split(",", -1)).map(String::strip).toList(), others);
    }

    private static void check(String key, String methods, Checks checks) {
        if (!methods.matches(PATTERN)) {
            checks.wrong(
                    key,
                    key + " is " + Json.quoted(methods)
                            + "; methods in capital letters with commas are allowed, like \"POST, PUT\", or all others, like \"not GET, HEAD\"");
        }
    }
}
