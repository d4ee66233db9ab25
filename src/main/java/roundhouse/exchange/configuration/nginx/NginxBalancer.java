package roundhouse.exchange.configuration.nginx;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.exchange.configuration.Account;
import roundhouse.exchange.configuration.Addresses;
import roundhouse.routing.Failure;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.parts.Rule;
import roundhouse.topology.nodes.parts.Tls;
import roundhouse.topology.nodes.targets.BackupUse;
import roundhouse.topology.types.Types;

/** Writes one load balancer: its upstreams, what they need before them, and the servers where it listens. */
final class NginxBalancer {
    /** At the end of the line of what is passed on: statuses among it are no failures of a target. */
    static final String COUNTS_LESS = "counts-errors-and-timeouts";

    private final LoadBalancer balancer;
    private final Addresses addresses;
    private final Account account;
    private final String pointer;
    private final boolean stream;
    private final Map<String, List<Link>> pools = new LinkedHashMap<>();

    NginxBalancer(LoadBalancer balancer, Topology topology, Addresses addresses, Account account) {
        this.balancer = balancer;
        this.addresses = addresses;
        this.account = account;
        pointer = account.node(balancer.id());
        stream = balancer.layer() == 4;
        pools.put(Link.DEFAULT_POOL, new ArrayList<>());
        for (Rule rule : NginxRules.byHost(balancer.rules())) {
            pools.computeIfAbsent(rule.pool(), _ -> new ArrayList<>());
        }
        for (Link link : topology.linksFrom(balancer.id())) {
            pools.computeIfAbsent(stream ? Link.DEFAULT_POOL : link.pool(), _ -> new ArrayList<>())
                    .add(link);
        }
    }

    void write(NginxText text) {
        account.described(pointer);
        account.said(pointer + "/layer");
        method(text);
        pools.forEach((pool, links) -> new NginxUpstream(balancer, passive(), addresses, account)
                .write(
                        upstream(pool),
                        balancer.id() + (pool.equals(Link.DEFAULT_POOL) ? "" : " " + pool),
                        links,
                        text));
        NginxRules rules = new NginxRules(balancer, this::upstream, account);
        NginxCache cache = balancer.cache() == null ? null : new NginxCache(balancer, balancer.cache(), account);
        NginxText common = new NginxText();
        NginxLimits limits = new NginxLimits(balancer, account, stream);
        limits.write(common);
        limits.zones().lines().forEach(text::line);
        if (!stream) {
            rules.writeMap(text);
            if (cache != null) {
                cache.writePath(text);
                cache.write(common);
            }
            connections(common);
        }
        times(common);
        passing(common);
        unmatched();
        Set<@Nullable String> hosts = new LinkedHashSet<>();
        hosts.add(null);
        hosts.addAll(rules.hosts());
        for (String host : hosts) {
            server(host, rules, common.toString(), text);
        }
    }

    private void server(@Nullable String host, NginxRules rules, String common, NginxText text) {
        text.open("server", balancer.id());
        text.say("listen " + addresses.port(balancer.id()));
        if (balancer.tls().mode() == Tls.Mode.TERMINATE) {
            text.comment("listen 443 ssl; with ssl_certificate and ssl_certificate_key, as it terminates TLS");
        }
        if (host != null) {
            text.say("server_name " + NginxWords.quoted(host));
        }
        common.lines().forEach(text::line);
        if (stream) {
            text.say("proxy_pass " + upstream(Link.DEFAULT_POOL));
        } else {
            rules.writeLocations(host, text);
        }
        text.close();
    }

    private void method(NginxText text) {
        NginxMethod method = NginxMethod.of(balancer);
        String difference = method.difference();
        if (difference.isEmpty()) {
            account.said(pointer + "/algorithm");
        } else {
            account.unwritten(pointer + "/algorithm", difference);
            text.comment(balancer.balancing().algorithm().key() + ": " + difference);
        }
        if (method.hashesAddresses()
                && pools.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(link -> addresses.of(link).stream().anyMatch(Addresses.Place::assumed))) {
            text.comment("the ring is made of the servers' addresses: with others, other keys live on each of them");
        }
        if (method.directive().contains(NginxMethod.KEY)) {
            text.comment("the key of a request is its parameter \"key\"; put here what it is with you");
        }
    }

    private String upstream(String pool) {
        if (pool.equals(Link.DEFAULT_POOL)) {
            return balancer.id();
        }
        int number = List.copyOf(pools.keySet()).indexOf(pool);
        String plain = pool.replaceAll("[^A-Za-z0-9._-]+", "_");
        return balancer.id() + "." + (plain.equals(pool) ? plain : plain + "." + number);
    }

    private void connections(NginxText text) {
        int requests = balancer.connections().requests();
        text.say("keepalive_requests " + (requests == Types.UNLIMITED ? 1_000_000_000 : requests));
        account.said(pointer + "/connections/requests");
        text.say("keepalive_time "
                + time("/connections/age", balancer.connections().age()));
        text.say("keepalive_timeout "
                + time("/connections/idle", balancer.connections().idle()));
    }

    private void times(NginxText text) {
        text.say("proxy_connect_timeout "
                + time("/timeouts/connect", balancer.timeouts().connect()));
        text.say((stream ? "proxy_timeout " : "proxy_read_timeout ")
                + time("/pass-on/timeout", balancer.passOn().timeout()));
    }

    /** What stands for a limit, or for none. */
    private String time(String key, @Nullable Duration time) {
        if (time == null || NginxText.canBeSaid(time)) {
            account.said(pointer + key);
        } else {
            account.unwritten(pointer + key, "nginx counts milliseconds, and a year stands for no limit here");
        }
        return NginxText.time(time == null ? NginxText.FOREVER : time);
    }

    private void passing(NginxText text) {
        FailoverPolicy passOn = balancer.passOn();
        Health.Passive passive = passive();
        String conditions = conditions(passOn.attempts() > 1 ? passOn.on() : counted(passive));
        if (stream) {
            text.say("proxy_next_upstream " + (passOn.attempts() > 1 ? "on" : "off"));
        } else if (passOn.attempts() == 1 && conditions.equals("error timeout")) {
            text.say("proxy_next_upstream off");
        } else {
            String next = "proxy_next_upstream " + (conditions.isEmpty() ? "off" : conditions)
                    + (passOn.writes() && passOn.attempts() > 1 ? " non_idempotent" : "");
            if (passive != null
                    && passive.on().equals(Failure.NGINX)
                    && !counted(conditions).equals(Failure.NGINX)) {
                text.say(next, COUNTS_LESS);
            } else {
                text.say(next);
            }
        }
        text.say("proxy_next_upstream_tries " + passOn.attempts());
        account.described(pointer + "/pass-on");
        account.said(pointer + "/pass-on/tries");
        if (passOn.on().equals(stream ? Failure.NGINX : failures(conditions))) {
            account.said(pointer + "/pass-on/on");
        } else {
            account.unwritten(
                    pointer + "/pass-on/on",
                    stream
                            ? "nginx passes on connections that failed, at layer 4"
                            : "nginx passes on by error, which is both, timeout and status");
        }
        account.said(pointer + "/pass-on/writes");
        if (passive != null) {
            account.said(pointer + "/passive/max-fails");
            account.said(pointer + "/passive/fail-timeout");
            account.described(pointer + "/passive");
            if (passive.on().equals(stream ? Failure.NGINX : counted(conditions))) {
                account.said(pointer + "/passive/on");
            } else {
                account.unwritten(
                        pointer + "/passive/on", "to nginx failures are what it passes on, errors and timeouts");
            }
        }
    }

    /** What nginx counts as failures of a target under such conditions: errors and timeouts in any case. */
    static Set<Failure> counted(String conditions) {
        Set<Failure> counted = EnumSet.copyOf(Failure.NGINX);
        counted.addAll(failures(conditions));
        return counted;
    }

    private static Set<Failure> counted(Health.@Nullable Passive passive) {
        Set<Failure> counted = EnumSet.copyOf(Failure.NGINX);
        counted.addAll(passive == null ? Set.of() : passive.on());
        return counted;
    }

    /** The rule of failures, if any server that is written comes under it. */
    private Health.@Nullable Passive passive() {
        Health.Passive passive = balancer.health().passive();
        boolean backups = NginxMethod.of(balancer).backups();
        boolean isUsed = pools.values().stream()
                .flatMap(List::stream)
                .filter(link -> backups || !link.backup())
                .map(link -> link.passive(passive))
                .anyMatch(rule -> rule != null && rule.maxFails() > 0);
        if (passive != null && !isUsed) {
            account.remembered(pointer + "/passive");
            return null;
        }
        return passive;
    }

    private static String conditions(Set<Failure> on) {
        List<String> words = new ArrayList<>();
        if (on.contains(Failure.REFUSED) || on.contains(Failure.BROKEN)) {
            words.add("error");
        }
        if (on.contains(Failure.TIMED_OUT)) {
            words.add("timeout");
        }
        if (on.contains(Failure.REJECTED)) {
            words.add("http_503");
        }
        if (on.contains(Failure.HTTP_5XX)) {
            words.addAll(List.of("http_500", "http_502", "http_504"));
        }
        return String.join(" ", words);
    }

    /** What nginx takes for a failure under such conditions. */
    static Set<Failure> failures(String conditions) {
        Set<Failure> failures = new LinkedHashSet<>();
        for (String word : conditions.split(" ", -1)) {
            failures.addAll(
                    switch (word) {
                        case "error" -> Set.of(Failure.REFUSED, Failure.BROKEN);
                        case "timeout" -> Set.of(Failure.TIMED_OUT);
                        case "http_503" -> Set.of(Failure.REJECTED);
                        case "http_500", "http_502", "http_504" -> Set.of(Failure.HTTP_5XX);
                        default -> Set.of();
                    });
        }
        return failures;
    }

    /** What needs a better reason than the usual one. */
    private void unmatched() {
        String plus = "in NGINX Plus only";
        account.unwritten(
                pointer + "/checks", "active checks are " + plus + "; nginx goes by max_fails and fail_timeout");
        account.unwritten(pointer + "/slow-start", "slow_start is " + plus);
        account.unwritten(pointer + "/queue", "queue is " + plus);
        account.unwritten(pointer + "/sticky", "sticky is " + plus + "; ip_hash keeps clients by their addresses");
        account.unwritten(pointer + "/tls", "it needs a certificate, which no topology has; the place is marked");
        if (balancer.backups() == BackupUse.FIRST) {
            account.unwritten(pointer + "/backups", "nginx spreads over all backups");
        }
    }
}
