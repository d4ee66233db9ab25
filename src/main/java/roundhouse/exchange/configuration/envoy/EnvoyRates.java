package roundhouse.exchange.configuration.envoy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import roundhouse.exchange.configuration.yaml.Yaml;
import roundhouse.exchange.configuration.yaml.YamlTold;
import roundhouse.limits.Quota;
import roundhouse.routing.PathPattern;
import roundhouse.topology.nodes.guarding.Limit;
import roundhouse.topology.nodes.guarding.LimitKind;
import roundhouse.topology.nodes.guarding.LimitPer;
import roundhouse.topology.nodes.parts.Rule;

/**
 * Local limits of rates: of a listener, of virtual hosts and of routes. A route's own holds instead of its host's, which holds instead of
 * the listener's. Here limits are asked in their order, so after each of a route or a host comes one that lets its requests past all
 * that follow.
 */
final class EnvoyRates {
    private static final String BY_FILTER = "typed_per_filter_config";
    /** The path of all requests. */
    private static final String ALL = "/*";
    /** Rules only say here whom a limit concerns. */
    private static final String ANY_POOL = "any";

    private final YamlTold told;
    private final List<Limit> ofAll = new ArrayList<>();
    /** Of hosts with names, which Envoy asks before the one for all others. */
    private final List<Entry> named = new ArrayList<>();

    private final List<Entry> others = new ArrayList<>();
    private List<Entry> entries = others;
    /** The host that is being read, where it has a limit. */
    private @Nullable Entry host;

    private boolean hasFilter;

    /**
     * A route, or all that a host takes.
     *
     * @param rule whom it takes
     * @param own its limit; null where it has none
     * @param yaml where it stands
     * @param host whose limit holds where it has none; null for nobody's
     */
    private record Entry(
            Rule rule,
            @Nullable Limit own,
            Yaml yaml,
            @Nullable Entry host) {
        private boolean isOfAll() {
            return rule.equals(Rule.path(ALL, rule.pool()));
        }
    }

    EnvoyRates(YamlTold told) {
        this.told = told;
    }

    /** Whether a filter, or settings for one, by that name limit rates. */
    static boolean isRate(String name) {
        return name.endsWith("local_ratelimit") || name.equals("local_rate_limit");
    }

    /** Of all requests. */
    void filter(Yaml filter) {
        hasFilter = true;
        told.fields(filter, "a limit of the rate of all", "name", "typed_config");
        limit(filter.get("typed_config")).ifPresent(ofAll::add);
    }

    /** A virtual host begins: what it has for those of its routes that have nothing of their own. */
    void host(Yaml yaml) {
        List<String> domains = yaml.get("domains").items().stream()
                .map(domain -> EnvoyRoute.host(domain.text()))
                .distinct()
                .toList();
        boolean all = domains.contains("*");
        List<Rule> rules = all
                ? List.of(Rule.path(ALL, ANY_POOL))
                : domains.stream()
                        .map(domain -> Rule.to(ANY_POOL).with(Rule.HOST, domain))
                        .toList();
        Limit own = own(yaml, rules);
        entries = all ? others : named;
        host = own == null ? null : new Entry(rules.getFirst(), own, yaml, null);
    }

    /** All routes of the host have been read. */
    void hostEnds() {
        if (host != null) {
            entries.add(host);
        }
    }

    /** What a route has of its own. */
    void route(Yaml route, List<Rule> rules) {
        Limit own = own(route, rules);
        rules.forEach(rule -> entries.add(new Entry(rule, own, route, host)));
    }

    /** The limit of a route, or of a virtual host, whose requests come under those rules. */
    private @Nullable Limit own(Yaml yaml, List<Rule> rules) {
        Yaml configs = yaml.get(BY_FILTER);
        Limit own = null;
        for (Map.Entry<String, Yaml> config : configs.fields().entrySet()) {
            if (!isRate(config.getKey().replaceAll(".*\\.", ""))) {
                continue;
            }
            told.fields(configs, "a limit of the rate", config.getKey());
            Optional<Limit> limit = limit(config.getValue());
            if (!hasFilter) {
                told.missed(config.getValue(), BY_FILTER, "the listener has no filter that would ask it");
            } else if (limit.isPresent()
                    && (rules.size() != 1
                            || conditions(limit.get(), rules.getFirst()).isEmpty())) {
                told.missed(
                        config.getValue(),
                        BY_FILTER,
                        "a limit goes by one path, one method and one header, exact host included");
            } else {
                own = limit.orElse(null);
            }
        }
        return own;
    }

    /** In the order in which they are to be asked. */
    List<Limit> limits() {
        List<Limit> limits = new ArrayList<>();
        List<Entry> all = new ArrayList<>(named);
        all.addAll(others);
        for (int i = 0; i < all.size(); i++) {
            Entry entry = all.get(i);
            boolean later = all.subList(i + 1, all.size()).stream()
                    .takeWhile(its -> !its.equals(entry.host()))
                    .anyMatch(its -> its.own() != null && meet(its.rule(), entry.rule()));
            if (entry.own() != null) {
                conditions(entry.own(), entry.rule()).ifPresent(limits::add);
                if (entry.isOfAll()) {
                    return limits;
                }
            }
            boolean follows = entry.host() != null || !ofAll.isEmpty();
            if (entry.own() == null && later && follows) {
                told.except(entry.yaml(), "match", "a limit of a later route also counts requests that this one takes");
            } else if (later || (entry.own() != null && follows)) {
                past(entry, limits);
            }
        }
        limits.addAll(ofAll);
        return List.copyOf(limits);
    }

    private void past(Entry entry, List<Limit> limits) {
        Optional<Limit> allow = conditions(Limit.of(LimitKind.ALLOW), entry.rule());
        if (allow.isPresent()) {
            limits.add(allow.get());
        } else {
            told.except(entry.yaml(), "match", "limits that follow also count requests that this route takes");
        }
    }

    /** Concerning those requests that a rule takes; nothing where limits cannot say whom. */
    static Optional<Limit> conditions(Limit limit, Rule rule) {
        if (rule.cookie() != null || rule.query() != null || (rule.host() != null && rule.header() != null)) {
            return Optional.empty();
        }
        String host = rule.host();
        if (host != null && host.contains("*")) {
            return Optional.empty();
        }
        return Optional.of(limit.with(Limit.PATH, ALL.equals(rule.path()) ? null : rule.path())
                .with(Limit.METHODS, rule.method())
                .with(Limit.HEADER, host != null ? "host" : rule.header())
                .with(Limit.VALUE, host != null ? host : rule.value()));
    }

    /** Whether a request may come under both. */
    static boolean meet(Rule one, Rule other) {
        boolean paths = one.path() == null
                || other.path() == null
                || new PathPattern(one.path())
                        .common(new PathPattern(other.path()))
                        .isPresent();
        return paths && same(one.method(), other.method()) && same(plain(one.host()), plain(other.host()));
    }

    private static @Nullable String plain(@Nullable String host) {
        return host == null || host.contains("*") ? null : host;
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one == null || other == null || one.equals(other);
    }

    private Optional<Limit> limit(Yaml config) {
        told.fields(
                config,
                "a limit of the rate",
                "stat_prefix",
                "status.code",
                "token_bucket.max_tokens",
                "token_bucket.tokens_per_fill",
                "token_bucket.fill_interval",
                "filter_enabled.default_value.numerator",
                "filter_enabled.default_value.denominator",
                "filter_enforced.default_value.numerator",
                "filter_enforced.default_value.denominator");
        Yaml bucket = config.get("token_bucket");
        if (bucket.isMissing()) {
            return Optional.empty();
        }
        if (!isAll(config.get("filter_enabled")) || !isAll(config.get("filter_enforced"))) {
            told.missed(
                    bucket,
                    "token_bucket",
                    "filter_enabled and filter_enforced are not both of all requests, so it lets requests through");
            return Optional.empty();
        }
        Duration period =
                told.time(bucket.get("fill_interval"), EnvoyTime::parse).orElse(Duration.ZERO);
        int most = told.whole(bucket.get("max_tokens"), 1, 1_000_000).orElse(0);
        int fill = told.whole(bucket.get("tokens_per_fill"), 1, 1_000_000).orElse(1);
        if (most == 0 || period.isZero() || period.toNanos() > Quota.LONGEST_NANOS) {
            told.missed(bucket, "token_bucket", "a bucket of this size, or with this time, is none here");
            return Optional.empty();
        }
        return Optional.of(Limit.of(LimitKind.TOKEN_BUCKET)
                .with(Limit.PER, LimitPer.ALL)
                .with(Limit.RATE, new Quota(fill, period.toNanos()))
                .with(Limit.BURST, most == fill ? null : most)
                .with(Limit.INTERVALLY, true)
                .with(
                        Limit.STATUS,
                        told.whole(config.at("status", "code"), 400, 599).orElse(429)));
    }

    /** A fraction of 1; Envoy's is 0 where nothing is said. */
    private static boolean isAll(Yaml fraction) {
        Yaml value = fraction.get("default_value");
        double of = switch (value.get("denominator").text()) {
            case "TEN_THOUSAND" -> 10_000;
            case "MILLION" -> 1_000_000;
            default -> 100;
        };
        return value.get("numerator").number().orElse(0.0) >= of;
    }
}
