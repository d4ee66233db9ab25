package roundhouse.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake gets one clear message: where, what was found, what is allowed, what was probably meant. */
final class ReadErrorsTest {
    private static final String SOUND = """
            {
              "format": 1,
              "nodes": [
                { "id": "users", "kind": "clients", "arrivals": { "type": "poisson", "rate": "1000/s" } },
                { "id": "lb", "kind": "load-balancer" },
                { "id": "s1", "kind": "server", "service": "3ms" }
              ],
              "links": [
                { "from": "users", "to": "lb" },
                { "from": "lb", "to": "s1" }
              ],
              "scenario": [
                { "at": "10s", "crash": "s1" }
              ], "expect": [ "failed < 1%" ],
              "layout": { "users": [60, 120] }
            }
            """;

    private static final String FIGURES =
            "mean, p50, p90, p95, p99, p99.9, max, mean wait, p50 wait, p90 wait, p95 wait, p99 wait, p99.9 wait, max wait, "
                    + "mean queue, max queue, mean in-flight, max in-flight, requests, ok, refused, rejected, failed, timed-out, throughput, utilization";
    private static final String WRITTEN =
            "an expectation is written like \"p99 < 200ms\" or \"failed of s1 < 1% during 10s..40s\"";

    @Test
    void thatWhichIsBrokenBelowIsSound() {
        assertThat(problems(SOUND)).isEmpty();
    }

    /** One change to the sound text, and the one problem that comes of it. */
    @ParameterizedTest
    @MethodSource({
        "unknownNames",
        "missing",
        "durationsAndRates",
        "numbers",
        "shapes",
        "meaning",
        "ids",
        "links",
        "layer4",
        "expectationsOfAWrongShape",
        "expectationsOfAWrongUnit",
        "expectationsThatCannotBe",
        "failures",
        "policies"
    })
    void saysWhatIsWrong(String found, String replacement, String problem) {
        assertThat(problems(broken(found, replacement))).containsExactly(problem);
    }

    static String broken(String found, String replacement) {
        assertThat(SOUND).contains(found);
        int at = SOUND.indexOf(found);
        return SOUND.substring(0, at) + replacement + SOUND.substring(at + found.length());
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments(
                        "{ \"at\": \"10s\", \"crash\": \"s1\" }",
                        "{ \"at\": \"10s\", \"crash\": \"s1\", \"how\": \"blackhole\" }",
                        "line 13, /scenario/0/how: unknown kind of crash \"blackhole\"; did you mean \"black-hole\"? Allowed are refuse, black-hole, after-accept"),
                arguments(
                        "{ \"at\": \"10s\", \"crash\": \"s1\" }",
                        "{ \"at\": \"10s\", \"cut\": \"s1\" }",
                        "line 13, /scenario/0/cut: \"cut\" is \"s1\"; the two ends of a link are allowed, like [\"lb-1\", \"s1\"]"),
                arguments(
                        "{ \"at\": \"10s\", \"crash\": \"s1\" }",
                        "{ \"at\": \"10s\", \"cut\": [\"lb\", \"s2\"] }",
                        "line 13, /scenario/0/cut/1: the command at 10s: no node has the id \"s2\"; did you mean \"s1\"?"),
                arguments(
                        "{ \"at\": \"10s\", \"crash\": \"s1\" }",
                        "{ \"at\": \"10s\", \"mend\": [\"s1\", \"lb\"] }",
                        "line 13, /scenario/0/mend: the command at 10s: no link goes from s1 to lb"),
                arguments(
                        "{ \"at\": \"10s\", \"crash\": \"s1\" }",
                        "{ \"at\": \"10s\", \"cut\": [\"lb\", \"s1\"], \"way\": \"back\" }",
                        "line 13, /scenario/0/way: unknown direction \"back\"; allowed are both, requests, replies"),
                arguments(
                        "{ \"at\": \"10s\", \"crash\": \"s1\" }",
                        "{ \"at\": \"10s\", \"delay\": [\"lb\", \"s1\"] }",
                        "line 13, /scenario/0: delay needs \"by\", like \"50ms\""),
                arguments(
                        "{ \"at\": \"10s\", \"crash\": \"s1\" }",
                        "{ \"at\": \"10s\", \"loss\": [\"lb\", \"s1\"], \"rate\": 2 }",
                        "line 13, /scenario/0/rate: \"rate\" is 2; a number from 0 to 1 is allowed"),
                arguments(
                        "{ \"at\": \"10s\", \"crash\": \"s1\" }",
                        "{ \"at\": \"10s\", \"drain\": [\"users\", \"lb\"] }",
                        "line 13, /scenario/0/drain/0: the command at 10s: users is no load balancer, so it has no targets to drain"),
                arguments(
                        "{ \"at\": \"10s\", \"crash\": \"s1\" }",
                        "{ \"at\": \"10s\", \"flap\": \"s1\", \"down\": \"2s\" }",
                        "line 13, /scenario/0: flap needs \"up\", like \"5s\""),
                arguments(
                        "{ \"at\": \"10s\", \"crash\": \"s1\" }",
                        "{ \"at\": \"10s\", \"failing\": \"s1\", \"between\": \"0s\", \"repair\": \"1s\" }",
                        "line 13, /scenario/0/between: the command at 10s: between is 0s; it must be longer"),
                arguments(
                        "{ \"at\": \"10s\", \"crash\": \"s1\" }",
                        "{ \"at\": \"10s\", \"pause\": \"users\" }",
                        "line 13, /scenario/0/pause: the command at 10s: users stands for people and cannot crash, recover or be slow; name a server or a load balancer"),
                arguments(
                        "{ \"at\": \"10s\", \"crash\": \"s1\" }",
                        "{ \"at\": \"10s\", \"outage\": \"eu-1\" }",
                        "line 13, /scenario/0/outage: the command at 10s: no server or load balancer is in a zone or region \"eu-1\""));
    }

    static Stream<Arguments> policies() {
        return Stream.of(
                arguments(
                        "\"kind\": \"load-balancer\" }",
                        "\"kind\": \"load-balancer\", \"checks\": { \"intervall\": \"1s\" } }",
                        "line 5, /nodes/1/checks: unknown key \"intervall\"; did you mean \"interval\"? A health check has probe, interval, timeout, fall, rise, fast-interval, down-interval"),
                arguments(
                        "\"kind\": \"load-balancer\" }",
                        "\"kind\": \"load-balancer\", \"checks\": { \"probe\": \"ping\" } }",
                        "line 5, /nodes/1/checks/probe: unknown probe \"ping\"; allowed are request, connect"),
                arguments(
                        "\"kind\": \"load-balancer\" }",
                        "\"kind\": \"load-balancer\", \"checks\": { \"fall\": 0 } }",
                        "line 5, /nodes/1/checks/fall: \"fall\" is 0; a whole number from 1 to 1,000 is allowed"),
                arguments(
                        "\"kind\": \"load-balancer\" }",
                        "\"kind\": \"load-balancer\", \"passive\": { \"fail-timeout\": \"1500ms\" } }",
                        "line 5, /nodes/1/passive/fail-timeout: \"lb\": fail-timeout is 1500ms; whole seconds are allowed"),
                arguments(
                        "\"kind\": \"load-balancer\" }",
                        "\"kind\": \"load-balancer\", \"panic\": 101 }",
                        "line 5, /nodes/1/panic: \"panic\" is 101; a whole number from 0 to 100 is allowed"),
                arguments(
                        "\"kind\": \"load-balancer\" }",
                        "\"kind\": \"load-balancer\", \"sticky\": { \"by\": \"header\" } }",
                        "line 5, /nodes/1/sticky/header: \"lb\": sticky by header needs \"header\", like \"x-user\""),
                arguments(
                        "\"kind\": \"load-balancer\" }",
                        "\"kind\": \"load-balancer\", \"sticky\": { \"by\": \"cookie\", \"size\": 5 } }",
                        "line 5, /nodes/1/sticky/by: \"lb\": sticky by cookie has no table, so no life, size or rule for a full one"),
                arguments(
                        "\"kind\": \"load-balancer\" }",
                        "\"kind\": \"load-balancer\", \"pass-on\": { \"tries\": 0 } }",
                        "line 5, /nodes/1/pass-on/tries: \"tries\" is 0; a whole number from 1 to 100 is allowed"),
                arguments(
                        "\"kind\": \"load-balancer\" }",
                        "\"kind\": \"load-balancer\", \"failover\": { \"priority\": 256 } }",
                        "line 5, /nodes/1/failover/priority: \"priority\" is 256; a whole number from 1 to 255 is allowed"),
                arguments(
                        "\"service\": \"3ms\"",
                        "\"service\": \"3ms\", \"state\": { \"store\": \"redis\" }",
                        "line 6, /nodes/2/state/store: \"s1\": no node has the id \"redis\""),
                arguments(
                        "\"service\": \"3ms\"",
                        "\"service\": \"3ms\", \"state\": \"disk\"",
                        "line 6, /nodes/2/state: found \"disk\"; session state is an object, { … }"),
                arguments(
                        "\"service\": \"3ms\"",
                        "\"service\": \"3ms\", \"cold-start\": { \"factor\": 5 }",
                        "line 6, /nodes/2/cold-start: a cold start needs \"over\", like \"30s\""),
                arguments(
                        "\"to\": \"s1\" }",
                        "\"to\": \"s1\", \"heartbeat\": true }",
                        "line 10, /links/1: the link from \"lb\" to \"s1\": a heartbeat joins two load balancers"),
                arguments(
                        "\"rate\": \"1000/s\" }",
                        "\"rate\": \"1000/s\" }, \"retries\": { \"attempts\": 2, \"on\": [\"timeout\"] }",
                        "line 4, /nodes/0/retries/on/0: unknown outcome \"timeout\"; did you mean \"timed-out\"? Allowed are refused, rejected, failed, timed-out"),
                arguments(
                        "\"rate\": \"1000/s\" }",
                        "\"rate\": \"1000/s\" }, \"hedge\": {}",
                        "line 4, /nodes/0/hedge: hedging needs \"after\", like \"50ms\""),
                arguments(
                        "\"rate\": \"1000/s\" }",
                        "\"rate\": \"1000/s\" }, \"retries\": { \"attempts\": 2, \"budget\": { \"share\": -1 } }",
                        "line 4, /nodes/0/retries/budget/share: \"share\" is -1; a number from 0 to 100 is allowed"));
    }

    @ParameterizedTest
    @MethodSource
    void wholeTexts(String text, String problem) {
        assertThat(problems(text)).containsExactly(problem);
    }

    static Stream<Arguments> wholeTexts() {
        return Stream.of(
                arguments("", "the file is empty; a topology is a JSON object"),
                arguments("  \n ", "the file is empty; a topology is a JSON object"),
                arguments(
                        "hello",
                        "line 1: this is not JSON: unrecognized token 'hello': expected a text, a number, a list, an object, true, false or null"),
                arguments("{", "line 1: the file is cut short: it ends in the middle of the topology"),
                arguments("[1,2]", "line 1: found a list; a topology is an object, { … }"),
                arguments("42", "line 1: found 42; a topology is an object, { … }"),
                arguments("{}", "line 1: a topology needs \"format\", like \"format\": 1"),
                arguments(
                        "{ \"format\": 7 }",
                        "line 1, /format: format 7 is newer than this program reads (1); open it with a newer Roundhouse"),
                arguments("{ \"format\": 0 }", "line 1, /format: format is 0; this program reads format 1"),
                arguments("{ \"format\": \"1\" }", "line 1, /format: format is \"1\"; this program reads format 1"),
                arguments("{ \"format\": NaN }", "line 1: this is not JSON: no number is called NaN"),
                arguments(
                        "{ \"format\": 1, }",
                        "line 1: this is not JSON: unexpected character ('}'): expected double-quote to start property name"),
                arguments(
                        "{ \"format\": 1 \"seed\": 2 }",
                        "line 1: this is not JSON: unexpected character ('\"'): expected comma to separate Object entries"),
                arguments(
                        "{ 'format': 1 }",
                        "line 1: this is not JSON: unexpected character ('''): expected double-quote to start property name"),
                arguments(
                        "// mine\n{ \"format\": 1 }",
                        "line 1: this is not JSON: unexpected character ('/'): JSON has no comments"),
                arguments(
                        "{ \"format\": 1,\n  \"format\": 1 }",
                        "line 2, /format: \"format\" is given twice, first on line 1; a key is allowed once"),
                arguments(
                        "<html>",
                        "line 1: this is not JSON: unexpected character ('<'): expected a text, a number, a list, an object, true, false or null"),
                arguments(
                        "\0\1",
                        "line 1: this is not JSON: illegal character with code 0: only regular white space (\\r, \\n, \\t) is allowed between tokens"),
                arguments("{ \"name\": \"\\q\" }", "line 1: this is not JSON: unrecognized character escape 'q'"),
                arguments("{ \"seed\": tru", "line 1: the file is cut short: it ends in the middle of the topology"),
                arguments("{ \"seed\": 1.", "line 1: the file is cut short: it ends in the middle of the topology"),
                arguments(
                        "{ \"seed\": 01 }",
                        "line 1: this is not JSON: invalid numeric value: Leading zeroes not allowed"),
                arguments(
                        "{ \"seed\": +1 }",
                        "line 1: this is not JSON: unexpected character ('+') in numeric value: JSON spec does not allow numbers to have plus signs"),
                arguments("{ ]", "line 1: this is not JSON: unexpected close marker ']': expected '}'"),
                arguments(
                        "{ \"format\": 1 } x",
                        "line 1: this is not JSON: unrecognized token 'x': expected a text, a number, a list, an object, true, false or null"),
                arguments("{ \"format\": 1 }\n{ }", "line 2: there is more text after the end of the topology"));
    }

    static Stream<Arguments> unknownNames() {
        return Stream.of(
                arguments(
                        "\"service\"",
                        "\"sevice\"",
                        "line 6, /nodes/2: unknown key \"sevice\"; did you mean \"service\"? A server has id, kind, label, cores, service, queue, connections, tls-handshake, region, zone, cold-start, state"),
                arguments(
                        "\"kind\": \"server\"",
                        "\"kind\": \"sever\"",
                        "line 6, /nodes/2/kind: unknown kind of node \"sever\"; did you mean \"server\"? Allowed are clients, load-balancer, server"),
                arguments(
                        "\"kind\": \"server\"",
                        "\"kind\": \"database\"",
                        "line 6, /nodes/2/kind: unknown kind of node \"database\"; allowed are clients, load-balancer, server"),
                arguments(
                        "\"service\": \"3ms\"",
                        "\"service\": \"3ms\", \"x\": 4",
                        "line 6, /nodes/2: unknown key \"x\"; a server has id, kind, label, cores, service, queue, connections, tls-handshake, region, zone, cold-start, state"),
                arguments(
                        "\"poisson\"",
                        "\"poison\"",
                        "line 4, /nodes/0/arrivals/type: unknown type of arrivals \"poison\"; did you mean \"poisson\"? Allowed are poisson, constant, bursty, curve, closed"),
                arguments(
                        "\"kind\": \"load-balancer\"",
                        "\"kind\": \"load-balancer\", \"algorithm\": \"least-conections\"",
                        "line 5, /nodes/1/algorithm: unknown algorithm \"least-conections\"; did you mean \"least-connections\"? Allowed are round-robin, weighted-round-robin, least-connections, least-response-time, ip-hash, geographic, random, power-of-two, hash"),
                arguments(
                        "\"kind\": \"load-balancer\"",
                        "\"kind\": \"load-balancer\", \"algorithm\": { \"type\": \"lc\" }",
                        "line 5, /nodes/1/algorithm/type: unknown algorithm \"lc\"; allowed are round-robin, weighted-round-robin, least-connections, least-response-time, ip-hash, geographic, random, power-of-two, hash"),
                arguments(
                        "\"kind\": \"load-balancer\"",
                        "\"kind\": \"load-balancer\", \"sticky\": \"ip\"",
                        "line 5, /nodes/1/sticky: unknown stickiness \"ip\"; allowed are off, address, cookie, header"),
                arguments(
                        "\"kind\": \"load-balancer\"",
                        "\"kind\": \"load-balancer\", \"tls\": \"end\"",
                        "line 5, /nodes/1/tls: unknown TLS mode \"end\"; allowed are pass-through, terminate"),
                arguments(
                        "\"arrivals\"",
                        "\"connection\": \"keepalive\", \"arrivals\"",
                        "line 4, /nodes/0/connection: unknown connection \"keepalive\"; did you mean \"keep-alive\"? Allowed are per-request, keep-alive"),
                arguments(
                        "\"3ms\"",
                        "{ \"type\": \"gaussian\" }",
                        "line 6, /nodes/2/service/type: unknown distribution \"gaussian\"; allowed are fixed, uniform, normal, log-normal, exponential"),
                arguments(
                        "\"crash\": \"s1\"",
                        "\"crsh\": \"s1\"",
                        "line 13, /scenario/0: unknown command \"crsh\"; did you mean \"crash\"? Commands are crash, recover, slow, pause, leak, errors, flap, failing, restart, outage, outage-over, cut, delay, loss, mend, drain, undrain, add, remove, weight, algorithm"),
                arguments(
                        "\"crash\": \"s1\"",
                        "\"explode\": \"s1\"",
                        "line 13, /scenario/0: a command needs one of crash, recover, slow, pause, leak, errors, flap, failing, restart, outage, outage-over, cut, delay, loss, mend, drain, undrain, add, remove, weight, algorithm"),
                arguments(
                        "\"format\": 1,",
                        "\"format\": 1, \"node\": [],",
                        "line 2: unknown key \"node\"; did you mean \"nodes\"? A topology has $schema, format, name, description, seed, duration, warm-up, regions, nodes, links, scenario, expect, layout"));
    }

    static Stream<Arguments> missing() {
        return Stream.of(
                arguments("\"kind\": \"server\", ", "", "line 6, /nodes/2: a node needs \"kind\", like \"server\""),
                arguments("\"id\": \"s1\", ", "", "line 6, /nodes/2: a server needs \"id\", like \"s1\""),
                arguments(
                        ", \"service\": \"3ms\"",
                        "",
                        "line 6, /nodes/2: a server needs \"service\", like \"3ms\" or { \"type\": \"exponential\", \"mean\": \"3ms\" }"),
                arguments(
                        "\"3ms\"",
                        "{ \"mean\": \"3ms\" }",
                        "line 6, /nodes/2/service: a distribution needs \"type\", like { \"type\": \"exponential\", \"mean\": \"3ms\" }"),
                arguments(
                        "\"3ms\"",
                        "{ \"type\": \"normal\", \"mean\": \"3ms\" }",
                        "line 6, /nodes/2/service: the distribution normal needs \"stddev\", like \"1ms\""),
                arguments(
                        "\"at\": \"10s\", ",
                        "",
                        "line 13, /scenario/0: a command of the scenario needs \"at\", like \"10s\""),
                arguments(
                        "\"crash\": \"s1\"", "\"slow\": \"s1\"", "line 13, /scenario/0: slow needs \"factor\", like 3"),
                arguments(
                        "\"kind\": \"load-balancer\"",
                        "\"kind\": \"load-balancer\", \"rules\": [ { \"pool\": \"a\" } ]",
                        "line 5, /nodes/1/rules/0: a rule needs \"path\", like \"/api/*\" (or a \"header\" or \"cookie\")"),
                arguments(
                        "\"kind\": \"load-balancer\"",
                        "\"kind\": \"load-balancer\", \"rules\": [ { \"header\": \"X-Plan\", \"pool\": \"a\" } ]",
                        "line 5, /nodes/1/rules/0: a header rule needs \"value\", like \"gold\""),
                arguments(
                        "\"arrivals\"",
                        "\"keys\": { \"type\": \"zipf\", \"count\": 5 }, \"arrivals\"",
                        "line 4, /nodes/0/keys: the key type zipf needs \"exponent\", like 0.9"),
                arguments("\"from\": \"lb\", ", "", "line 10, /links/1: a link needs \"from\", like \"lb-1\""));
    }

    static Stream<Arguments> durationsAndRates() {
        return Stream.of(
                arguments(
                        "\"3ms\"",
                        "3",
                        "line 6, /nodes/2/service: \"service\": found 3; a duration is a number and ns, us, ms, s, min or h, like \"5ms\" or \"1.5s\""),
                arguments(
                        "\"3ms\"",
                        "\"3\"",
                        "line 6, /nodes/2/service: \"service\": found \"3\"; a duration is a number and ns, us, ms, s, min or h, like \"5ms\" or \"1.5s\""),
                arguments(
                        "\"3ms\"",
                        "\"-3ms\"",
                        "line 6, /nodes/2/service: \"service\": found \"-3ms\"; a duration cannot be negative"),
                arguments(
                        "\"3ms\"",
                        "\"999999999h\"",
                        "line 6, /nodes/2/service: \"service\": found \"999999999h\"; the longest duration is 8760h"),
                arguments(
                        "\"3ms\"",
                        "\"1.5ns\"",
                        "line 6, /nodes/2/service: \"service\": found \"1.5ns\"; durations are whole nanoseconds"),
                arguments(
                        "\"3ms\"",
                        "[1]",
                        "line 6, /nodes/2/service: \"service\": found a list; a duration is a number and ns, us, ms, s, min or h, like \"5ms\" or \"1.5s\""),
                arguments(
                        "\"3ms\"",
                        "null",
                        "line 6, /nodes/2/service: \"service\": found null; a duration is a number and ns, us, ms, s, min or h, like \"5ms\" or \"1.5s\""),
                arguments(
                        "\"3ms\"",
                        "\"3 parsecs\"",
                        "line 6, /nodes/2/service: \"service\": found \"3 parsecs\"; a duration is a number and ns, us, ms, s, min or h, like \"5ms\" or \"1.5s\""),
                arguments(
                        "\"1000/s\"",
                        "1000",
                        "line 4, /nodes/0/arrivals/rate: \"rate\": found 1000; a rate is written like \"1000/s\""),
                arguments(
                        "\"1000/s\"",
                        "\"1000\"",
                        "line 4, /nodes/0/arrivals/rate: \"rate\": found \"1000\"; a rate is written like \"1000/s\""),
                arguments(
                        "\"1000/s\"",
                        "\"-1/s\"",
                        "line 4, /nodes/0/arrivals/rate: \"rate\": found \"-1/s\"; a rate is from 0/s to 10000000/s"),
                arguments(
                        "\"1000/s\"",
                        "\"1e99/s\"",
                        "line 4, /nodes/0/arrivals/rate: \"rate\": found \"1e99/s\"; a rate is from 0/s to 10000000/s"),
                arguments(
                        "\"3ms\"",
                        "{ \"type\": \"uniform\", \"min\": \"3ms\", \"max\": \"1ms\" }",
                        "line 6, /nodes/2/service/min: \"s1\": service has min 3ms above max 1ms"),
                arguments(
                        "\"arrivals\"",
                        "\"timeout\": \"0s\", \"arrivals\"",
                        "line 4, /nodes/0/timeout: \"users\": timeout is 0s; it must be longer"),
                arguments(
                        "\"to\": \"s1\"",
                        "\"to\": \"s1\", \"latency\": \"-1ms\"",
                        "line 10, /links/1/latency: \"latency\": found \"-1ms\"; a duration cannot be negative"),
                arguments(
                        "\"format\": 1,",
                        "\"format\": 1, \"duration\": \"0s\",",
                        "line 2, /duration: the topology: duration is 0s; it must be longer"));
    }

    static Stream<Arguments> numbers() {
        return Stream.of(
                arguments(
                        "\"service\": \"3ms\"",
                        "\"service\": \"3ms\", \"cores\": 0",
                        "line 6, /nodes/2/cores: \"cores\" is 0; a whole number from 1 to 1,024 is allowed"),
                arguments(
                        "\"service\": \"3ms\"",
                        "\"service\": \"3ms\", \"cores\": 2.5",
                        "line 6, /nodes/2/cores: \"cores\" is 2.5; a whole number from 1 to 1,024 is allowed"),
                arguments(
                        "\"service\": \"3ms\"",
                        "\"service\": \"3ms\", \"cores\": 99999999999",
                        "line 6, /nodes/2/cores: \"cores\" is 99999999999; a whole number from 1 to 1,024 is allowed"),
                arguments(
                        "\"service\": \"3ms\"",
                        "\"service\": \"3ms\", \"cores\": \"four\"",
                        "line 6, /nodes/2/cores: \"cores\" is \"four\"; a whole number from 1 to 1,024 is allowed"),
                arguments(
                        "\"service\": \"3ms\"",
                        "\"service\": \"3ms\", \"cores\": 1e999",
                        "line 6, /nodes/2/cores: \"cores\" is 1e999; a whole number from 1 to 1,024 is allowed"),
                arguments(
                        "\"service\": \"3ms\"",
                        "\"service\": \"3ms\", \"queue\": \"infinite\"",
                        "line 6, /nodes/2/queue: \"queue\" is \"infinite\"; a whole number from 0 to 1,000,000,000, or \"unbounded\", is allowed"),
                arguments(
                        "\"to\": \"s1\"",
                        "\"to\": \"s1\", \"weight\": -1",
                        "line 10, /links/1/weight: \"weight\" is -1; a whole number from 0 to 65,535 is allowed"),
                arguments(
                        "\"arrivals\"",
                        "\"reads\": 2, \"arrivals\"",
                        "line 4, /nodes/0/reads: \"reads\" is 2; a number from 0 to 1 is allowed"),
                arguments(
                        "\"arrivals\"",
                        "\"keys\": { \"type\": \"zipf\", \"count\": 10, \"exponent\": -1 }, \"arrivals\"",
                        "line 4, /nodes/0/keys/exponent: \"exponent\" is -1; a number from 0 to 10 is allowed"),
                arguments(
                        "\"arrivals\"",
                        "\"keys\": { \"type\": \"zipf\", \"count\": 10, \"exponent\": 11 }, \"arrivals\"",
                        "line 4, /nodes/0/keys/exponent: \"exponent\" is 11; a number from 0 to 10 is allowed"),
                arguments(
                        "\"arrivals\"",
                        "\"regions\": { \"eu\": \"x\" }, \"arrivals\"",
                        "line 4, /nodes/0/regions/eu: the share of \"eu\" is \"x\"; a number from 0 to 1,000,000 is allowed"),
                arguments(
                        "\"kind\": \"load-balancer\"",
                        "\"kind\": \"load-balancer\", \"layer\": 5",
                        "line 5, /nodes/1/layer: layer is 5; 4 (connections) or 7 (requests) is allowed"),
                arguments(
                        "\"crash\": \"s1\"",
                        "\"slow\": \"s1\", \"factor\": 0",
                        "line 13, /scenario/0/factor: \"factor\" is 0; a number from 0.01 to 1,000 is allowed"),
                arguments(
                        "\"format\": 1,",
                        "\"format\": 1, \"seed\": \"x\",",
                        "line 2, /seed: \"seed\" is \"x\"; a whole number of at most 63 bits is allowed"),
                arguments(
                        "\"format\": 1,",
                        "\"format\": 1, \"seed\": 99999999999999999999,",
                        "line 2, /seed: \"seed\" is 99999999999999999999; a whole number of at most 63 bits is allowed"),
                arguments(
                        "\"format\": 1,",
                        "\"format\": 1, \"regions\": { \"eu\": [91, 0] },",
                        "line 2, /regions/eu/0: the region \"eu\": latitude is 91; a number from -90 to 90 is allowed"),
                arguments(
                        "[60, 120]",
                        "[1e99, 3]",
                        "line 15, /layout/users/0: the layout of \"users\": x is 1.0E99; a number from -1,000,000 to 1,000,000 is allowed"),
                arguments(
                        "[60, 120]",
                        "[60]",
                        "line 15, /layout/users: found a list for \"users\"; two numbers are allowed, like [60, 120]"),
                arguments(
                        "[60, 120]",
                        "\"left\"",
                        "line 15, /layout/users: found \"left\" for \"users\"; two numbers are allowed, like [60, 120]"),
                arguments(
                        "\"arrivals\"",
                        "\"retries\": { \"attempts\": 0 }, \"arrivals\"",
                        "line 4, /nodes/0/retries/attempts: \"attempts\" is 0; a whole number from 1 to 100 is allowed"));
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                arguments(
                        "\"arrivals\"",
                        "\"tls\": \"yes\", \"arrivals\"",
                        "line 4, /nodes/0/tls: \"tls\" is \"yes\"; true or false is allowed"),
                arguments(
                        "\"arrivals\"",
                        "\"retries\": 3, \"arrivals\"",
                        "line 4, /nodes/0/retries: found 3; a retry policy is an object, { … }"),
                arguments(
                        "\"arrivals\"",
                        "\"region\": \"eu\", \"regions\": { \"eu\": 1 }, \"arrivals\"",
                        "line 4, /nodes/0/regions: both \"region\" and \"regions\"; write one of them"),
                arguments(
                        "\"id\": \"s1\"", "\"id\": 5", "line 6, /nodes/2/id: \"id\" is 5; a text in quotes is allowed"),
                arguments(
                        "\"nodes\": [",
                        "\"nodes\": 5, \"links\": [",
                        "line 8, /links: \"links\" is given twice, first on line 3; a key is allowed once"),
                arguments(
                        "{ \"type\": \"poisson\", \"rate\": \"1000/s\" }",
                        "\"1000/s\"",
                        "line 4, /nodes/0/arrivals: found \"1000/s\"; arrivals is an object, { … }"),
                arguments(
                        "{ \"type\": \"poisson\", \"rate\": \"1000/s\" }",
                        "{ \"type\": \"curve\", \"points\": [] }",
                        "line 4, /nodes/0/arrivals/points: \"users\": the curve has no points; at least one is needed"),
                arguments(
                        "{ \"type\": \"poisson\", \"rate\": \"1000/s\" }",
                        "{ \"type\": \"curve\", \"points\": [[\"5s\"]] }",
                        "line 4, /nodes/0/arrivals/points/0: a list of 1; a point is like [\"30s\", \"900/s\"]"),
                arguments(
                        "\"arrivals\"",
                        "\"addresses\": \"10.0.0\", \"arrivals\"",
                        "line 4, /nodes/0/addresses: \"users\": addresses is \"10.0.0\"; a network is an address and a prefix length, like \"10.0.0.0/8\""),
                arguments(
                        "\"arrivals\"",
                        "\"requests\": [ { \"path\": \"api\" } ], \"arrivals\"",
                        "line 4, /nodes/0/requests/0/path: \"users\": path is \"api\"; a path begins with /"),
                arguments(
                        "\"arrivals\"",
                        "\"requests\": [ { \"headers\": { \"a b\": \"1\" } } ], \"arrivals\"",
                        "line 4, /nodes/0/requests/0/headers: \"users\": \"a b\" is not a header name; letters, digits and - are allowed"),
                arguments(
                        "\"crash\": \"s1\"",
                        "\"crash\": \"s1\", \"recover\": \"s1\"",
                        "line 13, /scenario/0: \"crash\" and \"recover\" in one command; write them as two commands"),
                arguments(
                        "\"kind\": \"load-balancer\"",
                        "\"kind\": \"load-balancer\", \"rules\": [ { \"path\": \"/a*b\", \"pool\": \"a\" } ]",
                        "line 5, /nodes/1/rules/0/path: \"lb\": path is \"/a*b\"; a pattern begins with / and may end with *, like \"/api/*\""),
                arguments(
                        "\"format\": 1,",
                        "\"format\": 1, \"name\": \"\",",
                        "line 2, /name: the topology: name is \"\"; one line of 1 to 200 characters is allowed"),
                arguments(
                        "\"kind\": \"server\"",
                        "\"kind\": \"server\", \"label\": \"two\\nlines\"",
                        "line 6, /nodes/2/label: \"s1\": label is \"two\\u000alines\"; one line of 1 to 100 characters is allowed"),
                arguments(
                        "\"kind\": \"server\"",
                        "\"kind\": \"server\", \"zone\": \"\"",
                        "line 6, /nodes/2/zone: \"s1\": zone is \"\"; a name has 1 to 64 characters and no space at either end"));
    }

    static Stream<Arguments> meaning() {
        return Stream.of(
                arguments(
                        "\"arrivals\"",
                        "\"requests\": [ { \"share\": 0 } ], \"arrivals\"",
                        "line 4, /nodes/0/requests: \"users\": the shares of all requests are 0; at least one must be more"),
                arguments(
                        "\"arrivals\"",
                        "\"regions\": { \"eu\": 0 }, \"arrivals\"",
                        "line 4, /nodes/0/regions: \"users\": the shares of all regions are 0; at least one must be more"),
                arguments(
                        "{ \"type\": \"poisson\", \"rate\": \"1000/s\" }",
                        "{ \"type\": \"curve\", \"points\": [[\"5s\", \"1/s\"], [\"1s\", \"1/s\"]] }",
                        "line 4, /nodes/0/arrivals/points/1: \"users\": the point at 1s comes after the one at 5s; points are in the order of time"),
                arguments(
                        "\"arrivals\"",
                        "\"addresses\": \"10.0.0.0/33\", \"arrivals\"",
                        "line 4, /nodes/0/addresses: \"users\": addresses is \"10.0.0.0/33\"; the prefix length is from 0 to 32"),
                arguments(
                        "\"arrivals\"",
                        "\"addresses\": \"999.0.0.0/8\", \"arrivals\"",
                        "line 4, /nodes/0/addresses: \"users\": addresses is \"999.0.0.0/8\"; that is not an IP address"));
    }

    static Stream<Arguments> ids() {
        return Stream.of(
                arguments(
                        "\"id\": \"s1\"",
                        "\"id\": \"lb\"",
                        "line 6, /nodes/2/id: two nodes have the id \"lb\", this one and /nodes/1; each id is used once"),
                arguments(
                        "\"id\": \"s1\"",
                        "\"id\": \"s 1\"",
                        "line 6, /nodes/2/id: a node: id is \"s 1\"; 1 to 64 letters, digits, '.', '_' and '-' are allowed"),
                arguments(
                        "\"lb\", \"to\": \"s1\"",
                        "\"lb\", \"to\": \"s9\"",
                        "line 10, /links/1/to: the link from \"lb\" to \"s9\": no node has the id \"s9\"; did you mean \"s1\"?"),
                arguments(
                        "\"lb\", \"to\": \"s1\"",
                        "\"lb\", \"to\": \"database\"",
                        "line 10, /links/1/to: the link from \"lb\" to \"database\": no node has the id \"database\"; there are users, lb, s1"),
                arguments(
                        "\"crash\": \"s1\"",
                        "\"crash\": \"s9\"",
                        "line 13, /scenario/0/crash: the command at 10s: no node has the id \"s9\"; did you mean \"s1\"?"),
                arguments(
                        "\"crash\": \"s1\"",
                        "\"crash\": \"users\"",
                        "line 13, /scenario/0/crash: the command at 10s: users stands for people and cannot crash, recover or be slow; name a server or a load balancer"),
                arguments(
                        "\"crash\": \"s1\"",
                        "\"algorithm\": \"round-robin\", \"of\": \"s1\"",
                        "line 13, /scenario/0/of: the command at 10s: s1 is no load balancer, so it has no algorithm"),
                arguments(
                        "\"crash\": \"s1\"",
                        "\"weight\": 5, \"from\": \"users\", \"to\": \"s1\"",
                        "line 13, /scenario/0/to: the command at 10s: no link goes from users to s1"),
                arguments(
                        "\"crash\": \"s1\"",
                        "\"add\": { \"id\": \"s1\", \"kind\": \"server\", \"service\": \"3ms\" }",
                        "line 13, /scenario/0/add/id: the command at 10s: the id \"s1\" is already taken"),
                arguments(
                        "\"crash\": \"s1\"",
                        "\"add\": { \"id\": \"s2\", \"kind\": \"server\", \"service\": \"3ms\" }, \"links\": [ { \"from\": \"lbb\", \"to\": \"s2\" } ]",
                        "line 13, /scenario/0/links/0: the link from \"lbb\" to \"s2\": no node has the id \"lbb\"; did you mean \"lb\"?"),
                arguments(
                        "\"crash\": \"s1\"",
                        "\"add\": { \"id\": \"s2\", \"kind\": \"server\", \"service\": \"3ms\" }, \"links\": [ { \"from\": \"users\", \"to\": \"s1\" } ]",
                        "line 13, /scenario/0/links/0: the link from \"users\" to \"s1\": the links of an added node begin or end at it, here s2"),
                arguments(
                        "\"crash\": \"s1\"",
                        "\"add\": { \"id\": \"lb2\", \"kind\": \"load-balancer\" }, \"links\": [ { \"from\": \"lb\", \"to\": \"lb2\" }, { \"from\": \"lb2\", \"to\": \"lb\" } ]",
                        "line 13, /scenario/0/links: the command at 10s: load balancers send requests in a circle: lb → lb2 → lb; a request would never arrive"),
                arguments(
                        "\"layout\": { \"users\"",
                        "\"layout\": { \"user\"",
                        "line 15, /layout/user: the layout of \"user\": no node has that id; did you mean \"users\"?"));
    }

    static Stream<Arguments> links() {
        return Stream.of(
                arguments(
                        "\"lb\", \"to\": \"s1\"",
                        "\"lb\", \"to\": \"lb\"",
                        "line 10, /links/1: the link from \"lb\" to \"lb\": a node cannot be linked to itself"),
                arguments(
                        "\"lb\", \"to\": \"s1\"",
                        "\"lb\", \"to\": \"users\"",
                        "line 10, /links/1: the link from \"lb\" to \"users\": clients send requests and take none; links go to a load balancer or a server"),
                arguments(
                        "\"from\": \"lb\", \"to\": \"s1\"",
                        "\"from\": \"s1\", \"to\": \"lb\"",
                        "line 10, /links/1: the link from \"s1\" to \"lb\": a server answers requests and sends none on, but to the store of its sessions; links go from clients or a load balancer"),
                arguments(
                        "{ \"from\": \"lb\", \"to\": \"s1\" }",
                        "{ \"from\": \"lb\", \"to\": \"s1\" }, { \"from\": \"lb\", \"to\": \"s1\" }",
                        "line 10, /links/2: the link from \"lb\" to \"s1\": lb is already linked to s1"),
                arguments(
                        "{ \"from\": \"lb\", \"to\": \"s1\" }",
                        "{ \"from\": \"users\", \"to\": \"s1\" }",
                        "line 10, /links/1: the link from \"users\" to \"s1\": clients send everything over one link, and users is already linked to lb; put a load balancer between"));
    }

    static Stream<Arguments> layer4() {
        return Stream.of(
                arguments(
                        "\"kind\": \"load-balancer\"",
                        "\"kind\": \"load-balancer\", \"layer\": 4, \"algorithm\": \"hash\"",
                        "line 5, /nodes/1/algorithm: \"lb\": hash needs layer 7; a layer-4 balancer sees addresses and ports only, not keys; ip-hash goes by the address"),
                arguments(
                        "\"kind\": \"load-balancer\"",
                        "\"kind\": \"load-balancer\", \"layer\": 4, \"sticky\": \"cookie\"",
                        "line 5, /nodes/1/sticky: \"lb\": sticky by cookie needs layer 7; a layer-4 balancer sees addresses and ports only, not cookies"),
                arguments(
                        "\"kind\": \"load-balancer\"",
                        "\"kind\": \"load-balancer\", \"layer\": 4, \"rules\": [ { \"path\": \"/a\", \"pool\": \"a\" } ]",
                        "line 5, /nodes/1/rules: \"lb\": rules need layer 7; a layer-4 balancer sees addresses and ports only, not paths, headers or cookies"));
    }

    @Test
    void aTextThatWasCutSaysSo() {
        for (int length = 1; length < SOUND.stripTrailing().length(); length++) {
            String cut = SOUND.substring(0, length);
            long line = 1 + cut.stripTrailing().chars().filter(c -> c == '\n').count();
            assertThat(problems(cut))
                    .as("cut after %d characters", length)
                    .containsExactly("line " + line + ": the file is cut short: it ends in the middle of the topology");
        }
    }

    @Test
    void depthHasAnEnd() {
        assertThat(problems("[".repeat(1_000_000)))
                .containsExactly("line 1: nested more than 32 levels deep; a topology needs fewer than 10");
        assertThat(problems("{\"a\":".repeat(100_000)))
                .singleElement()
                .asString()
                .endsWith("nested more than 32 levels deep; a topology needs fewer than 10");
    }

    @Test
    void longTextsAndNumbersHaveAnEnd() {
        String message = "a text or a number is far too long for a topology";
        assertThat(problems("{ \"seed\": " + "1".repeat(10_000) + " }"))
                .singleElement()
                .asString()
                .endsWith(message);
        assertThat(problems("{ \"name\": \"" + "x".repeat(1_000_000) + "\" }"))
                .singleElement()
                .asString()
                .endsWith(message);
    }

    @Test
    void aCycleOfLoadBalancersIsNamed() {
        String text = """
                { "format": 1,
                  "nodes": [ { "id": "a", "kind": "load-balancer" },
                             { "id": "b", "kind": "load-balancer" },
                             { "id": "c", "kind": "load-balancer" } ],
                  "links": [ { "from": "a", "to": "b" },
                             { "from": "b", "to": "c" },
                             { "from": "c", "to": "b" } ] }
                """;
        assertThat(problems(text))
                .containsExactly(
                        "line 7, /links/2: load balancers send requests in a circle: b → c → b; a request would never arrive");
    }

    @Test
    void severalMistakesAreToldInTheOrderOfTheText() {
        assertThat(problems(SOUND.replace("1000/s", "x").replace("3ms", "y").replace("10s", "z")))
                .containsExactly(
                        "line 4, /nodes/0/arrivals/rate: \"rate\": found \"x\"; a rate is written like \"1000/s\"",
                        "line 6, /nodes/2/service: \"service\": found \"y\"; a duration is a number and ns, us, ms, s, min or h, like \"5ms\" or \"1.5s\"",
                        "line 13, /scenario/0/at: \"at\": found \"z\"; a duration is a number and ns, us, ms, s, min or h, like \"5ms\" or \"1.5s\"");
    }

    @Test
    void nonsenseDoesNotFillTheScreen() {
        assertThat(problems("{ \"format\": 1, \"nodes\": [" + "1,".repeat(1_000_000) + "1] }"))
                .hasSize(100);
    }

    private static List<String> problems(String text) {
        return switch (TopologyFile.parse(text)) {
            case ReadResult.Read _ -> List.of();
            case ReadResult.Refused refused ->
                refused.problems().stream().map(Problem::toString).toList();
        };
    }

    static Stream<Arguments> expectationsOfAWrongShape() {
        return Stream.of(
                expectation(
                        "p98 < 1%",
                        "at character 1, unknown figure \"p98\"; did you mean \"p90\"? Figures are " + FIGURES),
                expectation("speed of s1 < 1%", "at character 1, unknown figure \"speed\"; figures are " + FIGURES),
                expectation("failed", "found \"failed\" without a comparison; " + WRITTEN),
                expectation("", "it is empty; " + WRITTEN),
                expectation("< 5", "at character 1, no figure before the comparison; " + WRITTEN),
                expectation("failed == 1%", "at character 8, found \"==\"; a comparison is one of <, <=, =, >=, >"),
                expectation("failed of < 1%", "at character 11, found \"\"; the id of a node is needed there"),
                expectation("failed of a b < 1%", "at character 11, found \"a b\"; the id of a node is needed there"),
                expectation(
                        "failed < many",
                        "at character 10, found \"many\"; a number like 100 or a share like 99.9% is allowed"),
                expectation(
                        "failed < 1% during 10s",
                        "at character 20, found \"10s\"; a part of the run is written like 10s..40s"),
                expectation(
                        "failed < 1% during 10s..40",
                        "at character 25, found \"40\"; a duration is a number and ns, us, ms, s, min or h, like \"5ms\" or \"1.5s\""),
                arguments(
                        "\"failed < 1%\"",
                        "7", "line 14, /expect/0: found 7; an expectation is a text in quotes, like \"p99 < 200ms\""));
    }

    static Stream<Arguments> expectationsOfAWrongUnit() {
        return Stream.of(
                expectation("p99<5", "at character 5, found \"5\"; a duration like 200ms is allowed"),
                expectation("throughput > 5%", "at character 14, found \"5%\"; a rate like 1000/s is allowed"),
                expectation("ok > 101%", "at character 6, found \"101%\"; a share is from 0% to 100%"),
                expectation(
                        "max queue < 10",
                        "at character 1, max queue is a figure of one node; write it like \"max queue of s1\""));
    }

    static Stream<Arguments> expectationsThatCannotBe() {
        return Stream.of(
                expectation(
                        "p99 of s2 < 5ms",
                        "the expectation \"p99 of s2 < 5ms\": no node has the id \"s2\"; did you mean \"s1\"?"),
                expectation(
                        "max queue of users < 5",
                        "the expectation \"max queue of users < 5\": users stands for people and has no max queue; name a server or a load balancer"),
                expectation(
                        "ok > 5 during 9s..9s",
                        "the expectation \"ok > 5 during 9s..9s\": it begins at 9s and ends at 9s; it must end later than it begins"));
    }

    private static Arguments expectation(String text, String problem) {
        return arguments("failed < 1%", text, "line 14, /expect/0: " + problem);
    }
}
