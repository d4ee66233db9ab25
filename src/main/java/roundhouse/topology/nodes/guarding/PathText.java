package roundhouse.topology.nodes.guarding;

import roundhouse.topology.json.Json;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.Types;

/** A path, or what it begins with and a star. */
final class PathText {
    static final Type<String> TYPE = Types.text("a path, which may end with *", "^/[^*]*\\*?$", PathText::check);

    private PathText() {}

    private static void check(String key, String pattern, Checks checks) {
        int star = pattern.indexOf('*');
        if (!pattern.startsWith("/") || (star >= 0 && star != pattern.length() - 1)) {
            checks.wrong(
                    key,
                    key + " is " + Json.quoted(pattern)
                            + "; a pattern begins with / and may end with *, like \"/api/*\"");
        } else {
            checks.line(key, pattern);
        }
    }
}
