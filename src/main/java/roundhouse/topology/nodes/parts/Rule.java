package roundhouse.topology.nodes.parts;

import java.util.List;
import roundhouse.topology.json.Json;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.ListType;
import roundhouse.topology.types.Types;

/** A layer-7 rule: requests that match go to the links of that pool. The first match wins; no match goes to {@link Link#DEFAULT_POOL}. */
public sealed interface Rule {
    String pool();

    /** The path equals the pattern, or begins with what stands before a closing {@code *}. */
    record Path(String pattern, String pool) implements Rule {
        private static final Declarations<Path> DECLARED = Declarations.of(Path.class, "a path rule");
        public static final Setting<Path, String> PATH = DECLARED.setting(
                        "path",
                        Path::pattern,
                        Types.text("a path, which may end with *", "^/[^*]*\\*?$", Rule::pattern))
                .component("pattern")
                .says("Path", "The path, or what it begins with and *.")
                .required("\"/api/*\"", "/");
        public static final Setting<Path, String> POOL = DECLARED.setting("pool", Path::pool, Types.name())
                .says("Pool", "Where matching requests go.")
                .required("\"api\"", "");
        public static final Settings<Path> SETTINGS =
                DECLARED.described("By the path of a request.").settings();
    }

    /** The header has that value; the name's case does not matter. */
    record Header(String name, String value, String pool) implements Rule {
        private static final Declarations<Header> DECLARED = Declarations.of(Header.class, "a header rule");
        public static final Setting<Header, String> NAME = DECLARED.setting("header", Header::name, Types.line())
                .component("name")
                .says("Header", "Its name; case does not matter.")
                .required("\"x-plan\"", "");
        public static final Setting<Header, String> VALUE = DECLARED.setting("value", Header::value, Types.line())
                .says("Value", "What it must be.")
                .required("\"gold\"", "");
        public static final Setting<Header, String> POOL = DECLARED.setting("pool", Header::pool, Types.name())
                .says("Pool", "Where matching requests go.")
                .required("\"api\"", "");
        public static final Settings<Header> SETTINGS = DECLARED.described("By the value of a header.")
                .check((rule, checks) -> named("header", rule.name, checks))
                .settings();
    }

    /** The cookie has that value. */
    record Cookie(String name, String value, String pool) implements Rule {
        private static final Declarations<Cookie> DECLARED = Declarations.of(Cookie.class, "a cookie rule");
        public static final Setting<Cookie, String> NAME = DECLARED.setting("cookie", Cookie::name, Types.line())
                .component("name")
                .says("Cookie", "Its name.")
                .required("\"beta\"", "");
        public static final Setting<Cookie, String> VALUE = DECLARED.setting("value", Cookie::value, Types.line())
                .says("Value", "What it must be.")
                .required("\"1\"", "");
        public static final Setting<Cookie, String> POOL = DECLARED.setting("pool", Cookie::pool, Types.name())
                .says("Pool", "Where matching requests go.")
                .required("\"api\"", "");
        public static final Settings<Cookie> SETTINGS = DECLARED.described("By the value of a cookie.")
                .check((rule, checks) -> named("cookie", rule.name, checks))
                .settings();
    }

    /** As files and forms have them. */
    Type<List<Rule>> LIST_TYPE = new ListType<>(new RuleItem());

    private static void named(String key, String name, Checks checks) {
        if (name.isBlank()) {
            checks.wrong(key, "the " + key + "'s name is empty");
        }
    }

    private static void pattern(String key, String pattern, Checks checks) {
        int star = pattern.indexOf('*');
        if (!pattern.startsWith("/") || (star >= 0 && star != pattern.length() - 1)) {
            checks.wrong(
                    key,
                    "path is " + Json.quoted(pattern)
                            + "; a pattern begins with / and may end with *, like \"/api/*\"");
        } else {
            checks.line(key, pattern);
        }
    }
}
