package roundhouse.exchange.configuration.envoy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import roundhouse.topology.nodes.guarding.Limit;
import roundhouse.topology.nodes.guarding.LimitKind;
import roundhouse.topology.nodes.guarding.LimitPer;
import roundhouse.topology.nodes.parts.Rule;

/** Writes token buckets: of all requests as filters, of those that a route takes at that route. */
final class EnvoyRateWriter {
    private static final String FILTER = "envoy.filters.http.local_ratelimit";
    private static final String TYPE = "envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit";

    private final List<Limit> ofAll = new ArrayList<>();
    private final Map<Rule, Limit> ofRoutes = new HashMap<>();

    /** @param rules in the order of the routes */
    EnvoyRateWriter(List<Limit> limits, List<Rule> rules) {
        for (Limit limit : limits) {
            Optional<Rule> route = route(limit, rules);
            if (limit.kind() != LimitKind.TOKEN_BUCKET || limit.per() != LimitPer.ALL || limit.from() != null) {
                continue;
            }
            if (limit.match() == null) {
                ofAll.add(limit);
            } else if (route.isPresent() && ofAll.isEmpty()) {
                ofRoutes.putIfAbsent(route.get(), limit);
            }
        }
    }

    /** The one that takes just whom the limit concerns, where none before it takes any of them. */
    private static Optional<Rule> route(Limit limit, List<Rule> rules) {
        Optional<Rule> first = rules.stream().filter(rule -> isOf(limit, rule)).findFirst();
        return first.filter(route ->
                rules.subList(0, rules.indexOf(route)).stream().noneMatch(before -> EnvoyRates.meet(before, route)));
    }

    private static boolean isOf(Limit limit, Rule rule) {
        return EnvoyRates.conditions(limit, rule).filter(limit::equals).isPresent()
                && Objects.equals(limit.path(), rule.path());
    }

    void filters(EnvoyText text) {
        for (Limit limit : ofAll) {
            text.extension(5, FILTER, TYPE);
            text.line(7, "stat_prefix: rate");
            settings(7, limit, text);
        }
        if (ofAll.isEmpty() && !ofRoutes.isEmpty()) {
            // Routes have theirs only where the filter is there to ask them.
            text.extension(5, FILTER, TYPE);
            text.line(7, "stat_prefix: rate");
        }
    }

    void route(Rule rule, EnvoyText text) {
        Limit limit = ofRoutes.get(rule);
        if (limit != null) {
            text.line(8, "typed_per_filter_config:");
            text.line(9, FILTER + ":");
            text.line(10, "\"@type\": type.googleapis.com/" + TYPE);
            text.line(10, "stat_prefix: rate");
            settings(10, limit, text);
        }
    }

    private static void settings(int depth, Limit limit, EnvoyText text) {
        var rate = Objects.requireNonNull(limit.rate());
        text.line(depth, "status: { code: " + limit.status() + " }");
        text.line(depth, "token_bucket:");
        text.line(depth + 1, "max_tokens: " + Math.max(1, limit.burst() == null ? rate.permits() : limit.burst()));
        text.line(depth + 1, "tokens_per_fill: " + rate.permits());
        text.line(depth + 1, "fill_interval: " + EnvoyTime.format(Duration.ofNanos(rate.periodNanos())));
        for (String key : List.of("filter_enabled", "filter_enforced")) {
            text.line(depth, key + ": { default_value: { numerator: 100, denominator: HUNDRED } }");
        }
    }
}
