package roundhouse.topology.files;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Names, numbers, times and rates that are not what they should be: a change to the sound text, and what is said of it. */
public final class MistakesInValues {
    private MistakesInValues() {}

    public static Stream<Arguments> unknownNames() {
        return Stream.of(
                arguments(
                        "\"service\"",
                        "\"sevice\"",
                        "line 6, /nodes/2: unknown key \"sevice\"; did you mean \"service\"? A server has id, kind, label, count, cores, speed, scalability, service, discipline, queue, connections, workers, calls, tls-handshake, tls-handshakes, region, zone, cold-start, state, health-endpoint, limits, cache, data, price"),
                arguments(
                        "\"kind\": \"server\"",
                        "\"kind\": \"sever\"",
                        "line 6, /nodes/2/kind: unknown kind of node \"sever\"; did you mean \"server\"? Allowed are clients, dns, load-balancer, server, cdn, cache, database, server-group"),
                arguments(
                        "\"kind\": \"server\"",
                        "\"kind\": \"printer\"",
                        "line 6, /nodes/2/kind: unknown kind of node \"printer\"; allowed are clients, dns, load-balancer, server, cdn, cache, database, server-group"),
                arguments(
                        "\"service\": \"3ms\"",
                        "\"service\": \"3ms\", \"x\": 4",
                        "line 6, /nodes/2: unknown key \"x\"; a server has id, kind, label, count, cores, speed, scalability, service, discipline, queue, connections, workers, calls, tls-handshake, tls-handshakes, region, zone, cold-start, state, health-endpoint, limits, cache, data, price"),
                arguments(
                        "\"poisson\"",
                        "\"poison\"",
                        "line 4, /nodes/0/arrivals/type: unknown type of arrivals \"poison\"; did you mean \"poisson\"? Allowed are poisson, constant, bursty, curve, file, closed"),
                arguments(
                        "\"kind\": \"load-balancer\"",
                        "\"kind\": \"load-balancer\", \"algorithm\": \"least-conections\"",
                        "line 5, /nodes/1/algorithm: unknown algorithm \"least-conections\"; did you mean \"least-connections\"? Allowed are round-robin, weighted-round-robin, least-connections, least-response-time, ip-hash, geographic, random, power-of-two, nginx-random-two, hash, haproxy-roundrobin, haproxy-static-rr, haproxy-leastconn, haproxy-first, haproxy-source, haproxy-uri, apache-byrequests, apache-bybusyness, envoy-round-robin, envoy-least-request, envoy-zone-aware, ipvs-rr, ipvs-wrr, ipvs-lc, ipvs-wlc, ipvs-sed, ipvs-nq, ipvs-sh, ipvs-mh"),
                arguments(
                        "\"kind\": \"load-balancer\"",
                        "\"kind\": \"load-balancer\", \"algorithm\": { \"type\": \"lc\" }",
                        "line 5, /nodes/1/algorithm/type: unknown algorithm \"lc\"; allowed are round-robin, weighted-round-robin, least-connections, least-response-time, ip-hash, geographic, random, power-of-two, nginx-random-two, hash, haproxy-roundrobin, haproxy-static-rr, haproxy-leastconn, haproxy-first, haproxy-source, haproxy-uri, apache-byrequests, apache-bybusyness, envoy-round-robin, envoy-least-request, envoy-zone-aware, ipvs-rr, ipvs-wrr, ipvs-lc, ipvs-wlc, ipvs-sed, ipvs-nq, ipvs-sh, ipvs-mh"),
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
                        "line 13, /scenario/0: unknown command \"crsh\"; did you mean \"crash\"? Commands are crash, recover, slow, pause, leak, errors, check-answer, flap, failing, restart, outage, outage-over, cut, delay, loss, mend, drain, undrain, partition, promote, clock, join, leave, heal, purge, ban, flush, add, remove, weight, algorithm, scale, resize"),
                arguments(
                        "\"crash\": \"s1\"",
                        "\"explode\": \"s1\"",
                        "line 13, /scenario/0: a command needs one of crash, recover, slow, pause, leak, errors, check-answer, flap, failing, restart, outage, outage-over, cut, delay, loss, mend, drain, undrain, partition, promote, clock, join, leave, heal, purge, ban, flush, add, remove, weight, algorithm, scale, resize"),
                arguments(
                        "\"format\": 1,",
                        "\"format\": 1, \"node\": [],",
                        "line 2: unknown key \"node\"; did you mean \"nodes\"? A topology has $schema, format, name, description, seed, duration, warm-up, regions, nodes, stores, links, scenario, expect, layout, annotations, opened"));
    }

    public static Stream<Arguments> missing() {
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
                        "\"crash\": \"s1\"",
                        "\"slow\": \"s1\"",
                        "line 13, /scenario/0: the command slow needs \"factor\", like 3"),
                arguments(
                        "\"kind\": \"load-balancer\"",
                        "\"kind\": \"load-balancer\", \"rules\": [ { \"pool\": \"a\" } ]",
                        "line 5, /nodes/1/rules/0: a rule needs \"path\", like \"/api/*\" (or a \"host\", \"method\", \"header\", \"cookie\" or \"query\")"),
                arguments(
                        "\"kind\": \"load-balancer\"",
                        "\"kind\": \"load-balancer\", \"rules\": [ { \"host\": \"a.*.b\", \"pool\": \"a\" } ]",
                        "line 5, /nodes/1/rules/0/host: \"lb\": host is \"a.*.b\"; a name, \"*.\" and the end of one, or the beginning of one and \".*\" is allowed"),
                arguments(
                        "\"kind\": \"load-balancer\"",
                        "\"kind\": \"load-balancer\", \"rules\": [ { \"method\": \"get\", \"pool\": \"a\" } ]",
                        "line 5, /nodes/1/rules/0/method: \"lb\": method is \"get\"; capital letters are allowed, like \"GET\""),
                arguments(
                        "\"kind\": \"load-balancer\"",
                        "\"kind\": \"load-balancer\", \"rules\": [ { \"path\": \"/\", \"value\": \"1\", \"pool\": \"a\" } ]",
                        "line 5, /nodes/1/rules/0/value: \"lb\": value belongs to a header, a cookie or a query, and the rule has none"),
                arguments(
                        "\"kind\": \"load-balancer\"",
                        "\"kind\": \"load-balancer\", \"rules\": [ { \"header\": \"x\", \"query\": \"q\", \"value\": \"1\", \"pool\": \"a\" } ]",
                        "line 5, /nodes/1/rules/0/query: \"lb\": a rule looks at one header, cookie or parameter of the query; it has a header and a query"),
                arguments(
                        "\"kind\": \"load-balancer\"",
                        "\"kind\": \"load-balancer\", \"zone-aware\": \"always\"",
                        "line 5, /nodes/1/zone-aware: unknown zone-aware routing \"always\"; allowed are off, prefer-same-zone, envoy"),
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

    public static Stream<Arguments> durationsAndRates() {
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

    public static Stream<Arguments> numbers() {
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
}
