package roundhouse.exchange.configuration.haproxy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.guarding.Limit;
import roundhouse.topology.nodes.parts.Rule;
import roundhouse.topology.nodes.parts.Tls;
import roundhouse.topology.nodes.waiting.ConnectionLimits;

/** What a frontend, or the half of a listen section that is one, says. */
final class Frontend {
    final HaproxyLine head;
    final String name;
    final ProxySettings proxy;
    final List<String> binds = new ArrayList<>();
    /** Their pools are names of backends. */
    final List<Rule> rules = new ArrayList<>();

    List<Limit> limits = List.of();
    String defaultBackend = "";
    boolean tls;

    Frontend(HaproxyLine head, ProxySettings proxy) {
        this.head = head;
        this.name = head.word(1);
        this.proxy = proxy;
    }

    /** The backends that it sends to, the default one first. */
    Set<String> backends() {
        Set<String> names = new LinkedHashSet<>();
        if (!defaultBackend.isEmpty()) {
            names.add(defaultBackend);
        }
        rules.forEach(rule -> names.add(rule.pool()));
        return names;
    }

    /** A balancer that listens as it does, and picks among nobody yet. */
    LoadBalancer balancer(String id) {
        LoadBalancer balancer = LoadBalancer.of(id);
        if (proxy.tcp) {
            balancer = balancer.with(LoadBalancer.LAYER, 4).with(LoadBalancer.COST, Duration.ofNanos(2_000));
        }
        if (proxy.maxconn > 0) {
            balancer = balancer.with(LoadBalancer.AT_ONCE, proxy.maxconn);
        }
        if (tls) {
            balancer = balancer.with(LoadBalancer.TLS, Tls.MODE.with(Tls.PASS_THROUGH, Tls.Mode.TERMINATE));
        }
        if (proxy.cache != null && !proxy.tcp) {
            balancer = balancer.with(LoadBalancer.CACHE, proxy.cache);
        }
        balancer = balancer.with(
                LoadBalancer.CONNECTIONS,
                ConnectionLimits.IDLE.with(
                        balancer.connections(),
                        proxy.time(proxy.tcp ? ProxySettings.Time.CLIENT : ProxySettings.Time.KEEP_ALIVE)));
        return balancer.with(LoadBalancer.LIMITS, List.copyOf(limits));
    }
}
