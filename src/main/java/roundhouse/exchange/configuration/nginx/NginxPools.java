package roundhouse.exchange.configuration.nginx;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import roundhouse.exchange.configuration.Remarks;
import roundhouse.exchange.configuration.nginx.syntax.Directive;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.parts.Rule;

/** Which pool of a balancer an upstream is, and which rules send requests there. */
final class NginxPools {
    private static final int LONGEST_NAME = 64;

    private NginxPools() {}

    /** The name of a variable without its sign. */
    static String plain(String target) {
        return target.replaceAll("[${}]", "");
    }

    /** The pool of each upstream: that of the rest is the default one. */
    static Map<String, String> of(List<NginxRoute> routes) {
        Map<String, String> pools = new LinkedHashMap<>();
        boolean one = routes.stream().map(NginxRoute::target).distinct().count() == 1;
        routes.stream()
                .filter(route -> one || route.isRest())
                .findFirst()
                .ifPresent(route -> pools.put(route.target(), Link.DEFAULT_POOL));
        for (NginxRoute route : routes) {
            String plain = plain(route.target());
            String name = plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
            pools.putIfAbsent(route.target(), name.equals(Link.DEFAULT_POOL) ? "default-upstream" : name);
        }
        return pools;
    }

    /** Of an export: what stands at the end of the lines of upstreams. */
    static Map<String, String> remarked(String balancer, Map<String, Directive> upstreams, Remarks remarks) {
        Map<String, String> pools = new LinkedHashMap<>();
        upstreams.forEach((name, upstream) -> {
            String remark = remarks.at(upstream.line()).orElse("");
            if (remark.equals(balancer)) {
                pools.put(name, Link.DEFAULT_POOL);
            } else if (remark.startsWith(balancer + " ")) {
                pools.put(name, remark.substring(balancer.length() + 1));
            }
        });
        return pools;
    }

    static List<Rule> rules(List<NginxRoute> routes, Map<String, String> pools, boolean ours) {
        Set<Rule> rules = new LinkedHashSet<>();
        boolean one = pools.size() == 1;
        for (NginxRoute route : routes) {
            Rule conditions = route.conditions();
            String pool = pools.get(route.target());
            boolean some = conditions.host() != null
                    || conditions.method() != null
                    || conditions.path() != null
                    || conditions.named() != null;
            boolean needed = ours ? route.isRule() : !one && !(route.isRest() && Link.DEFAULT_POOL.equals(pool));
            if (pool != null && some && needed) {
                rules.add(conditions.with(Rule.POOL, pool));
            }
        }
        return List.copyOf(rules);
    }
}
