package roundhouse.exchange.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import roundhouse.exchange.configuration.formats.ConfigurationFile;
import roundhouse.exchange.configuration.formats.ConfigurationFormats;
import roundhouse.routing.RequestKind;
import roundhouse.routing.RequestRules;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.parts.Rule;

/** To which pool an imported balancer sends requests. */
public final class Goes {
    private final LoadBalancer balancer;
    private final RequestRules rules;

    private Goes(LoadBalancer balancer) {
        this.balancer = balancer;
        List<Rule> its = balancer.rules();
        rules = new RequestRules(its.stream().map(Rule::match).toList(), balancer.ruleOrder());
    }

    /** Of the balancer that clients come to. */
    public static Goes in(Topology topology) {
        return topology.nodes().stream()
                .filter(LoadBalancer.class::isInstance)
                .map(LoadBalancer.class::cast)
                .findFirst()
                .map(Goes::new)
                .orElseThrow();
    }

    public static Topology topology(String format, String text) {
        Imported imported = ConfigurationFile.read(
                ConfigurationFormats.importer(format).orElseThrow(), new ConfigurationText(text, null), "x");
        return imported instanceof Imported.Read read ? read.topology() : Topology.EMPTY;
    }

    /** @param url {@code /path} or {@code host/path} */
    public String pool(String url) {
        int slash = url.indexOf('/');
        Map<String, String> headers = new LinkedHashMap<>();
        if (slash > 0) {
            headers.put("host", url.substring(0, slash));
        }
        return pool(new RequestKind(url.substring(slash), headers, Map.of()));
    }

    public String pool(RequestKind kind) {
        int rule = rules.match(kind, true);
        return rule == RequestRules.NO_RULE
                ? Link.DEFAULT_POOL
                : balancer.rules().get(rule).pool();
    }

    /** Of several requests, with spaces between. */
    public List<String> pools(String urls) {
        List<String> pools = new ArrayList<>();
        for (String url : urls.split(" ", -1)) {
            pools.add(pool(url));
        }
        return pools;
    }
}
