package roundhouse.exchange.configuration.envoy;

import roundhouse.hashing.registry.PlacementOptions;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;
import roundhouse.topology.nodes.balancing.Balancing;

/**
 * By which policy Envoy picks as an algorithm does, or as nearly as it can.
 *
 * @param policy of a cluster
 * @param hashes by what; empty where nothing is hashed
 * @param balanceFactor the bound on load in percent; 0 for none
 * @param weights whether the algorithm goes by weights, so that they are said
 * @param difference where it picks otherwise; empty where it picks the same
 */
record EnvoyMethod(String policy, String hashes, int balanceFactor, boolean weights, String difference) {
    /** What is hashed of a request whose key decides. */
    static final String KEY = "query_parameter: { name: key }";

    private static final String ADDRESS = "connection_properties: { source_ip: true }";
    private static final String TURNS = "ROUND_ROBIN";
    private static final String LEAST = "LEAST_REQUEST";

    static EnvoyMethod of(Balancing balancing) {
        return switch (balancing.algorithm()) {
            case ENVOY_ROUND_ROBIN, ENVOY_ZONE_AWARE -> near(TURNS, "");
            case ENVOY_LEAST_REQUEST -> near(LEAST, "");
            case RANDOM -> near("RANDOM", "");
            case ROUND_ROBIN, IPVS_RR ->
                new EnvoyMethod(TURNS, "", 0, false, "Envoy begins its turns anywhere; the order is the same");
            case WEIGHTED_ROUND_ROBIN, APACHE_BYREQUESTS, HAPROXY_ROUNDROBIN, HAPROXY_STATIC_RR, IPVS_WRR ->
                near(TURNS, "turns by weight, in another order");
            default -> near(TURNS, "Envoy has nothing like it; turns by weight instead");
            case LEAST_CONNECTIONS, HAPROXY_LEASTCONN, IPVS_LC, IPVS_WLC, IPVS_SED, IPVS_NQ, APACHE_BYBUSYNESS ->
                near(LEAST, "Envoy looks at two that it draws, not at all");
            case LEAST_RESPONSE_TIME -> near(LEAST, "Envoy does not go by response times");
            case POWER_OF_TWO, NGINX_RANDOM_TWO ->
                near(LEAST, "where weights differ Envoy takes turns by weight and load");
            case IP_HASH, HAPROXY_SOURCE, IPVS_SH ->
                hash("RING_HASH", ADDRESS, 0, "clients keep their target, but another one");
            case IPVS_MH -> hash("MAGLEV", ADDRESS, 0, "clients keep their target, but another one");
            case HAPROXY_URI ->
                hash("RING_HASH", "header: { header_name: \":path\" }", 0, "paths keep their target, but another one");
            case HASH -> ofPlacement(balancing.placement());
        };
    }

    private static EnvoyMethod ofPlacement(PlacementSettings placement) {
        boolean ours = placement.kind() == Placements.ENVOY_RING || placement.kind() == Placements.ENVOY_MAGLEV;
        boolean maglev = placement.kind() == Placements.ENVOY_MAGLEV || placement.kind() == Placements.MAGLEV;
        int factor = placement.balanceFactor() == PlacementOptions.UNBOUNDED ? 0 : placement.balanceFactor();
        String difference = !ours
                ? "Envoy places keys on other targets"
                : placement.replicas() > 1 ? "Envoy keeps each key on one target" : "";
        return hash(maglev ? "MAGLEV" : "RING_HASH", KEY, factor, difference);
    }

    private static EnvoyMethod near(String policy, String difference) {
        return new EnvoyMethod(policy, "", 0, true, difference);
    }

    private static EnvoyMethod hash(String policy, String hashes, int factor, String difference) {
        return new EnvoyMethod(policy, hashes, factor, true, difference);
    }
}
