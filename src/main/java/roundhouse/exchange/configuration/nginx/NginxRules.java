package roundhouse.exchange.configuration.nginx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import roundhouse.exchange.configuration.Account;
import roundhouse.routing.PathPattern;
import roundhouse.routing.RequestRules;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.parts.Rule;

/**
 * Which upstream a request goes to. Rules by host and path alone, of which nginx would choose the same, become servers and locations; all
 * others a map whose patterns are tried in their order.
 */
final class NginxRules {
    /** At the end of the line of a location that no rule asks for. */
    static final String NO_RULE = "no-rule";
    /** At the end of a map's line that stands for a balancer's rules; what they are is in the remarks. */
    static final String RULES = "rules";
    /** Before a pattern that is a location's expression. */
    private static final String EXPRESSION = "~ ";

    private final LoadBalancer balancer;
    private final UnaryOperator<String> upstreams;
    private final Account account;
    private final String pointer;

    /** @param upstreams the name of the upstream for each pool */
    NginxRules(LoadBalancer balancer, UnaryOperator<String> upstreams, Account account) {
        this.balancer = balancer;
        this.upstreams = upstreams;
        this.account = account;
        pointer = account.node(balancer.id());
    }

    /** Whether locations do. */
    boolean areLocations() {
        return balancer.rules().stream().allMatch(NginxRules::isPlain)
                && (balancer.ruleOrder() == RequestRules.Order.LONGEST_PREFIX || orderIsTheSame());
    }

    /** What is no name of a host, as {@code 10.0.0.0/8}, no server can be for; a pattern of a map can have it. */
    private static boolean isPlain(Rule rule) {
        return rule.method() == null
                && rule.named() == null
                && (rule.host() == null || NginxServers.isHost(rule.host()));
    }

    private boolean orderIsTheSame() {
        List<Rule> rules = balancer.rules();
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).host() != null || rules.get(i).path() == null) {
                return false;
            }
            PathPattern path =
                    new PathPattern(Objects.requireNonNull(rules.get(i).path()));
            if (isExpression(path)) {
                return false;
            }
            for (Rule later : rules.subList(i + 1, rules.size())) {
                if (path.covers(new PathPattern(String.valueOf(later.path())))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Expressions first and in the order in which nginx is to try them; it takes the first that matches. */
    static List<Rule> inOrder(List<Rule> rules) {
        return rules.stream()
                .sorted(Comparator.comparingLong(
                        rule -> rule.path() == null || !isExpression(new PathPattern(rule.path()))
                                ? 0
                                : -new PathPattern(rule.path()).rank()))
                .toList();
    }

    /** As servers and locations have them: those for all hosts first, then host by host. */
    static List<Rule> byHost(List<Rule> rules) {
        List<String> hosts = rules.stream()
                .map(Rule::host)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return inOrder(rules).stream()
                .sorted(Comparator.comparingInt(rule -> rule.host() == null ? -1 : hosts.indexOf(rule.host())))
                .toList();
    }

    private static boolean isExpression(PathPattern path) {
        return !path.isExact() && !path.isPrefix();
    }

    /** The hosts that have a server of their own. */
    Set<String> hosts() {
        Set<String> hosts = new LinkedHashSet<>();
        if (areLocations()) {
            balancer.rules().stream().map(Rule::host).filter(Objects::nonNull).forEach(hosts::add);
        }
        return hosts;
    }

    /** The map, where one is needed, before the servers. */
    void writeMap(NginxText text) {
        if (areLocations()) {
            account.said(pointer + "/rules");
            account.said(pointer + "/rule-order");
            return;
        }
        NginxRuleMap map = new NginxRuleMap(balancer.rules());
        account.remembered(pointer + "/rule-order");
        text.open("map \"" + map.text() + "\" " + variable(), RULES + " " + balancer.id());
        text.say("default " + NginxWords.quoted(upstreams.apply(Link.DEFAULT_POOL)));
        for (Rule rule : map.inOrder(balancer.ruleOrder())) {
            text.say(map.pattern(rule) + " " + NginxWords.quoted(upstreams.apply(rule.pool())));
        }
        for (int i = 0; i < balancer.rules().size(); i++) {
            if (map.canSay(balancer.rules().get(i))) {
                account.remembered(pointer + "/rules/" + i);
            } else {
                account.unwritten(pointer + "/rules/" + i, "nginx has no variable for such a name");
            }
        }
        text.close();
    }

    private String variable() {
        return "$pool_of_" + balancer.id().replaceAll("[^A-Za-z0-9]", "_");
    }

    /** The locations of one server; of no host, those for all hosts that have none. */
    void writeLocations(@Nullable String host, NginxText text) {
        if (!areLocations()) {
            location("/", "http://" + variable(), NO_RULE, text);
            return;
        }
        Map<String, String> pools = new LinkedHashMap<>();
        Map<PathPattern, String> expressions = new TreeMap<>(
                Comparator.comparingLong(PathPattern::rank).reversed().thenComparing(PathPattern::text));
        Map<String, String> remarks = new LinkedHashMap<>();
        List<Rule> its = new ArrayList<>();
        balancer.rules().stream()
                .filter(rule -> Objects.equals(rule.host(), host))
                .forEach(its::add);
        if (host != null) {
            balancer.rules().stream().filter(rule -> rule.host() == null).forEach(its::add);
        }
        for (Rule rule : inOrder(its)) {
            if (rule.path() != null && isExpression(new PathPattern(rule.path()))) {
                expressions.putIfAbsent(new PathPattern(rule.path()), rule.pool());
            }
            String place = rule.path() == null ? "/" : location(rule.path());
            if (pools.putIfAbsent(place, rule.pool()) == null) {
                remarks.put(place, !Objects.equals(rule.host(), host) ? NO_RULE : rule.path() == null ? "all" : "");
            }
        }
        for (String place : List.copyOf(pools.keySet())) {
            // nginx would send whoever leaves out the slash at the end there.
            String without = place.substring(0, place.length() - 1);
            if (place.startsWith("/") && place.endsWith("/") && place.length() > 1) {
                if (pools.putIfAbsent("= " + without, pool(pools, expressions, without)) == null) {
                    remarks.put("= " + without, NO_RULE);
                }
            }
        }
        if (pools.putIfAbsent("/", Link.DEFAULT_POOL) == null) {
            remarks.put("/", NO_RULE);
        }
        pools.forEach((place, pool) ->
                location(place, "http://" + upstreams.apply(pool), remarks.getOrDefault(place, ""), text));
    }

    private static String pool(Map<String, String> pools, Map<PathPattern, String> expressions, String path) {
        for (Map.Entry<PathPattern, String> expression : expressions.entrySet()) {
            if (expression.getKey().matches(path)) {
                return expression.getValue();
            }
        }
        String longest = "";
        for (String place : pools.keySet()) {
            if (place.startsWith("/") && path.startsWith(place) && place.length() > longest.length()) {
                longest = place;
            }
        }
        return pools.getOrDefault(longest, Link.DEFAULT_POOL);
    }

    private static String location(String path) {
        PathPattern pattern = new PathPattern(path);
        return pattern.isExact() ? "= " + path : pattern.isPrefix() ? pattern.beginning() : EXPRESSION + path;
    }

    /** As nginx has it in quotes. */
    private static String expression(PathPattern path) {
        String beginning = path.beginning().equals("/") ? "" : "^" + NginxRuleMap.literal(path.beginning()) + ".*";
        return "~ \"" + beginning + NginxRuleMap.literal(path.end()) + "$\"";
    }

    private static void location(String place, String upstream, String remark, NginxText text) {
        String words = place.startsWith(EXPRESSION)
                ? expression(new PathPattern(place.substring(EXPRESSION.length())))
                : place.startsWith("= ") ? "= " + NginxWords.quoted(place.substring(2)) : NginxWords.quoted(place);
        if (remark.isEmpty()) {
            text.open("location " + words);
        } else {
            text.open("location " + words, remark);
        }
        text.say("proxy_pass " + upstream);
        text.close();
    }
}
