package roundhouse.exchange.configuration.envoy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import roundhouse.exchange.configuration.yaml.Yaml;
import roundhouse.routing.Failure;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Rule;
import roundhouse.topology.nodes.waiting.TimeLimits;

/** Reads routes: which requests they are for, and what happens to those that fail. */
final class EnvoyRoute {
    private static final Set<Failure> UNANSWERED = EnumSet.of(Failure.REFUSED, Failure.BROKEN, Failure.TIMED_OUT);
    private static final Map<String, Set<Failure>> RETRIED = Map.ofEntries(
            Map.entry("5xx", EnumSet.allOf(Failure.class)),
            Map.entry(
                    "gateway-error", EnumSet.of(Failure.REFUSED, Failure.BROKEN, Failure.TIMED_OUT, Failure.REJECTED)),
            Map.entry("reset", UNANSWERED),
            Map.entry("connect-failure", EnumSet.of(Failure.REFUSED)),
            Map.entry("refused-stream", EnumSet.of(Failure.REFUSED)));
    /** Envoy's, where a route says nothing. */
    private static final Duration USUAL = Duration.ofSeconds(15);

    static final Pattern HOST = Pattern.compile("(\\*\\.)?[A-Za-z0-9.-]{1,250}(\\.\\*)?");
    static final Pattern PATH = Pattern.compile("/[^*\\x00-\\x20]{0,900}");
    static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private final EnvoyTold told;

    EnvoyRoute(EnvoyTold told) {
        this.told = told;
    }

    /** A rule for each route and host; none where it is for all requests; nothing where it cannot be said. */
    Optional<Rule> rule(Yaml route, String domain, String pool) {
        Yaml match = route.get("match");
        told.fields(match, Set.of("prefix", "path", "headers", "query_parameters"), "a rule");
        Rule rule = Rule.to(pool);
        String prefix = match.get("prefix").text();
        String path = match.get("path").text();
        if (PATH.matcher(path).matches()) {
            rule = rule.with(Rule.PATH, path);
        } else if (prefix.matches("/[^*\\x00-\\x20]{1,900}")) {
            rule = rule.with(Rule.PATH, prefix + "*");
        } else if (!prefix.equals("/")) {
            told.missed(match, "match", "rules go by a path or what it begins with");
            return Optional.empty();
        }
        if (!domain.equals("*")) {
            String host = domain.replaceAll(":\\d+$", "");
            if (!HOST.matcher(host).matches()) {
                told.missed(match, domain, "no host looks like that");
                return Optional.empty();
            }
            rule = rule.with(Rule.HOST, host);
        }
        for (Yaml header : match.get("headers").items()) {
            Rule next = header(rule, header);
            if (next.equals(rule)) {
                told.missed(
                        header, header.get("name").text(), "a rule has one header with one value, or Host or method");
                return Optional.empty();
            }
            rule = next;
        }
        for (Yaml parameter : match.get("query_parameters").items()) {
            String value = parameter.at("string_match", "exact").text();
            if (rule.named() != null
                    || value.isEmpty()
                    || parameter.get("name").text().isEmpty()) {
                told.missed(parameter, "query_parameters", "a rule has one parameter with one value");
                return Optional.empty();
            }
            rule = rule.with(Rule.QUERY, parameter.get("name").text()).with(Rule.VALUE, value);
        }
        boolean all = rule.equals(Rule.to(pool));
        return Optional.of(all ? rule.with(Rule.PATH, "/*") : rule);
    }

    private static Rule header(Rule rule, Yaml header) {
        String name = header.get("name").text();
        Yaml match = header.get("string_match");
        String exact = header.get("exact_match").text() + match.get("exact").text();
        String suffix = header.get("suffix_match").text() + match.get("suffix").text();
        String prefix = header.get("prefix_match").text() + match.get("prefix").text();
        if (name.equals(":method") && exact.matches("[A-Z]{1,20}")) {
            return rule.with(Rule.METHOD, exact);
        }
        if (name.equals(":authority")) {
            String host =
                    !exact.isEmpty() ? exact : !suffix.isEmpty() ? "*" + suffix : prefix.isEmpty() ? "" : prefix + "*";
            return HOST.matcher(host).matches() ? rule.with(Rule.HOST, host) : rule;
        }
        return rule.named() != null || exact.isEmpty() || !NAME.matcher(name).matches()
                ? rule
                : rule.with(Rule.HEADER, name).with(Rule.VALUE, exact);
    }

    /** What becomes of requests that a target fails, and their time. */
    LoadBalancer policies(LoadBalancer balancer, Yaml route, Yaml host) {
        Yaml action = route.get("route");
        told.fields(
                action,
                Set.of("cluster", "timeout", "retry_policy", "hash_policy"),
                "where requests go, and what happens to those that fail");
        if (!action.get("weighted_clusters").isMissing()) {
            told.missed(
                    action.get("weighted_clusters"),
                    "weighted_clusters",
                    "rules split by what is asked, not by chance");
        }
        Duration timeout = action.get("timeout").isMissing()
                ? USUAL
                : EnvoyTime.parse(action.get("timeout").text()).orElse(USUAL);
        LoadBalancer next = balancer.with(
                LoadBalancer.TIMEOUTS, TimeLimits.REQUEST.with(balancer.timeouts(), timeout.isZero() ? null : timeout));
        Yaml retries = action.get("retry_policy").isMissing() ? host.get("retry_policy") : action.get("retry_policy");
        return retries.isMissing() ? next : next.with(LoadBalancer.PASS_ON, passOn(retries));
    }

    private FailoverPolicy passOn(Yaml retries) {
        told.fields(
                retries,
                Set.of(
                        "retry_on",
                        "num_retries",
                        "per_try_timeout",
                        "retry_host_predicate",
                        "host_selection_retry_max_attempts"),
                "passing on");
        Set<Failure> on = EnumSet.noneOf(Failure.class);
        for (String word : retries.get("retry_on").text().split("\\s*,\\s*", -1)) {
            Set<Failure> its = RETRIED.get(word);
            if (its != null) {
                on.addAll(its);
            } else if (!word.isEmpty()) {
                told.missed(retries.get("retry_on"), word, "no failure here is called so");
            }
        }
        Duration each = EnvoyTime.parse(retries.get("per_try_timeout").text())
                .filter(its -> its.toMillis() >= 1)
                .orElse(null);
        int number = retries.get("num_retries").whole(0, 99).orElse(1);
        FailoverPolicy once = FailoverPolicy.TIMEOUT.with(FailoverPolicy.NEVER, each);
        if (number == 0 || on.isEmpty()) {
            return once;
        }
        boolean others = retries.get("retry_host_predicate").items().stream()
                .anyMatch(its -> its.get("name").text().endsWith("previous_hosts"));
        return new FailoverPolicy(
                number + 1, on, true, others ? FailoverPolicy.Next.OTHER : FailoverPolicy.Next.ANY, once.pause(), each);
    }

    /** The words for failures, for whoever writes them: the condition that means them, or the nearest. */
    static String words(Set<Failure> on) {
        return List.of("connect-failure", "reset", "gateway-error", "5xx").stream()
                .filter(word -> RETRIED.getOrDefault(word, Set.of()).containsAll(on))
                .findFirst()
                .orElse("5xx");
    }
}
