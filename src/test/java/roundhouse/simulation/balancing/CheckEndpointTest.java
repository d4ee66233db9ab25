package roundhouse.simulation.balancing;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.at;
import static roundhouse.simulation.testing.Systems.frame;
import static roundhouse.simulation.testing.Systems.transcript;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.routing.Outcome;
import roundhouse.simulation.Replay;
import roundhouse.simulation.Run;
import roundhouse.simulation.components.TargetState;
import roundhouse.simulation.testing.OneBalancer;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Command;
import roundhouse.topology.CrashMode;
import roundhouse.topology.ErrorScope;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.checking.CheckEndpoint;
import roundhouse.topology.nodes.checking.CheckQuestion;
import roundhouse.topology.nodes.checking.MarkedActions;
import roundhouse.topology.nodes.parts.Health;

/** Checks that go elsewhere than requests, and what a good answer to them is. s2 has the endpoint of each case, s1 one that fits. */
class CheckEndpointTest extends OneBalancer {
    private static final String OK = "200-399";

    private static Health asking(Health.Probe probe, CheckQuestion question) {
        return checks(new Health.Active(
                probe, Duration.ofMillis(200), Duration.ofMillis(100), 3, 2, null, null, question, MarkedActions.NONE));
    }

    private Topology system(CheckQuestion question, CheckEndpoint endpoint, TimedCommand... scenario) {
        health = asking(Health.Probe.REQUEST, question);
        Topology topology = with(2, scenario);
        Server s2 = (Server) topology.node("s2").orElseThrow();
        Server s1 = (Server) topology.node("s1").orElseThrow();
        CheckEndpoint fitting = new CheckEndpoint(
                question.port(), question.path(), 200, question.body() == null ? "" : question.body());
        return topology.with(s1.with(Server.HEALTH_ENDPOINT, fitting)).with(s2.with(Server.HEALTH_ENDPOINT, endpoint));
    }

    /** What s2 is to the balancer after three seconds; everybody is well. */
    private byte seen(CheckQuestion question, CheckEndpoint endpoint) {
        Run run = Run.of(system(question, endpoint));
        run.runUntil(3 * SECOND);
        assertThat(run.report().outcomes().get(Outcome.FAILED)).isZero();
        return frame(run).target[2];
    }

    /** Port, path and body that are asked for, those that there are, and whether that comes together. Empty for none. */
    @ParameterizedTest
    @CsvSource({
        "    ,         ,    ,     ,         , OK, true",
        "    , /health ,    ,     ,         , OK, true",
        "    , /health ,    ,     , /health , OK, true",
        "    , /health , OK ,     , /health , all is OK here, true",
        "    , /health , OK ,     , /health , down, false",
        "    , /healthy,    ,     , /health , OK, false",
        "    ,         , OK ,     , /health , OK, false",
        "8081,         ,    , 8081,         , OK, true",
        "8081, /health , OK , 8081, /health , OK, true",
        "8081, /       ,    , 8081, /health , OK, false",
        "8082,         ,    , 8081,         , OK, false",
        "8081,         ,    ,     ,         , OK, false",
        "    , /health ,    , 8081, /health , OK, false",
        "    ,         ,    , 8081, /health , OK, true"
    })
    void isGoodWhereTheEndpointIsAndSaysWhatIsExpected(
            Integer port, String path, String body, Integer itsPort, String itsPath, String itsBody, boolean good) {
        assertThat(seen(new CheckQuestion(port, path, OK, body), new CheckEndpoint(itsPort, itsPath, 200, itsBody)))
                .isEqualTo(good ? TargetState.IN_USE : TargetState.CHECKED_OUT);
    }

    @ParameterizedTest
    @CsvSource({
        "200-399, 302, true",
        "200-399, 400, false",
        "2xx, 204, true",
        "2xx, 304, false",
        "200, 200, true",
        "200, 204, false",
        "'200, 404, 500-599', 503, true",
        "'200, 404, 500-599', 404, true",
        "'200,404', 403, false"
    })
    void isGoodWithAStatusThatIsExpected(String expected, int status, boolean good) {
        CheckQuestion question = new CheckQuestion(null, null, expected, null);
        assertThat(seen(question, new CheckEndpoint(null, null, status, "")))
                .isEqualTo(good ? TargetState.IN_USE : TargetState.CHECKED_OUT);
    }

    @Test
    void connectingNeedsAnOpenPort() {
        for (int port : new int[] {8081, 8082}) {
            Topology topology = system(CheckQuestion.USUAL, new CheckEndpoint(8081, null, 503, ""));
            health = asking(Health.Probe.CONNECT, new CheckQuestion(port, null, OK, null));
            Topology connecting = with(2).with(topology.node("s2").orElseThrow());
            Run run = Run.of(connecting);
            run.runUntil(3 * SECOND);
            assertThat(frame(run).target[2]).isEqualTo(port == 8081 ? TargetState.IN_USE : TargetState.CHECKED_OUT);
        }
    }

    /** What one of each scope does to s2 from 1 s on: whether checks take it out, and whether requests fail until then or for good. */
    @ParameterizedTest
    @CsvSource({"ALL, true, 400", "CHECKS, true, 0", "REQUESTS, false, 2000"})
    void errorsOfChecksAndOfRequestsAreTwoThings(ErrorScope scope, boolean out, int failed) {
        Run run = ran(system(CheckQuestion.USUAL, CheckEndpoint.NONE, at(1, new Command.Errors("s2", 1, scope))), 5);
        assertThat(frame(run).target[2]).isEqualTo(out ? TargetState.CHECKED_OUT : TargetState.IN_USE);
        assertThat(count(run, Outcome.FAILED)).isBetween(failed / 2L, failed + 100L * Integer.signum(failed));
    }

    /** All its cores work for a minute on what came before: only a check at a port of its own is answered. */
    @ParameterizedTest
    @CsvSource({"8081, false", ", true"})
    void aPortOfItsOwnWaitsForNoCore(Integer port, boolean out) {
        CheckEndpoint endpoint = new CheckEndpoint(port, "/health", 200, "");
        Topology topology =
                system(new CheckQuestion(port, "/health", OK, null), endpoint, at(1, new Command.Slow("s2", 1_000)));
        Run run = ran(topology, 4);
        assertThat(frame(run).target[2]).isEqualTo(out ? TargetState.CHECKED_OUT : TargetState.IN_USE);
    }

    @ParameterizedTest
    @CsvSource({"REFUSE", "BLACK_HOLE", "AFTER_ACCEPT"})
    void aCrashedServerAnswersAtNoPort(CrashMode how) {
        CheckEndpoint endpoint = new CheckEndpoint(8081, null, 200, "");
        Run run =
                ran(system(new CheckQuestion(8081, null, OK, null), endpoint, at(1, new Command.Crash("s2", how))), 4);
        assertThat(frame(run).target[2]).isEqualTo(TargetState.CHECKED_OUT);
    }

    @Test
    void aPausedServerAnswersNoneAtItsPort() {
        CheckEndpoint endpoint = new CheckEndpoint(8081, null, 200, "");
        Run run = ran(
                system(
                        new CheckQuestion(8081, null, OK, null),
                        endpoint,
                        at(1, new Command.Pause("s2")),
                        at(3, new Command.Recover("s2"))),
                2.9);
        assertThat(frame(run).target[2]).isEqualTo(TargetState.CHECKED_OUT);
        run.runUntil(5 * SECOND);
        assertThat(frame(run).target[2]).isEqualTo(TargetState.IN_USE);
    }

    /** Requests are served all the time; the checks are told something else from 1 s to 3 s. */
    @Test
    void theAnswerCanBeAnotherForATime() {
        CheckQuestion question = new CheckQuestion(null, "/health", OK, "OK");
        CheckEndpoint endpoint = new CheckEndpoint(null, "/health", 200, "OK");
        Topology topology = system(
                question,
                endpoint,
                at(1, new Command.CheckAnswer("s2", 200, "maintenance")),
                at(3, new Command.Recover("s2")));
        Run run = ran(topology, 5);
        assertThat(transcript(run).stream().map(line -> line.replaceAll("within .* ms", "within …")))
                .containsExactly(
                        "s2 answers health checks with 200, \"maintenance\"",
                        "lb removed s2 after 3 missed checks within …; it answered 200, but without \"OK\" in its body",
                        "s2 answers health checks as before",
                        "lb took s2 back after 2 good checks");
        assertThat(count(run, Outcome.OK) + run.report().unfinished())
                .isEqualTo(run.report().requests());
        Replay again = new Replay(topology, run.log());
        again.runUntil(5 * SECOND);
        assertThat(again.run().report()).isEqualTo(run.report());
    }

    /** Checks of an endpoint that is like no endpoint change nothing, so the same happens at the same times. */
    @Test
    void thePortOfRequestsIsTheUsual() {
        health = checks(CHECKS);
        Topology plain = with(2, at(1, new Command.Errors("s2", 0.5)));
        Topology asked = system(CheckQuestion.USUAL, CheckEndpoint.NONE, at(1, new Command.Errors("s2", 0.5)));
        assertThat(Systems.run(asked, 5).digest())
                .isEqualTo(Systems.run(plain, 5).digest());
    }
}
