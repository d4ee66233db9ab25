package roundhouse.exchange.configuration.haproxy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.limits.Quota;
import roundhouse.routing.RequestMatch;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.guarding.Limit;
import roundhouse.topology.nodes.guarding.LimitKind;
import roundhouse.topology.nodes.guarding.MethodNames;

/** Writes whom a balancer turns away: rules of access, classes, and rates that stick tables count. */
final class HaproxyLimits {
    /** HAProxy follows three counters for a request. */
    private static final int MOST_COUNTERS = 3;

    private final LoadBalancer balancer;
    private final List<String> tables = new ArrayList<>();

    HaproxyLimits(LoadBalancer balancer) {
        this.balancer = balancer;
    }

    void write(HaproxyText text) {
        Duration held = null;
        for (Limit limit : balancer.limits()) {
            if (limit.tarpit() != null && held == null) {
                held = limit.tarpit();
                text.say("timeout tarpit " + HaproxyTime.format(held));
            }
            write(limit, text);
        }
    }

    private void write(Limit limit, HaproxyText text) {
        boolean tcp = balancer.layer() == 4;
        String rules = tcp ? "tcp-request content " : "http-request ";
        String conditions = conditions(limit);
        switch (limit.kind()) {
            case ALLOW -> text.say(rules + (tcp ? "accept" : "allow") + when(conditions));
            case DENY -> text.say(rules + refusal(limit, tcp) + when(conditions));
            case PRIORITY ->
                text.say(rules + "set-priority-class int(" + Objects.requireNonNullElse(limit.priority(), 0) + ")"
                        + when(conditions));
            case HAPROXY_RATE, CONCURRENCY -> counted(limit, conditions, tcp, text);
            default -> {}
        }
    }

    private void counted(Limit limit, String conditions, boolean tcp, HaproxyText text) {
        String key = key(limit);
        if (key.isEmpty() || tables.size() == MOST_COUNTERS || (tcp && limit.kind() == LimitKind.HAPROXY_RATE)) {
            return;
        }
        int counter = tables.size();
        String name = balancer.id() + ".limit-" + (counter + 1);
        Quota rate = limit.rate();
        String stored = limit.kind() == LimitKind.CONCURRENCY
                ? "conn_cur"
                : rate == null
                        ? ""
                        : rateOf(limit) + "(" + HaproxyTime.format(Duration.ofNanos(rate.periodNanos())) + ")";
        tables.add("backend " + name + "|" + "stick-table type " + type(limit) + " size 1m expire "
                + HaproxyTime.format(Duration.ofNanos(rate == null ? 3_600_000_000_000L : rate.periodNanos() * 2))
                + " store " + (limit.acceptedOnly() ? "gpc0," : "") + stored);
        String rules = tcp ? "tcp-request content " : "http-request ";
        text.say(rules + "track-sc" + counter + " " + key + " table " + name + when(conditions));
        String count = limit.kind() == LimitKind.CONCURRENCY
                ? "sc_conn_cur(" + counter + ") gt " + limit.most()
                : "sc_" + rateOf(limit) + "(" + counter + ") " + (limit.acceptedOnly() ? "ge " : "gt ")
                        + (rate == null ? 1 : rate.permits());
        text.say(rules + refusal(limit, tcp) + when((conditions + " { " + count + " }").strip()));
        if (limit.acceptedOnly()) {
            text.say(rules + "sc-inc-gpc0(" + counter + ")");
        }
    }

    private static String rateOf(Limit limit) {
        return limit.acceptedOnly() ? "gpc0_rate" : "http_req_rate";
    }

    private static String refusal(Limit limit, boolean tcp) {
        return tcp ? "reject" : (limit.tarpit() == null ? "deny" : "tarpit") + " deny_status " + limit.status();
    }

    private static String when(String conditions) {
        return conditions.isEmpty() ? "" : " if " + conditions;
    }

    private static String conditions(Limit limit) {
        List<String> words = new ArrayList<>();
        if (limit.from() != null) {
            words.add("{ src "
                    + limit.from().replace(",", " ").replaceAll(" +", " ").strip() + " }");
        }
        if (limit.methods() != null) {
            RequestMatch.Methods methods = MethodNames.match(limit.methods());
            words.add((methods.others() ? "!" : "") + "{ method " + String.join(" ", methods.names()) + " }");
        }
        if (limit.path() != null) {
            words.add("{ " + RuleOf.path(limit.path()) + " }");
        }
        String header = limit.header();
        if (header != null && limit.value() != null && header.matches("[A-Za-z0-9_-]{1,100}")) {
            words.add("{ hdr(" + header + ") -- " + HaproxyText.quoted(limit.value()) + " }");
        }
        return String.join(" ", words);
    }

    private static String type(Limit limit) {
        return switch (limit.per()) {
            case ADDRESS -> "ip";
            case ALL -> "integer";
            default -> "string len 256";
        };
    }

    private static String key(Limit limit) {
        @Nullable String header = limit.header();
        return switch (limit.per()) {
            case ADDRESS -> "src";
            case ALL -> "dst_port";
            case PATH -> "path";
            case HEADER -> header != null && header.matches("[A-Za-z0-9_-]{1,100}") ? "hdr(" + header + ")" : "";
            case SESSION -> "";
        };
    }

    void writeTables(HaproxyText text) {
        for (String table : tables) {
            int bar = table.indexOf('|');
            text.section(table.substring(0, bar), HaproxyNodes.NOTHING);
            text.say(table.substring(bar + 1));
        }
    }
}
