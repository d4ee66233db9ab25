package roundhouse.topology.nodes.traffic;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.RequestKind;
import roundhouse.topology.json.Json;
import roundhouse.topology.nodes.parts.HostNames;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.types.Types;

/**
 * A kind of request and its share of the requests.
 *
 * @param share in proportion to those of the other kinds
 * @param cost how many times the service time of a server it needs
 */
public record KindShare(double share, double cost, RequestKind kind) {
    private static final Declarations<RequestKind> KIND = Declarations.of(RequestKind.class, "a kind of request");
    public static final Setting<RequestKind, @Nullable String> HOST = KIND.setting(
                    "host",
                    RequestKind::host,
                    Types.optional(Types.text("a host like shop.example", HostNames.NAME, HostNames::name), "none"))
            .says("Host", "Which host is asked, the Host header.")
            .usuallyMissing();
    public static final Setting<RequestKind, @Nullable String> METHOD = KIND.setting(
                    "method", RequestKind::method, Types.optional(HostNames.METHOD, "GET to read, POST to write"))
            .says(
                    "Method",
                    "Where it is said, requests of this kind read with GET, HEAD and OPTIONS and write with all others,"
                            + " whatever part of the requests reads.")
            .usuallyMissing();
    public static final Setting<RequestKind, String> PATH = KIND.setting(
                    "path", RequestKind::path, Types.text("a path that begins with /", "^/", (key, path, checks) -> {
                        if (!path.startsWith("/")) {
                            checks.wrong(key, "path is " + Json.quoted(path) + "; a path begins with /");
                        } else {
                            checks.line(key, path);
                        }
                    }))
            .says("Path", "What is asked for; a query may follow, as in /search?q=shoes.")
            .alwaysWritten()
            .usually("/");
    public static final Setting<RequestKind, Map<String, String>> HEADERS = KIND.setting(
                    "headers", RequestKind::headers, new NamedTexts(NamedTexts.Kind.HEADERS))
            .says("Headers", "Header values by name; the name's case does not matter.")
            .usually(Map.of());
    public static final Setting<RequestKind, Map<String, String>> COOKIES = KIND.setting(
                    "cookies", RequestKind::cookies, new NamedTexts(NamedTexts.Kind.COOKIES))
            .says("Cookies", "Cookie values by name.")
            .usually(Map.of());

    private static final Declarations<KindShare> DECLARED = Declarations.of(KindShare.class, "a kind of request");
    public static final Setting<KindShare, Double> SHARE = DECLARED.setting(
                    "share", KindShare::share, Types.number(0, 1_000_000))
            .says("Share", "How many of the requests, in proportion to the other kinds.")
            .usually(1.0);

    public static final Setting<KindShare, Double> COST = DECLARED.setting(
                    "cost", KindShare::cost, Types.number(0, 1_000_000))
            .says(
                    "Cost",
                    "How many times a server's service time one needs: the path of an expensive search has 20, say.")
            .usually(1.0);

    public static final Settings<KindShare> SETTINGS = all();

    /** Of usual cost. */
    public KindShare(double share, RequestKind kind) {
        this(share, 1, kind);
    }

    private static Settings<KindShare> all() {
        DECLARED.inlined("kind", KindShare::kind, KIND.settings(), "");
        return DECLARED.described("A kind of request.").settings();
    }
}
