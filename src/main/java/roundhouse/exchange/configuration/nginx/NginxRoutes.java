package roundhouse.exchange.configuration.nginx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import roundhouse.exchange.configuration.Remarks;
import roundhouse.exchange.configuration.nginx.syntax.Directive;
import roundhouse.topology.nodes.parts.Rule;

/** Reads which requests go where: the locations of servers, and the maps of variables in {@code proxy_pass}. */
final class NginxRoutes {
    private static final List<String> PASSES =
            List.of("proxy_pass", "fastcgi_pass", "uwsgi_pass", "scgi_pass", "grpc_pass", "memcached_pass");
    private static final Pattern TARGET = Pattern.compile("(?:[a-z]+://)?(unix:[^:]+|[^/]+)(?:[/:].*)?");

    private final Directive outermost;
    private final Remarks remarks;
    private final NginxNotes notes;
    private final Map<String, NginxSplit> splits = new LinkedHashMap<>();

    /** @param outermost the block that has the maps */
    NginxRoutes(Directive outermost, Remarks remarks, NginxNotes notes) {
        this.outermost = outermost;
        this.remarks = remarks;
        this.notes = notes;
    }

    /**
     * Those of one server.
     *
     * @param hosts its names; empty when it takes requests to any
     */
    List<NginxRoute> of(Directive server, List<String> hosts) {
        List<NginxRoute> routes = new ArrayList<>();
        NginxScope scope = new NginxScope(List.of(server, outermost));
        // At layer 4 there are no locations.
        pass(server).ifPresent(pass -> add(pass, Rule.to("x"), scope, true, routes));
        Map<Directive, NginxScope> scopes = new LinkedHashMap<>();
        server.all("location").forEach(location -> collect(location, scope, scopes));
        Map<Directive, List<String>> patterns = new NginxLocations(scopes).patterns();
        scopes.forEach((location, its) -> location(location, patterns.get(location), hosts, its, routes));
        return routes;
    }

    /** With those within it, after it. */
    private static void collect(Directive location, NginxScope outer, Map<Directive, NginxScope> scopes) {
        NginxScope scope = outer.in(location);
        scopes.put(location, scope);
        location.all("location").forEach(inner -> collect(inner, scope, scopes));
    }

    /** @param patterns of the paths that it takes; null where these cannot be said */
    private void location(
            Directive location,
            @Nullable List<String> patterns,
            List<String> hosts,
            NginxScope scope,
            List<NginxRoute> routes) {
        Directive pass = pass(location).orElse(null);
        if (pass == null) {
            return;
        }
        String remark = location.file().isEmpty() ? remarks.at(location.line()).orElse("") : "";
        boolean all = remark.equals("all");
        if (!all && patterns == null) {
            notes.missed(location, "rules here go by paths with one part of anything");
            return;
        }
        List<@Nullable String> paths = new ArrayList<>();
        if (all) {
            paths.add(null);
        } else if (patterns != null) {
            paths.addAll(patterns);
        }
        if (paths.isEmpty()) {
            notes.missed(location, "other locations take all its paths");
            return;
        }
        boolean isRule = !remark.equals(NginxRules.NO_RULE);
        for (String host : hosts.isEmpty() ? Collections.<@Nullable String>singletonList(null) : hosts) {
            for (String path : paths) {
                Rule conditions = Rule.to("x").with(Rule.HOST, host).with(Rule.PATH, path);
                add(pass, conditions, scope, isRule, routes);
            }
        }
        notes.understood(
                location,
                (all
                                ? "all paths"
                                : "path " + paths.stream().map(String::valueOf).collect(Collectors.joining(", ")))
                        + (hosts.isEmpty() ? "" : " of " + String.join(", ", hosts))
                        + (location.argument(0).equals("~*") ? ", capital letters as they stand there" : ""));
    }

    /** Its own, or one under a condition, which is not known. */
    private Optional<Directive> pass(Directive block) {
        return block.block().stream()
                .filter(directive -> PASSES.contains(directive.name())
                        && !directive.arguments().isEmpty())
                .findFirst()
                .or(() -> block.block().stream()
                        .filter(inner ->
                                inner.name().equals("if") || inner.name().equals("limit_except"))
                        .map(this::pass)
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private void add(Directive pass, Rule conditions, NginxScope scope, boolean isRule, List<NginxRoute> routes) {
        String target = target(pass.argument(0));
        if (!target.contains("$")) {
            if (!target.isEmpty()) {
                routes.add(new NginxRoute(conditions, target, pass, scope, isRule));
            }
            return;
        }
        Directive map = variable(target);
        if (map == null) {
            notes.missed(pass, "where it leads is known only while nginx runs");
            return;
        }
        if (map.file().isEmpty() && remarks.at(map.line()).orElse("").startsWith(NginxRules.RULES + " ")) {
            notes.understood(map, "rules, which the remarks have");
            notes.understood(pass, "to where these lead");
            return;
        }
        if (map.name().equals("split_clients") && split(target, map)) {
            routes.add(new NginxRoute(conditions, target, pass, scope, isRule));
            return;
        }
        notes.understood(map, map.name().equals("map") ? "rules" : "of its pools, that of the rest");
        for (Directive entry : map.block()) {
            if (entry.name().equals("hostnames") && entry.arguments().isEmpty()) {
                notes.understood(entry, "its values are names of hosts");
                continue;
            }
            String to = target(entry.argument(0));
            boolean rest = entry.name().equals("default") || entry.name().equals("*");
            Rule rule = rest ? conditions : condition(map, entry.name(), conditions);
            if (rule == null || to.isEmpty() || to.contains("$")) {
                notes.missed(
                        entry,
                        map.name().equals("split_clients")
                                ? "a part of the requests goes to an upstream or an address"
                                : "rules here go by one exact value of a header, cookie or parameter");
            } else {
                routes.add(new NginxRoute(rule, to, pass, scope, isRule || !rest));
                notes.understood(entry, rest ? "the rest" : "a rule");
            }
        }
    }

    /** What a variable's value is drawn from. */
    private boolean split(String variable, Directive map) {
        if (splits.containsKey(variable)) {
            return true;
        }
        Optional<NginxSplit> split = NginxSplit.of(map, NginxRoutes::target);
        split.ifPresent(its -> {
            splits.put(variable, its);
            notes.understood(map, "a split by chance");
            map.block().forEach(entry -> notes.understood(entry, "its part of the requests"));
        });
        return split.isPresent();
    }

    /** Those that targets of routes name, by these targets. */
    Map<String, NginxSplit> splits() {
        return splits;
    }

    /** A rule with the condition that the variable has that value; null where rules have no such condition. */
    private static @Nullable Rule condition(Directive map, String value, Rule conditions) {
        String variable = map.argument(0);
        boolean plain = !value.startsWith("~") && !value.isEmpty() && value.length() <= 1_000;
        if (!map.name().equals("map") || !plain || conditions.named() != null) {
            return null;
        }
        if (variable.startsWith("$http_") && !variable.equals("$http_host")) {
            return conditions
                    .with(Rule.HEADER, variable.substring("$http_".length()).replace('_', '-'))
                    .with(Rule.VALUE, value);
        }
        if (variable.startsWith("$cookie_")) {
            return conditions
                    .with(Rule.COOKIE, variable.substring("$cookie_".length()))
                    .with(Rule.VALUE, value);
        }
        if (variable.startsWith("$arg_")) {
            return conditions
                    .with(Rule.QUERY, variable.substring("$arg_".length()))
                    .with(Rule.VALUE, value);
        }
        if (variable.equals("$request_method") && value.matches("[A-Z]{1,20}")) {
            return conditions.with(Rule.METHOD, value);
        }
        boolean host = variable.equals("$host") || variable.equals("$http_host");
        return host && NginxServers.isHost(value) && conditions.host() == null
                ? conditions.with(Rule.HOST, value)
                : null;
    }

    private @Nullable Directive variable(String name) {
        return outermost.block().stream()
                .filter(directive -> directive.hasBlock()
                        && List.of("map", "split_clients", "geo").contains(directive.name())
                        && !directive.arguments().isEmpty()
                        && directive.arguments().getLast().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The upstream or address of a URL. */
    private static String target(String url) {
        Matcher target = TARGET.matcher(url);
        return target.matches() ? target.group(1) : "";
    }
}
