package roundhouse.topology.nodes;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.ValueSizes;
import roundhouse.topology.nodes.guarding.CidrBlock;
import roundhouse.topology.nodes.naming.Resolvers;
import roundhouse.topology.nodes.parts.Connection;
import roundhouse.topology.nodes.parts.Hedge;
import roundhouse.topology.nodes.parts.Retries;
import roundhouse.topology.nodes.traffic.Arrivals;
import roundhouse.topology.nodes.traffic.KeyDistribution;
import roundhouse.topology.nodes.traffic.KindShare;
import roundhouse.topology.nodes.traffic.KindShareItem;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.RecordProperty;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.types.ListType;
import roundhouse.topology.types.Types;

/**
 * Where requests come from.
 *
 * @param users how many users share the load; each has an address, a region, a session and, when kept alive, a connection
 * @param addresses the network their addresses are drawn from, as {@code 10.0.0.0/8}; {@code /32} is one address for all
 * @param regions the users' regions by share; empty for none
 * @param reads the share of requests that read, 0 to 1
 * @param requests kinds of request by share; empty for plain ones
 * @param sessionRequests a session lasts that many requests on average; 0 for the whole run
 * @param tls whether connections are encrypted
 * @param attack whether their requests are an attack, which limits should turn away
 * @param reading how long a client takes to read an answer, while its connection is held; zero for no time
 * @param timeout an attempt without an answer by then has timed out; null to wait for ever
 * @param hedge when to send a second attempt beside the first; null for never
 * @param cache what each user keeps, in a browser; null for nothing
 * @param values how large the values of keys are
 * @param resolvers whom users ask for addresses, where they ask a DNS node
 */
public record Clients(
        String id,
        @Nullable String label,
        Arrivals arrivals,
        int users,
        String addresses,
        Map<String, Double> regions,
        KeyDistribution keys,
        double reads,
        List<KindShare> requests,
        Connection connection,
        boolean tls,
        int sessionRequests,
        boolean attack,
        Duration reading,
        @Nullable Duration timeout,
        Retries retries,
        @Nullable Hedge hedge,
        @Nullable CacheSettings cache,
        ValueSizes values,
        Resolvers resolvers)
        implements Node {
    /** The kind in files. */
    public static final String KIND = "clients";

    private static final int MOST_IN_A_LOOP = 1_000_000;
    private static final String BROWSER = "Browser cache";
    private static final long MOST_IN_BROWSERS = 20_000_000;
    private static final String NAMES = "Names";
    private static final String WHO = "Who and what";
    private static final Declarations<Clients> DECLARED = Declarations.of(Clients.class, "a clients node");

    public static final Setting<Clients, String> ID = NodeDeclarations.id(DECLARED, Clients::id, KIND);
    public static final Setting<Clients, @Nullable String> LABEL = NodeDeclarations.label(DECLARED, Clients::label);
    public static final Setting<Clients, Arrivals> ARRIVALS = DECLARED.setting(
                    "arrivals", Clients::arrivals, Arrivals.TYPE)
            .says("Arrivals", "When requests come.")
            .required("{ \"type\": \"poisson\", \"rate\": \"1000/s\" }", new Arrivals.Constant(0));
    public static final Setting<Clients, Integer> USERS = DECLARED.setting(
                    "users", Clients::users, Types.whole(1, 10_000_000))
            .says("Users", "Share the load; each has an address, a region, a session and a connection.")
            .usually(1_000);
    public static final Setting<Clients, String> ADDRESSES = DECLARED.setting(
                    "addresses",
                    Clients::addresses,
                    Types.text("networks like 10.0.0.0/8, 192.0.2.0/24", "/\\d{1,3}$", CidrBlock::check))
            .says(
                    "Addresses",
                    "The network the users' addresses are drawn from; /32 is one address for all. Several with commas have equal shares of the users.")
            .under(WHO)
            .usually("10.0.0.0/8");
    public static final Setting<Clients, Map<String, Double>> REGIONS = DECLARED.setting(
                    "regions", Clients::regions, new RegionShares())
            .says("Regions", "A region and its share of the users.")
            .under(WHO)
            .usually(Map.of());
    public static final Setting<Clients, KeyDistribution> KEYS = DECLARED.setting(
                    "keys", Clients::keys, KeyDistribution.TYPE)
            .says("Keys", "Which keys the requests are about.")
            .under("Keys")
            .usually(new KeyDistribution.Uniform(1_000));
    public static final Setting<Clients, Double> READS = DECLARED.setting("reads", Clients::reads, Types.share())
            .says("Reads", "What part of the requests reads.")
            .usually(1.0);
    public static final Setting<Clients, List<KindShare>> REQUESTS = DECLARED.setting(
                    "requests", Clients::requests, new ListType<>(new KindShareItem()))
            .says(
                    "Requests",
                    "A share, a path, then any cost:NUMBER, host:NAME, method:NAME, header:NAME=VALUE or cookie:NAME=VALUE, a line each.")
            .under(WHO)
            .usually(List.of());
    public static final Setting<Clients, Connection> CONNECTION = DECLARED.setting(
                    "connection", Clients::connection, Connection.TYPE)
            .says("Connection", "A layer-4 balancer picks once per connection.")
            .under("Connections")
            .usually(new Connection.PerRequest());
    public static final Setting<Clients, Boolean> TLS = DECLARED.setting("tls", Clients::tls, Types.flag())
            .says("TLS", "Connections are encrypted.")
            .under("Connections")
            .usually(false);
    public static final Setting<Clients, Integer> SESSION_REQUESTS = DECLARED.setting(
                    "session-requests", Clients::sessionRequests, Types.whole(0, 1_000_000_000))
            .says("Session length", "Requests of a session on average; 0 for the whole run.")
            .under(WHO)
            .usually(0);
    public static final Setting<Clients, Boolean> ATTACK = DECLARED.setting("attack", Clients::attack, Types.flag())
            .says(
                    "Attack",
                    "Their requests are an attack: figures of limits tell them from those of others. They are sent and served as any.")
            .under(WHO)
            .usually(false);
    public static final Setting<Clients, Duration> READING = DECLARED.setting(
                    "reading", Clients::reading, Types.duration())
            .says(
                    "Reading",
                    "How long a client takes to read an answer that is well: the node that it is connected to holds the connection, though no core, for so long. Slow readers of an attack take connections away so.")
            .under("Connections")
            .usually(Duration.ZERO);
    public static final Setting<Clients, @Nullable Duration> TIMEOUT = DECLARED.setting(
                    "timeout", Clients::timeout, Types.optional(Types.positiveDuration(), "none"))
            .says("Timeout", "An attempt without an answer by then has timed out.")
            .usuallyMissing();
    public static final Setting<Clients, Retries> RETRIES = DECLARED.setting("retries", Clients::retries, Retries.TYPE)
            .says("Retries", "What happens when an attempt did not end well.")
            .under("Retries and hedging")
            .usually(Retries.NONE);
    public static final Setting<Clients, @Nullable Hedge> HEDGE = DECLARED.setting(
                    "hedge", Clients::hedge, Types.optional(Hedge.TYPE, "off"))
            .says("Hedging", "A request without a reply is sent once more, and whichever reply is first counts.")
            .under("Retries and hedging")
            .usuallyMissing();

    public static final Setting<Clients, @Nullable CacheSettings> CACHE = DECLARED.setting(
                    "cache", Clients::cache, Types.optional(CacheSettings.TYPE, "off"))
            .says("Cache", "What each user keeps, in a browser.")
            .under(BROWSER)
            .usuallyMissing();
    public static final Setting<Clients, ValueSizes> VALUES = DECLARED.setting(
                    "values", Clients::values, ValueSizes.TYPE)
            .says("Values", "How large the values of keys are; a key's is always the same.")
            .under("Keys")
            .usually(ValueSizes.USUAL);
    public static final Setting<Clients, Resolvers> RESOLVERS = DECLARED.setting(
                    "resolvers", Clients::resolvers, Resolvers.TYPE)
            .says("Resolvers", "Whom users ask for addresses, where they are linked to a DNS node.")
            .under(NAMES)
            .usually(Resolvers.USUAL);

    public static final Settings<Clients> SETTINGS = DECLARED.described("Where requests come from.")
            .titled("Clients", "Clients")
            .sections("", "Retries and hedging", "Keys", BROWSER, "Connections", NAMES, WHO)
            .check(Clients::check)
            .schema(RegionShares.notBoth("regions"))
            .settings();

    /** Clients of which a file says no more than this. */
    public static Clients of(String id, Arrivals arrivals) {
        return SETTINGS.usual().with(ID, id).with(ARRIVALS, arrivals);
    }

    /** The same with one setting changed. */
    public <V extends @Nullable Object> Clients with(RecordProperty<Clients, V> setting, @Nullable V value) {
        return setting.with(this, value);
    }

    private static void check(Clients clients, Checks checks) {
        checkBrowsers(clients, checks);
        checks.shares(
                "requests", clients.requests.stream().map(KindShare::share).toList());
        if (clients.arrivals instanceof Arrivals.Closed && clients.users > MOST_IN_A_LOOP) {
            checks.wrong(
                    "users",
                    "users is " + clients.users + "; in a closed loop 1 to " + MOST_IN_A_LOOP
                            + " are allowed, for each has a request or a pause of its own at any time");
        }
    }

    private static void checkBrowsers(Clients clients, Checks checks) {
        CacheSettings cache = clients.cache;
        if (cache != null
                && !cache.capacity().inBytes()
                && cache.capacity().amount() * clients.users > MOST_IN_BROWSERS) {
            checks.wrong(
                    "cache",
                    "its capacity is " + cache.capacity().amount() + " for each of " + clients.users
                            + " users; at most 20,000,000 entries for all of them together are allowed");
        }
    }

    @Override
    public boolean caches() {
        return cache != null;
    }

    @Override
    public Clients cachingBy(CacheSettings how) {
        return with(CACHE, how);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Settings<Clients> settings() {
        return SETTINGS;
    }

    /** Clients stand for people. */
    @Override
    public boolean isMachine() {
        return false;
    }

    @Override
    public boolean sendsOverOneLink() {
        return true;
    }

    @Override
    public boolean asksForNames() {
        return true;
    }

    @Override
    public Optional<String> linkHereRefusal() {
        return Optional.of("clients send requests and take none; links go to a load balancer or a server");
    }

    /** Clients are in no zone. */
    @Override
    public @Nullable String zone() {
        return null;
    }

    /** Users may be in several regions, so the node is in none. */
    @Override
    public @Nullable String region() {
        return null;
    }

    @Override
    public Clients labelled(@Nullable String label) {
        return with(LABEL, label);
    }

    @Override
    public Clients renamed(String id) {
        return with(ID, id);
    }
}
