package roundhouse.exchange.configuration.nginx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.PathPattern;
import roundhouse.routing.RequestRules;
import roundhouse.topology.nodes.parts.Rule;

/** Rules as patterns of a map: what each looks at stands in one text, a bar between any two. */
final class NginxRuleMap {
    private static final String BAR = "[|]";
    private static final String ANY = "[^|]*";

    private final List<Rule> rules;
    private final Set<String> variables = new LinkedHashSet<>();

    NginxRuleMap(List<Rule> rules) {
        this.rules = rules;
        for (Rule rule : rules) {
            String variable = variable(rule);
            if (variable != null && canSay(rule)) {
                variables.add(variable);
            }
        }
    }

    /** What the patterns are tried on. */
    String text() {
        StringBuilder text = new StringBuilder("$host|$request_method|$uri");
        variables.forEach(variable -> text.append('|').append(variable));
        return text.toString();
    }

    /** Those that can be said, in the order in which nginx is to try them. */
    List<Rule> inOrder(RequestRules.Order order) {
        List<Rule> sayable = new ArrayList<>(rules.stream().filter(this::canSay).toList());
        if (order == RequestRules.Order.LONGEST_PREFIX) {
            sayable.sort(Comparator.comparingInt((Rule rule) -> hostRank(rule.host()))
                    .thenComparingLong(rule -> pathRank(rule.path())));
        }
        return sayable;
    }

    /** The less, the earlier. */
    private static int hostRank(@Nullable String host) {
        return host == null ? 0 : host.contains("*") ? -host.length() : -10_000;
    }

    private static long pathRank(@Nullable String path) {
        return path == null ? 0 : -new PathPattern(path).rank();
    }

    boolean canSay(Rule rule) {
        String name = name(rule);
        return name == null || name.matches(rule.header() == null ? "[A-Za-z0-9_]+" : "[A-Za-z0-9-]+");
    }

    private static @Nullable String name(Rule rule) {
        return rule.header() != null ? rule.header() : rule.cookie() != null ? rule.cookie() : rule.query();
    }

    private static @Nullable String variable(Rule rule) {
        String name = name(rule);
        return name == null
                ? null
                : rule.header() != null
                        ? "$http_" + name.toLowerCase(Locale.ROOT).replace('-', '_')
                        : (rule.cookie() != null ? "$cookie_" : "$arg_") + name;
    }

    /** In quotes. */
    String pattern(Rule rule) {
        StringBuilder pattern = new StringBuilder("\"~^");
        pattern.append(rule.host() == null ? ANY : "(?i:" + host(rule.host()) + ")")
                .append(BAR);
        pattern.append(rule.method() == null ? ANY : literal(rule.method())).append(BAR);
        pattern.append(rule.path() == null ? ".*" : path(rule.path()));
        for (String variable : variables) {
            boolean its = variable.equals(variable(rule));
            pattern.append(BAR).append(its ? literal(Objects.requireNonNullElse(rule.value(), "")) : ANY);
        }
        return pattern.append("$\"").toString();
    }

    private static String path(String path) {
        PathPattern pattern = new PathPattern(path);
        return pattern.isExact() ? literal(path) : literal(pattern.beginning()) + ".*" + literal(pattern.end());
    }

    private static String host(String host) {
        return host.equals("*")
                ? ANY
                : host.startsWith("*.")
                        ? ANY + literal(host.substring(1))
                        : host.endsWith(".*") ? literal(host.substring(0, host.length() - 1)) + ANY : literal(host);
    }

    /** What means something to a pattern, to quotes or to variables stands by its code. */
    static String literal(String text) {
        StringBuilder literal = new StringBuilder();
        text.codePoints().forEach(c -> {
            if ((Character.isLetterOrDigit(c) && c < 128) || "/_-".indexOf(c) >= 0) {
                literal.appendCodePoint(c);
            } else if (c < 128) {
                literal.append(String.format(Locale.ROOT, "\\\\x%02x", c));
            } else {
                literal.appendCodePoint(c);
            }
        });
        return literal.toString();
    }
}
