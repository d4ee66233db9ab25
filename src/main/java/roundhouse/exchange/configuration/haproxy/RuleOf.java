package roundhouse.exchange.configuration.haproxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import roundhouse.exchange.configuration.PathPatterns;
import roundhouse.routing.PathPattern;
import roundhouse.topology.nodes.parts.Rule;
import roundhouse.topology.settings.Setting;

/** Rules of {@code use_backend} made of conditions, and the other way. */
final class RuleOf {
    private static final Pattern HOST = Pattern.compile("(\\*\\.)?[A-Za-z0-9.-]{1,250}(\\.\\*)?");
    private static final Pattern PATH = Pattern.compile("/[^*\\x00-\\x20]{0,900}(\\*[^*\\x00-\\x20]{0,90})?");
    private static final Pattern VALUE = Pattern.compile("[^\\p{Cntrl}]{1,900}");

    /** Instead of a pattern: nothing meets both. */
    private static final String NEVER = "";

    private RuleOf() {}

    /** Rules that together say what the conditions say: one for each of their values. */
    static List<Rule> conditions(List<HaproxyCondition> conditions, String pool)
            throws HaproxyConditions.NotSaidException {
        List<Rule> rules = List.of(Rule.to(pool));
        for (HaproxyCondition condition : conditions) {
            if (condition.isOfFile()) {
                throw new HaproxyConditions.NotSaidException("a file of values is not beside the configuration");
            }
            List<Rule> next = new ArrayList<>();
            for (Rule rule : rules) {
                for (String value : values(condition)) {
                    next.add(with(rule, condition, value));
                }
            }
            if (next.isEmpty()) {
                throw new HaproxyConditions.NotSaidException("a condition without a value");
            }
            if (next.size() > 256) {
                throw new HaproxyConditions.NotSaidException("it stands for more than 256 rules");
            }
            rules = next;
        }
        if (conditions.isEmpty()) {
            return List.of(Rule.path("/*", pool));
        }
        return rules;
    }

    /** Of an expression, the patterns that it means. */
    private static List<String> values(HaproxyCondition condition) throws HaproxyConditions.NotSaidException {
        if (!isExpression(condition)) {
            return condition.values();
        }
        List<String> patterns = new ArrayList<>();
        for (String value : condition.values()) {
            List<String> its = PathPatterns.of(value, false);
            if (its.isEmpty()) {
                throw new HaproxyConditions.NotSaidException(
                        "rules go by paths with one part of anything, and " + value + " is more than these");
            }
            patterns.addAll(its);
        }
        return patterns;
    }

    private static boolean isExpression(HaproxyCondition condition) {
        return condition.name().equals("path_reg")
                || (condition.name().equals("path") && condition.match().equals("reg"));
    }

    /** A rule for requests that come under both; nothing where there are none. */
    static Optional<Rule> both(Rule one, Rule other, String pool) throws HaproxyConditions.NotSaidException {
        String path = common(one.path(), other.path());
        String host = narrower(one.host(), other.host(), RuleOf::end);
        String method = narrower(one.method(), other.method(), exact -> null);
        Rule named = one.named() == null ? other : one;
        if (one.named() != null && other.named() != null && !sameNamed(one, other)) {
            boolean never = one.named().equals(other.named())
                    && Objects.equals(one.named().get(one), one.named().get(other));
            if (never) {
                return Optional.empty();
            }
            throw new HaproxyConditions.NotSaidException("a rule has one header, cookie or parameter");
        }
        if (NEVER.equals(path) || NEVER.equals(host) || NEVER.equals(method)) {
            return Optional.empty();
        }
        return Optional.of(named.with(Rule.PATH, path)
                .with(Rule.HOST, host)
                .with(Rule.METHOD, method)
                .with(Rule.POOL, pool));
    }

    private static boolean sameNamed(Rule one, Rule other) {
        return Objects.equals(one.header(), other.header())
                && Objects.equals(one.cookie(), other.cookie())
                && Objects.equals(one.query(), other.query())
                && Objects.equals(one.value(), other.value());
    }

    /** @param wide tells whether a pattern, and all that it matches, has the other: given what is to be matched */
    private static @Nullable String narrower(
            @Nullable String one, @Nullable String other, Function<String, @Nullable Predicate<String>> wide) {
        if (one == null || other == null || one.equals(other)) {
            return one == null ? other : one;
        }
        Predicate<String> ofOne = wide.apply(one);
        Predicate<String> ofOther = wide.apply(other);
        return ofOne != null && ofOne.test(other) ? other : ofOther != null && ofOther.test(one) ? one : NEVER;
    }

    private static @Nullable String common(@Nullable String one, @Nullable String other) {
        return one == null || other == null
                ? (one == null ? other : one)
                : new PathPattern(one)
                        .common(new PathPattern(other))
                        .map(PathPattern::text)
                        .orElse(NEVER);
    }

    private static @Nullable Predicate<String> end(String host) {
        return host.startsWith("*.")
                ? its -> its.endsWith(host.substring(1))
                : host.endsWith(".*") ? its -> its.startsWith(host.substring(0, host.length() - 1)) : null;
    }

    private static Rule with(Rule rule, HaproxyCondition condition, String value)
            throws HaproxyConditions.NotSaidException {
        String match = condition.match();
        return switch (condition.name()) {
            case "path" ->
                match.equals("beg")
                        ? path(rule, value + "*")
                        : match.equals("end") && !value.startsWith("/")
                                ? path(rule, "/*" + value)
                                : match.equals("str") || match.equals("reg") ? path(rule, value) : no(condition);
            case "path_reg" -> path(rule, value);
            case "path_beg" -> path(rule, value + "*");
            case "path_end" -> value.startsWith("/") ? no(condition) : path(rule, "/*" + value);
            case "path_dir" -> path(rule, "/" + value.replaceAll("^/+|/+$", "") + "/*");
            case "method" -> set(rule, Rule.METHOD, value, value.matches("[A-Z]{1,20}"));
            case "hdr", "hdr_dom", "ssl_fc_sni" ->
                condition.argument().equalsIgnoreCase("host")
                                || condition.name().equals("ssl_fc_sni")
                        ? host(rule, condition.name().equals("hdr_dom") ? "*." + value : value, match, condition)
                        : named(rule, Rule.HEADER, condition, value);
            case "hdr_end" -> hostOnly(rule, condition, value.startsWith(".") ? "*" + value : "*." + value);
            case "hdr_beg" -> hostOnly(rule, condition, value.endsWith(".") ? value + "*" : value + ".*");
            case "cook", "cookie" -> named(rule, Rule.COOKIE, condition, value);
            case "url_param", "urlp" -> named(rule, Rule.QUERY, condition, value);
            default -> no(condition);
        };
    }

    private static Rule no(HaproxyCondition condition) throws HaproxyConditions.NotSaidException {
        throw new HaproxyConditions.NotSaidException(
                "rules go by host, method, path, a header, a cookie or a parameter; not by "
                        + (condition.sample() + " " + String.join(" ", condition.flags())).strip());
    }

    private static Rule path(Rule rule, String pattern) throws HaproxyConditions.NotSaidException {
        return set(rule, Rule.PATH, pattern, PATH.matcher(pattern).matches());
    }

    private static Rule hostOnly(Rule rule, HaproxyCondition condition, String pattern)
            throws HaproxyConditions.NotSaidException {
        return condition.argument().equalsIgnoreCase("host") ? host(rule, pattern, "str", condition) : no(condition);
    }

    private static Rule host(Rule rule, String host, String match, HaproxyCondition condition)
            throws HaproxyConditions.NotSaidException {
        String pattern = switch (match) {
            case "str" -> host;
            case "end" -> host.startsWith(".") ? "*" + host : "*." + host;
            case "beg" -> host.endsWith(".") ? host + "*" : host + ".*";
            default -> {
                no(condition);
                yield host;
            }
        };
        return set(rule, Rule.HOST, pattern, HOST.matcher(pattern).matches());
    }

    private static Rule named(Rule rule, Setting<Rule, String> what, HaproxyCondition condition, String value)
            throws HaproxyConditions.NotSaidException {
        if (rule.named() != null) {
            throw new HaproxyConditions.NotSaidException("a rule has one header, cookie or parameter");
        }
        String name = condition.argument().replaceAll(",.*", "");
        if (!condition.match().equals("str") || name.isEmpty()) {
            return no(condition);
        }
        return set(
                        rule,
                        what,
                        name,
                        name.matches("[A-Za-z0-9_-]{1,100}")
                                && VALUE.matcher(value).matches())
                .with(Rule.VALUE, value);
    }

    private static Rule set(Rule rule, Setting<Rule, String> what, String value, boolean right)
            throws HaproxyConditions.NotSaidException {
        if (!right) {
            throw new HaproxyConditions.NotSaidException("no rule can have such a value");
        }
        if (what == Rule.HOST ? rule.host() != null : what == Rule.PATH ? rule.path() != null : false) {
            throw new HaproxyConditions.NotSaidException("a rule has one host and one path");
        }
        return rule.with(what, value);
    }

    /** Conditions for whoever writes a rule. */
    static String words(Rule rule) {
        StringBuilder words = new StringBuilder();
        String host = rule.host();
        if (host != null) {
            add(
                    words,
                    host.startsWith("*.")
                            ? "hdr_end(host) -i " + host.substring(1)
                            : host.endsWith(".*")
                                    ? "hdr_beg(host) -i " + host.substring(0, host.length() - 1)
                                    : "hdr(host) -i " + host);
        }
        if (rule.method() != null) {
            add(words, "method " + rule.method());
        }
        if (rule.path() != null) {
            add(words, path(rule.path()));
        }
        String value = HaproxyText.quoted(String.valueOf(rule.value()));
        if (rule.header() != null) {
            add(words, "hdr(" + rule.header() + ") -- " + value);
        } else if (rule.cookie() != null) {
            add(words, "cook(" + rule.cookie() + ") -- " + value);
        } else if (rule.query() != null) {
            add(words, "url_param(" + rule.query() + ") -- " + value);
        }
        return words.toString();
    }

    static String path(String pattern) {
        PathPattern path = new PathPattern(pattern);
        return path.isExact()
                ? "path " + HaproxyText.quoted(pattern)
                : path.isPrefix()
                        ? "path_beg " + HaproxyText.quoted(path.beginning())
                        : path.beginning().equals("/")
                                ? "path_end " + HaproxyText.quoted(path.end())
                                : "path_reg "
                                        + HaproxyText.quoted(
                                                "^" + literal(path.beginning()) + ".*" + literal(path.end()) + "$");
    }

    /** As an expression that means the text alone. */
    private static String literal(String text) {
        return text.replaceAll("[^A-Za-z0-9/_-]", "\\\\$0");
    }

    private static void add(StringBuilder words, String condition) {
        words.append(words.isEmpty() ? "" : " ").append("{ ").append(condition).append(" }");
    }

    /** Whether the rule's names can stand between parentheses. */
    static boolean canBeSaid(Rule rule) {
        String name = rule.header() != null ? rule.header() : rule.cookie() != null ? rule.cookie() : rule.query();
        boolean named = name == null
                || (name.matches("[A-Za-z0-9_-]{1,100}")
                        && VALUE.matcher(String.valueOf(rule.value())).matches());
        boolean host = rule.host() == null || HOST.matcher(rule.host()).matches();
        return named
                && host
                && (rule.path() == null || PATH.matcher(rule.path()).matches());
    }
}
