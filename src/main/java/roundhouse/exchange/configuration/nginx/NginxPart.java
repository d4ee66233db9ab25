package roundhouse.exchange.configuration.nginx;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.exchange.configuration.PoolSplits;
import roundhouse.exchange.configuration.Remarks;
import roundhouse.exchange.configuration.SystemDraft;
import roundhouse.exchange.configuration.nginx.NginxServers.Entrance;
import roundhouse.exchange.configuration.nginx.syntax.Directive;
import roundhouse.routing.PathPattern;
import roundhouse.routing.RequestRules;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.guarding.Limit;
import roundhouse.topology.nodes.guarding.LimitKind;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Rule;
import roundhouse.topology.nodes.parts.Tls;
import roundhouse.topology.nodes.waiting.ConnectionLimits;
import roundhouse.topology.nodes.waiting.TimeLimits;

/** Makes nodes and links of what is in {@code http} or {@code stream}: a load balancer for each entrance. */
final class NginxPart {
    private static final Distribution AT_ONCE = new Distribution.Fixed(Duration.ZERO);

    private final Directive outermost;
    private final boolean stream;
    private final SystemDraft system;
    private final Remarks remarks;
    private final NginxNotes notes;
    private final NginxTargets targets;
    private final Map<String, Directive> upstreams = new LinkedHashMap<>();
    private final Map<String, Integer> sizes = new LinkedHashMap<>();
    private final NginxRoutes reader;

    NginxPart(
            Directive outermost,
            boolean stream,
            SystemDraft system,
            Remarks remarks,
            NginxNotes notes,
            NginxTargets targets) {
        this.outermost = outermost;
        this.stream = stream;
        this.system = system;
        this.remarks = remarks;
        this.notes = notes;
        this.targets = targets;
        reader = new NginxRoutes(outermost, remarks, notes);
        outermost.all("upstream").forEach(upstream -> {
            upstreams.putIfAbsent(upstream.argument(0), upstream);
            sizes.putIfAbsent(upstream.argument(0), (int) upstream.all("server").count());
        });
    }

    /** An entrance with a node of its own, which is not yet filled. */
    record Opened(Entrance entrance, String id, List<NginxRoute> routes) {}

    /** Gives entrances their nodes, so that others can be linked to them. */
    List<Opened> open() {
        List<Opened> opened = new ArrayList<>();
        NginxServers servers = new NginxServers(notes);
        for (Entrance entrance : servers.of(outermost, remarks)) {
            List<NginxRoute> routes = new ArrayList<>();
            for (Directive server : entrance.servers()) {
                List<String> hosts = servers.hosts(entrance, server);
                if (entrance.servers().getFirst().equals(server) || !hosts.isEmpty()) {
                    routes.addAll(reader.of(server, hosts));
                }
            }
            boolean ours = !entrance.remark().isEmpty();
            if (!routes.isEmpty() || ours) {
                String id = system.newId(ours ? entrance.remark() : name(entrance, routes));
                system.put(LoadBalancer.of(id));
                entrance.ports().forEach(port -> {
                    targets.isAt("127.0.0.1:" + port, id);
                    targets.isAt("localhost:" + port, id);
                });
                opened.add(new Opened(entrance, id, routes));
            }
        }
        return opened;
    }

    private static String name(Entrance entrance, List<NginxRoute> routes) {
        if (routes.stream().map(NginxRoute::target).distinct().count() == 1) {
            return NginxPools.plain(routes.getFirst().target());
        }
        return entrance.servers().stream()
                .flatMap(server -> server.all("server_name"))
                .map(names -> names.argument(0))
                .filter(NginxServers::isHost)
                .findFirst()
                .orElse("nginx");
    }

    /** Fills the nodes that were opened, and makes one for each upstream that nobody asks for. */
    void fill(List<Opened> opened) {
        Set<String> used = new LinkedHashSet<>();
        for (Opened one : opened) {
            fill(one, used);
        }
        upstreams.forEach((name, upstream) -> {
            if (used.add(name)) {
                String id = system.newId(name);
                system.put(LoadBalancer.of(id));
                notes.understood(upstream, "load balancer " + id);
                NginxSettings settings = new NginxSettings(new NginxScope(List.of(outermost)), stream, remarks, notes);
                finish(id, settings, upstream, sizes.getOrDefault(name, 1), List.of(), List.of());
                targets.link(id, Link.DEFAULT_POOL, name, upstream);
                targets.passive(id, settings.failures());
            }
        });
    }

    private void fill(Opened opened, Set<String> used) {
        Entrance entrance = opened.entrance();
        boolean ours = !entrance.remark().isEmpty();
        Map<String, String> pools =
                ours ? NginxPools.remarked(opened.id(), upstreams, remarks) : NginxPools.of(opened.routes());
        used.addAll(pools.keySet());
        pools.keySet().stream()
                .map(reader.splits()::get)
                .filter(Objects::nonNull)
                .forEach(split -> used.addAll(split.weights().keySet()));
        NginxScope scope = opened.routes().stream()
                .filter(NginxRoute::isRest)
                .findFirst()
                .or(() -> opened.routes().stream().findFirst())
                .map(NginxRoute::scope)
                .orElseGet(() -> new NginxScope(List.of(entrance.servers().getFirst(), outermost)));
        NginxSettings settings = new NginxSettings(scope, stream, remarks, notes);
        entrance.servers().forEach(server -> {
            notes.understood(server, "load balancer " + opened.id());
            server.all("listen").forEach(listen -> notes.understood(listen, "where clients come in"));
        });
        List<Directive> picking = pools.keySet().stream()
                .filter(name -> sizes.getOrDefault(name, 1) > 1)
                .map(upstreams::get)
                .toList();
        boolean alike =
                picking.stream().map(NginxTargets::methodName).distinct().count() <= 1
                        && pools.keySet().stream().noneMatch(reader.splits()::containsKey);
        int most = pools.keySet().stream()
                .mapToInt(name -> sizes.getOrDefault(name, 1))
                .max()
                .orElse(1);
        Directive first = !alike || pools.isEmpty()
                ? null
                : picking.isEmpty() ? upstreams.get(pools.keySet().iterator().next()) : picking.getFirst();
        finish(
                opened.id(),
                settings,
                first,
                most,
                NginxPools.rules(opened.routes(), pools, ours),
                limits(opened, scope));
        if (!alike) {
            // Each of those behind it waits and passes on by itself.
            system.put(balancer(opened.id())
                    .with(LoadBalancer.PASS_ON, FailoverPolicy.NEVER)
                    .with(LoadBalancer.TIMEOUTS, TimeLimits.NONE));
        }
        Map<String, String> behind = new LinkedHashMap<>();
        pools.forEach((name, pool) -> {
            Directive upstream = upstreams.get(name);
            NginxSplit split = reader.splits().get(name);
            if (split != null) {
                String id = PoolSplits.put(
                        system,
                        NginxPools.plain(name) + "-split",
                        split.weights(),
                        its -> behind(its, settings, behind),
                        split.sticky());
                system.put(Link.of(opened.id(), id, AT_ONCE).with(Link.POOL, pool));
                return;
            }
            if (upstream != null) {
                notes.understood(upstream, "pool " + pool + " of " + opened.id());
            }
            if (alike) {
                if (upstream != null) {
                    targets.picking(LoadBalancer.of("x"), upstream);
                }
                targets.link(opened.id(), pool, name, upstream);
            } else {
                system.put(Link.of(opened.id(), behind(name, settings, behind), AT_ONCE)
                        .with(Link.POOL, pool));
            }
        });
        targets.passive(opened.id(), settings.failures());
        opened.routes().forEach(route -> notes.understood(route.pass(), "to " + route.target()));
    }

    /**
     * Upstreams of different methods are balancers of their own, at no cost of time.
     *
     * @param made the ids of those that there are, by upstream
     */
    private String behind(String name, NginxSettings settings, Map<String, String> made) {
        String there = made.get(name);
        if (there != null) {
            return there;
        }
        Directive upstream = upstreams.get(name);
        String id = system.newId(name);
        made.put(name, id);
        system.put(LoadBalancer.of(id));
        finish(id, settings, upstream, sizes.getOrDefault(name, 1), List.of(), List.of());
        system.put(balancer(id)
                .with(LoadBalancer.COST, Duration.ZERO)
                .with(LoadBalancer.CACHE, null)
                .with(LoadBalancer.TLS, Tls.PASS_THROUGH)
                .with(LoadBalancer.CONNECTIONS, ConnectionLimits.NONE));
        if (upstream != null) {
            notes.understood(upstream, "load balancer " + id);
        }
        targets.link(id, Link.DEFAULT_POOL, name, upstream);
        targets.passive(id, settings.failures());
        system.assumed(
                "Upstreams of one server with methods of their own are balancers behind it, which take no time.");
        return id;
    }

    private LoadBalancer balancer(String id) {
        return system.node(id)
                .filter(LoadBalancer.class::isInstance)
                .map(LoadBalancer.class::cast)
                .orElseGet(() -> LoadBalancer.of(id));
    }

    private void finish(
            String id,
            NginxSettings settings,
            @Nullable Directive upstream,
            int most,
            List<Rule> rules,
            List<Limit> limits) {
        LoadBalancer balancer = targets.picking(settings.on(LoadBalancer.of(id), most), upstream);
        balancer = balancer.with(LoadBalancer.RULES, rules).with(LoadBalancer.LIMITS, limits);
        system.put(
                rules.isEmpty() ? balancer : balancer.with(LoadBalancer.RULE_ORDER, RequestRules.Order.LONGEST_PREFIX));
    }

    /** Those of places that have others than the rest come first, and let past what is asked of the rest. */
    private List<Limit> limits(Opened opened, NginxScope scope) {
        NginxGuards guards = new NginxGuards(outermost, remarks, stream, notes);
        List<Directive> ofRest = guards.asked(scope);
        List<Limit> rest = guards.limits(scope, null);
        List<NginxRoute> places = opened.routes().stream()
                .filter(route ->
                        route.conditions().host() == null && route.conditions().path() != null)
                .filter(route -> !route.isRest())
                .sorted(Comparator.comparingLong(route ->
                        -new PathPattern(String.valueOf(route.conditions().path())).rank()))
                .toList();
        List<Limit> limits = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            NginxScope its = places.get(i).scope();
            String path = places.get(i).conditions().path();
            boolean like = guards.asked(its).equals(ofRest);
            List<Limit> own = like ? List.of() : guards.limits(its, path);
            boolean wider = places.subList(i + 1, places.size()).stream()
                    .anyMatch(other ->
                            covers(other, path) && !guards.asked(other.scope()).equals(guards.asked(its)));
            own.stream().filter(limit -> !limits.contains(limit)).forEach(limits::add);
            if (like ? wider && rest.isEmpty() : wider || !rest.isEmpty()) {
                Limit past = Limit.of(LimitKind.ALLOW).with(Limit.PATH, path);
                if (!limits.contains(past)) {
                    limits.add(past);
                }
            }
        }
        limits.addAll(rest);
        return limits;
    }

    private static boolean covers(NginxRoute route, @Nullable String path) {
        return path != null && new PathPattern(String.valueOf(route.conditions().path())).covers(new PathPattern(path));
    }
}
