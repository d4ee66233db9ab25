package roundhouse.topology.nodes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import roundhouse.scaling.Price;
import roundhouse.topology.nodes.calls.ServiceCall;
import roundhouse.topology.nodes.checking.CheckEndpoint;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.DataSettings;
import roundhouse.topology.nodes.guarding.Limit;
import roundhouse.topology.nodes.parts.ColdStart;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.nodes.parts.Handshakes;
import roundhouse.topology.nodes.parts.Scalability;
import roundhouse.topology.nodes.parts.SessionState;
import roundhouse.topology.nodes.parts.Tls;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.RecordProperty;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.Types;

/**
 * Serves requests, one a core at a time or all at once.
 *
 * @param count equal servers that it stands for, {@code id-1} to {@code id-count} in a run, where it is more than one
 * @param speed how fast a core is; 1 is as {@code service} says
 * @param scalability how much further cores help; null for in full
 * @param service the time one core needs for one request
 * @param discipline who has the cores
 * @param queue requests that may wait for a core; one more is rejected; {@link Types#UNLIMITED} for no bound
 * @param connections requests that may be here at once, waiting or served; one more is rejected; {@link Types#UNLIMITED} for no
 *     limit
 * @param workers requests that may be in service or wait for their calls at once; the next waits in the queue; {@link
 *     Types#UNLIMITED} for no bound
 * @param calls whom each request asks in turn, once it was served here
 * @param handshake processor time of a TLS handshake, paid when an encrypted connection reaches the server still encrypted
 * @param handshakes what part of that each costs, and how many round trips it takes; null for the same for all, and no round trips
 * @param coldStart how it comes up after it was down; null for at its own speed
 * @param state what it remembers of its sessions; null for nothing
 * @param healthEndpoint where it answers health checks; null for where it answers requests
 * @param limits whom it turns away, asked in their order
 * @param cache its own cache, in its memory, of its data; null for none
 * @param data where its data is; null for in itself, at no cost
 * @param price what it costs; null where nobody says
 */
public record Server(
        String id,
        @Nullable String label,
        int count,
        int cores,
        double speed,
        @Nullable Scalability scalability,
        Distribution service,
        Discipline discipline,
        int queue,
        int connections,
        int workers,
        List<ServiceCall> calls,
        Duration handshake,
        @Nullable Handshakes handshakes,
        @Nullable String region,
        @Nullable String zone,
        @Nullable ColdStart coldStart,
        @Nullable SessionState state,
        @Nullable CheckEndpoint healthEndpoint,
        List<Limit> limits,
        @Nullable CacheSettings cache,
        @Nullable DataSettings data,
        @Nullable Price price)
        implements Node {
    /** The kind in files. */
    public static final String KIND = "server";

    private static final String CALLS_SECTION = "Calls";
    private static final String DATA_SECTION = "Data";
    private static final String LIMITED = "Limits";
    private static final String RESTARTS = "Sessions and restarts";
    private static final String CHECKED = "Health checks";
    private static final Declarations<Server> DECLARED = Declarations.of(Server.class, "a server");

    public static final Setting<Server, String> ID = NodeDeclarations.id(DECLARED, Server::id, KIND);
    public static final Setting<Server, @Nullable String> LABEL = NodeDeclarations.label(DECLARED, Server::label);
    public static final Setting<Server, Integer> COUNT = DECLARED.setting("count", Server::count, Types.whole(1, 1_000))
            .says(
                    "Count",
                    "Equal servers that it stands for. In a run they are id-1, id-2 and so on, each linked as it is;"
                            + " commands and expectations name all of them by its id, or one by its own.")
            .usually(1);
    public static final Setting<Server, Integer> CORES = DECLARED.setting("cores", Server::cores, Types.whole(1, 1_024))
            .says("Cores", "Requests it can serve at once.")
            .usually(1);
    /** How fast a core can be. */
    public static final Type<Double> SPEEDS = Types.number(0.01, 1_000);

    public static final Setting<Server, Double> SPEED = DECLARED.setting("speed", Server::speed, SPEEDS)
            .says("Speed", "How fast each core is; 1 is as the service time says.")
            .usually(1.0);
    public static final Setting<Server, @Nullable Scalability> SCALABILITY = DECLARED.setting(
                    "scalability", Server::scalability, Types.optional(Scalability.TYPE, "in full"))
            .says("Scalability", "How much further cores help, by the Universal Scalability Law; without, in full.")
            .usuallyMissing();
    public static final Setting<Server, Distribution> SERVICE = DECLARED.setting(
                    "service", Server::service, Distribution.TYPE)
            .says("Service time", "How long one core needs for one request.")
            .required(
                    "\"3ms\" or { \"type\": \"exponential\", \"mean\": \"3ms\" }",
                    new Distribution.Fixed(Duration.ZERO));
    public static final Setting<Server, Discipline> DISCIPLINE = DECLARED.setting(
                    "discipline", Server::discipline, Discipline.TYPE)
            .says("Discipline", "Who has the cores while more requests are here than there are cores.")
            .usually(Discipline.FIRST_COME_FIRST_SERVED);
    public static final Setting<Server, Integer> QUEUE = DECLARED.setting(
                    "queue", Server::queue, Types.wholeOr("unbounded", 0, 1_000_000_000))
            .says(
                    "Queue",
                    "Requests that may wait for a core; one more is rejected. Under processor sharing none waits while there are workers.")
            .usually(100);
    public static final Setting<Server, Integer> CONNECTIONS = DECLARED.setting(
                    "connections", Server::connections, Types.wholeOr("unlimited", 1, 1_000_000_000))
            .says("Connections", "Requests that may be here at once, waiting or served; one more is rejected.")
            .usually(Types.UNLIMITED);
    public static final Setting<Server, Integer> WORKERS = DECLARED.setting(
                    "workers", Server::workers, Types.wholeOr("unlimited", 1, 1_000_000_000))
            .says(
                    "Workers",
                    "A request holds one from the beginning of its service until its last call has ended; without a free one the next waits in the queue.")
            .under(CALLS_SECTION)
            .usually(Types.UNLIMITED);
    public static final Setting<Server, List<ServiceCall>> CALLS = DECLARED.setting(
                    "calls", Server::calls, ServiceCall.LIST_TYPE)
            .says(
                    "Calls",
                    "Whom each request asks in turn, after its own service and before the reply: a line each, whom and then what is not as usual.")
            .under(CALLS_SECTION)
            .usually(List.of());
    public static final Setting<Server, Duration> HANDSHAKE = DECLARED.setting(
                    "tls-handshake", Server::handshake, Types.duration())
            .component("handshake")
            .says(
                    "TLS handshake",
                    "Processor time of a handshake, paid when an encrypted connection arrives still encrypted.")
            .usually(Tls.PASS_THROUGH.handshake());
    public static final Setting<Server, @Nullable Handshakes> HANDSHAKES = DECLARED.setting(
                    "tls-handshakes", Server::handshakes, Types.optional(Handshakes.TYPE, "all alike"))
            .component("handshakes")
            .says(
                    "TLS handshakes",
                    "By certificate, version and resumption; the handshake is then that of a full one with ECDSA P-256 and TLS 1.3.")
            .usuallyMissing();
    public static final Setting<Server, @Nullable String> REGION =
            NodeDeclarations.region(DECLARED, Server::region, "For geographic balancing.");
    public static final Setting<Server, @Nullable String> ZONE = NodeDeclarations.zone(DECLARED, Server::zone);
    public static final Setting<Server, @Nullable ColdStart> COLD_START = DECLARED.setting(
                    "cold-start", Server::coldStart, Types.optional(ColdStart.TYPE, "off"))
            .says("Cold start", "A server that was down comes up slower than it is, because its caches are empty.")
            .under(RESTARTS)
            .usuallyMissing();
    public static final Setting<Server, @Nullable SessionState> STATE = DECLARED.setting(
                    "state", Server::state, Types.optional(SessionState.TYPE, "off"))
            .says("Session state", "Whether the server remembers its sessions: a cart, a match.")
            .under(RESTARTS)
            .usuallyMissing();

    public static final Setting<Server, @Nullable CheckEndpoint> HEALTH_ENDPOINT = DECLARED.setting(
                    "health-endpoint", Server::healthEndpoint, Types.optional(CheckEndpoint.TYPE, "as requests"))
            .says("Health endpoint", "Where and what it answers health checks, apart from its requests.")
            .under(CHECKED)
            .usuallyMissing();

    public static final Setting<Server, List<Limit>> LIMITS = DECLARED.setting(
                    "limits", Server::limits, Limit.LIST_TYPE)
            .says("Limits", "Whom it turns away, a line each; they are asked in their order.")
            .under(LIMITED)
            .usually(List.of());

    public static final Setting<Server, @Nullable CacheSettings> CACHE = DECLARED.setting(
                    "cache", Server::cache, Types.optional(CacheSettings.TYPE, "off"))
            .says("Cache", "Its own, in its memory: asked before the caches of its data.")
            .under(DATA_SECTION)
            .usuallyMissing();
    public static final Setting<Server, @Nullable DataSettings> DATA = DECLARED.setting(
                    "data", Server::data, Types.optional(DataSettings.TYPE, "in itself"))
            .says("Data", "Where the data is that its requests are about.")
            .under(DATA_SECTION)
            .usuallyMissing();

    public static final Setting<Server, @Nullable Price> PRICE = NodeDeclarations.price(DECLARED, Server::price);

    public static final Settings<Server> SETTINGS = DECLARED.described(
                    "Serves requests, one a core at a time or all at once.")
            .titled("Server", "Servers")
            .check(Server::check)
            .sections("", CALLS_SECTION, DATA_SECTION, LIMITED, RESTARTS, CHECKED, "Place", NodeDeclarations.COST)
            .settings();

    /** A server of which a file says no more than this. */
    public static Server of(String id, Distribution service) {
        return SETTINGS.usual().with(ID, id).with(SERVICE, service);
    }

    /** The same with one setting changed. */
    public <V extends @Nullable Object> Server with(RecordProperty<Server, V> setting, @Nullable V value) {
        return setting.with(this, value);
    }

    private static void check(Server server, Checks checks) {
        Integer largest = server.scalability == null ? null : server.scalability.largest();
        if (largest != null && server.cores > largest) {
            checks.wrong("cores", "cores is " + server.cores + ", and the largest machine has " + largest);
        }
        if (server.cache != null && server.data == null) {
            checks.wrong(
                    "cache",
                    "a server's cache needs \"data\", like { \"store\": \"db\" }; it keeps what was read from there");
        }
    }

    @Override
    public boolean limitsRequests() {
        return true;
    }

    @Override
    public Server counting(int servers) {
        return with(COUNT, servers);
    }

    @Override
    public Server member(String id, @Nullable String label) {
        return with(COUNT, 1).with(ID, id).with(LABEL, label);
    }

    @Override
    public Server resized(Resizing size) {
        Server next = size.cores() == null ? this : with(CORES, size.cores());
        next = size.speed() == null ? next : next.with(SPEED, size.speed());
        return size.memory() == null || cache == null
                ? next
                : next.with(CACHE, cache.with(CacheSettings.CAPACITY, size.memory()));
    }

    /** Of one of them. */
    @Override
    public double capacity() {
        double together = scalability == null ? cores : scalability.law().throughput(cores);
        return together * speed * 1e9 / service.mean().toNanos();
    }

    @Override
    public boolean caches() {
        return cache != null;
    }

    @Override
    public Server cachingBy(CacheSettings how) {
        return with(CACHE, how);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean answersRequests() {
        return true;
    }

    @Override
    public boolean keepsSessions() {
        return true;
    }

    @Override
    public @Nullable String store() {
        return state == null ? null : state.store();
    }

    @Override
    public Server storedIn(@Nullable String store) {
        return state == null ? this : with(STATE, new SessionState(store, state.life(), state.bytes()));
    }

    @Override
    public List<String> called() {
        return calls.stream().map(ServiceCall::to).distinct().toList();
    }

    @Override
    public boolean makesCalls() {
        return true;
    }

    @Override
    public Server calling(String id) {
        List<ServiceCall> more = new ArrayList<>(calls);
        more.add(ServiceCall.to(id));
        return with(CALLS, List.copyOf(more));
    }

    @Override
    public Server calledAs(UnaryOperator<@Nullable String> ids) {
        List<ServiceCall> left = new ArrayList<>();
        for (ServiceCall call : calls) {
            String id = ids.apply(call.to());
            if (id != null) {
                left.add(call.with(ServiceCall.TO, id));
            }
        }
        return with(CALLS, List.copyOf(left));
    }

    @Override
    public boolean asksKeepers() {
        return true;
    }

    @Override
    public List<String> keepers() {
        return data == null ? List.of() : data.keepers();
    }

    @Override
    public List<String> keepersWithStore() {
        return data != null && data.cachesDoIt() ? data.cache() : List.of();
    }

    @Override
    public Server keptBy(String keeper, boolean stores) {
        return with(DATA, DataSettings.with(data, keeper, stores));
    }

    @Override
    public Server keptAs(UnaryOperator<@Nullable String> ids) {
        DataSettings kept = data == null ? null : data.keptAs(ids);
        return kept == null ? with(DATA, null).with(CACHE, null) : with(DATA, kept);
    }

    @Override
    public Settings<Server> settings() {
        return SETTINGS;
    }

    @Override
    public Server labelled(@Nullable String label) {
        return with(LABEL, label);
    }

    @Override
    public Server renamed(String id) {
        return with(ID, id);
    }

    /** Whether it keeps its sessions in its own memory. */
    public boolean remembersInMemory() {
        return state != null && state.store() == null;
    }
}
