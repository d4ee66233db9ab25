package roundhouse.simulation.guarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.limits.LeakyBucket;
import roundhouse.limits.LeakyBuckets;
import roundhouse.limits.LimitFigure;
import roundhouse.limits.LimiterType;
import roundhouse.limits.RateLimiter;
import roundhouse.routing.Outcome;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.testing.Systems;
import roundhouse.simulation.testing.Traces;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.guarding.Limit;

/** Limits of nodes in whole runs, against the limiters by themselves, and against what is known of the arrivals. */
class LimitsInRunsTest {
    private static final long MILLI = 1_000_000;

    /** Clients without a way's latency, 100 requests a second evenly spaced, to a server of 1 ms with those limits. */
    private static Topology system(String clients, String limits) {
        return parse("""
                { "format": 1, "name": "T",
                  "nodes": [
                    { "id": "users", "kind": "clients", "arrivals": { "type": "constant", "rate": "100/s" }, %s },
                    { "id": "web", "kind": "server", "service": "1ms", "cores": 64, "limits": [ %s ] } ],
                  "links": [ { "from": "users", "to": "web", "latency": "0ms" } ] }""".formatted(clients, limits));
    }

    private static Topology parse(String text) {
        return switch (TopologyFile.parse(text)) {
            case ReadResult.Read read -> read.topology();
            case ReadResult.Refused refused ->
                throw new AssertionError(refused.problems().toString());
        };
    }

    private static GuardReport guard(Report report, String node) {
        return Objects.requireNonNull(Systems.node(report, node).guard());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type":"leaky-bucket","rate":"10/s","burst":5,"delay":"none"}
            {"type":"leaky-bucket","rate":"70/min","burst":3,"delay":1}
            {"type":"token-bucket","rate":"30/s","burst":20}
            {"type":"token-bucket","rate":"30/s","intervally":true}
            {"type":"guava","rate":"20/s","timeout":"20ms"}
            {"type":"guava-warming-up","rate":"50/s","warm-up":"2s","timeout":"30ms"}
            {"type":"fixed-window","rate":"40/s"}
            {"type":"sliding-window","rate":"40/s"}
            {"type":"sliding-log","rate":"40/s"}
            {"type":"gcra","rate":"25/s","burst":4}
            {"type":"haproxy-rate","rate":"50/s"}
            {"type":"haproxy-rate","rate":"50/s","accepted-only":true}
            {"type":"resilience4j","rate":"8/500ms","timeout":"300ms"}
            """)
    void everyRateLimiterDecidesAsByItself(String limit) {
        Topology topology = system("\"users\": 1", limit);
        Report report = Systems.run(topology, 10.001);
        Limit spec = topology.node("web")
                .map(Server.SETTINGS::cast)
                .orElseThrow()
                .limits()
                .getFirst();
        RateLimiter alone = Objects.requireNonNull(spec.kind().limiter()).create(spec.limiter(), 0);
        long refused = 0;
        long delayed = 0;
        for (int i = 1; i <= 1_000; i++) {
            long wait = alone.ask(1, i * 10 * MILLI);
            refused += wait == RateLimiter.REFUSED ? 1 : 0;
            delayed += wait > 0 ? 1 : 0;
        }
        GuardReport guard = guard(report, "web");
        assertThat(refused)
                .as("a limit that does nothing shows nothing")
                .isPositive()
                .isLessThan(1_000);
        assertThat(guard.of(LimitFigure.ASKED)).isEqualTo(1_000);
        assertThat(guard.of(LimitFigure.TURNED_AWAY)).isEqualTo(refused);
        assertThat(guard.of(LimitFigure.DELAYED)).isEqualTo(delayed);
        assertThat(report.outcomes().get(Outcome.REJECTED)).isEqualTo(refused);
    }

    /** As several limit_req of nginx do: all are asked before any of them changes, and the longest wait counts. */
    @Test
    void leakyBucketsInARowAreAsNginxHasThem() {
        String limits = """
                {"type":"leaky-bucket","rate":"30/s","burst":6,"delay":2},
                {"type":"leaky-bucket","rate":"1000/min","burst":12,"delay":4}""";
        Topology topology = system("\"users\": 1", limits);
        GuardReport guard = guard(Systems.run(topology, 10.001), "web");
        List<Limit> specs =
                topology.node("web").map(Server.SETTINGS::cast).orElseThrow().limits();
        LeakyBuckets together = new LeakyBuckets(specs.stream()
                .map(spec -> (LeakyBucket) LimiterType.LEAKY_BUCKET.create(spec.limiter(), 0))
                .toList());
        long refused = 0;
        long delayed = 0;
        for (int i = 1; i <= 1_000; i++) {
            long wait = together.ask(1, i * 10 * MILLI);
            refused += wait == RateLimiter.REFUSED ? 1 : 0;
            delayed += wait > 0 ? 1 : 0;
        }
        assertThat(refused).isBetween(700L, 900L);
        assertThat(guard.of(LimitFigure.TURNED_AWAY)).isEqualTo(refused);
        assertThat(guard.of(LimitFigure.DELAYED)).isEqualTo(delayed);
    }

    @Test
    void allTypesAreCompared() {
        assertThat(Stream.of(LimiterType.values())).hasSize(10);
    }

    @Test
    void eachAddressHasALimitOfItsOwn() {
        String limit = "{\"type\":\"fixed-window\",\"rate\":\"5/s\",\"per\":\"%s\"}";
        assertThat(guard(Systems.run(system("\"users\": 10", limit.formatted("address")), 10.001), "web")
                        .of(LimitFigure.TURNED_AWAY))
                .as("10 users with 10 requests a second each are let through 50 a second together")
                .isCloseTo(500L, within(80L));
        assertThat(guard(Systems.run(system("\"users\": 10", limit.formatted("all")), 10.001), "web")
                        .of(LimitFigure.TURNED_AWAY))
                .isCloseTo(950L, within(5L));
        assertThat(guard(
                                Systems.run(
                                        system(
                                                "\"users\": 10, \"addresses\": \"192.0.2.1/32\"",
                                                limit.formatted("address")),
                                        10.001),
                                "web")
                        .of(LimitFigure.TURNED_AWAY))
                .as("behind one address all have one limit")
                .isCloseTo(950L, within(5L));
        assertThat(guard(
                                Systems.run(
                                        system(
                                                "\"users\": 10, \"addresses\": \"192.0.2.1/32\"",
                                                limit.formatted("session")),
                                        10.001),
                                "web")
                        .of(LimitFigure.TURNED_AWAY))
                .isCloseTo(500L, within(80L));
    }

    @Test
    void pathsHeadersAndNetworksAreConditions() {
        String kinds = """
                "users": 1000, "addresses": "10.0.0.0/8", "requests": [
                  { "share": 1, "path": "/search?q=x", "headers": { "X-Key": "a" } }, { "share": 1, "path": "/" } ]""";
        long all = 1_000;
        assertThat(turnedAway(kinds, "{\"type\":\"deny\",\"path\":\"/search\"}"))
                .isCloseTo(all / 2, within(60L));
        assertThat(turnedAway(kinds, "{\"type\":\"deny\",\"header\":\"x-key\",\"value\":\"a\"}"))
                .isCloseTo(all / 2, within(60L));
        assertThat(turnedAway(kinds, "{\"type\":\"deny\",\"header\":\"x-key\",\"value\":\"b\"}"))
                .isZero();
        assertThat(turnedAway(kinds, "{\"type\":\"deny\",\"from\":\"10.0.0.0/9\"}"))
                .isCloseTo(all / 2, within(60L));
        assertThat(turnedAway(kinds, "{\"type\":\"allow\",\"from\":\"10.0.0.0/9\"},{\"type\":\"deny\"}"))
                .as("what is allowed goes past what follows")
                .isCloseTo(all / 2, within(60L));
        assertThat(turnedAway(
                        kinds, "{\"type\":\"fixed-window\",\"rate\":\"10/s\",\"per\":\"header\",\"header\":\"x-key\"}"))
                .as("who sends no such header is not limited")
                .isCloseTo(all / 2 - 100, within(60L));
        assertThat(turnedAway(kinds, "{\"type\":\"fixed-window\",\"rate\":\"10/s\",\"per\":\"path\"}"))
                .as("10 a second of each path")
                .isCloseTo(all - 200, within(10L));
    }

    @Test
    void methodsAreAConditionAndSayWhomTheyLeaveOut() {
        String kinds = """
                "users": 1000, "requests": [ { "share": 1, "method": "PUT" }, { "share": 1, "method": "HEAD" } ]""";
        assertThat(turnedAway(kinds, "{\"type\":\"deny\",\"methods\":\"POST, PUT\"}"))
                .isCloseTo(500L, within(60L));
        assertThat(turnedAway(kinds, "{\"type\":\"deny\",\"methods\":\"not GET, HEAD\"}"))
                .isCloseTo(500L, within(60L));
        assertThat(turnedAway(kinds, "{\"type\":\"deny\",\"methods\":\"not PUT, HEAD\"}"))
                .isZero();
        assertThat(turnedAway("\"users\": 1", "{\"type\":\"deny\",\"methods\":\"GET\"}"))
                .as("a request that reads and says no method is GET")
                .isEqualTo(1_000);
        assertThat(turnedAway(
                        kinds, "{\"type\":\"fixed-window\",\"rate\":\"10/s\",\"per\":\"all\",\"methods\":\"PUT\"}"))
                .as("what it does not concern does not count")
                .isCloseTo(400L, within(60L));
    }

    @Test
    void methodsThatAreNoneAreRefused() {
        for (String methods : List.of("", "post", "not", "GET HEAD", "GET,", "! GET")) {
            assertThat(TopologyFile.parse(
                            TopologyFile.format(system("\"users\": 1", "{\"type\":\"deny\",\"methods\":\"GET\"}"))
                                    .replace("\"methods\": \"GET\"", "\"methods\": \"" + methods + "\"")))
                    .as(methods)
                    .isInstanceOf(ReadResult.Refused.class);
        }
    }

    private static long turnedAway(String clients, String limits) {
        return guard(Systems.run(system(clients, limits), 10.001), "web").of(LimitFigure.TURNED_AWAY);
    }

    @Test
    void concurrencyIsCountedUntilTheReplyLeaves() {
        Topology slow = parse("""
                { "format": 1, "name": "T",
                  "nodes": [
                    { "id": "users", "kind": "clients", "arrivals": { "type": "constant", "rate": "100/s" }, "users": 1 },
                    { "id": "web", "kind": "server", "service": "95ms", "cores": 64,
                      "limits": [ { "type": "concurrency", "most": 4 } ] } ],
                  "links": [ { "from": "users", "to": "web", "latency": "0ms" } ] }""");
        Report report = Systems.run(slow, 10.001);
        assertThat(Systems.node(report, "web").inFlight().max()).isLessThanOrEqualTo(5);
        assertThat(guard(report, "web").of(LimitFigure.TURNED_AWAY))
                .as("of each ten requests four find room, for each stays for the time of nine and a half")
                .isCloseTo(600L, within(6L));
    }

    @Test
    void tarpitHoldsWhomItTurnsAway() {
        Report report = Systems.run(
                system("\"users\": 1", "{\"type\":\"deny\",\"tarpit\":\"400ms\",\"name\":\"pit\"}"), 10.001);
        assertThat(report.outcomes().get(Outcome.REJECTED))
                .as("those of the last 400 ms are held still")
                .isEqualTo(960);
        assertThat(Systems.node(report, "web").inFlight().max()).isCloseTo(40L, within(1L));
        assertThat(Traces.trace(system("\"users\": 1", "{\"type\":\"deny\",\"tarpit\":\"400ms\",\"name\":\"pit\"}"), 3)
                        .limits()
                        .getFirst()
                        .because())
                .containsExactly(
                        "web turned it away with status 403.",
                        "Limit pit, which counts it as of address " + address() + ".",
                        "It was held for 400 ms before (tarpit).");
    }

    private static String address() {
        return Traces.trace(system("\"users\": 1", ""), 3).address();
    }

    @Test
    void shedTurnsAwayWhileSoManyAreThere() {
        Topology slow = parse("""
                { "format": 1, "name": "T",
                  "nodes": [
                    { "id": "users", "kind": "clients", "arrivals": { "type": "constant", "rate": "1000/s" } },
                    { "id": "web", "kind": "server", "service": "10ms", "cores": 1,
                      "limits": [ { "type": "shed", "most": 3, "status": 503 } ] } ],
                  "links": [ { "from": "users", "to": "web", "latency": "0ms" } ] }""");
        Report report = Systems.run(slow, 10.001);
        assertThat(Systems.node(report, "web").inFlight().max()).isLessThanOrEqualTo(4);
        assertThat(report.latency().maxNanos())
                .as("nobody waits behind more than two")
                .isLessThanOrEqualTo(30 * MILLI);
        assertThat(report.outcomes().get(Outcome.OK)).isCloseTo(1_000L, within(5L));
    }

    @Test
    void aLimitIsTold() {
        List<String> told = texts(Systems.run(
                system("\"users\": 1", "{\"type\":\"fixed-window\",\"rate\":\"5/s\",\"name\":\"slow\",\"status\":429}"),
                2.001));
        assertThat(told).anyMatch(line -> line.startsWith("web: limit slow turns requests away, first of address "));
    }

    @Test
    void whatALimitDidIsToldWhenItHasBeenQuietForAWhile() {
        assertThat(texts(Systems.run(
                        system(
                                "\"users\": 1",
                                "{\"type\":\"fixed-window\",\"rate\":\"998/10s\",\"name\":\"slow\",\"status\":429}"),
                        16)))
                .contains("web: limit slow turned away 1 request; none for 5 s");
        assertThat(texts(Systems.run(
                        system(
                                "\"users\": 1",
                                "{\"type\":\"fixed-window\",\"rate\":\"989/10s\",\"name\":\"slow\",\"status\":429}"),
                        16)))
                .contains("web: limit slow turned away 10 requests in 90 ms; none for 5 s");
    }

    private static List<String> texts(Report report) {
        return report.transcript().stream().map(line -> line.text()).toList();
    }

    @Test
    void expectationsKnowLimits() {
        Topology topology = parse("""
                { "format": 1, "name": "T", "duration": "10s",
                  "nodes": [
                    { "id": "users", "kind": "clients", "arrivals": { "type": "constant", "rate": "50/s" }, "addresses": "10.0.0.0/16" },
                    { "id": "bots", "kind": "clients", "attack": true, "arrivals": { "type": "constant", "rate": "200/s" }, "addresses": "198.51.100.0/24" },
                    { "id": "web", "kind": "server", "service": "1ms", "cores": 64,
                      "limits": [ { "type": "deny", "from": "198.51.100.0/25" }, { "type": "deny", "from": "10.0.0.0/19" } ] } ],
                  "links": [ { "from": "users", "to": "web" }, { "from": "bots", "to": "web" } ],
                  "expect": [ "turned-away-rightly of web > 40%", "turned-away-wrongly of web > 5%", "attacks-let-through of web < 60%",
                              "came-to-limits of web > 2000", "turned-away of web > 900" ] }""");
        Report report = Systems.run(topology, 10.001);
        assertThat(report.verdicts())
                .hasSize(5)
                .allMatch(verdict -> verdict.getClass().getSimpleName().equals("Met"));
        GuardReport guard = guard(report, "web");
        assertThat(guard.of(LimitFigure.RIGHTLY) + guard.of(LimitFigure.WRONGLY))
                .isEqualTo(guard.of(LimitFigure.TURNED_AWAY));
        assertThat(guard.of(LimitFigure.RIGHTLY) + guard.of(LimitFigure.LET_THROUGH))
                .isCloseTo(2_000L, within(2L));
        assertThat(guard.of(LimitFigure.RIGHTLY)).isCloseTo(1_000L, within(150L));
        assertThat(guard.of(LimitFigure.WRONGLY)).isCloseTo(62L, within(40L));
    }
}
