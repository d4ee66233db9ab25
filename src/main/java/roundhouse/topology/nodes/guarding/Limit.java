package roundhouse.topology.nodes.guarding;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.limits.LimiterSettings;
import roundhouse.limits.LimiterType;
import roundhouse.limits.Quota;
import roundhouse.routing.RequestMatch;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.ListType;
import roundhouse.topology.types.Types;

/**
 * One of a node's limits, which are asked in their order until one turns the request away or allows it. A limit concerns the requests that
 * meet all its conditions: the addresses, the methods, the path and the header's value that it says.
 *
 * <p>Source: nginx 1.22 ({@code limit_req}, {@code limit_conn}, {@code allow}, {@code deny}), HAProxy 2.6 ({@code http-request deny} and
 * {@code tarpit}), and what {@link LimiterType} names.
 *
 * @param kind what it does
 * @param name what reports call it; null for what it does
 * @param per for whom it counts by itself
 * @param rate how many a rate limiter lets through; null for what limits no rate
 * @param burst requests that may come at once, where the type has a burst; null for as is usual for the type
 * @param delay requests of a leaky bucket's burst that need not wait, {@link Types#UNLIMITED} for all
 * @param intervally whether a token bucket gets its tokens at the end of each period
 * @param timeout who would have to wait longer is turned away; null for as is usual for the type
 * @param warmUp how long a cold limiter takes to be warm
 * @param acceptedOnly whether HAProxy's rate counts only what was let through
 * @param most how many at once; null for what counts none
 * @param priority the class that it gives, HAProxy's -2047 to 2047; null for what gives none
 * @param from networks whose addresses it concerns, with commas; null for all
 * @param methods the request's methods that it concerns, {@code POST, PUT} or {@code not GET, HEAD}; null for all
 * @param path which path it concerns, as rules have it; null for all
 * @param header the header that it counts by, or whose value is a condition; null for none
 * @param value what the header must be; null where the header is counted by
 * @param status with which requests are turned away
 * @param tarpit how long they are held before that; null for not at all
 */
public record Limit(
        LimitKind kind,
        @Nullable String name,
        LimitPer per,
        @Nullable Quota rate,
        @Nullable Integer burst,
        int delay,
        boolean intervally,
        @Nullable Duration timeout,
        Duration warmUp,
        boolean acceptedOnly,
        @Nullable Integer most,
        @Nullable Integer priority,
        @Nullable String from,
        @Nullable String methods,
        @Nullable String path,
        @Nullable String header,
        @Nullable String value,
        int status,
        @Nullable Duration tarpit) {
    private static final int MANY = 1_000_000;
    private static final String ANY = "any";
    private static final String USUAL = "as is usual for the type";
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Declarations<Limit> DECLARED = Declarations.of(Limit.class, "a limit");

    public static final Setting<Limit, LimitKind> KIND = DECLARED.setting("type", Limit::kind, LimitKind.type())
            .component("kind")
            .says("Type", "What it does.")
            .alwaysWritten()
            .usually(LimitKind.LEAKY_BUCKET);
    public static final Setting<Limit, @Nullable String> NAME = DECLARED.setting(
                    "name", Limit::name, Types.optional(Types.name(), "what it does"))
            .says("Name", "What reports and the transcript call it.")
            .usuallyMissing();
    public static final Setting<Limit, LimitPer> PER = DECLARED.setting("per", Limit::per, LimitPer.type())
            .says("Per", "For whom it counts by itself.")
            .when("to rates and concurrency", limit -> limit.kind.isKeyed())
            .usually(LimitPer.ADDRESS);
    public static final Setting<Limit, @Nullable Quota> RATE = DECLARED.setting(
                    "rate", Limit::rate, Types.optional(new QuotaType(), "none"))
            .says("Rate", "How many a rate limiter lets through in how long.")
            .when("to rates", limit -> limit.kind.limiter() != null)
            .usuallyMissing();
    public static final Setting<Limit, @Nullable Integer> BURST = DECLARED.setting(
                    "burst", Limit::burst, Types.optional(Types.whole(0, MANY), USUAL))
            .says(
                    "Burst",
                    "leaky-bucket: requests above the rate, usually 0; token-bucket: its capacity, usually the number of the"
                            + " rate; gcra: requests at once, usually 1.")
            .when("to leaky-bucket, token-bucket and gcra", limit -> limit.hasBurst())
            .usuallyMissing();
    public static final Setting<Limit, Integer> DELAY = DECLARED.setting(
                    "delay", Limit::delay, Types.wholeOr("none", 0, MANY))
            .says(
                    "Delay beyond",
                    "So many of the burst go on at once, the others when they have leaked away: nginx's delay=N. \"none\" is"
                            + " nginx's nodelay: the whole burst goes on at once.")
            .when("to leaky-bucket", limit -> limit.kind == LimitKind.LEAKY_BUCKET)
            .usually(0);
    public static final Setting<Limit, Boolean> INTERVALLY = DECLARED.setting(
                    "intervally", Limit::intervally, Types.flag())
            .says("Intervally", "All tokens of a period come at its end, as Envoy's do, instead of one by one.")
            .when("to token-bucket", limit -> limit.kind == LimitKind.TOKEN_BUCKET)
            .usually(false);
    public static final Setting<Limit, @Nullable Duration> TIMEOUT = DECLARED.setting(
                    "timeout", Limit::timeout, Types.optional(Types.duration(), USUAL))
            .says("Timeout", "Who would have to wait longer is turned away; usually never, and 5s for resilience4j.")
            .when("to guava, guava-warming-up and resilience4j", limit -> limit.hasTimeout())
            .usuallyMissing();
    public static final Setting<Limit, Duration> WARM_UP_TIME = DECLARED.setting(
                    "warm-up", Limit::warmUp, Types.positiveDuration())
            .says("Warm-up", "How long a cold limiter takes to be warm.")
            .when("to guava-warming-up", limit -> limit.kind == LimitKind.GUAVA_WARMING_UP)
            .usually(WARM_UP);
    public static final Setting<Limit, Boolean> ACCEPTED_ONLY = DECLARED.setting(
                    "accepted-only", Limit::acceptedOnly, Types.flag())
            .says("Accepted only", "What is turned away does not count: HAProxy's gpc0_rate instead of http_req_rate.")
            .when("to haproxy-rate", limit -> limit.kind == LimitKind.HAPROXY_RATE)
            .usually(false);
    public static final Setting<Limit, @Nullable Integer> MOST = DECLARED.setting(
                    "most", Limit::most, Types.optional(Types.whole(1, 1_000_000_000), "none"))
            .says("Most", "How many at once: of each, or for shed of all at the node.")
            .when("to concurrency and shed", limit -> limit.kind.countsAtOnce())
            .usuallyMissing();
    public static final Setting<Limit, @Nullable Integer> CLASS = DECLARED.setting(
                    "class", Limit::priority, Types.optional(Types.whole(-2_047, 2_047), "none"))
            .component("priority")
            .says("Class", "Lower ones go first in the queue of the node; requests without have 0.")
            .when("to priority", limit -> limit.kind == LimitKind.PRIORITY)
            .usuallyMissing();
    public static final Setting<Limit, @Nullable String> FROM = DECLARED.setting(
                    "from",
                    Limit::from,
                    Types.optional(
                            Types.text("networks like 10.0.0.0/8, 192.0.2.0/24", "/\\d{1,3}\\s*$", CidrBlock::check),
                            ANY))
            .says("From", "It concerns these addresses only: networks with commas.")
            .usuallyMissing();
    public static final Setting<Limit, @Nullable String> METHODS = DECLARED.setting(
                    "methods", Limit::methods, Types.optional(MethodNames.TYPE, ANY))
            .says(
                    "Methods",
                    "It concerns these methods only, with commas: \"POST, PUT\"; or all others: \"not GET, HEAD\". A request of no"
                            + " stated method is GET if it reads and POST if it writes. At layer 7.")
            .usuallyMissing();
    public static final Setting<Limit, @Nullable String> PATH = DECLARED.setting(
                    "path", Limit::path, Types.optional(PathText.TYPE, ANY))
            .says("Path", "It concerns this path only, without its query, or what it begins with and *; at layer 7.")
            .usuallyMissing();
    public static final Setting<Limit, @Nullable String> HEADER = DECLARED.setting(
                    "header", Limit::header, Types.optional(Types.line(), "none"))
            .says("Header", "The header it counts by, or whose value is a condition; at layer 7.")
            .usuallyMissing();
    public static final Setting<Limit, @Nullable String> VALUE = DECLARED.setting(
                    "value", Limit::value, Types.optional(Types.line(), ANY))
            .says("Value", "It concerns requests only whose header is this.")
            .usuallyMissing();
    public static final Setting<Limit, Integer> STATUS = DECLARED.setting(
                    "status", Limit::status, Types.whole(400, 599))
            .says("Status", "With which requests are turned away.")
            .when("where it turns away", limit -> limit.kind.turnsAway())
            .usually("403 for deny, 503 for others", 503, limit -> limit.kind == LimitKind.DENY ? 403 : 503);
    public static final Setting<Limit, @Nullable Duration> TARPIT = DECLARED.setting(
                    "tarpit", Limit::tarpit, Types.optional(Types.positiveDuration(), "at once"))
            .says("Tarpit", "Whoever is turned away is held so long first, and their connection with them.")
            .when("where it turns away", limit -> limit.kind.turnsAway())
            .usuallyMissing();

    public static final Settings<Limit> SETTINGS = DECLARED.described(
                    "Whom a node turns away: a limit of a rate or of what goes on at once, or a rule of access.")
            .check(LimitChecks::check)
            .settings();
    /** As files and forms have them. */
    public static final Type<List<Limit>> LIST_TYPE = new ListType<>(new LimitItem());

    /** A limit of which a file says no more than its type. */
    public static Limit of(LimitKind kind) {
        Limit limit = KIND.with(SETTINGS.usual(), kind);
        return kind == LimitKind.DENY ? STATUS.with(limit, 403) : limit;
    }

    /** The same with one setting changed. */
    public <V extends @Nullable Object> Limit with(Setting<Limit, V> setting, @Nullable V value) {
        return setting.with(this, value);
    }

    boolean hasBurst() {
        return kind == LimitKind.LEAKY_BUCKET || kind == LimitKind.TOKEN_BUCKET || kind == LimitKind.GCRA;
    }

    boolean hasTimeout() {
        return kind == LimitKind.GUAVA || kind == LimitKind.GUAVA_WARMING_UP || kind == LimitKind.RESILIENCE4J;
    }

    /** Whether it needs to read requests, and not their addresses alone. */
    public boolean readsRequests() {
        return methods != null
                || path != null
                || header != null
                || (kind.isKeyed() && (per == LimitPer.SESSION || per == LimitPer.PATH || per == LimitPer.HEADER));
    }

    /**
     * What the rate limiter is made with.
     *
     * @throws NullPointerException when it limits no rate
     */
    public LimiterSettings limiter() {
        return new LimiterSettings(
                Objects.requireNonNull(rate),
                burst == null ? LimiterSettings.USUAL : burst,
                delay == Types.UNLIMITED ? Long.MAX_VALUE : delay,
                intervally,
                timeout == null ? LimiterSettings.USUAL : timeout.toNanos(),
                warmUp.toNanos(),
                acceptedOnly);
    }

    /** What must hold of the requests it concerns, their addresses apart; null for nothing. */
    public @Nullable RequestMatch match() {
        List<RequestMatch> conditions = new ArrayList<>();
        if (methods != null) {
            conditions.add(MethodNames.match(methods));
        }
        if (path != null) {
            conditions.add(new RequestMatch.Path(path));
        }
        if (header != null && value != null) {
            conditions.add(new RequestMatch.Header(header, value));
        }
        return conditions.isEmpty() ? null : new RequestMatch.All(List.copyOf(conditions));
    }

    /** Its name, or what it does in few words. */
    public String title() {
        return name == null ? LimitItem.words(this) : name;
    }

    /** What is wrong with limits of a node that sees addresses only. */
    public static void checkAtLayer4(List<Limit> limits, Checks checks) {
        for (int i = 0; i < limits.size(); i++) {
            if (limits.get(i).readsRequests()) {
                checks.wrong(
                        "limits/" + i,
                        "limits by session, header, method or path need layer 7; a layer-4 balancer sees addresses and ports only");
            }
        }
    }
}
