package roundhouse.topology.nodes.naming;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.naming.OrderType;
import roundhouse.naming.ResolverSettings;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.ChoiceType;
import roundhouse.topology.types.NestedType;
import roundhouse.topology.types.Types;

/**
 * Whom users ask for an address: resolvers that many share, each with a cache of its own. They mean something for clients that are
 * linked to a DNS node.
 *
 * @param count how many there are
 * @param exponent the n-th has users in proportion to 1 / n^exponent; 0 for equally many each
 * @param dropsAtZero whether an answer goes as its TTL comes to 0, as in dnsmasq, and is not given once more, as by unbound
 * @param order how they turn the addresses of what they keep
 * @param leastTtl a shorter TTL is raised to it
 * @param mostTtl a longer TTL is cut to it
 * @param prefetch whether they ask anew in the last tenth of a TTL
 * @param serveStale whether they give what has run out, and ask anew then
 * @param timeout how long they wait for the DNS node
 * @param keep how clients keep addresses themselves; null for not at all
 * @param nextAddress how long a client waits for a connection before it tries the next address; null for never
 */
public record Resolvers(
        int count,
        double exponent,
        boolean dropsAtZero,
        OrderType order,
        Duration leastTtl,
        Duration mostTtl,
        boolean prefetch,
        boolean serveStale,
        Duration timeout,
        @Nullable AddressKeeping keep,
        @Nullable Duration nextAddress) {
    private static final Declarations<Resolvers> DECLARED = Declarations.of(Resolvers.class, "resolvers");

    public static final Setting<Resolvers, Integer> COUNT = DECLARED.setting(
                    "count", Resolvers::count, Types.whole(1, 100_000))
            .says("Resolvers", "Shared by all users; each has a cache of its own.")
            .usually(100);
    public static final Setting<Resolvers, Double> EXPONENT = DECLARED.setting(
                    "exponent", Resolvers::exponent, Types.number(0, 10))
            .says("Exponent", "The n-th has users in proportion to 1 / n^exponent (Zipf); 0 for equally many each.")
            .usually(0.0);
    public static final Setting<Resolvers, Boolean> DROPS_AT_ZERO = DECLARED.setting(
                    "like",
                    Resolvers::dropsAtZero,
                    new ChoiceType<Boolean>("resolver")
                            .or(
                                    false,
                                    "unbound",
                                    "unbound",
                                    "An answer lives up to a second longer than its TTL: it is given with a TTL of 0, too.")
                            .or(true, "dnsmasq", "dnsmasq", "An answer goes as its TTL comes to 0."))
            .component("dropsAtZero")
            .says("Like", "Whose counting of seconds they have.")
            .usually(false);
    public static final Setting<Resolvers, OrderType> ORDER = DECLARED.setting(
                    "order", Resolvers::order, OrderChoice.TYPE)
            .says(
                    "Order",
                    "How they turn what they keep, answer by answer; in the order of the zone all their users go to the same address.")
            .usually(OrderType.ZONE);
    public static final Setting<Resolvers, Duration> LEAST_TTL = DECLARED.setting(
                    "min-ttl", Resolvers::leastTtl, Types.wholeSeconds())
            .component("leastTtl")
            .says("Min. TTL", "A shorter TTL is raised to it; unbound: cache-min-ttl.")
            .usually(Duration.ofSeconds(ResolverSettings.UNBOUND.leastTtlSeconds()));
    public static final Setting<Resolvers, Duration> MOST_TTL = DECLARED.setting(
                    "max-ttl", Resolvers::mostTtl, Types.wholeSeconds())
            .component("mostTtl")
            .says("Max. TTL", "A longer TTL is cut to it; unbound: cache-max-ttl.")
            .usually(Duration.ofSeconds(ResolverSettings.UNBOUND.mostTtlSeconds()));
    public static final Setting<Resolvers, Boolean> PREFETCH = DECLARED.setting(
                    "prefetch", Resolvers::prefetch, Types.flag())
            .says("Prefetch", "A query in the last tenth of a TTL gets the old answer and has it asked for anew.")
            .usually(false);
    public static final Setting<Resolvers, Boolean> SERVE_STALE = DECLARED.setting(
                    "serve-stale", Resolvers::serveStale, Types.flag())
            .says(
                    "Serve stale",
                    "A query for what has run out gets the old answer and has it asked for anew (RFC 8767); unbound: serve-expired.")
            .usually(false);
    public static final Setting<Resolvers, Duration> TIMEOUT = DECLARED.setting(
                    "timeout", Resolvers::timeout, Types.milliseconds())
            .says("Timeout", "How long they wait for the DNS node; then they remember for 5 s that it does not answer.")
            .usually(Duration.ofSeconds(2));
    public static final Setting<Resolvers, @Nullable AddressKeeping> KEEP = DECLARED.setting(
                    "keep", Resolvers::keep, Types.optional(AddressKeeping.TYPE, "off"))
            .says("Client keeps", "Each user keeps its address for a while, whatever the TTL, as the JDK does.")
            .usuallyMissing();
    public static final Setting<Resolvers, @Nullable Duration> NEXT_ADDRESS = DECLARED.setting(
                    "next-address", Resolvers::nextAddress, Types.optional(Types.milliseconds(), "off"))
            .says(
                    "Next address",
                    "A client without a connection by then, or that was refused one, tries the next address of the answer; RFC 8305 has 250ms.")
            .usuallyMissing();

    public static final Settings<Resolvers> SETTINGS = DECLARED.described(
                    "Whom users ask for an address: resolvers that many share, each with a cache of its own.")
            .check(Resolvers::check)
            .settings();
    public static final Type<Resolvers> TYPE = new NestedType<>("resolvers", SETTINGS).orJust(COUNT);

    /** A hundred, equally many users each. */
    public static final Resolvers USUAL = SETTINGS.usual();

    /** The same with one setting changed. */
    public <V extends @Nullable Object> Resolvers with(Setting<Resolvers, V> setting, @Nullable V value) {
        return setting.with(this, value);
    }

    private static void check(Resolvers resolvers, Checks checks) {
        if (resolvers.leastTtl.compareTo(resolvers.mostTtl) > 0) {
            checks.wrong(
                    "min-ttl",
                    "min-ttl is " + resolvers.leastTtl.toSeconds() + "s and max-ttl " + resolvers.mostTtl.toSeconds()
                            + "s; the first may not be the greater");
        }
    }

    /** How each keeps answers. */
    public ResolverSettings caching() {
        return new ResolverSettings(leastTtl.toSeconds(), mostTtl.toSeconds(), !dropsAtZero, prefetch, serveStale);
    }
}
