package roundhouse.exchange.configuration.haproxy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import roundhouse.topology.nodes.parts.Rule;
import roundhouse.topology.settings.Setting;

/** Rules of {@code use_backend} made of conditions, and the other way. */
final class RuleOf {
    private static final Pattern HOST = Pattern.compile("(\\*\\.)?[A-Za-z0-9.-]{1,250}(\\.\\*)?");
    private static final Pattern PATH = Pattern.compile("/[^*\\x00-\\x20]{0,900}\\*?");
    private static final Pattern VALUE = Pattern.compile("[^\\p{Cntrl}]{1,900}");

    private RuleOf() {}

    /** Rules that together say what the conditions say: one for each of their values. */
    static List<Rule> conditions(List<HaproxyCondition> conditions, String pool)
            throws HaproxyConditions.NotSaidException {
        List<Rule> rules = List.of(Rule.to(pool));
        for (HaproxyCondition condition : conditions) {
            if (condition.isOfFile()) {
                throw new HaproxyConditions.NotSaidException("files of values are not read");
            }
            List<Rule> next = new ArrayList<>();
            for (Rule rule : rules) {
                for (String value : condition.values()) {
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

    private static Rule with(Rule rule, HaproxyCondition condition, String value)
            throws HaproxyConditions.NotSaidException {
        String match = condition.match();
        return switch (condition.name()) {
            case "path" ->
                match.equals("beg") ? path(rule, value + "*") : match.equals("str") ? path(rule, value) : no(condition);
            case "path_beg" -> path(rule, value + "*");
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
                "rules go by host, method, path, a header, a cookie or a parameter; not by " + condition.sample() + " "
                        + String.join(" ", condition.flags()));
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
        return pattern.endsWith("*")
                ? "path_beg " + HaproxyText.quoted(pattern.substring(0, pattern.length() - 1))
                : "path " + HaproxyText.quoted(pattern);
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
