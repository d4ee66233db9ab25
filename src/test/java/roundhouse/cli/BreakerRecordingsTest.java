package roundhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every decision that was recorded of real limits of what goes on at once and of real breakers, through the program's front door. */
class BreakerRecordingsTest extends LimitTrial {
    @TestFactory
    Stream<DynamicTest> nginxConnections() {
        return each("nginx_limit_conn.json", recorded -> {
            List<String> arguments = new ArrayList<>(List.of("--type", "connections", "--limit"));
            arguments.add(recorded.get("limit_per_key").asString());
            if (!recorded.get("limit_server").isNull()) {
                arguments.addAll(List.of("--limit", recorded.get("limit_server").asString() + " shared"));
            }
            List<String> lines = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            for (JsonNode op : recorded.get("ops")) {
                boolean opens = op.get(0).asString().equals("open");
                lines.add(lines.size()
                        + (opens ? " " + op.get(2).asString() + " id=" : " ends=")
                        + op.get(1).asString());
                expected.add(!opens ? "ended" : op.get(3).asString().equals("in progress") ? "pass" : "reject");
            }
            assertThat(limit(lines, arguments).lines()).isEqualTo(expected);
        });
    }

    @TestFactory
    Stream<DynamicTest> resilience4jBreaker() {
        return each("circuitbreaker.json", recorded -> {
            JsonNode config = recorded.get("config");
            String slow = config.has("slow_call_rate_threshold")
                    ? " slow=" + config.get("slow_call_rate_threshold").asString() + "% slower-than="
                            + config.get("slow_call_duration_ms").asString() + "ms"
                    : "";
            List<String> arguments = List.of(
                    "--type",
                    "circuit-breaker",
                    "--limit",
                    config.get("size").asString()
                            + (config.get("window").asString().equals("TIME_BASED") ? "s" : "")
                            + " minimum=" + config.get("minimum_calls").asString()
                            + " failures="
                            + config.get("failure_rate_threshold").asString()
                            + "% open-for=" + config.get("wait_open_ms").asString()
                            + "ms trials=" + config.get("half_open_calls").asString() + slow);
            List<String> lines = new ArrayList<>();
            for (JsonNode op : recorded.get("ops")) {
                String at = op.get(0).asString();
                lines.add(
                        op.get(1).asString().equals("ask")
                                ? at + " id=" + op.get(2).asString()
                                : at + " ends=" + op.get(2).asString() + " took="
                                        + op.get(3).asString() + "ms result="
                                        + (op.get(1).asString().equals("error") ? "failed" : "ok"));
            }
            JsonNode decisions = decisions(lines, arguments);
            for (int i = 0; i < lines.size(); i++) {
                JsonNode op = recorded.get("ops").get(i);
                JsonNode decision = decisions.get(i);
                String expected = !op.get(1).asString().equals("ask")
                        ? "ended"
                        : op.get(4).asInt() == 1 ? "pass" : "reject";
                assertThat(decision.get("answer").asString()).as("%s", op).isEqualTo(expected);
                assertThat(decision.get("state").asString())
                        .as("%s", op)
                        .isEqualTo(op.get(5).asString().toLowerCase(Locale.ROOT).replace('_', '-'));
                assertThat(decision.get("calls").asInt()).isEqualTo(op.get(8).asInt());
                assertThat(decision.get("failed").asInt()).isEqualTo(op.get(9).asInt());
                assertThat(decision.path("failureRate").asDouble(-1))
                        .as("%s", op)
                        .isCloseTo(op.get(6).asDouble(), within(0.001));
                assertThat(decision.path("slowRate").asDouble(-1))
                        .as("%s", op)
                        .isCloseTo(op.get(7).asDouble(), within(0.001));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> envoyBreaker() {
        return each("envoy_breaker.json", recorded -> {
            if (recorded.has("active")) {
                retriesAllowed(recorded);
            } else if (recorded.has("events")) {
                thresholds(recorded);
            }
        });
    }

    private void retriesAllowed(JsonNode recorded) throws IOException {
        int active = recorded.get("active").asInt();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < active + recorded.get("pending").asInt(); i++) {
            lines.add("0");
        }
        JsonNode decisions = decisions(
                lines,
                List.of(
                        "--type",
                        "envoy-breaker",
                        "--limit",
                        active + " retries=" + recorded.get("budget_percent").asString() + "% least-retries="
                                + recorded.get("min_retry_concurrency").asString()));
        assertThat(decisions.get(lines.size() - 1).get("retriesAllowed").asInt())
                .isEqualTo(recorded.get("allowed_retries").asInt());
    }

    private void thresholds(JsonNode recorded) throws IOException {
        List<String> lines = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (JsonNode event : recorded.get("events")) {
            String id = event.get(1).asString();
            switch (event.get(0).asString()) {
                case "request" -> {
                    lines.add(lines.size() + " id=" + id);
                    String answer = event.get(2).asString();
                    expected.add(answer.equals("sent") ? "pass" : answer.equals("pending") ? "pending" : "reject");
                }
                case "done" -> {
                    lines.add(lines.size() + " ends=" + id);
                    expected.add("ended");
                }
                default -> expected.set(expected.size() - 1, "ended starts " + id);
            }
        }
        assertThat(limit(
                                lines,
                                List.of(
                                        "--type",
                                        "envoy-breaker",
                                        "--limit",
                                        recorded.get("max_connections").asString() + " pending="
                                                + recorded.get("max_pending_requests")
                                                        .asString() + " requests="
                                                + recorded.get("max_requests").asString()))
                        .lines())
                .isEqualTo(expected);
    }
}
