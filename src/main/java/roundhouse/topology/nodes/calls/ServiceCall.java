package roundhouse.topology.nodes.calls;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.RequestKind;
import roundhouse.topology.json.Json;
import roundhouse.topology.nodes.guarding.Breaker;
import roundhouse.topology.nodes.parts.Hedge;
import roundhouse.topology.nodes.parts.Retries;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.ListType;
import roundhouse.topology.types.Types;

/**
 * Whom a server asks in turn for each of its requests, once it has served them itself and before it replies. A call is about the same
 * path, key and user as the request.
 *
 * @param to the id of the node that is called, to which a link leads
 * @param count so many calls a request
 * @param parallel all of them at once, and at once with those of the entries next to it that are parallel too; else one after the other
 * @param share the part of the requests that makes them, 0 to 1
 * @param path only requests whose path begins so make them; null for all
 * @param timeout an attempt without a reply by then has timed out; null to wait for ever
 * @param retries what happens when an attempt did not end well
 * @param hedge when to send a second attempt beside the first; null for never
 * @param breaker turns calls away after too many failures; null for never
 * @param optional a request whose call failed is answered well all the same
 */
public record ServiceCall(
        String to,
        int count,
        boolean parallel,
        double share,
        @Nullable String path,
        @Nullable Duration timeout,
        Retries retries,
        @Nullable Hedge hedge,
        @Nullable Breaker breaker,
        boolean optional) {
    private static final Declarations<ServiceCall> DECLARED = Declarations.of(ServiceCall.class, "a call");

    public static final Setting<ServiceCall, String> TO = DECLARED.setting("to", ServiceCall::to, Types.id())
            .says("To", "Whom it calls; a link must lead there.")
            .required("\"stock\"", "");
    public static final Setting<ServiceCall, Integer> COUNT = DECLARED.setting(
                    "count", ServiceCall::count, Types.whole(1, 1_000))
            .says("Calls", "So many a request.")
            .usually(1);
    public static final Setting<ServiceCall, Boolean> PARALLEL = DECLARED.setting(
                    "parallel", ServiceCall::parallel, Types.flag())
            .says(
                    "Parallel",
                    "All at once, and at once with the parallel entries next to it; else one after the other, in the order of the entries.")
            .usually(false);
    public static final Setting<ServiceCall, Double> SHARE = DECLARED.setting(
                    "share", ServiceCall::share, Types.share())
            .says("Share", "What part of the requests makes the calls.")
            .usually(1.0);
    public static final Setting<ServiceCall, @Nullable String> PATH = DECLARED.setting(
                    "path",
                    ServiceCall::path,
                    Types.optional(
                            Types.text("a path that begins with /", "^/", (key, path, checks) -> {
                                if (!path.startsWith("/")) {
                                    checks.wrong(key, "path is " + Json.quoted(path) + "; a path begins with /");
                                } else {
                                    checks.line(key, path);
                                }
                            }),
                            "any"))
            .says("Path", "Only requests whose path begins so make the calls.")
            .usuallyMissing();
    public static final Setting<ServiceCall, @Nullable Duration> TIMEOUT = DECLARED.setting(
                    "timeout", ServiceCall::timeout, Types.optional(Types.positiveDuration(), "none"))
            .says("Timeout", "An attempt without a reply by then has timed out.")
            .usuallyMissing();
    public static final Setting<ServiceCall, Retries> RETRIES = DECLARED.setting(
                    "retries", ServiceCall::retries, Retries.TYPE)
            .says("Retries", "What happens when an attempt did not end well.")
            .usually(Retries.NONE);
    public static final Setting<ServiceCall, @Nullable Hedge> HEDGE = DECLARED.setting(
                    "hedge", ServiceCall::hedge, Types.optional(Hedge.TYPE, "off"))
            .says("Hedging", "A call without a reply is sent once more, and whichever reply is first counts.")
            .usuallyMissing();
    public static final Setting<ServiceCall, @Nullable Breaker> BREAKER = DECLARED.setting(
                    "breaker", ServiceCall::breaker, Types.optional(Breaker.TYPE, "off"))
            .says("Breaker", "Turns calls away for a while after too many failures.")
            .usuallyMissing();
    public static final Setting<ServiceCall, Boolean> OPTIONAL = DECLARED.setting(
                    "optional", ServiceCall::optional, Types.flag())
            .says("Optional", "A request whose call failed is answered well all the same.")
            .usually(false);

    public static final Settings<ServiceCall> SETTINGS = DECLARED.described(
                    "Whom a server asks in turn for each of its requests, after its own service and before it replies.")
            .settings();
    /** As files and forms have them. */
    public static final Type<List<ServiceCall>> LIST_TYPE = new ListType<>(new ServiceCallItem());

    /** A call of which a file says no more than this. */
    public static ServiceCall to(String id) {
        return SETTINGS.usual().with(TO, id);
    }

    /** The same with one setting changed. */
    public <V extends @Nullable Object> ServiceCall with(Setting<ServiceCall, V> setting, @Nullable V value) {
        return setting.with(this, value);
    }

    /** Whether requests of that kind may make it. */
    public boolean concerns(RequestKind kind) {
        return path == null || kind.path().startsWith(path);
    }

    /** How long it may take at most, all its attempts and the waits between them; null for ever. */
    public @Nullable Duration longest() {
        Duration total = retries.total();
        if (timeout == null) {
            return total;
        }
        Duration longest = timeout.multipliedBy(retries.attempts());
        Duration wait = shorter(retries.backoff(), retries.maxBackoff());
        for (int retry = 1; retry < retries.attempts(); retry++) {
            longest = longest.plus(wait);
            wait = shorter(wait.multipliedBy(2), retries.maxBackoff());
        }
        return total == null ? longest : shorter(total, longest);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
