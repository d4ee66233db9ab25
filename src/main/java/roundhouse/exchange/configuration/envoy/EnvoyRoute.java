package roundhouse.exchange.configuration.envoy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import roundhouse.exchange.configuration.PathPatterns;
import roundhouse.exchange.configuration.yaml.Yaml;
import roundhouse.exchange.configuration.yaml.YamlTold;
import roundhouse.routing.Failure;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Rule;

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
    /** A condition whose statuses stand elsewhere. */
    private static final String BY_STATUS = "retriable-status-codes";
    /** Envoy's, where a route says nothing. */
    private static final Duration USUAL = Duration.ofSeconds(15);

    static final Pattern HOST = Pattern.compile("(\\*\\.)?[A-Za-z0-9.-]{1,250}(\\.\\*)?");
    static final Pattern PATH = Pattern.compile("/[^*\\x00-\\x20]{0,900}");
    static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private final YamlTold told;

    EnvoyRoute(YamlTold told) {
        this.told = told;
    }

    /** Rules for a route and a host; one of the path {@code /*} where it is for all requests, none where it cannot be said. */
    List<Rule> rules(Yaml route, String domain, String pool) {
        Yaml match = route.get("match");
        told.fields(
                match,
                "a rule",
                "prefix",
                "path",
                "path_separated_prefix",
                "safe_regex.regex",
                "headers",
                "query_parameters.name",
                "query_parameters.string_match.exact");
        String prefix = match.get("prefix").text();
        String path = match.get("path").text();
        String separated = match.get("path_separated_prefix").text();
        if (match.get("case_sensitive").text().equals("false")) {
            told.missed(match.get("case_sensitive"), "case_sensitive: false", "paths are compared by case here");
        }
        List<Rule> rules = new ArrayList<>();
        if (!match.get("runtime_fraction").isMissing()) {
            told.missed(route, "runtime_fraction", "rules go by what is asked, not by chance");
        } else if (PATH.matcher(path).matches()) {
            rules.add(Rule.path(path, pool));
        } else if (prefix.matches("/[^*\\x00-\\x20]{1,900}")) {
            rules.add(Rule.path(prefix + "*", pool));
        } else if (PATH.matcher(separated).matches()) {
            rules.add(Rule.path(separated, pool));
            rules.add(Rule.path(separated + "/*", pool));
        } else if (prefix.equals("/")) {
            rules.add(Rule.to(pool));
        } else {
            PathPatterns.of(match.at("safe_regex", "regex").text(), true)
                    .forEach(pattern -> rules.add(Rule.path(pattern, pool)));
            if (rules.isEmpty()) {
                told.missed(route, "match", "rules go by a path with one part of anything");
            }
        }
        List<Rule> whole = new ArrayList<>();
        for (Rule rule : rules) {
            Optional<Rule> its = conditions(rule, route, domain);
            if (its.isEmpty()) {
                return List.of();
            }
            whole.add(its.get().equals(Rule.to(pool)) ? Rule.path("/*", pool) : its.get());
        }
        return whole;
    }

    /** Without its port. */
    static String host(String domain) {
        return domain.replaceAll(":\\d+$", "");
    }

    private Optional<Rule> conditions(Rule path, Yaml route, String domain) {
        Rule rule = path;
        Yaml match = route.get("match");
        if (!domain.equals("*")) {
            String host = host(domain);
            if (!HOST.matcher(host).matches()) {
                told.except(route.get("match"), domain, "no host looks like that");
                return Optional.empty();
            }
            rule = rule.with(Rule.HOST, host);
        }
        for (Yaml header : match.get("headers").items()) {
            told.fields(
                    header,
                    "a rule",
                    "name",
                    "exact_match",
                    "prefix_match",
                    "suffix_match",
                    "string_match.exact",
                    "string_match.prefix",
                    "string_match.suffix");
            Rule next = header.get("invert_match").text().equals("true") ? rule : header(rule, header);
            if (next.equals(rule)) {
                told.missed(
                        route,
                        "header " + header.get("name").text(),
                        "a rule has one header with one value, or Host or method");
                return Optional.empty();
            }
            rule = next;
        }
        for (Yaml parameter : match.get("query_parameters").items()) {
            String value = parameter.at("string_match", "exact").text();
            if (rule.named() != null
                    || value.isEmpty()
                    || parameter.get("name").text().isEmpty()) {
                told.missed(route, "query_parameters", "a rule has one parameter with one value");
                return Optional.empty();
            }
            rule = rule.with(Rule.QUERY, parameter.get("name").text()).with(Rule.VALUE, value);
        }
        return Optional.of(rule);
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
    EnvoyPassing passing(Yaml route, Yaml host) {
        Yaml action = route.get("route");
        told.fields(
                action,
                "where requests go, and what happens to those that fail",
                "cluster",
                "weighted_clusters",
                "timeout",
                "retry_policy",
                "hash_policy.connection_properties.source_ip",
                "hash_policy.query_parameter.name",
                "hash_policy.header.header_name",
                "hash_policy.cookie.name",
                "hash_policy.terminal");
        Duration timeout = told.time(action.get("timeout"), EnvoyTime::parse).orElse(USUAL);
        Yaml retries = action.get("retry_policy").isMissing() ? host.get("retry_policy") : action.get("retry_policy");
        return new EnvoyPassing(
                timeout.isZero() ? null : timeout, retries.isMissing() ? FailoverPolicy.NEVER : passOn(retries));
    }

    private FailoverPolicy passOn(Yaml retries) {
        told.fields(
                retries,
                "passing on",
                "retry_on",
                "retriable_status_codes",
                "num_retries",
                "per_try_timeout",
                "retry_host_predicate.name",
                "retry_host_predicate.typed_config",
                "host_selection_retry_max_attempts");
        Set<Failure> on = EnumSet.noneOf(Failure.class);
        for (String word : retries.get("retry_on").text().split("\\s*,\\s*", -1)) {
            Set<Failure> its = word.equals(BY_STATUS) ? byStatus(retries) : RETRIED.get(word);
            if (its != null) {
                on.addAll(its);
            } else if (!word.isEmpty()) {
                told.except(retries.get("retry_on"), word, "no failure here is called so");
            }
        }
        Duration each = told.time(retries.get("per_try_timeout"), EnvoyTime::parseAboveZero)
                .orElse(null);
        int number = told.whole(retries.get("num_retries"), 0, 99).orElse(1);
        FailoverPolicy once = FailoverPolicy.TIMEOUT.with(FailoverPolicy.NEVER, each);
        if (number == 0 || on.isEmpty()) {
            return once;
        }
        boolean others = retries.get("retry_host_predicate").items().stream()
                .anyMatch(its -> its.get("name").text().endsWith("previous_hosts"));
        return new FailoverPolicy(
                number + 1, on, true, others ? FailoverPolicy.Next.OTHER : FailoverPolicy.Next.ANY, once.pause(), each);
    }

    /** Which of the failures here have one status only. */
    private Set<Failure> byStatus(Yaml retries) {
        Set<Failure> on = EnumSet.noneOf(Failure.class);
        for (Yaml code : retries.get("retriable_status_codes").items()) {
            if (code.text().equals("503")) {
                on.add(Failure.REJECTED);
            } else {
                told.except(code, code.text(), "of the statuses of failures only 503 is told apart here");
            }
        }
        return on;
    }

    /** The words for failures, for whoever writes them: the condition that means them, or the nearest. */
    static String words(Set<Failure> on) {
        return List.of("connect-failure", "reset", "gateway-error", "5xx").stream()
                .filter(word -> RETRIED.getOrDefault(word, Set.of()).containsAll(on))
                .findFirst()
                .orElse("5xx");
    }
}
