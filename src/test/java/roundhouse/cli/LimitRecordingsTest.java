package roundhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every decision and pause that was recorded of the real limiters, through the program's front door. */
class LimitRecordingsTest extends LimitTrial {
    private static String millis(long units, int digits) {
        return BigDecimal.valueOf(units, digits).toPlainString();
    }

    @TestFactory
    Stream<DynamicTest> nginxRequests() {
        return each("nginx_limit_req.json", recorded -> {
            JsonNode limits = recorded.get("limits");
            List<String> arguments = new ArrayList<>(List.of("--type", "leaky-bucket"));
            for (JsonNode limit : limits) {
                String words = limit.get("rate").asString()
                        + (limit.has("burst") ? " burst=" + limit.get("burst").asString() : "")
                        + (limit.has("mode") ? " " + limit.get("mode").asString() : "")
                        + (limit.path("key").asString("k").equals("g") ? " key=2" : "");
                arguments.addAll(List.of("--limit", words));
            }
            int at = limits.size() > 1 ? 3 : 2;
            List<String> lines = new ArrayList<>();
            for (JsonNode request : recorded.get("requests")) {
                lines.add(request.get(0).asLong() + " " + request.get(1).asString()
                        + (at == 3 ? " key2=" + request.get(2).asString() : ""));
            }
            JsonNode decisions = decisions(lines, arguments);
            for (int i = 0; i < lines.size(); i++) {
                JsonNode request = recorded.get("requests").get(i);
                JsonNode decision = decisions.get(i);
                String outcome = request.get(at).asString();
                assertThat(decision.get("answer").asString())
                        .as("%s", request)
                        .isEqualTo(
                                switch (outcome) {
                                    case "rejected" -> "reject";
                                    case "delayed" -> request.get(at + 1).asLong() == 0 ? "pass" : "delay";
                                    default -> "pass";
                                });
                assertThat(decision.get("delay").asDouble() * 1_000)
                        .as("%s", request)
                        .isCloseTo(request.get(at + 1).asDouble(), within(1e-9));
                JsonNode excess = request.get(at + 2);
                for (int n = 0; excess.isArray() && n < excess.size(); n++) {
                    if (limits.size() > 1) {
                        assertThat(decision.get("excessThousandths" + (n + 1)).asLong())
                                .isEqualTo(excess.get(n).asLong());
                    }
                }
                if (!excess.isArray()) {
                    assertThat(decision.get("excessThousandths" + (limits.size() > 1 ? "1" : ""))
                                    .asLong())
                            .isEqualTo(excess.asLong());
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> bucket4j() {
        return each("bucket4j.json", recorded -> {
            List<String> arguments = new ArrayList<>(List.of("--type", "token-bucket"));
            for (JsonNode bandwidth : recorded.get("bandwidths")) {
                arguments.addAll(List.of(
                        "--limit",
                        bandwidth.get("refill_tokens").asString() + "/"
                                + bandwidth.get("refill_period_ms").asString() + "ms burst="
                                + bandwidth.get("capacity").asString() + " initial="
                                + bandwidth.get("initial_tokens").asString()
                                + (bandwidth.get("refill").asString().equals("intervally") ? " intervally" : "")));
            }
            List<String> lines = new ArrayList<>();
            for (JsonNode op : recorded.get("ops")) {
                lines.add(
                        millis(op.get(0).asLong(), 6) + " permits=" + op.get(1).asString());
            }
            JsonNode decisions = decisions(lines, arguments);
            for (int i = 0; i < lines.size(); i++) {
                JsonNode op = recorded.get("ops").get(i);
                JsonNode decision = decisions.get(i);
                assertThat(decision.get("answer").asString())
                        .as("%s", op)
                        .isEqualTo(op.get(2).asInt() == 1 ? "pass" : "reject");
                assertThat(decision.get("left").asLong()).isEqualTo(op.get(3).asLong());
                assertThat(decision.get("waitNanos").asLong())
                        .isEqualTo(op.get(4).asLong());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> guava() {
        return each("guava_ratelimiter.json", recorded -> {
            String rate = recorded.get("permits_per_second").asDouble() * 10 + "";
            rate = rate.substring(0, rate.indexOf('.')) + "/10s";
            List<String> arguments = recorded.get("kind").asString().equals("SmoothBursty")
                    ? List.of("--type", "guava", "--rate", rate)
                    : List.of(
                            "--type",
                            "guava-warming-up",
                            "--limit",
                            rate + " warm-up=" + recorded.get("warmup_ms").asString() + "ms cold-factor="
                                    + recorded.get("cold_factor").asString());
            List<String> lines = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            for (JsonNode op : recorded.get("ops")) {
                String at = millis(op.get(0).asLong(), 3);
                if (op.get(1).asString().equals("setRate")) {
                    lines.add(at + " rate=" + (long) (op.get(2).asDouble() * 1_000) + "/1000s");
                    expected.add("rate");
                    continue;
                }
                long timeout = op.get(3).asLong();
                lines.add(at + " permits=" + op.get(2).asString() + (timeout < 0 ? "" : " timeout=" + timeout + "us"));
                long slept = op.get(5).asLong();
                expected.add(
                        op.get(4).asInt() == 0
                                ? "reject"
                                : slept == 0
                                        ? "pass"
                                        : "delay "
                                                + BigDecimal.valueOf(slept, 3)
                                                        .stripTrailingZeros()
                                                        .toPlainString());
            }
            assertThat(limit(lines, arguments).lines()).isEqualTo(expected);
        });
    }

    @TestFactory
    Stream<DynamicTest> resilience4jCycles() {
        return each("r4j_ratelimiter.json", recorded -> {
            List<String> arguments = List.of(
                    "--type",
                    "resilience4j",
                    "--rate",
                    recorded.get("limit_for_period").asString() + "/"
                            + recorded.get("refresh_period_ms").asString() + "ms",
                    "--timeout",
                    recorded.get("timeout_ms").asString() + "ms");
            List<String> lines = new ArrayList<>();
            for (JsonNode op : recorded.get("ops")) {
                lines.add(
                        millis(op.get(0).asLong(), 6) + " permits=" + op.get(1).asString());
            }
            JsonNode decisions = decisions(lines, arguments);
            for (int i = 0; i < lines.size(); i++) {
                JsonNode op = recorded.get("ops").get(i);
                long wait = op.get(2).asLong();
                assertThat(decisions.get(i).get("answer").asString())
                        .as("%s", op)
                        .isEqualTo(wait < 0 ? "reject" : wait == 0 ? "pass" : "delay");
                assertThat(Math.round(decisions.get(i).get("delay").asDouble() * 1e9))
                        .isEqualTo(Math.max(0, wait));
                assertThat(decisions.get(i).get("left").asLong())
                        .isEqualTo(op.get(3).asLong());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> haproxy() {
        return each("haproxy_rate.json", recorded -> {
            List<String> arguments = new ArrayList<>(List.of("--type", "haproxy-rate", "--rate"));
            long period = recorded.get("period_ms").asLong();
            arguments.add(recorded.get("limit").asString() + (period == 0 ? "/24h" : "/" + period + "ms"));
            if (recorded.get("kind").asString().equals("gpc0_rate_accepted")) {
                arguments.add("--accepted-only");
            }
            String held = recorded.path("tarpit_ms").asString("");
            if (!held.isEmpty()) {
                arguments.addAll(List.of("--tarpit", held + "ms"));
            }
            List<String> lines = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            for (JsonNode request : recorded.get("requests")) {
                lines.add(recorded.get("clock_offset_ms").asLong()
                        + request.get(0).asLong() + " " + request.get(1).asString());
                expected.add(request.get(3).asInt() == 204 ? "pass" : held.isEmpty() ? "reject" : "reject " + held);
            }
            assertThat(limit(lines, arguments).lines()).isEqualTo(expected);
        });
    }

    @TestFactory
    Stream<DynamicTest> documentedRules() {
        return each("limiter_rules.json", recorded -> {
            String id = recorded.get("id").asString();
            if (!recorded.has("requests")) {
                return;
            }
            List<String> arguments;
            if (id.startsWith("gcra")) {
                arguments = List.of(
                        "--type",
                        "gcra",
                        "--rate",
                        "1/" + recorded.get("emission_interval_ms").asString() + "ms",
                        "--burst",
                        recorded.get("burst").asString());
            } else if (id.startsWith("envoy")) {
                arguments = List.of(
                        "--type",
                        "token-bucket",
                        "--rate",
                        recorded.get("tokens_per_fill").asString() + "/"
                                + recorded.get("fill_interval_ms").asString() + "ms",
                        "--burst",
                        recorded.get("max_tokens").asString(),
                        "--intervally");
            } else {
                arguments = List.of(
                        "--type",
                        id.startsWith("fixed")
                                ? "fixed-window"
                                : id.startsWith("sliding_window_log") ? "sliding-log" : "sliding-window",
                        "--rate",
                        recorded.get("limit").asString() + "/"
                                + recorded.get("window_ms").asString() + "ms");
            }
            List<String> lines = new ArrayList<>();
            for (JsonNode request : recorded.get("requests")) {
                lines.add(request.get(0).asString());
            }
            JsonNode decisions = decisions(lines, arguments);
            for (int i = 0; i < lines.size(); i++) {
                JsonNode request = recorded.get("requests").get(i);
                JsonNode decision = decisions.get(i);
                assertThat(decision.get("answer").asString())
                        .isEqualTo(request.get(1).asInt() == 1 ? "pass" : "reject");
                if (decision.has("estimate")) {
                    assertThat(decision.get("estimate").asDouble())
                            .isCloseTo(request.get(2).asDouble(), within(0.0051));
                } else if (id.startsWith("gcra")) {
                    assertThat(decision.get("waitNanos").asLong())
                            .isEqualTo(request.get(2).asLong() * 1_000_000);
                } else if (decision.has("left")) {
                    assertThat(decision.get("left").asLong())
                            .isEqualTo(request.get(2).asLong());
                }
            }
        });
    }
}
