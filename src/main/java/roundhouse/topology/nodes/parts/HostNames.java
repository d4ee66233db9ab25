package roundhouse.topology.nodes.parts;

import roundhouse.topology.json.Json;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.Types;

/** Names of hosts and methods, as clients send them and rules look at them. */
public final class HostNames {
    /** What a schema says of a host in a rule. */
    public static final String PATTERN = "^(\\*|(\\*\\.)?[^*\\s]+|[^*\\s]+\\.\\*)$";
    /** What a schema says of a host that is asked. */
    public static final String NAME = "^[^*\\s]+$";
    /** A method: capital letters. */
    public static final Type<String> METHOD =
            Types.text("a method like GET", "^[A-Z]{1,20}$", (key, method, checks) -> {
                if (!method.matches("[A-Z]{1,20}")) {
                    checks.wrong(
                            key, "method is " + Json.quoted(method) + "; capital letters are allowed, like \"GET\"");
                }
            });

    private HostNames() {}

    public static void pattern(String key, String pattern, Checks checks) {
        check(key, pattern, PATTERN, "a name, \"*.\" and the end of one, or the beginning of one and \".*\"", checks);
    }

    public static void name(String key, String name, Checks checks) {
        check(key, name, NAME, "a name without spaces and stars, like \"shop.example\",", checks);
    }

    private static void check(String key, String text, String pattern, String allowed, Checks checks) {
        if (!text.matches(pattern) || !Checks.singleLine(text)) {
            checks.wrong(key, "host is " + Json.quoted(text) + "; " + allowed + " is allowed");
        } else {
            checks.line(key, text);
        }
    }
}
