package roundhouse.topology.nodes;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.RequestRules;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.scaling.Price;
import roundhouse.topology.nodes.balancing.BalancerProfile;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.guarding.Limit;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.parts.Rule;
import roundhouse.topology.nodes.parts.Sticky;
import roundhouse.topology.nodes.parts.Tls;
import roundhouse.topology.nodes.parts.VrrpSettings;
import roundhouse.topology.nodes.targets.BackupUse;
import roundhouse.topology.nodes.targets.ZonePreference;
import roundhouse.topology.nodes.waiting.BalancerQueue;
import roundhouse.topology.nodes.waiting.ConnectionLimits;
import roundhouse.topology.nodes.waiting.TimeLimits;
import roundhouse.topology.prices.PriceType;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Inlined;
import roundhouse.topology.settings.RecordProperty;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.types.ChoiceType;
import roundhouse.topology.types.Types;

/**
 * Spreads requests over the nodes it is linked to.
 *
 * @param profile what it is, of which its other settings follow where the file does not say them; null for nothing in particular
 * @param layer 4 picks once per connection and sees addresses only; 7 picks per request and reads it
 * @param cores processors of its own
 * @param cost processor time per request (layer 7) or per request forwarded (layer 4)
 * @param latency what passing it takes a request beside that
 * @param atOnce requests that may be here at once; one more is rejected; {@link Types#UNLIMITED} for no limit
 * @param ruleOrder which of several rules that match wins
 * @param zoneAware whether it prefers targets of its own zone
 * @param backups which of its backups serve when no primary can
 * @param health how it finds out which targets may take requests
 * @param passOn what it does with requests that a target did not answer well
 * @param failover its part in a pair, when it has a heartbeat
 * @param queue where requests wait for targets that are at their limits; null where they do not wait
 * @param timeouts how long it waits for what
 * @param connections when it closes connections that clients keep
 * @param limits whom it turns away, asked in their order
 * @param cache what it answers itself, at layer 7; null for nothing
 * @param price what it costs; null where nobody says
 */
public record LoadBalancer(
        String id,
        @Nullable String label,
        @Nullable BalancerProfile profile,
        int layer,
        Balancing balancing,
        int cores,
        Duration cost,
        Duration latency,
        int atOnce,
        Sticky sticky,
        List<Rule> rules,
        RequestRules.Order ruleOrder,
        Tls tls,
        @Nullable String region,
        @Nullable String zone,
        ZonePreference zoneAware,
        Health health,
        BackupUse backups,
        FailoverPolicy passOn,
        VrrpSettings failover,
        @Nullable BalancerQueue queue,
        TimeLimits timeouts,
        ConnectionLimits connections,
        List<Limit> limits,
        @Nullable CacheSettings cache,
        @Nullable Price price)
        implements Node {
    /** The kind in files. */
    public static final String KIND = "load-balancer";

    private static final String FAILING = "Failing targets";
    private static final String WAITING = "Waiting";
    private static final String CACHED = "Cache";
    private static final String PROCESSOR = "Processor";
    private static final String LIMITED = "Limits";
    /** The section of its form that means something for one of a pair only. */
    public static final String PAIR = "High availability";

    private static final Declarations<LoadBalancer> DECLARED = Declarations.of(LoadBalancer.class, "a load balancer");

    public static final Setting<LoadBalancer, String> ID = NodeDeclarations.id(DECLARED, LoadBalancer::id, KIND);
    public static final Setting<LoadBalancer, @Nullable String> LABEL =
            NodeDeclarations.label(DECLARED, LoadBalancer::label);
    public static final Setting<LoadBalancer, @Nullable BalancerProfile> PROFILE = DECLARED.setting(
                    "profile", LoadBalancer::profile, Types.optional(BalancerProfile.TYPE, "none"))
            .says(
                    "Profile",
                    "What it is: its layer, cores, cost, latency, limits and price are those of the profile where the file does not"
                            + " say them.")
            .editedBy(ProfileDefaults::onProfile)
            .usuallyMissing();
    public static final Setting<LoadBalancer, Integer> LAYER = DECLARED.setting(
                    "layer", LoadBalancer::layer, new LayerType())
            .says(
                    "Layer",
                    "4 picks once per connection and sees addresses only; 7 picks for each request and reads it.")
            .editedBy(ProfileDefaults::onLayer)
            .alwaysWritten()
            .usually("7, or as the profile has it", 7, ProfileDefaults::layer);
    public static final Setting<LoadBalancer, Balancing> ALGORITHM = DECLARED.setting(
                    "algorithm", LoadBalancer::balancing, Balancing.TYPE)
            .component("balancing")
            .says(
                    "Algorithm",
                    "Which target takes a request. power-of-two draws two by weight and takes the one with fewer connections"
                            + " for its weight; nginx-random-two does that as nginx does, which gives idle targets of"
                            + " high weight less than their share.")
            .alwaysWritten()
            .usually(Balancing.of(Algorithm.ROUND_ROBIN));
    public static final Setting<LoadBalancer, Integer> CORES = DECLARED.setting(
                    "cores", LoadBalancer::cores, Types.whole(1, 1_024))
            .says("Cores", "Processors of its own.")
            .under(PROCESSOR)
            .usually("4, or as the profile has it", 4, ProfileDefaults::cores);
    public static final Setting<LoadBalancer, Duration> COST = DECLARED.setting(
                    "cost", LoadBalancer::cost, Types.duration())
            .says("Cost", "Processor time per request.")
            .under(PROCESSOR)
            .usually("2us at layer 4, 20us at layer 7, or as the profile has it", Duration.ZERO, ProfileDefaults::cost);
    public static final Setting<LoadBalancer, Duration> LATENCY = DECLARED.setting(
                    "latency", LoadBalancer::latency, Types.duration())
            .says("Latency", "What passing it takes each request beside that.")
            .under(PROCESSOR)
            .usually("0s, or as the profile has it", Duration.ZERO, ProfileDefaults::latency);
    public static final Setting<LoadBalancer, Integer> AT_ONCE = DECLARED.setting(
                    "at-once", LoadBalancer::atOnce, Types.wholeOr("unlimited", 1, 1_000_000_000))
            .says(
                    "At once",
                    "Requests that may be here at once, with those that wait for their answer; one more is rejected.")
            .under(PROCESSOR)
            .usually("unlimited, or as the profile has it", Types.UNLIMITED, ProfileDefaults::atOnce);
    public static final Setting<LoadBalancer, Sticky> STICKY = DECLARED.setting(
                    "sticky", LoadBalancer::sticky, Sticky.TYPE)
            .says("Sticky sessions", "What keeps a client on the target it was first given.")
            .usually(Sticky.OFF);
    public static final Setting<LoadBalancer, List<Rule>> RULES = DECLARED.setting(
                    "rules", LoadBalancer::rules, Rule.LIST_TYPE)
            .says("Rules", "Which pool a request goes to, a line each.")
            .under("Rules")
            .when("at layer 7 only", balancer -> balancer.layer == 7)
            .usually(List.of());
    public static final Setting<LoadBalancer, RequestRules.Order> RULE_ORDER = DECLARED.setting(
                    "rule-order",
                    LoadBalancer::ruleOrder,
                    new ChoiceType<RequestRules.Order>("order of rules")
                            .or(
                                    RequestRules.Order.FIRST,
                                    "first",
                                    "The first that matches",
                                    "In the order written: HAProxy and Envoy.")
                            .or(
                                    RequestRules.Order.LONGEST_PREFIX,
                                    "longest-prefix",
                                    "The most specific",
                                    "nginx: an exact host, then the longer pattern; an exact path, then the longest"
                                            + " prefix; then the first."))
            .says(
                    "Which rule wins",
                    "Of several rules that match: the first, as in HAProxy and Envoy; or as in nginx by the host an exact name,"
                            + " then the longer pattern, then by the path an exact one, then the longest prefix.")
            .under("Rules")
            .when("with rules", balancer -> !balancer.rules.isEmpty())
            .usually(RequestRules.Order.FIRST);
    public static final Setting<LoadBalancer, Tls> TLS = DECLARED.setting("tls", LoadBalancer::tls, Tls.TYPE)
            .says("TLS", "What happens to encrypted connections.")
            .usually(Tls.PASS_THROUGH);
    public static final Setting<LoadBalancer, @Nullable String> REGION = NodeDeclarations.region(
            DECLARED, LoadBalancer::region, "Where geographic balancing measures from for clients without a region.");
    public static final Setting<LoadBalancer, @Nullable String> ZONE =
            NodeDeclarations.zone(DECLARED, LoadBalancer::zone);
    public static final Setting<LoadBalancer, ZonePreference> ZONE_AWARE = DECLARED.setting(
                    "zone-aware", LoadBalancer::zoneAware, ZonePreference.TYPE)
            .says(
                    "Zone-aware",
                    "Whether it prefers targets of its own zone. Of no effect with ip-hash and hash, which keep a client or a"
                            + " key on its target.")
            .under("Place")
            .usually(ZonePreference.OFF);
    public static final Inlined<LoadBalancer, Health> HEALTH =
            DECLARED.inlined("health", LoadBalancer::health, Health.SETTINGS, FAILING);
    public static final Setting<LoadBalancer, BackupUse> BACKUPS = DECLARED.setting(
                    "backups", LoadBalancer::backups, BackupUse.TYPE)
            .says("Backups", "Which backups serve when no primary can.")
            .under(FAILING)
            .usually(BackupUse.ALL);
    public static final Setting<LoadBalancer, FailoverPolicy> PASS_ON = DECLARED.setting(
                    "pass-on", LoadBalancer::passOn, FailoverPolicy.TYPE)
            .says("Passing on", "What happens to a request that a target refused or failed.")
            .under(FAILING)
            .usually(FailoverPolicy.NEVER);
    public static final Setting<LoadBalancer, VrrpSettings> FAILOVER = DECLARED.setting(
                    "failover", LoadBalancer::failover, VrrpSettings.TYPE)
            .says("Failover", "Its part in a pair that shares an address.")
            .under(PAIR)
            .usually(VrrpSettings.DEFAULT);

    public static final Setting<LoadBalancer, @Nullable BalancerQueue> QUEUE = DECLARED.setting(
                    "queue", LoadBalancer::queue, Types.optional(BalancerQueue.TYPE, "off"))
            .says(
                    "Queue",
                    "Where requests wait while targets are at the limits of their links. Without it they go to another target, or fail where none has room.")
            .under(WAITING)
            .usuallyMissing();

    public static final Setting<LoadBalancer, TimeLimits> TIMEOUTS = DECLARED.setting(
                    "timeouts", LoadBalancer::timeouts, TimeLimits.TYPE)
            .says("Time limits", "How long it waits for what.")
            .under(WAITING)
            .usually(TimeLimits.NONE);
    public static final Setting<LoadBalancer, ConnectionLimits> CONNECTIONS = DECLARED.setting(
                    "connections", LoadBalancer::connections, ConnectionLimits.TYPE)
            .says("Clients' connections", "When it closes a connection that a client keeps.")
            .under(WAITING)
            .usually(ConnectionLimits.NONE);

    public static final Setting<LoadBalancer, List<Limit>> LIMITS = DECLARED.setting(
                    "limits", LoadBalancer::limits, Limit.LIST_TYPE)
            .says("Limits", "Whom it turns away, a line each; they are asked in their order.")
            .under(LIMITED)
            .usually(List.of());

    public static final Setting<LoadBalancer, @Nullable CacheSettings> CACHE = DECLARED.setting(
                    "cache", LoadBalancer::cache, Types.optional(CacheSettings.TYPE, "off"))
            .says("Cache", "What it answers itself.")
            .under(CACHED)
            .when("at layer 7 only", balancer -> balancer.layer == 7)
            .usuallyMissing();

    public static final Setting<LoadBalancer, @Nullable Price> PRICE = DECLARED.setting(
                    "price", LoadBalancer::price, Types.optional(new PriceType(), "none"))
            .says("Price", NodeDeclarations.PRICE_HELP)
            .under(NodeDeclarations.COST)
            .editedBy(ProfileDefaults::priced)
            .usually("none, or as the profile has it", null, ProfileDefaults::price);

    public static final Settings<LoadBalancer> SETTINGS = DECLARED.described(
                    "Spreads requests over the nodes it is linked to.")
            .titled("Load balancer", "Load balancers")
            .sections("", "Rules", LIMITED, CACHED, WAITING, FAILING, PAIR, PROCESSOR, "Place", NodeDeclarations.COST)
            .check(Layer4::check)
            .schema(Layer4.schema())
            .settings();

    /** A load balancer of which a file says no more than this. */
    public static LoadBalancer of(String id) {
        return SETTINGS.usual().with(ID, id);
    }

    /** The same with one setting changed. */
    public <V extends @Nullable Object> LoadBalancer with(RecordProperty<LoadBalancer, V> setting, @Nullable V value) {
        return setting.with(this, value);
    }

    /** What a request costs where the file does not say: 2 µs at layer 4, 20 µs at layer 7. */
    public static Duration defaultCost(int layer) {
        return layer == 4 ? Duration.ofNanos(2_000) : Duration.ofNanos(20_000);
    }

    /** Processor time of a handshake where it terminates TLS: that of its profile where the file has the usual one. */
    public Duration handshake() {
        return profile == null || !tls.handshake().equals(Tls.PASS_THROUGH.handshake())
                ? tls.handshake()
                : profile.handshake();
    }

    @Override
    public boolean passesAnswers() {
        return profile == null || !profile.returnsDirectly();
    }

    /** Whether a balancer on that layer can route so. */
    public static void checkAlgorithm(Balancing balancing, int layer, Checks checks) {
        if (layer == 4 && balancing.algorithm() == Algorithm.HASH) {
            checks.wrong(
                    "algorithm",
                    "hash needs layer 7; a layer-4 balancer sees addresses and ports only, not keys;"
                            + " ip-hash goes by the address");
        }
    }

    @Override
    public boolean limitsRequests() {
        return true;
    }

    @Override
    public double capacity() {
        return cores * 1e9 / cost.toNanos();
    }

    @Override
    public boolean caches() {
        return cache != null;
    }

    @Override
    public LoadBalancer cachingBy(CacheSettings how) {
        return with(CACHE, how);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean picksTargets() {
        return true;
    }

    @Override
    public boolean pairs() {
        return true;
    }

    @Override
    public Settings<LoadBalancer> settings() {
        return SETTINGS;
    }

    @Override
    public LoadBalancer labelled(@Nullable String label) {
        return with(LABEL, label);
    }

    @Override
    public LoadBalancer renamed(String id) {
        return with(ID, id);
    }

    @Override
    public int ruleCount() {
        return rules.size();
    }

    /** Its rules as they are matched. */
    public RequestRules requestRules() {
        return new RequestRules(rules.stream().map(Rule::match).toList(), ruleOrder);
    }

    /** This balancer under another algorithm. */
    public LoadBalancer balancing(Balancing balancing) {
        return with(ALGORITHM, balancing);
    }
}
