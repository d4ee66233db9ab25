package roundhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.golden.Golden;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every decision and pause that was recorded of the real limiters and breakers, through the program's front door. */
class LimitRecordingsTest {
    @TempDir
    private Path folder;

    private CliRunner limit(List<String> lines, List<String> arguments) throws IOException {
        Path file = Files.write(folder.resolve("arrivals.txt"), lines);
        List<String> all = new ArrayList<>(List.of("limit"));
        all.addAll(arguments);
        all.addAll(List.of("--arrivals", file.toString()));
        return CliRunner.run(all.toArray(String[]::new));
    }

    private JsonNode decisions(List<String> lines, List<String> arguments) throws IOException {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of("--format", "json"));
        CliRunner result = limit(lines, all);
        assertThat(result.code()).as(result.err()).isZero();
        JsonNode decisions = JsonMapper.shared().readTree(result.out()).get("decisions");
        assertThat(decisions.size()).isEqualTo(lines.size());
        return decisions;
    }

    private interface Body {
        void run(JsonNode recorded) throws IOException;
    }

    private static Stream<DynamicTest> each(String file, Body body) {
        List<JsonNode> cases = Golden.cases("edge/" + file);
        assertThat(cases).isNotEmpty();
        return cases.stream()
                .map(recorded -> DynamicTest.dynamicTest(recorded.get("id").asString(), () -> body.run(recorded)));
    }

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

    @Test
    void whatTakesItsTimeEndsByItself() throws IOException {
        assertThat(limit(
                                List.of("0 a for=100ms", "50 a for=100ms", "100 a for=100ms", "149 a", "150 b"),
                                List.of("--type", "connections", "--limit", "1", "--limit", "2 shared"))
                        .lines())
                .containsExactly("pass", "reject", "pass", "reject", "pass");
        assertThat(limit(
                                List.of("0 for=10ms result=failed", "5 for=10ms", "20 for=1ms", "121"),
                                List.of("--type", "circuit-breaker", "--limit", "2 minimum=2 open-for=100ms trials=1"))
                        .lines())
                .containsExactly("pass closed", "pass closed", "reject open", "pass half-open");
    }

    @Test
    void aKeyMayBeEmptyForOneOfSeveral() throws IOException {
        List<String> arguments =
                List.of("--type", "leaky-bucket", "--limit", "1/s", "--limit", "1/s burst=1 nodelay key=2");
        assertThat(limit(
                                List.of(
                                        "0 key= key2=B",
                                        "1 key= key2=B",
                                        "2 key= key2=B",
                                        "3 a",
                                        "4 b key2=C",
                                        "5 b key2=C"),
                                arguments)
                        .lines())
                .containsExactly("pass", "pass", "reject", "pass", "pass", "reject");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            leaky-bucket | 1/s burst=x          | 0            | --limit, burst: found x; allowed is 0 to 1000000
            leaky-bucket | 1/s nodelay=1        | 0            | --limit, nodelay: found 1; allowed is the word alone
            leaky-bucket | 1/s brust=1          | 0            | --limit, brust: is no word; leaky-bucket knows burst, delay, key, nodelay, shared
            leaky-bucket | 1/s burst=1 burst=2  | 0            | --limit, burst: it stands there twice
            token-bucket | 5/s initial=6        | 0            | --limit, initial: found 6; the bucket holds 5
            gcra         | 1/s key=2            | 0            | --limit, key: gcra does not know it; it is for connections, leaky-bucket
            connections  | 0                    | 0            | --limit: found 0; allowed is 1 to 1000000
            circuit-breaker | 3.5s failures=150% | 0           | --limit, failures: found 150%; allowed is 0% to 100%
            circuit-breaker | 5                 | 0 ends=7     | line 1: ends: no call '7' is in progress
            gcra         | 1/s                  | 0 ends=7     | line 1: ends: it is for connections, circuit-breaker, envoy-breaker
            gcra         | 1/s                  | 0 timeout=1s | line 1: timeout= is for guava and guava-warming-up
            token-bucket | 1/s                  | 0 permits=0  | line 1: permits: found '0'; allowed are 1 to 1000000
            connections  | 1                    | 0 for=5      | line 1: for:
            """)
    void badInputIsOneLine(String type, String limit, String line, String message) throws IOException {
        CliRunner result = limit(List.of(line), List.of("--type", type, "--limit", limit));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.err()).contains(message);
    }
}
