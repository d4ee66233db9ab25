package roundhouse.topology.nodes.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.PathPattern;
import roundhouse.routing.RequestMatch;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonText;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.ListType;
import roundhouse.topology.types.Types;

/**
 * A layer-7 rule: requests that meet all its conditions, of which there is at least one, go to the links of that pool. Those that come
 * under no rule go to {@link Link#DEFAULT_POOL}.
 *
 * @param host the host, {@code *.} and the end of one, or the beginning of one and {@code .*}; case and port do not matter
 * @param method the request's method
 * @param path the path without its query; one {@code *} stands for anything
 * @param header the name of a header, whose case does not matter; or else
 * @param cookie the name of a cookie; or else
 * @param query the name of a parameter of the query
 * @param value what the header, cookie or parameter must be
 */
public record Rule(
        @Nullable String host,
        @Nullable String method,
        @Nullable String path,
        @Nullable String header,
        @Nullable String cookie,
        @Nullable String query,
        @Nullable String value,
        String pool) {
    private static final Declarations<Rule> DECLARED = Declarations.of(Rule.class, "a rule");
    private static final String ANY = "any";

    public static final Setting<Rule, @Nullable String> HOST = DECLARED.setting(
                    "host",
                    Rule::host,
                    Types.optional(
                            Types.text(
                                    "a host, which may begin with *. or end with .*",
                                    HostNames.PATTERN,
                                    HostNames::pattern),
                            ANY))
            .says("Host", "The host, \"*.\" and the end of one, or the beginning of one and \".*\".")
            .usuallyMissing();
    public static final Setting<Rule, @Nullable String> METHOD = DECLARED.setting(
                    "method", Rule::method, Types.optional(HostNames.METHOD, ANY))
            .says("Method", "The method; a request of no stated method is GET if it reads and POST if it writes.")
            .usuallyMissing();
    public static final Setting<Rule, @Nullable String> PATH = DECLARED.setting(
                    "path",
                    Rule::path,
                    Types.optional(
                            Types.text("a path, which may have one *", "^/[^*]*(\\*[^*]*)?$", Rule::pattern), ANY))
            .says("Path", "The path without its query; one * stands for anything.")
            .usuallyMissing();
    public static final Setting<Rule, @Nullable String> HEADER = DECLARED.setting(
                    "header", Rule::header, Types.optional(Types.line(), ANY))
            .says("Header", "The name of a header; case does not matter.")
            .usuallyMissing();
    public static final Setting<Rule, @Nullable String> COOKIE = DECLARED.setting(
                    "cookie", Rule::cookie, Types.optional(Types.line(), ANY))
            .says("Cookie", "The name of a cookie.")
            .usuallyMissing();
    public static final Setting<Rule, @Nullable String> QUERY = DECLARED.setting(
                    "query", Rule::query, Types.optional(Types.line(), ANY))
            .says("Query", "The name of a parameter of the query.")
            .usuallyMissing();
    public static final Setting<Rule, @Nullable String> VALUE = DECLARED.setting(
                    "value", Rule::value, Types.optional(Types.line(), "none"))
            .says("Value", "What the header, cookie or parameter must be.")
            .when("with one of these", rule -> rule.named() != null)
            .usuallyMissing();
    public static final Setting<Rule, String> POOL = DECLARED.setting("pool", Rule::pool, Types.name())
            .says("Pool", "Where requests go that meet all of that.")
            .required("\"api\"", "");

    public static final Settings<Rule> SETTINGS = DECLARED.described(
                    "Which pool a request goes to, by its host, method, path, and one header, cookie or parameter.")
            .check(Rule::check)
            .schema(together())
            .settings();

    /** As files and forms have it. */
    public static final Type<List<Rule>> LIST_TYPE = new ListType<>(new RuleItem());

    /** A rule without conditions, to be given some. */
    public static Rule to(String pool) {
        return SETTINGS.usual().with(POOL, pool);
    }

    /** By path alone. */
    public static Rule path(String pattern, String pool) {
        return to(pool).with(PATH, pattern);
    }

    /** By a header alone. */
    public static Rule header(String name, String value, String pool) {
        return to(pool).with(HEADER, name).with(VALUE, value);
    }

    /** By a cookie alone. */
    public static Rule cookie(String name, String value, String pool) {
        return to(pool).with(COOKIE, name).with(VALUE, value);
    }

    /** The same with one setting changed. */
    public <V extends @Nullable Object> Rule with(Setting<Rule, V> setting, @Nullable V its) {
        return setting.with(this, its);
    }

    /** The setting that says what {@link #value} is of; null when none does. */
    public @Nullable Setting<Rule, @Nullable String> named() {
        return header != null ? HEADER : cookie != null ? COOKIE : query != null ? QUERY : null;
    }

    /** What it looks at. */
    public RequestMatch match() {
        List<RequestMatch> conditions = new ArrayList<>();
        if (host != null) {
            conditions.add(new RequestMatch.Host(host));
        }
        if (method != null) {
            conditions.add(new RequestMatch.Method(method));
        }
        if (path != null) {
            conditions.add(new RequestMatch.Path(path));
        }
        String wanted = Objects.requireNonNullElse(value, "");
        if (header != null) {
            conditions.add(new RequestMatch.Header(header, wanted));
        }
        if (cookie != null) {
            conditions.add(new RequestMatch.Cookie(cookie, wanted));
        }
        if (query != null) {
            conditions.add(new RequestMatch.Query(query, wanted));
        }
        return conditions.size() == 1 ? conditions.getFirst() : new RequestMatch.All(List.copyOf(conditions));
    }

    private static void check(Rule rule, Checks checks) {
        List<Setting<Rule, @Nullable String>> names = Stream.of(HEADER, COOKIE, QUERY)
                .filter(setting -> setting.get(rule) != null)
                .toList();
        if (names.size() > 1) {
            checks.wrong(
                    names.get(1).key(),
                    "a rule looks at one header, cookie or parameter of the query; it has a "
                            + names.get(0).key() + " and a " + names.get(1).key());
        }
        for (Setting<Rule, @Nullable String> setting : names) {
            if (Objects.requireNonNull(setting.get(rule)).isBlank()) {
                checks.wrong(setting.key(), "the " + setting.key() + "'s name is empty");
            }
        }
        if (rule.value != null && names.isEmpty()) {
            checks.wrong("value", "value belongs to a header, a cookie or a query, and the rule has none");
        } else if (rule.value == null && !names.isEmpty()) {
            checks.wrong(
                    names.getFirst().key(), "a " + names.getFirst().key() + " rule needs \"value\", like \"gold\"");
        }
        if (names.isEmpty() && rule.host == null && rule.method == null && rule.path == null) {
            checks.wrong("", "a rule needs \"path\", like " + RuleItem.CONDITIONS);
        }
    }

    private static void pattern(String key, String pattern, Checks checks) {
        if (!PathPattern.isPattern(pattern)) {
            checks.wrong(
                    key,
                    "path is " + Json.quoted(pattern)
                            + "; a pattern begins with / and may have one *, like \"/api/*\"");
        } else {
            checks.line(key, pattern);
        }
    }

    /** At least one condition, and a value for one name. */
    private static Json.Obj together() {
        JsonText.Result result = JsonText.parse("""
                { "anyOf": [ { "required": [ "host" ] }, { "required": [ "method" ] }, { "required": [ "path" ] },
                             { "required": [ "value" ] } ],
                  "oneOf": [ { "not": { "anyOf": [ { "required": [ "header" ] }, { "required": [ "cookie" ] },
                                                   { "required": [ "query" ] }, { "required": [ "value" ] } ] } },
                             { "required": [ "header", "value" ],
                               "not": { "anyOf": [ { "required": [ "cookie" ] }, { "required": [ "query" ] } ] } },
                             { "required": [ "cookie", "value" ],
                               "not": { "anyOf": [ { "required": [ "header" ] }, { "required": [ "query" ] } ] } },
                             { "required": [ "query", "value" ],
                               "not": { "anyOf": [ { "required": [ "header" ] }, { "required": [ "cookie" ] } ] } } ] }
                """);
        return switch (result) {
            case JsonText.Result.Value(Json.Obj together) -> together;
            case JsonText.Result.Value other -> throw new IllegalArgumentException(other.toString());
            case JsonText.Result.Wrong wrong -> throw new IllegalArgumentException(wrong.toString());
        };
    }
}
