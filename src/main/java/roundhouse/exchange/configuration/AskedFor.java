package roundhouse.exchange.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import roundhouse.routing.RequestKind;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.parts.Rule;
import roundhouse.topology.nodes.traffic.KindShare;

/** What clients may ask a balancer for, so that something comes to each of its pools: for each a request that comes under a rule of it. */
final class AskedFor {
    private static final int MOST = 50;

    private AskedFor() {}

    /** Equal shares; none where the usual request is all there is. */
    static List<KindShare> of(LoadBalancer balancer, List<Link> links) {
        Set<String> pools = new LinkedHashSet<>();
        links.stream().filter(link -> link.from().equals(balancer.id())).forEach(link -> pools.add(link.pool()));
        List<KindShare> shares = new ArrayList<>();
        if (pools.remove(Link.DEFAULT_POOL)) {
            shares.add(new KindShare(1, RequestKind.PLAIN));
        }
        for (Rule rule : balancer.rules()) {
            if (shares.size() < MOST && pools.remove(rule.pool())) {
                shares.add(new KindShare(1, kind(rule)));
            }
        }
        boolean plain = shares.size() == 1 && shares.getFirst().kind().equals(RequestKind.PLAIN);
        return plain ? List.of() : shares;
    }

    private static RequestKind kind(Rule rule) {
        Map<String, String> headers = new LinkedHashMap<>();
        Map<String, String> cookies = new LinkedHashMap<>();
        String value = String.valueOf(rule.value());
        String path = rule.path() == null ? "/" : rule.path().replace("*", "");
        if (rule.header() != null) {
            headers.put(rule.header().toLowerCase(Locale.ROOT), value);
        } else if (rule.cookie() != null) {
            cookies.put(rule.cookie(), value);
        } else if (rule.query() != null) {
            path = path + "?" + rule.query() + "=" + value;
        }
        String host = rule.host() == null
                ? null
                : rule.host().replaceFirst("^\\*\\.", "www.").replaceFirst("\\.\\*$", ".example");
        return new RequestKind(host, rule.method(), path, headers, cookies);
    }
}
