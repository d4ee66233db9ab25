package roundhouse.exchange.configuration.envoy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import roundhouse.exchange.configuration.yaml.Yaml;
import roundhouse.topology.nodes.checking.CheckQuestion;
import roundhouse.topology.nodes.checking.MarkedActions;
import roundhouse.topology.nodes.parts.Health;

/** Reads how a cluster finds out which of its endpoints may take requests. */
final class EnvoyHealth {
    private final EnvoyTold told;

    EnvoyHealth(EnvoyTold told) {
        this.told = told;
    }

    Health read(Yaml cluster) {
        Health health = Health.NONE;
        List<Yaml> checks = cluster.get("health_checks").items();
        if (!checks.isEmpty()) {
            health = health.checking(checks(checks.getFirst()));
        }
        for (Yaml further : checks.subList(Math.min(1, checks.size()), checks.size())) {
            told.missed(further, "health_checks", "a balancer has one kind of check; the first is taken");
        }
        Yaml outlier = cluster.get("outlier_detection");
        if (!outlier.isMissing()) {
            health = Health.EJECTION.with(health, ejection(outlier));
        }
        if (health.equals(Health.NONE)) {
            return health;
        }
        Yaml panic = cluster.at("common_lb_config", "healthy_panic_threshold", "value");
        health = Health.PANIC.with(
                health, panic.isMissing() ? 50 : panic.whole(0, 100).orElse(50));
        for (String of : List.of("round_robin_lb_config", "least_request_lb_config")) {
            Yaml window = cluster.at(of, "slow_start_config", "slow_start_window");
            Duration slow = EnvoyTime.parse(window.text()).orElse(Duration.ZERO);
            if (!slow.isZero()) {
                health = Health.SLOW_START.with(
                        health, Duration.ofSeconds(slow.plusMillis(999).toSeconds()));
            }
        }
        return health;
    }

    private static Duration time(Yaml yaml, Duration usual) {
        return EnvoyTime.parse(yaml.text()).filter(its -> its.toMillis() >= 1).orElse(usual);
    }

    private static @Nullable Duration other(Yaml yaml, Duration usual) {
        Duration its = time(yaml, usual);
        return its.equals(usual) ? null : its;
    }

    private Health.Active checks(Yaml check) {
        told.fields(
                check,
                Set.of(
                        "timeout",
                        "interval",
                        "unhealthy_threshold",
                        "healthy_threshold",
                        "http_health_check",
                        "tcp_health_check",
                        "unhealthy_interval",
                        "unhealthy_edge_interval"),
                "health checks");
        Yaml http = check.get("http_health_check");
        CheckQuestion question = CheckQuestion.USUAL;
        if (!http.isMissing()) {
            told.fields(http, Set.of("path", "expected_statuses"), "what checks ask");
            String path = http.get("path").text();
            if (path.matches("/[^\\x00-\\x20]{1,900}")) {
                question = CheckQuestion.PATH.with(question, path);
            }
            String statuses = http.get("expected_statuses").items().stream()
                    .map(EnvoyHealth::range)
                    .filter(range -> !range.isEmpty())
                    .collect(Collectors.joining(","));
            question = CheckQuestion.STATUS.with(question, statuses.isEmpty() ? "200" : statuses);
        }
        Duration interval = time(check.get("interval"), Duration.ofSeconds(10));
        return new Health.Active(
                http.isMissing() ? Health.Probe.CONNECT : Health.Probe.REQUEST,
                interval,
                time(check.get("timeout"), Duration.ofSeconds(1)),
                check.get("unhealthy_threshold").whole(1, 1_000).orElse(3),
                check.get("healthy_threshold").whole(1, 1_000).orElse(2),
                other(check.get("unhealthy_edge_interval"), interval),
                other(check.get("unhealthy_interval"), interval),
                question,
                MarkedActions.NONE);
    }

    /** Envoy's ranges end before their end. */
    private static String range(Yaml range) {
        int start = range.get("start").whole(100, 599).orElse(0);
        int end = range.get("end").whole(101, 600).orElse(0) - 1;
        return start == 0 || end < start ? "" : start == end ? "" + start : start + "-" + end;
    }

    private Health.Ejection ejection(Yaml outlier) {
        told.fields(
                outlier,
                Set.of(
                        "consecutive_5xx",
                        "interval",
                        "base_ejection_time",
                        "max_ejection_time",
                        "max_ejection_percent",
                        "always_eject_one_host",
                        "success_rate_minimum_hosts",
                        "success_rate_request_volume",
                        "success_rate_stdev_factor"),
                "ejection of targets that stand out");
        Health.Ejection usual = Health.Ejection.SETTINGS.usual();
        return new Health.Ejection(
                outlier.get("consecutive_5xx").whole(1, 1_000).orElse(usual.consecutive()),
                time(outlier.get("interval"), usual.interval()),
                time(outlier.get("base_ejection_time"), usual.base()),
                time(outlier.get("max_ejection_time"), usual.max()),
                outlier.get("max_ejection_percent").whole(0, 100).orElse(usual.maxPercent()),
                outlier.get("always_eject_one_host").text().equals("true"),
                outlier.get("success_rate_minimum_hosts").whole(1, 1_000).orElse(usual.minHosts()),
                outlier.get("success_rate_request_volume")
                        .whole(1, 1_000_000_000)
                        .orElse(usual.minRequests()),
                outlier.get("success_rate_stdev_factor")
                        .whole(0, 10_000)
                        .map(its -> its / 1_000.0)
                        .orElse(usual.factor()));
    }
}
