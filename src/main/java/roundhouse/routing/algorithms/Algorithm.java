package roundhouse.routing.algorithms;

import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.mirrors.UriKey;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;
import roundhouse.routing.Balancer;
import roundhouse.routing.Regions;
import roundhouse.routing.envoy.EnvoyLeastRequest;
import roundhouse.routing.envoy.EnvoyRoundRobin;
import roundhouse.routing.haproxy.HaproxyFirst;
import roundhouse.routing.haproxy.HaproxyLeastConnections;
import roundhouse.routing.haproxy.HaproxyRoundRobin;
import roundhouse.routing.haproxy.HaproxyStaticRoundRobin;
import roundhouse.routing.ipvs.IpvsLeast;
import roundhouse.routing.ipvs.IpvsMaglev;
import roundhouse.routing.ipvs.IpvsSourceHash;
import roundhouse.routing.ipvs.IpvsWeightedRoundRobin;
import roundhouse.routing.zones.ZoneRule;

/**
 * The registry of balancing algorithms: a constant and a line of {@link #create} each, read by the file format, the inspector, the
 * command line and the tests.
 */
public enum Algorithm {
    ROUND_ROBIN("round-robin", "Round robin", "Each target in turn, whatever its weight.", Split.EVENLY),
    WEIGHTED_ROUND_ROBIN(
            "weighted-round-robin",
            "Weighted round robin",
            "In turn, in proportion to weight, spread smoothly.",
            Split.BY_WEIGHT),
    LEAST_CONNECTIONS(
            "least-connections", "Least connections", "Fewest requests in flight for its weight.", Split.BY_CAPACITY),
    LEAST_RESPONSE_TIME(
            "least-response-time",
            "Least response time",
            "Lowest recent latency times requests in flight.",
            Split.BY_CAPACITY),
    IP_HASH("ip-hash", "IP hash", "The client's address decides, so a client stays.", Split.BY_WEIGHT),
    GEOGRAPHIC("geographic", "Geographic", "The nearest region that can serve.", Split.BY_CAPACITY),
    RANDOM("random", "Random", "By chance, in proportion to weight.", Split.BY_WEIGHT),
    POWER_OF_TWO(
            "power-of-two",
            "Power of two choices",
            "Of two drawn by weight, the one with fewer in flight for its weight; idle targets have their share.",
            Split.BY_CAPACITY),
    NGINX_RANDOM_TWO(
            "nginx-random-two",
            "nginx's random two",
            "The same as nginx does it: between equals the second drawn, so idle targets of high weight get too little.",
            Split.BY_CAPACITY),
    HASH(
            "hash",
            "Hash of the key",
            "The request's key decides, by consistent hashing or another placement.",
            Split.BY_WEIGHT),
    HAPROXY_ROUNDROBIN(
            "haproxy-roundrobin",
            "HAProxy's roundrobin",
            "In turn by weight, by positions in a round; the heaviest begins.",
            Split.BY_WEIGHT),
    HAPROXY_STATIC_RR(
            "haproxy-static-rr",
            "HAProxy's static-rr",
            "In turn by weight, slot after slot of a table; weights do not warm up.",
            Split.BY_WEIGHT),
    HAPROXY_LEASTCONN(
            "haproxy-leastconn",
            "HAProxy's leastconn",
            "Fewest requests in flight for its weight; idle targets take turns whatever their weights.",
            Split.BY_CAPACITY),
    HAPROXY_FIRST(
            "haproxy-first",
            "HAProxy's first",
            "The first declared that is below its limit, so that one fills before the next; without limits it takes all.",
            Split.BY_CAPACITY),
    HAPROXY_SOURCE(
            "haproxy-source",
            "HAProxy's source",
            "The client's whole address decides, by HAProxy's map-based or consistent hashing.",
            Split.BY_WEIGHT),
    HAPROXY_URI(
            "haproxy-uri",
            "HAProxy's uri",
            "The path without its query, or a part of it, decides, by HAProxy's map-based or consistent hashing; where clients declare no kinds, the key.",
            Split.BY_WEIGHT),
    APACHE_BYREQUESTS(
            "apache-byrequests",
            "Apache's byrequests",
            "In turn by weight, smoothly: the same as weighted-round-robin.",
            Split.BY_WEIGHT),
    APACHE_BYBUSYNESS(
            "apache-bybusyness",
            "Apache's bybusyness",
            "Fewest requests in flight, whatever the weights; equal ones take turns by weight.",
            Split.BY_CAPACITY),
    ENVOY_ROUND_ROBIN(
            "envoy-round-robin",
            "Envoy's round robin",
            "In turn from a target that is drawn; by earliest deadline where weights differ.",
            Split.BY_WEIGHT),
    ENVOY_LEAST_REQUEST(
            "envoy-least-request",
            "Envoy's least request",
            "Of two drawn evenly the one with fewer in flight; by weight ÷ (in flight + 1) where weights differ.",
            Split.BY_CAPACITY),
    ENVOY_ZONE_AWARE(
            "envoy-zone-aware",
            "Envoy's zone-aware routing",
            "Envoy's round robin within the zone that Envoy's zone-aware rule gives each request.",
            Split.BY_WEIGHT),
    IPVS_RR("ipvs-rr", "IPVS rr", "Each target in turn, whatever its weight: the same as round-robin.", Split.EVENLY),
    IPVS_WRR("ipvs-wrr", "IPVS wrr", "In turn by weight, heavy targets in bursts.", Split.BY_WEIGHT),
    IPVS_LC(
            "ipvs-lc",
            "IPVS lc",
            "Fewest connections whatever the weights, one that has ended counting a 256th for two minutes; the first declared of equals.",
            Split.BY_CAPACITY),
    IPVS_WLC(
            "ipvs-wlc",
            "IPVS wlc",
            "Fewest connections for its weight, one that has ended counting a 256th for two minutes; the first declared of equals.",
            Split.BY_CAPACITY),
    IPVS_SED(
            "ipvs-sed",
            "IPVS sed",
            "Shortest expected delay: least (in flight + 1) ÷ weight, the first declared of equals.",
            Split.BY_CAPACITY),
    IPVS_NQ(
            "ipvs-nq",
            "IPVS nq",
            "Never queue: the first idle target, else shortest expected delay.",
            Split.BY_CAPACITY),
    IPVS_SH("ipvs-sh", "IPVS sh", "The client's address decides, by a table of 256 buckets.", Split.BY_WEIGHT),
    IPVS_MH(
            "ipvs-mh",
            "IPVS mh",
            "The client's address decides, by Maglev hashing of the targets' addresses.",
            Split.BY_WEIGHT);

    private static final PlacementSettings MAP_BASED = PlacementSettings.of(Placements.HAPROXY_MAP);
    /** Envoy's defaults. */
    private static final ZoneRule ENVOY_ZONES = new ZoneRule.Envoy(6, 100);

    private final String key;
    private final String title;
    private final String summary;
    private final Split split;

    /** How requests part among targets that all are well, in the long run. */
    public enum Split {
        EVENLY,
        BY_WEIGHT,
        /** At best by what each target can do. */
        BY_CAPACITY
    }

    Algorithm(String key, String title, String summary, Split split) {
        this.key = key;
        this.title = title;
        this.summary = summary;
        this.split = split;
    }

    /** The name in files and on the command line. */
    public String key() {
        return key;
    }

    /** The name for people. */
    public String title() {
        return title;
    }

    /** What it does, in a sentence. */
    public String summary() {
        return summary;
    }

    /** How requests part among its targets. */
    public Split split() {
        return split;
    }

    /** Whether it goes by who asks or for what, so that each has its target wherever that stands. */
    public boolean isByHash() {
        return switch (this) {
            case IP_HASH, HASH, HAPROXY_SOURCE, HAPROXY_URI, IPVS_SH, IPVS_MH -> true;
            default -> false;
        };
    }

    /** Whether it is HAProxy's, where a target that gets room takes the next request that waits for any, and nobody is picked. */
    public boolean isHaproxys() {
        return switch (this) {
            case HAPROXY_ROUNDROBIN, HAPROXY_STATIC_RR, HAPROXY_LEASTCONN, HAPROXY_FIRST, HAPROXY_SOURCE, HAPROXY_URI ->
                true;
            default -> false;
        };
    }

    /** That one, or HAProxy's usual one where it is none of HAProxy's. */
    private static PlacementSettings haproxys(PlacementSettings set) {
        return set.kind().isHaproxys() ? set : MAP_BASED;
    }

    /** How it places keys where nothing else is said; for those that place none, as for {@link #HASH}. */
    public PlacementSettings usualPlacement() {
        return this == HAPROXY_SOURCE || this == HAPROXY_URI ? MAP_BASED : PlacementSettings.DEFAULT;
    }

    /** The placement by whose tables it picks, {@code set} being the balancer's own; null where there is none. */
    public @Nullable PlacementSettings placement(PlacementSettings set) {
        return switch (this) {
            case HASH -> set;
            case HAPROXY_SOURCE, HAPROXY_URI -> haproxys(set);
            case HAPROXY_STATIC_RR -> MAP_BASED;
            default -> null;
        };
    }

    /** The rule for zones, {@code set} being that of the balancer: none where each request has its target, Envoy's where the name says so. */
    public @Nullable ZoneRule zoneRule(@Nullable ZoneRule set) {
        if (isByHash()) {
            return null;
        }
        return set == null && this == ENVOY_ZONE_AWARE ? ENVOY_ZONES : set;
    }

    public static Optional<Algorithm> of(String key) {
        for (Algorithm algorithm : values()) {
            if (algorithm.key.equals(key)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    /**
     * What a balancer may be given besides the pool.
     *
     * @param random its own stream of random numbers
     * @param clock the time now, nanoseconds
     * @param decayNanos the time constant of least response time's average
     * @param placement how {@link #HASH} places keys, and {@link #HAPROXY_SOURCE} and {@link #HAPROXY_URI} by one of HAProxy's
     * @param uri what of a path {@link #HAPROXY_URI} goes by
     */
    public record Context(
            RandomGenerator random,
            LongSupplier clock,
            Regions regions,
            long decayNanos,
            PlacementSettings placement,
            UriKey uri) {
        /** By whole paths. */
        public Context(
                RandomGenerator random,
                LongSupplier clock,
                Regions regions,
                long decayNanos,
                PlacementSettings placement) {
            this(random, clock, regions, decayNanos, placement, UriKey.PATH);
        }

        /** With keys on a ring. */
        public Context(RandomGenerator random, LongSupplier clock, Regions regions, long decayNanos) {
            this(random, clock, regions, decayNanos, PlacementSettings.DEFAULT);
        }
    }

    /** A balancer of this algorithm with no history. */
    public Balancer create(Context context) {
        return switch (this) {
            case ROUND_ROBIN -> new RoundRobin();
            case WEIGHTED_ROUND_ROBIN -> new SmoothWeightedRoundRobin();
            case LEAST_CONNECTIONS -> new LeastConnections();
            case LEAST_RESPONSE_TIME -> new PeakEwma(context.random(), context.clock(), context.decayNanos());
            case IP_HASH -> new IpHash();
            case GEOGRAPHIC -> new Geographic(context.regions());
            case RANDOM -> new WeightedRandom(context.random());
            case POWER_OF_TWO -> new PowerOfTwo(context.random());
            case NGINX_RANDOM_TWO -> new NginxRandomTwo(context.random());
            case HASH -> new KeyHash(context.placement());
            case HAPROXY_ROUNDROBIN -> new HaproxyRoundRobin();
            case HAPROXY_STATIC_RR -> new HaproxyStaticRoundRobin();
            case HAPROXY_LEASTCONN -> new HaproxyLeastConnections();
            case HAPROXY_FIRST -> new HaproxyFirst();
            case HAPROXY_SOURCE -> {
                PlacementSettings placement = haproxys(context.placement());
                yield new HaproxyHash(
                        placement, new HaproxySource(placement.hash().isAvalanched()));
            }
            case HAPROXY_URI -> new HaproxyHash(haproxys(context.placement()), new HaproxyUri(context.uri()));
            case APACHE_BYREQUESTS -> new SmoothWeightedRoundRobin();
            case APACHE_BYBUSYNESS -> new ApacheByBusyness();
            case ENVOY_ROUND_ROBIN, ENVOY_ZONE_AWARE ->
                new EnvoyRoundRobin(context.random().nextInt(Integer.MAX_VALUE));
            case ENVOY_LEAST_REQUEST ->
                new EnvoyLeastRequest(context.random(), context.random().nextInt(Integer.MAX_VALUE));
            case IPVS_RR -> new RoundRobin();
            case IPVS_WRR -> new IpvsWeightedRoundRobin();
            case IPVS_LC -> new IpvsLeast(IpvsLeast.Rule.LC, context.clock());
            case IPVS_WLC -> new IpvsLeast(IpvsLeast.Rule.WLC, context.clock());
            case IPVS_SED -> new IpvsLeast(IpvsLeast.Rule.SED, context.clock());
            case IPVS_NQ -> new IpvsLeast(IpvsLeast.Rule.NQ, context.clock());
            case IPVS_SH -> new IpvsSourceHash();
            case IPVS_MH -> new IpvsMaglev();
        };
    }
}
