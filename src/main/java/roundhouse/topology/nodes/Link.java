package roundhouse.topology.nodes;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.json.Json;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.parts.Heartbeat;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.types.Types;

/**
 * A way from one node to another; replies go back over it with the same latency distribution. At most one link joins two nodes.
 *
 * @param bandwidth what it carries each way, megabit a second; {@link Types#UNLIMITED} for whatever comes
 * @param weight the balancer's opinion of the target, 0 or more
 * @param backup used only when no other target of the pool can serve; where the balancer has a panic threshold, also for the part of
 *     the load that the healthy others cannot bear
 * @param down marked as out of use: never picked
 * @param limit requests the balancer sends over it at once; {@link Types#UNLIMITED} for no limit
 * @param pool the layer-7 pool it belongs to
 * @param maxFails failed requests that take this target out, whatever the balancer's passive rule says; 0 for never; null for its rule
 * @param failTimeout how long it then stays out, whole seconds; null for the balancer's rule
 * @param address where the balancer's configuration has the target; null for the target's id
 * @param heartbeat makes it the heartbeat of two load balancers, which carries no requests; null for an ordinary link
 */
public record Link(
        String from,
        String to,
        Distribution latency,
        int bandwidth,
        int weight,
        boolean backup,
        boolean down,
        int limit,
        String pool,
        @Nullable Integer maxFails,
        @Nullable Duration failTimeout,
        @Nullable String address,
        @Nullable Heartbeat heartbeat) {
    public static final String DEFAULT_POOL = "default";
    /** Two machines in one data centre. */
    public static final Distribution DEFAULT_LATENCY = new Distribution.Fixed(Duration.ofNanos(500_000));
    /** The section of its form that means something for a link from a load balancer only. */
    public static final String TARGET = "As the balancer's target";

    private static final String ADDRESS_PATTERN =
            "^(([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+\\])(:\\d{1,5})?|unix:/[A-Za-z0-9._/-]+)$";
    private static final Pattern IS_ADDRESS = Pattern.compile(ADDRESS_PATTERN);
    private static final Declarations<Link> DECLARED = Declarations.of(Link.class, "a link");

    public static final Setting<Link, String> FROM = DECLARED.setting("from", Link::from, Types.id())
            .says("From", "The id of the node where requests come from.")
            .hidden()
            .required("\"lb-1\"", "");
    public static final Setting<Link, String> TO = DECLARED.setting("to", Link::to, Types.id())
            .says("To", "The id of the node where requests go.")
            .hidden()
            .required("\"s1\"", "");
    public static final Setting<Link, Distribution> LATENCY = DECLARED.setting(
                    "latency", Link::latency, Distribution.TYPE)
            .says("Latency", "One way; replies take as long again.")
            .alwaysWritten()
            .usually(DEFAULT_LATENCY);
    public static final Setting<Link, Integer> BANDWIDTH = DECLARED.setting(
                    "bandwidth", Link::bandwidth, Types.wholeOr("unlimited", 1, 10_000_000))
            .says(
                    "Bandwidth",
                    "Megabit a second each way. Values of writes on their way there and of reads on their way back go over it one after the other, and later ones wait; all else that is sent is taken to be small.")
            .usually(Types.UNLIMITED);
    public static final Setting<Link, Integer> WEIGHT = DECLARED.setting("weight", Link::weight, Types.whole(0, 65_535))
            .says("Weight", "The balancer's opinion of the target; 0 is never picked while others can serve.")
            .under(TARGET)
            .usually(1);
    public static final Setting<Link, Boolean> BACKUP = DECLARED.setting("backup", Link::backup, Types.flag())
            .says(
                    "Backup",
                    "Used only when no other target can serve; with a panic threshold, also for what the healthy ones"
                            + " cannot bear.")
            .under(TARGET)
            .usually(false);
    public static final Setting<Link, Boolean> DOWN = DECLARED.setting("down", Link::down, Types.flag())
            .says("Out of use", "Never picked.")
            .under(TARGET)
            .usually(false);
    public static final Setting<Link, Integer> LIMIT = DECLARED.setting(
                    "limit", Link::limit, Types.wholeOr("unlimited", 1, 1_000_000_000))
            .says(
                    "Limit",
                    "Requests the balancer sends over it at once. Where the balancer has a queue, further ones wait; without one they go to another target. HAProxy: maxconn; nginx: max_conns.")
            .under(TARGET)
            .usually(Types.UNLIMITED);
    public static final Setting<Link, String> POOL = DECLARED.setting("pool", Link::pool, Types.name())
            .says("Pool", "The layer-7 pool it belongs to.")
            .under(TARGET)
            .usually(DEFAULT_POOL);
    public static final Setting<Link, @Nullable Integer> MAX_FAILS = DECLARED.setting(
                    "max-fails", Link::maxFails, Types.optional(Types.whole(0, 1_000), "as the balancer has it"))
            .says(
                    "Max. fails",
                    "Failed requests that take this target out, as nginx's max_fails of one server; 0 for never.")
            .under(TARGET)
            .usuallyMissing();
    public static final Setting<Link, @Nullable Duration> FAIL_TIMEOUT = DECLARED.setting(
                    "fail-timeout",
                    Link::failTimeout,
                    Types.optional(Types.positiveWholeSeconds(), "as the balancer has it"))
            .says(
                    "Fail timeout",
                    "How long it then stays out, in whole seconds, as nginx's fail_timeout of one server.")
            .under(TARGET)
            .usuallyMissing();
    public static final Setting<Link, @Nullable String> ADDRESS = DECLARED.setting(
                    "address",
                    Link::address,
                    Types.optional(
                            Types.text("an address like 10.0.0.1:8080", ADDRESS_PATTERN, Link::checkAddress), "its id"))
            .says(
                    "Address",
                    "Where the balancer's configuration has the target. Placements that hash servers as nginx, Envoy, Caddy, Varnish and memcached clients do hash this, or the id where nothing is said; of no effect where the target stands for several.")
            .under(TARGET)
            .usuallyMissing();
    public static final Setting<Link, @Nullable Heartbeat> HEARTBEAT = DECLARED.setting(
                    "heartbeat", Link::heartbeat, Types.optional(Heartbeat.TYPE, "off"))
            .says(
                    "Heartbeat",
                    "The two balancers share an address: the active one says over this link that it lives, and the standby takes over when it hears nothing. Such a link carries no requests.")
            .editedBy(Link::beating)
            .usuallyMissing();

    public static final Settings<Link> SETTINGS = DECLARED.described(
                    "Requests go over it from one node to another, and replies come back.")
            .check(Link::check)
            .settings();

    /** A link of which a file says no more than this. */
    public static Link of(String from, String to, Distribution latency) {
        return SETTINGS.usual().between(from, to).with(LATENCY, latency);
    }

    /** The same with one setting changed. */
    public <V extends @Nullable Object> Link with(Setting<Link, V> setting, @Nullable V value) {
        return setting.with(this, value);
    }

    public Link weighted(int weight) {
        return with(WEIGHT, weight);
    }

    /** The same between other nodes. */
    public Link between(String from, String to) {
        return with(FROM, from).with(TO, to);
    }

    /** A heartbeat carries no requests, so what a target has goes. */
    private static Link beating(Link before, @Nullable Heartbeat heartbeat) {
        Link after = heartbeat == null ? before : of(before.from, before.to, before.latency);
        return after.with(HEARTBEAT, heartbeat);
    }

    private static void checkAddress(String key, String address, Checks checks) {
        if (!IS_ADDRESS.matcher(address).matches() || !Checks.singleLine(address)) {
            checks.wrong(
                    key,
                    "address is " + Json.quoted(address)
                            + "; a host and perhaps a port are allowed, like \"10.0.0.1:8080\"");
        }
    }

    private static void check(Link link, Checks checks) {
        if (link.heartbeat != null && !link.equals(beating(link, link.heartbeat))) {
            checks.wrong(
                    "heartbeat",
                    "a heartbeat carries no requests, so it has no bandwidth, weight, backup, down, limit, pool, max-fails, fail-timeout or address");
        }
    }

    /** What messages call it. */
    public String name() {
        return "the link from " + Json.quoted(from) + " to " + Json.quoted(to);
    }

    /** What is wrong with links that lead back to where they began; {@code what} says it without the names. */
    public static String circleProblem(String what, List<String> circle) {
        List<String> shown = circle.stream().limit(12).toList();
        return what + ": " + String.join(" → ", shown) + (circle.size() <= 12 ? "" : " → … → " + circle.getFirst())
                + "; a request would never arrive";
    }

    /** What placements hash of the node, which is its target or one of those that its target stands for. */
    public String hashedText(String node) {
        return address == null || !node.equals(to) ? node : address;
    }

    public boolean isHeartbeat() {
        return heartbeat != null;
    }

    /** The passive rule for its target where the balancer has that one or none; null for none. */
    public Health.@Nullable Passive passive(Health.@Nullable Passive ofBalancer) {
        if (maxFails == null && failTimeout == null) {
            return ofBalancer;
        }
        Health.Passive usual = ofBalancer == null ? Health.Passive.SETTINGS.usual() : ofBalancer;
        return new Health.Passive(
                maxFails == null ? usual.maxFails() : maxFails,
                failTimeout == null ? usual.failTimeout() : failTimeout,
                usual.on());
    }

    /** Whether it makes a pair of these two balancers, in whatever order. */
    public boolean isHeartbeatOf(String a, String b) {
        return isHeartbeat() && (joins(a, b) || joins(b, a));
    }

    public boolean joins(String a, String b) {
        return from.equals(a) && to.equals(b);
    }
}
