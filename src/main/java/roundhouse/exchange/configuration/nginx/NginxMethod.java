package roundhouse.exchange.configuration.nginx;

import roundhouse.hashing.registry.Placements;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.balancing.Balancing;

/**
 * By which directive of an upstream nginx picks as an algorithm does, or as nearly as it can.
 *
 * @param directive with its arguments; empty for turns by weight, which need none
 * @param weights whether the algorithm goes by weights, so that they are said
 * @param backups whether nginx knows backups with it
 * @param difference where it picks otherwise; empty where it picks the same
 */
record NginxMethod(String directive, boolean weights, boolean backups, String difference) {
    /** What a request's key is for nginx, where the algorithm goes by it. */
    static final String KEY = "$arg_key";

    private static final String TURNS = "";
    private static final String LEAST = "least_conn";
    private static final String TWO = "random two least_conn";
    private static final String BY_ADDRESS = "hash $remote_addr";

    static NginxMethod of(LoadBalancer balancer) {
        NginxMethod method = of(balancer.balancing());
        boolean needsLayer7 = method.directive.equals("ip_hash") || method.directive.contains("uri");
        return balancer.layer() == 4 && needsLayer7
                ? byHash(BY_ADDRESS, "nginx has " + method.directive + " at layer 7 only")
                : method;
    }

    private static NginxMethod of(Balancing balancing) {
        return switch (balancing.algorithm()) {
            case WEIGHTED_ROUND_ROBIN -> same(TURNS);
            case APACHE_BYREQUESTS -> new NginxMethod(TURNS, true, true, "picks the same, under its own name there");
            case ROUND_ROBIN, IPVS_RR ->
                new NginxMethod(
                        TURNS, false, true, "turns by weights of 1; the same until a server fails or comes back");
            case HAPROXY_ROUNDROBIN, HAPROXY_STATIC_RR, ENVOY_ROUND_ROBIN, ENVOY_ZONE_AWARE, IPVS_WRR ->
                near(TURNS, "turns by weight, in another order");
            default -> near(TURNS, "nginx has nothing like it; turns by weight instead");
            case LEAST_CONNECTIONS -> same(LEAST);
            case LEAST_RESPONSE_TIME -> near(LEAST, "least_time is in NGINX Plus only; least_conn instead");
            case IPVS_LC -> new NginxMethod(LEAST, false, true, "least_conn breaks ties otherwise");
            case HAPROXY_LEASTCONN, IPVS_WLC, IPVS_SED, IPVS_NQ, APACHE_BYBUSYNESS ->
                near(LEAST, "least_conn breaks ties otherwise");
            case IP_HASH -> new NginxMethod("ip_hash", true, false, "");
            case RANDOM -> new NginxMethod("random", true, false, "");
            case NGINX_RANDOM_TWO -> new NginxMethod(TWO, true, false, "");
            case POWER_OF_TWO, ENVOY_LEAST_REQUEST ->
                new NginxMethod(TWO, true, false, "nginx gives idle servers of high weight less than their share");
            case HAPROXY_SOURCE, IPVS_SH -> byHash(BY_ADDRESS, "clients keep their server, but another one");
            case IPVS_MH -> byHash(BY_ADDRESS + " consistent", "clients keep their server, but another one");
            case HAPROXY_URI ->
                byHash(
                        balancing.uri().whole() ? "hash $request_uri" : "hash $uri",
                        "paths keep their server, but another one");
            case HASH -> ofPlacement(balancing);
        };
    }

    private static NginxMethod ofPlacement(Balancing balancing) {
        String plain = "hash " + KEY;
        Placements kind = balancing.placement().kind();
        boolean usual = balancing.placement().replicas() == 1;
        if (kind == Placements.NGINX_HASH && usual) {
            return byHash(plain, "");
        }
        if (kind == Placements.NGINX_CONSISTENT && usual) {
            return byHash(plain + " consistent", "");
        }
        boolean modulo = kind == Placements.MODULO || kind == Placements.NGINX_HASH;
        return byHash(
                plain + (modulo ? "" : " consistent"),
                usual ? "nginx places keys on other servers" : "nginx keeps each key on one server");
    }

    private static NginxMethod same(String directive) {
        return new NginxMethod(directive, true, true, "");
    }

    private static NginxMethod near(String directive, String difference) {
        return new NginxMethod(directive, true, true, difference);
    }

    private static NginxMethod byHash(String directive, String difference) {
        return new NginxMethod(directive, true, false, difference);
    }

    boolean hashesAddresses() {
        return directive.endsWith(" consistent");
    }
}
