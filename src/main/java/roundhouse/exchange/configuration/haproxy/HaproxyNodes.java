package roundhouse.exchange.configuration.haproxy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import roundhouse.exchange.configuration.Remarks;
import roundhouse.exchange.configuration.SystemDraft;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.parts.Rule;
import roundhouse.topology.nodes.waiting.ConnectionLimits;
import roundhouse.topology.types.Types;

/**
 * Makes nodes and links of frontends and backends. A frontend with backends that are alike is one balancer with a pool for each; a backend
 * that differs from the frontend's others, or that several frontends send to, is a balancer of its own behind them.
 */
final class HaproxyNodes {
    /** At the end of the line of a frontend or backend: its balancer does not let requests wait. */
    static final String NO_QUEUE = "no-queue";
    /** At the end of a server's line: its address is none of the document. */
    static final String ASSUMED = "address-assumed";
    /** At the end of the line of a section or server that stands for nothing. */
    static final String NOTHING = "-";

    private final SystemDraft system;
    private final Remarks remarks;
    private final Map<String, Frontend> frontends;
    private final Map<String, Backend> backends;
    private final Map<String, String> idsOfFrontends = new HashMap<>();
    private final Map<String, String> listening = new HashMap<>();
    private final Map<String, String> ownBalancers = new LinkedHashMap<>();
    private final Map<String, String> idsOfServers = new HashMap<>();

    HaproxyNodes(SystemDraft system, Remarks remarks, Map<String, Frontend> frontends, Map<String, Backend> backends) {
        this.system = system;
        this.remarks = remarks;
        this.frontends = frontends;
        this.backends = backends;
    }

    void make() {
        frontends.values().removeIf(this::sendsNowhere);
        for (Frontend frontend : frontends.values()) {
            String id = system.newId(frontend.name);
            system.put(frontend.balancer(id));
            idsOfFrontends.put(frontend.name, id);
            frontend.binds.forEach(bind -> listening.putIfAbsent(local(bind), id));
        }
        Set<String> used = new TreeSet<>();
        Map<String, Integer> users = new HashMap<>();
        for (Frontend frontend : frontends.values()) {
            for (String name : frontend.backends()) {
                users.merge(name, 1, Integer::sum);
                used.add(name);
            }
        }
        for (Frontend frontend : frontends.values()) {
            frontend(frontend, users);
        }
        backends.forEach((name, backend) -> {
            if (!used.contains(name) && !backend.servers.isEmpty()) {
                if (frontends.isEmpty()) {
                    own(backend, false);
                } else {
                    system.leftOut(
                            backend.head.number(),
                            backend.last,
                            backend.head.text(),
                            "no frontend sends anything there; left out");
                }
            }
        });
    }

    /** A page of statistics listens as well, but sends to nobody. */
    private boolean sendsNowhere(Frontend frontend) {
        boolean listen = frontend.head.keyword().equals("listen");
        return frontend.rules.isEmpty()
                && (frontend.defaultBackend.isEmpty()
                        || (listen
                                && frontend.defaultBackend.equals(frontend.name)
                                && backends.containsKey(frontend.name)
                                && backends.get(frontend.name).servers.isEmpty()));
    }

    private void frontend(Frontend frontend, Map<String, Integer> users) {
        String id = idsOfFrontends.getOrDefault(frontend.name, frontend.name);
        LoadBalancer base = frontend.balancer(id);
        boolean queues = !remarks.at(frontend.head.number()).orElse("").contains(NO_QUEUE);
        List<Backend> its = new ArrayList<>();
        for (String name : frontend.backends()) {
            Backend backend = backends.get(name);
            if (backend == null) {
                system.missed(
                        frontend.head.number(),
                        frontend.head.text(),
                        "there is no backend " + name + " that it sends to");
            } else {
                its.add(backend);
            }
        }
        List<Backend> serving = its.stream().filter(this::isServed).toList();
        boolean one = its.stream().allMatch(backend -> users.getOrDefault(backend.name, 0) == 1)
                && serving.stream()
                                .map(backend -> backend.balancer(base, false))
                                .distinct()
                                .count()
                        <= 1;
        Map<String, String> pools = new HashMap<>();
        LoadBalancer balancer = base;
        for (Backend backend : its) {
            String pool = pool(frontend, backend);
            pools.put(backend.name, pool);
            if (one) {
                if (serving.contains(backend) && (balancer.equals(base) || balancer.queue() == null)) {
                    balancer = backend.balancer(base, queues);
                }
                servers(id, pool, backend);
            } else {
                system.put(Link.of(id, own(backend, true), Link.DEFAULT_LATENCY).with(Link.POOL, pool));
            }
        }
        List<Rule> rules = frontend.rules.stream()
                .filter(rule -> pools.containsKey(rule.pool()))
                .map(rule -> rule.with(Rule.POOL, String.valueOf(pools.get(rule.pool()))))
                .toList();
        system.put(base.layer() == 4 ? balancer : balancer.with(LoadBalancer.RULES, rules));
        if (base.layer() == 4 && !rules.isEmpty()) {
            system.missed(
                    frontend.head.number(), frontend.head.text(), "rules need layer 7; those of mode tcp are left out");
        }
    }

    /** Whether it has servers, and not only one that stands for none. */
    private boolean isServed(Backend backend) {
        return backend.servers.stream()
                .anyMatch(
                        server -> !remarks.at(server.line().number()).orElse("").equals(NOTHING));
    }

    /** The default backend is the default pool, another one a pool of its name. */
    private String pool(Frontend frontend, Backend backend) {
        String remark = remarks.at(backend.head.number()).orElse("");
        int at = remark.indexOf(' ');
        if (at > 0) {
            return remark.substring(at + 1);
        }
        return backend.name.equals(frontend.defaultBackend) ? Link.DEFAULT_POOL : backend.name;
    }

    /** The id of a balancer that is the backend alone. */
    private String own(Backend backend, boolean behind) {
        String there = ownBalancers.get(backend.name);
        if (there != null) {
            return there;
        }
        String id = system.newId(backend.name);
        ownBalancers.put(backend.name, id);
        LoadBalancer plain = new Frontend(backend.head, backend.proxy).balancer(id);
        // It is the same process as the frontend, which has taken that time already and knows the clients.
        LoadBalancer base = behind
                ? plain.with(LoadBalancer.COST, Duration.ZERO)
                        .with(LoadBalancer.CONNECTIONS, ConnectionLimits.NONE)
                        .with(LoadBalancer.AT_ONCE, Types.UNLIMITED)
                : plain;
        system.put(backend.balancer(base, true));
        servers(id, Link.DEFAULT_POOL, backend);
        return id;
    }

    private void servers(String balancer, String pool, Backend backend) {
        ServerLine checked = null;
        for (ServerLine server : backend.servers) {
            if (server.has("check")) {
                if (checked != null && !sameChecks(checked, server)) {
                    system.missed(
                            server.line().number(),
                            server.line().text(),
                            "all servers of a balancer are checked alike here: as the first that is");
                }
                checked = checked == null ? server : checked;
            }
        }
        backend.servers.forEach(server -> server(balancer, pool, server));
    }

    private static boolean sameChecks(ServerLine one, ServerLine other) {
        return List.of("inter", "fastinter", "downinter", "rise", "fall", "port", "slowstart", "observe").stream()
                .allMatch(key -> java.util.Objects.equals(
                        one.values().get(key), other.values().get(key)));
    }

    private void server(String balancer, String pool, ServerLine server) {
        String remark = remarks.at(server.line().number()).orElse("");
        String wanted = remark.replaceAll(" .*", "");
        if (wanted.equals(NOTHING)) {
            return;
        }
        String behind = listening.get(local(server.address()));
        String id = !wanted.isEmpty() ? wanted : behind != null && !behind.equals(balancer) ? behind : id(server);
        if (system.node(id).isEmpty()) {
            Server node = system.server(id);
            system.put(server.count() > 1 ? node.with(Server.COUNT, server.count()) : node);
        }
        Link link = Link.of(balancer, id, Link.DEFAULT_LATENCY)
                .with(Link.POOL, pool)
                .with(Link.WEIGHT, server.whole("weight", 0, 256).orElse(1))
                .with(Link.BACKUP, server.has("backup"))
                .with(Link.DOWN, server.has("disabled"));
        int most = server.whole("maxconn", 1, 1_000_000_000).orElse(0);
        link = most > 0 ? link.with(Link.LIMIT, most) : link;
        boolean said = !remark.contains(ASSUMED) && behind == null && server.count() == 1;
        if (said && server.address().matches("[A-Za-z0-9.-]{1,200}:\\d{1,5}")) {
            link = link.with(Link.ADDRESS, server.address());
        }
        system.put(link);
    }

    /** The same name and address in several backends are one server. */
    private String id(ServerLine server) {
        return idsOfServers.computeIfAbsent(
                server.name() + " " + server.address(),
                _ -> system.newId(server.name().replaceAll("[-_]+$", "")));
    }

    private static String local(String address) {
        return address.replaceFirst("^(\\*|0\\.0\\.0\\.0|localhost)?:", "127.0.0.1:");
    }
}
