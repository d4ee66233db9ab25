package roundhouse.topology.nodes.guarding;

import roundhouse.routing.PathPattern;
import roundhouse.topology.json.Json;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.Types;

/** A path, or a pattern with a star. */
final class PathText {
    static final Type<String> TYPE = Types.text("a path, which may have one *", "^/[^*]*(\\*[^*]*)?$", PathText::check);

    private PathText() {}

    private static void check(String key, String pattern, Checks checks) {
        if (!PathPattern.isPattern(pattern)) {
            checks.wrong(
                    key,
                    key + " is " + Json.quoted(pattern)
                            + "; a pattern begins with / and may have one *, like \"/api/*\"");
        } else {
            checks.line(key, pattern);
        }
    }
}
