package roundhouse.exchange.configuration.haproxy;

import java.util.ArrayList;
import java.util.List;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.registry.PlacementOptions;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.nodes.balancing.Balancing;

/**
 * By which {@code balance} HAProxy picks as an algorithm does, or as nearly as it can.
 *
 * @param balance with its arguments
 * @param hashType the lines that say how keys are hashed
 * @param weights whether the algorithm goes by weights, so that they are said
 * @param difference where it picks otherwise; empty where it picks the same
 */
record HaproxyMethod(String balance, List<String> hashType, boolean weights, String difference) {
    /** What a request's key is for HAProxy, where the algorithm goes by it. */
    static final String KEY = "url_param(key)";

    private static final String TURNS = "roundrobin";
    private static final String LEAST = "leastconn";
    private static final List<String> FUNCTIONS = List.of("sdbm", "djb2", "wt6", "crc32");

    static HaproxyMethod of(Balancing balancing, int layer) {
        HaproxyMethod method = of(balancing);
        boolean reads = method.balance.startsWith("uri") || method.balance.startsWith("url_param");
        return reads && layer == 4
                ? near("source", "HAProxy reads requests at layer 7 only; clients keep their server instead")
                : method;
    }

    private static HaproxyMethod of(Balancing balancing) {
        return switch (balancing.algorithm()) {
            case HAPROXY_ROUNDROBIN -> near(TURNS, "");
            case HAPROXY_STATIC_RR -> near("static-rr", "");
            case HAPROXY_LEASTCONN -> near(LEAST, "");
            case HAPROXY_FIRST -> new HaproxyMethod("first", List.of(), false, "");
            case HAPROXY_SOURCE -> new HaproxyMethod("source", hashType(balancing), true, "");
            case HAPROXY_URI -> new HaproxyMethod("uri" + balancing.uri().words(), hashType(balancing), true, "");
            case RANDOM -> near("random(1)", "");
            case POWER_OF_TWO -> near("random(2)", "");
            case NGINX_RANDOM_TWO, ENVOY_LEAST_REQUEST ->
                near("random(2)", "of two it takes the one with fewer connections for its weight, ties otherwise");
            case ROUND_ROBIN, IPVS_RR ->
                new HaproxyMethod(
                        TURNS, List.of(), false, "turns by weights of 1; the same until a server fails or comes back");
            case WEIGHTED_ROUND_ROBIN, APACHE_BYREQUESTS, ENVOY_ROUND_ROBIN, ENVOY_ZONE_AWARE, IPVS_WRR ->
                near(TURNS, "turns by weight, in another order");
            default -> near(TURNS, "HAProxy has nothing like it; turns by weight instead");
            case LEAST_CONNECTIONS, IPVS_WLC, IPVS_SED, IPVS_NQ -> near(LEAST, "leastconn breaks ties otherwise");
            case APACHE_BYBUSYNESS, IPVS_LC ->
                new HaproxyMethod(LEAST, List.of(), false, "leastconn breaks ties otherwise");
            case LEAST_RESPONSE_TIME -> near(LEAST, "HAProxy does not go by response times; leastconn instead");
            case IP_HASH ->
                near("source", "HAProxy hashes the whole address; clients keep their server, but another one");
            case IPVS_SH, IPVS_MH -> near("source", "clients keep their server, but another one");
            case HASH -> ofPlacement(balancing.placement());
        };
    }

    private static HaproxyMethod ofPlacement(PlacementSettings placement) {
        boolean ours = placement.kind() == Placements.HAPROXY_CONSISTENT || placement.kind() == Placements.HAPROXY_MAP;
        boolean modulo = placement.kind() == Placements.HAPROXY_MAP || placement.kind() == Placements.MODULO;
        boolean known = FUNCTIONS.contains(placement.hash().plain().key());
        List<String> lines = new ArrayList<>();
        String type = "hash-type " + (modulo ? "map-based" : "consistent");
        lines.add(ours && known ? type + function(placement) : type);
        lines.addAll(bound(placement));
        String difference = ours && known
                ? placement.replicas() == 1 ? "" : "HAProxy keeps each key on one server"
                : "HAProxy places keys on other servers";
        return new HaproxyMethod(KEY.replace("(", " ").replace(")", ""), lines, true, difference);
    }

    private static String function(PlacementSettings placement) {
        return " " + placement.hash().plain().key() + (placement.hash().isAvalanched() ? " avalanche" : "");
    }

    private static List<String> bound(PlacementSettings placement) {
        return placement.balanceFactor() == PlacementOptions.UNBOUNDED || !placement.canBeBounded()
                ? List.of()
                : List.of("hash-balance-factor " + Math.max(101, Math.min(65_535, placement.balanceFactor())));
    }

    /** Of one of HAProxy's own algorithms; nothing where it is as usual. */
    private static List<String> hashType(Balancing balancing) {
        PlacementSettings placement = balancing.placement();
        if (placement.equals(balancing.algorithm().usualPlacement())) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("hash-type " + (placement.kind() == Placements.HAPROXY_CONSISTENT ? "consistent" : "map-based")
                + function(placement));
        lines.addAll(bound(placement));
        return lines;
    }

    private static HaproxyMethod near(String balance, String difference) {
        return new HaproxyMethod(balance, List.of(), true, difference);
    }

    /** How keys are placed by those lines; the usual way where they say nothing. */
    static PlacementSettings placement(ProxySettings proxy) {
        boolean consistent = proxy.hashMethod.equals("consistent");
        Placements kind = consistent ? Placements.HAPROXY_CONSISTENT : Placements.HAPROXY_MAP;
        HashFunction plain = HashFunction.of(proxy.hashFunction.isEmpty() ? "sdbm" : proxy.hashFunction)
                .orElseThrow();
        boolean avalanche = proxy.hashFunction.isEmpty() ? consistent : proxy.avalanche;
        PlacementSettings placement = PlacementSettings.of(kind).withHash(avalanche ? plain.avalanched() : plain);
        return consistent && proxy.balanceFactor > 0 ? placement.withBalanceFactor(proxy.balanceFactor) : placement;
    }

    /** What a {@code balance} line's algorithm is here; empty where there is none, and then {@code why} is told. */
    static Balancing read(ProxySettings proxy) {
        String name = proxy.balance.replaceAll("\\(.*", "");
        return switch (name) {
            case "static-rr" -> Balancing.of(Algorithm.HAPROXY_STATIC_RR);
            case "leastconn" -> Balancing.of(Algorithm.HAPROXY_LEASTCONN);
            case "first" -> Balancing.of(Algorithm.HAPROXY_FIRST);
            case "source" -> Balancing.of(Algorithm.HAPROXY_SOURCE).placed(placement(proxy));
            case "uri" ->
                Balancing.of(Algorithm.HAPROXY_URI).placed(placement(proxy)).byPart(proxy.uri);
            case "random" ->
                Balancing.of(proxy.balance.equals("random(1)") ? Algorithm.RANDOM : Algorithm.POWER_OF_TWO);
            case "hdr", "url_param", "rdp-cookie", "hash" ->
                Balancing.of(Algorithm.HASH).placed(placement(proxy));
            default -> Balancing.of(Algorithm.HAPROXY_ROUNDROBIN);
        };
    }
}
