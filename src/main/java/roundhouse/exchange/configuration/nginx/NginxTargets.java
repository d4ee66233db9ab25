package roundhouse.exchange.configuration.nginx;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.exchange.configuration.Remarks;
import roundhouse.exchange.configuration.SystemDraft;
import roundhouse.exchange.configuration.nginx.syntax.Directive;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;
import roundhouse.routing.Failure;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.parts.Sticky;

/** Reads upstreams: by which algorithm which servers get requests. */
final class NginxTargets {
    private static final Duration FAIL_TIMEOUT = Duration.ofSeconds(10);

    private final SystemDraft system;
    private final Remarks remarks;
    private final NginxNotes notes;
    /** Nodes by their addresses. */
    private final Map<String, String> ids = new HashMap<>();

    NginxTargets(SystemDraft system, Remarks remarks, NginxNotes notes) {
        this.system = system;
        this.remarks = remarks;
        this.notes = notes;
    }

    /** A node is at that address. */
    void isAt(String address, String id) {
        ids.putIfAbsent(address, id);
    }

    /** The balancer with the method of an upstream. */
    LoadBalancer picking(LoadBalancer balancer, @Nullable Directive upstream) {
        LoadBalancer its = balancer.with(LoadBalancer.ALGORITHM, Balancing.of(Algorithm.WEIGHTED_ROUND_ROBIN));
        if (upstream == null) {
            return its;
        }
        for (Directive directive : upstream.block()) {
            Balancing method = method(directive);
            if (method != null) {
                its = its.with(LoadBalancer.ALGORITHM, method);
                notes.understood(directive, "algorithm " + method.algorithm().key());
            } else if (directive.name().equals("sticky")
                    && directive.argument(0).equals("cookie")) {
                its = its.with(LoadBalancer.STICKY, Sticky.BY.with(Sticky.OFF, Sticky.By.COOKIE));
                notes.understood(directive, "sticky by cookie");
            } else if (directive.name().equals("zone")) {
                notes.understood(directive, "workers share what they count; here the balancer is one");
            }
        }
        return its;
    }

    /** The name of an upstream's method, to compare it with another's. */
    static String methodName(@Nullable Directive upstream) {
        return upstream == null
                ? ""
                : upstream.block().stream()
                        .filter(directive -> method(directive) != null)
                        .map(Directive::text)
                        .findFirst()
                        .orElse("");
    }

    private static @Nullable Balancing method(Directive directive) {
        return switch (directive.name()) {
            case "least_conn" -> Balancing.of(Algorithm.LEAST_CONNECTIONS);
            case "ip_hash" -> Balancing.of(Algorithm.IP_HASH);
            case "least_time" -> Balancing.of(Algorithm.LEAST_RESPONSE_TIME);
            case "random" ->
                Balancing.of(directive.argument(0).equals("two") ? Algorithm.NGINX_RANDOM_TWO : Algorithm.RANDOM);
            case "hash" ->
                directive.argument(0).endsWith("remote_addr")
                        ? Balancing.of(Algorithm.IP_HASH)
                        : Balancing.of(Algorithm.HASH)
                                .placed(PlacementSettings.of(
                                        directive.argument(1).equals("consistent")
                                                ? Placements.NGINX_CONSISTENT
                                                : Placements.NGINX_HASH));
            default -> null;
        };
    }

    /** Links to all servers of an upstream; or to an address that is no upstream. */
    void link(String balancer, String pool, String name, @Nullable Directive upstream) {
        if (upstream == null) {
            String id = node(name, "", balancer);
            system.put(Link.of(balancer, id, Link.DEFAULT_LATENCY)
                    .with(Link.POOL, pool)
                    .with(Link.ADDRESS, address(name))
                    .with(Link.MAX_FAILS, 0));
            return;
        }
        for (Directive server : upstream.all("server").toList()) {
            server(balancer, pool, server);
        }
    }

    private void server(String balancer, String pool, Directive server) {
        String remark = server.file().isEmpty() ? remarks.at(server.line()).orElse("") : "";
        List<String> flags = List.of(remark.split(" ", -1));
        if (flags.getFirst().equals(NginxUpstream.NOBODY)) {
            notes.understood(server, "nobody");
            return;
        }
        String address = server.argument(0);
        String id = node(address, flags.getFirst(), balancer);
        if (!flags.getFirst().isEmpty() && system.link(balancer, id).isPresent()) {
            notes.understood(server, "one more of " + id);
            return;
        }
        Link link = Link.of(balancer, id, Link.DEFAULT_LATENCY)
                .with(Link.POOL, pool)
                .with(Link.ADDRESS, flags.contains(NginxUpstream.ASSUMED) ? null : address(address))
                .with(Link.MAX_FAILS, 1)
                .with(Link.FAIL_TIMEOUT, FAIL_TIMEOUT);
        List<String> missed = new ArrayList<>();
        for (String word : server.arguments().stream().skip(1).toList()) {
            Link next = with(link, word, flags);
            if (next == null) {
                missed.add(word);
            } else {
                link = next;
            }
        }
        system.put(link);
        notes.understood(server, "server " + id + (missed.isEmpty() ? "" : ", but not " + String.join(" ", missed)));
    }

    private static @Nullable Link with(Link link, String word, List<String> flags) {
        int equals = word.indexOf('=');
        String key = equals < 0 ? word : word.substring(0, equals);
        String value = word.substring(equals + 1);
        return switch (key) {
            case "weight" ->
                NginxValues.whole(value, 1, 65_535).map(link::weighted).orElse(null);
            case "max_conns" ->
                value.equals("0")
                        ? link
                        : NginxValues.whole(value, 1, 1_000_000_000)
                                .map(most -> link.with(Link.LIMIT, most))
                                .orElse(null);
            case "max_fails" ->
                NginxValues.whole(value, 0, 1_000)
                        .map(most -> link.with(Link.MAX_FAILS, most))
                        .orElse(null);
            case "fail_timeout" ->
                NginxValues.time(value)
                        .map(time -> Duration.ofSeconds(Math.max(1, time.toSeconds())))
                        .map(time -> link.with(Link.FAIL_TIMEOUT, time))
                        .orElse(null);
            case "backup" -> link.with(Link.BACKUP, true);
            case "down" -> flags.contains(NginxUpstream.WEIGHTLESS) ? link : link.with(Link.DOWN, true);
            default -> null;
        };
    }

    /**
     * Makes the rule of the first server that has one the balancer's, so that links say only what is otherwise. Once, when it has all
     * its links.
     *
     * @param failures what counts as one
     */
    void passive(String balancer, Set<Failure> failures) {
        List<Link> links = system.links().stream()
                .filter(link -> link.from().equals(balancer) && link.maxFails() != null)
                .toList();
        Optional<Health.Passive> rule = links.stream()
                .filter(link -> link.maxFails() != null && link.maxFails() > 0 && link.failTimeout() != null)
                .findFirst()
                .flatMap(link -> rule(link, failures));
        for (Link link : links) {
            boolean never = link.maxFails() != null && link.maxFails() == 0;
            Integer maxFails =
                    rule.isPresent() && Integer.valueOf(rule.get().maxFails()).equals(link.maxFails())
                            ? null
                            : link.maxFails();
            boolean sameTime =
                    never || (rule.isPresent() && rule.get().failTimeout().equals(link.failTimeout()));
            system.put(link.with(Link.MAX_FAILS, rule.isEmpty() ? null : maxFails)
                    .with(Link.FAIL_TIMEOUT, sameTime ? null : link.failTimeout()));
        }
        system.node(balancer)
                .filter(LoadBalancer.class::isInstance)
                .map(LoadBalancer.class::cast)
                .ifPresent(node -> system.put(
                        node.with(LoadBalancer.HEALTH, new Health(null, rule.orElse(null), null, 0, Duration.ZERO))));
    }

    private static Optional<Health.Passive> rule(Link link, Set<Failure> failures) {
        Integer maxFails = link.maxFails();
        Duration timeout = link.failTimeout();
        return maxFails == null || timeout == null
                ? Optional.empty()
                : Optional.of(new Health.Passive(maxFails, timeout, failures));
    }

    /** @param wanted the id that a remark says; empty for none */
    private String node(String address, String wanted, String balancer) {
        if (!wanted.isEmpty() && system.node(wanted).isPresent() && !wanted.equals(balancer)) {
            return wanted;
        }
        String known = wanted.isEmpty() ? ids.get(address) : null;
        if (known != null
                && !known.equals(balancer)
                && system.link(balancer, known).isEmpty()) {
            return known;
        }
        String id = system.newId(wanted.isEmpty() ? name(address) : wanted);
        Server server = system.server(id);
        boolean named = id.equals(address) || !wanted.isEmpty();
        system.put(named ? server : server.labelled(address.substring(0, Math.min(100, address.length()))));
        ids.putIfAbsent(address, id);
        return id;
    }

    /** A host's name without its port; addresses with theirs. */
    private static String name(String address) {
        return address.replaceFirst("^unix:/*", "").replaceFirst("^(.*[A-Za-z].*):\\d+$", "$1");
    }

    private static @Nullable String address(String address) {
        boolean socket = address.startsWith("unix:");
        return !socket && address.matches("[A-Za-z0-9._:/\\[\\]-]{1,255}") ? address : null;
    }
}
