package roundhouse.topology;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Well written, but not a system that can be: a change to the sound text, and what is said of it. */
final class MistakesInMeaning {
    private static final String FIGURES =
            "mean, p50, p90, p95, p99, p99.9, max, mean wait, p50 wait, p90 wait, p95 wait, p99 wait, p99.9 wait, max wait, "
                    + "mean queue, max queue, mean in-flight, max in-flight, requests, ok, refused, rejected, failed, timed-out, throughput, utilization, lost sessions, missed sessions";

    private static final String WRITTEN =
            "an expectation is written like \"p99 < 200ms\", \"failed of s1 < 1% during 10s..40s\" or \"lb-2 takes over within 4s of crash lb-1\"";
    private static final String TAKEOVER = "a takeover is written like \"lb-2 takes over within 4s of crash lb-1\"";

    private MistakesInMeaning() {}

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
                expectation("lb takes over", "at character 14, found \"\"; " + TAKEOVER),
                expectation(
                        "lb takes over in 4s of crash lb2",
                        "at character 15, found \"in 4s of crash lb2\"; " + TAKEOVER),
                expectation("lb takes over within 4s", "at character 22, found \"4s\"; " + TAKEOVER),
                expectation(
                        "lb takes over within 4 of crash lb2",
                        "at character 22, found \"4\"; a duration is a number and ns, us, ms, s, min or h, like \"5ms\" or \"1.5s\""),
                expectation(
                        "lb takes over within 4s of crash",
                        "at character 33, found \"\"; the id of a node is needed there"),
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
                        "lost sessions of lb = 0",
                        "the expectation \"lost sessions of lb = 0\": lb is a load balancer and has no lost sessions; name a server"),
                expectation(
                        "missed sessions of users = 0",
                        "the expectation \"missed sessions of users = 0\": users stands for people and has no missed sessions; name a server"),
                expectation(
                        "ok > 5 during 9s..9s",
                        "the expectation \"ok > 5 during 9s..9s\": it begins at 9s and ends at 9s; it must end later than it begins"),
                expectation(
                        "lb takes over within 4s of crash s2",
                        "the expectation \"lb takes over within 4s of crash s2\": no node has the id \"s2\"; did you mean \"s1\"?"),
                expectation(
                        "lb takes over within 4s of crash s1",
                        "the expectation \"lb takes over within 4s of crash s1\": s1 is no load balancer; only those take over from each other"),
                expectation(
                        "lb takes over within 4s of crash lb",
                        "the expectation \"lb takes over within 4s of crash lb\": it takes over from itself; name the other load balancer of its pair"));
    }

    private static Arguments expectation(String text, String problem) {
        return arguments("failed < 1%", text, "line 14, /expect/0: " + problem);
    }
}
