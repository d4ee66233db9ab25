package roundhouse.topology.checks;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Failures that cannot happen, and policies against them that cannot be: a change to the sound text, and what is said of it. */
public final class MistakesInFailures {
    private MistakesInFailures() {}

    public static Stream<Arguments> failures() {
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
                        "line 13, /scenario/0: the command delay needs \"by\", like \"50ms\""),
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
                        "line 13, /scenario/0: the command flap needs \"up\", like \"5s\""),
                arguments(
                        "{ \"at\": \"10s\", \"crash\": \"s1\" }",
                        "{ \"at\": \"10s\", \"failing\": \"s1\", \"between\": \"0s\", \"repair\": \"1s\" }",
                        "line 13, /scenario/0/between: the command at 10s: between is 0s; a duration of 1ms or more is allowed,"
                                + " for the clocks of such systems count milliseconds"),
                arguments(
                        "{ \"at\": \"10s\", \"crash\": \"s1\" }",
                        "{ \"at\": \"10s\", \"pause\": \"users\" }",
                        "line 13, /scenario/0/pause: the command at 10s: users stands for people and cannot crash, recover or be slow; name a server or a load balancer"),
                arguments(
                        "{ \"at\": \"10s\", \"crash\": \"s1\" }",
                        "{ \"at\": \"10s\", \"outage\": \"eu-1\" }",
                        "line 13, /scenario/0/outage: the command at 10s: no server or load balancer is in a zone or region \"eu-1\""));
    }

    public static Stream<Arguments> policies() {
        return Stream.of(
                arguments(
                        "\"kind\": \"load-balancer\" }",
                        "\"kind\": \"load-balancer\", \"checks\": { \"intervall\": \"1s\" } }",
                        "line 5, /nodes/1/checks: unknown key \"intervall\"; did you mean \"interval\"? A health check has probe, port, path, expect-status, expect-body, interval, timeout, fall, rise, fast-interval, down-interval, on-marked-down, on-marked-up"),
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
}
