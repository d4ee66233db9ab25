package roundhouse.workbench.canvas.painting;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.parts.Rule;

/** Which requests take a link of a balancer that routes by rules. */
final class PoolText {
    private static final String COOKIE = text("canvas.cookie") + " ";

    private PoolText() {}

    /** What the rules of the link's pool look at, or "all else"; empty where no rule says who takes the link. */
    static String of(Node from, Link link) {
        if (!(from instanceof LoadBalancer balancer)
                || link.isHeartbeat()
                || balancer.layer() == 4
                || balancer.rules().isEmpty()) {
            return "";
        }
        List<Rule> rules = balancer.rules().stream()
                .filter(rule -> rule.pool().equals(link.pool()))
                .toList();
        if (rules.isEmpty()) {
            return link.pool().equals(Link.DEFAULT_POOL) ? text("canvas.all-else") : link.pool();
        }
        String first = conditions(rules.getFirst());
        return rules.size() == 1 ? first : text("canvas.rule-or-more", first, rules.size() - 1);
    }

    private static String conditions(Rule rule) {
        return Stream.of(
                        rule.method(),
                        rule.host(),
                        rule.path(),
                        named("", rule.header(), ": ", rule.value()),
                        named(COOKIE, rule.cookie(), "=", rule.value()),
                        named("?", rule.query(), "=", rule.value()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static @Nullable String named(String before, @Nullable String name, String is, @Nullable String value) {
        return name == null ? null : before + name + is + value;
    }
}
