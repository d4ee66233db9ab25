package roundhouse.exchange.configuration.envoy;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import roundhouse.exchange.configuration.yaml.Yaml;
import roundhouse.exchange.configuration.yaml.YamlTold;
import roundhouse.topology.nodes.checking.CheckQuestion;
import roundhouse.topology.nodes.checking.MarkedActions;
import roundhouse.topology.nodes.parts.Health;

/** Reads how a cluster finds out which of its endpoints may take requests. */
final class EnvoyHealth {
    private final YamlTold told;

    EnvoyHealth(YamlTold told) {
        this.told = told;
    }

    /** @param window of slow start; missing where nothing is said */
    Health read(Yaml cluster, Yaml window) {
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
        if (!health.equals(Health.NONE)) {
            Yaml panic = cluster.at("common_lb_config", "healthy_panic_threshold", "value");
            health = Health.PANIC.with(health, told.whole(panic, 0, 100).orElse(50));
        }
        // Without checks it is for targets that are new.
        Duration slow = told.time(window, EnvoyTime::parse).orElse(Duration.ZERO);
        if (slow.toNanosPart() > 0) {
            told.except(window, "slow_start_window: " + window.text(), "slow start takes whole seconds; rounded up");
        }
        if (!slow.isZero()) {
            health = Health.SLOW_START.with(
                    health, Duration.ofSeconds(slow.plusMillis(999).toSeconds()));
        }
        return health;
    }

    private Duration time(Yaml yaml, Duration usual) {
        return told.time(yaml, EnvoyTime::parseAboveZero).orElse(usual);
    }

    private Duration positive(Yaml yaml, Duration usual) {
        return told.time(yaml, text -> EnvoyTime.parse(text).filter(time -> !time.isZero()))
                .orElse(usual);
    }

    private @Nullable Duration other(Yaml yaml, Duration usual) {
        Duration its = time(yaml, usual);
        return its.equals(usual) ? null : its;
    }

    private Health.Active checks(Yaml check) {
        told.fields(
                check,
                "health checks",
                "timeout",
                "interval",
                "unhealthy_threshold",
                "healthy_threshold",
                "http_health_check.path",
                "http_health_check.expected_statuses.start",
                "http_health_check.expected_statuses.end",
                "tcp_health_check",
                "unhealthy_interval",
                "unhealthy_edge_interval");
        told.missed(
                check.get("grpc_health_check"),
                "grpc_health_check",
                "checks ask by HTTP or connect; taken as the latter");
        Yaml http = check.get("http_health_check");
        CheckQuestion question = CheckQuestion.USUAL;
        if (!http.isMissing()) {
            String path = http.get("path").text();
            if (path.matches("/[^\\x00-\\x20]{0,900}")) {
                question = CheckQuestion.PATH.with(question, path);
            } else {
                told.missed(http.get("path"), "path: " + path, "a path begins with /");
            }
            String statuses = http.get("expected_statuses").items().stream()
                    .map(this::range)
                    .filter(range -> !range.isEmpty())
                    .collect(Collectors.joining(","));
            question = CheckQuestion.STATUS.with(question, statuses.isEmpty() ? "200" : statuses);
        }
        Duration interval = time(check.get("interval"), Duration.ofSeconds(10));
        return new Health.Active(
                http.isMissing() ? Health.Probe.CONNECT : Health.Probe.REQUEST,
                interval,
                time(check.get("timeout"), Duration.ofSeconds(1)),
                told.whole(check.get("unhealthy_threshold"), 1, 1_000).orElse(3),
                told.whole(check.get("healthy_threshold"), 1, 1_000).orElse(2),
                other(check.get("unhealthy_edge_interval"), interval),
                other(check.get("unhealthy_interval"), interval),
                question,
                MarkedActions.NONE);
    }

    /** Envoy's ranges end before their end. */
    private String range(Yaml range) {
        int start = told.whole(range.get("start"), 100, 599).orElse(0);
        int end = told.whole(range.get("end"), 101, 600).orElse(0) - 1;
        return start == 0 || end < start ? "" : start == end ? "" + start : start + "-" + end;
    }

    private Health.Ejection ejection(Yaml outlier) {
        told.fields(
                outlier,
                "ejection of targets that stand out",
                "consecutive_5xx",
                "interval",
                "base_ejection_time",
                "max_ejection_time",
                "max_ejection_percent",
                "always_eject_one_host",
                "success_rate_minimum_hosts",
                "success_rate_request_volume",
                "success_rate_stdev_factor",
                "enforcing_consecutive_5xx",
                "enforcing_success_rate");
        for (String enforcing : List.of("enforcing_consecutive_5xx", "enforcing_success_rate")) {
            Yaml its = outlier.get(enforcing);
            if (!its.isMissing() && !its.text().equals("100")) {
                told.missed(its, enforcing + ": " + its.text(), "who is to be ejected always is here");
            }
        }
        Health.Ejection usual = Health.Ejection.SETTINGS.usual();
        return new Health.Ejection(
                told.whole(outlier.get("consecutive_5xx"), 1, 1_000).orElse(usual.consecutive()),
                time(outlier.get("interval"), usual.interval()),
                positive(outlier.get("base_ejection_time"), usual.base()),
                positive(outlier.get("max_ejection_time"), usual.max()),
                told.whole(outlier.get("max_ejection_percent"), 0, 100).orElse(usual.maxPercent()),
                outlier.get("always_eject_one_host").text().equals("true"),
                told.whole(outlier.get("success_rate_minimum_hosts"), 1, 1_000).orElse(usual.minHosts()),
                told.whole(outlier.get("success_rate_request_volume"), 1, 1_000_000_000)
                        .orElse(usual.minRequests()),
                told.whole(outlier.get("success_rate_stdev_factor"), 0, 10_000)
                        .map(its -> its / 1_000.0)
                        .orElse(usual.factor()));
    }
}
