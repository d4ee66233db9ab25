package roundhouse.simulation.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.at;
import static roundhouse.simulation.testing.Systems.balancer;
import static roundhouse.simulation.testing.Systems.bounded;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.frame;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.node;
import static roundhouse.simulation.testing.Systems.poisson;
import static roundhouse.simulation.testing.Systems.queue;
import static roundhouse.simulation.testing.Systems.run;
import static roundhouse.simulation.testing.Systems.server;
import static roundhouse.simulation.testing.Systems.system;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import roundhouse.routing.Failure;
import roundhouse.routing.Outcome;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.observing.expecting.ExpectationsTest;
import roundhouse.simulation.observing.expecting.Verdict;
import roundhouse.simulation.observing.tracing.Span;
import roundhouse.simulation.observing.tracing.Trace;
import roundhouse.simulation.testing.Balancers;
import roundhouse.simulation.testing.Systems;
import roundhouse.simulation.testing.Traces;
import roundhouse.simulation.transcript.TranscriptLine;
import roundhouse.topology.Command;
import roundhouse.topology.CrashMode;
import roundhouse.topology.Topology;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.json.Units;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.parts.SessionState;
import roundhouse.topology.nodes.parts.Sticky;
import roundhouse.topology.nodes.parts.Tls;
import roundhouse.topology.nodes.traffic.Arrivals;

/** What servers remember of sessions, and what becomes of it. */
class SessionTest {
    private static final SessionState MEMORY = new SessionState(null, Duration.ofMinutes(10), 1_000);
    private static final SessionState STORE = new SessionState("store", Duration.ofMinutes(10), 1_000);

    private static Report.Sessions sessions(Report report, String id) {
        return Objects.requireNonNull(node(report, id).sessions(), id + " remembers nothing");
    }

    private static List<String> transcript(Report report) {
        return report.transcript().stream().map(TranscriptLine::text).toList();
    }

    /** Two servers behind a balancer, 50 users whose sessions last for the whole run. */
    private static Topology two(SessionState state, Sticky sticky) {
        return Systems.remembering(
                poisson(200).users(50),
                balancer("lb", 7, Algorithm.ROUND_ROBIN, sticky, List.of(), Tls.PASS_THROUGH),
                state);
    }

    /** Requests of one user each 10 ms to a server that asks a store first: 2 ms there and back, and 1 ms of service. */
    private static Topology storing(Server asking, Server store) {
        return system(
                1,
                List.of(
                        poisson(0)
                                .arrivals(new Arrivals.Constant(100))
                                .users(1)
                                .timeout(Duration.ofMillis(500))
                                .build(),
                        asking.with(Server.STATE, STORE),
                        store),
                List.of(link("users", asking.id()), link(asking.id(), "store", fixed(1_000))));
    }

    @Test
    void whoSticksToAServerFindsItsSessionThere() {
        Report report = run(two(MEMORY, Sticky.of(Sticky.By.COOKIE)), 20);
        assertThat(sessions(report, "s1").held() + sessions(report, "s2").held())
                .isEqualTo(50);
        assertThat(sessions(report, "s1").bytes())
                .isEqualTo(1_000 * sessions(report, "s1").held());
        assertThat(report.sessionsMissed()).isZero();
        assertThat(report.sessionsLost()).isZero();
    }

    /** Round robin leads every session to both servers: the second has never heard of it, once. */
    @Test
    void whoIsSentAroundIsMissedByTheOthers() {
        Report report = run(two(MEMORY, Sticky.OFF), 20);
        assertThat(sessions(report, "s1").held()).isEqualTo(50);
        assertThat(sessions(report, "s2").held()).isEqualTo(50);
        assertThat(report.sessionsMissed()).isEqualTo(50);
        assertThat(report.sessionsMissed())
                .isEqualTo(
                        sessions(report, "s1").missed() + sessions(report, "s2").missed());
    }

    @Test
    void whatIsExpectedOfSessionsIsMeasured() {
        Topology crashing =
                two(MEMORY, Sticky.of(Sticky.By.COOKIE)).withScenario(List.of(at(10, new Command.Crash("s1"))));
        Report report = run(
                expecting(
                        crashing,
                        "lost sessions = 0",
                        "lost sessions of s1 = 25 during 9s..11s",
                        "lost sessions of s2 = 0",
                        "lost sessions = 0 during 0s..10s",
                        "missed sessions = 0 during 0s..10s",
                        "lost sessions of users-gone = 0"),
                20);
        assertThat(report.verdicts())
                .extracting(verdict -> verdict.state() + ": " + verdict.finding())
                .containsExactly(
                        "missed: measured 25, 25 too much",
                        "met: measured 25",
                        "met: measured 0",
                        "met: measured 0",
                        "met: measured 0",
                        "not known: users-gone is not there");
        assertThat(run(expecting(two(MEMORY, Sticky.OFF), "missed sessions = 50"), 20)
                        .verdicts())
                .singleElement()
                .isInstanceOf(Verdict.Met.class);
        Topology stateless = queue(1, poisson(100), server("s", 1, fixed(1_000)));
        assertThat(run(expecting(stateless, "lost sessions = 0"), 1)
                        .verdicts()
                        .getFirst()
                        .finding())
                .isEqualTo("nothing happened that it is about");
    }

    private static Topology expecting(Topology topology, String... texts) {
        return topology.withExpect(Stream.of(texts)
                .map(text -> ((Units.Parsed.Value<Expectation>) Expectation.parse(text)).value())
                .toList());
    }

    @Test
    void sessionsEndWithTheirUsersAndAreForgottenAfterTheirLife() {
        Run run = Run.of(queue(
                1,
                poisson(0).arrivals(new Arrivals.Constant(100)).users(1).sessionRequests(1),
                server("s", 4, fixed(1_000)).with(Server.STATE, new SessionState(null, Duration.ofMillis(95), 1_000))));
        run.runUntil(5 * SECOND + 5_000_000);
        assertThat(sessions(run.report(), "s").held())
                .as("those of the last 95 ms")
                .isEqualTo(10);
        assertThat(run.report().sessionsMissed()).isZero();
        Frame frame = frame(run);
        assertThat(frame.sessions[1]).isEqualTo(10);
        assertThat(frame.sessionBytes[1]).isEqualTo(10_000);
    }

    @ParameterizedTest
    @EnumSource(CrashMode.class)
    void aCrashLosesWhatTheServerHeld(CrashMode how) {
        Run run = Run.of(two(MEMORY, Sticky.of(Sticky.By.COOKIE)));
        run.runUntil(10 * SECOND);
        long held = sessions(run.report(), "s1").held();
        assertThat(held).isEqualTo(25);
        run.apply(new Command.Crash("s1", how));
        assertThat(transcript(run.report())).singleElement().asString().contains(" lost, 25 sessions lost");
        run.runUntil(20 * SECOND);
        run.apply(new Command.Recover("s1"));
        run.runUntil(30 * SECOND);
        Report report = run.report();
        assertThat(report.sessionsLost()).isEqualTo(25);
        assertThat(sessions(report, "s1").lost()).isEqualTo(25);
        assertThat(report.sessionsMissed())
                .as("each comes back once, and begins anew")
                .isEqualTo(25);
        Frame frame = frame(run);
        assertThat(frame.sessionsLost[2]).isEqualTo(25);
        assertThat(frame.sessionsMissed[2] + frame.sessionsMissed[3]).isEqualTo(25);
    }

    @Test
    void aRestartAndARemovalLoseThemToo() {
        Run run = Run.of(two(MEMORY, Sticky.of(Sticky.By.COOKIE)));
        run.runUntil(10 * SECOND);
        run.apply(new Command.Restart("s1", Duration.ofSeconds(1)));
        run.apply(new Command.Remove("s2"));
        assertThat(transcript(run.report())).hasSize(2).allMatch(text -> text.endsWith("25 sessions lost"));
        assertThat(run.report().sessionsLost()).isEqualTo(50);
    }

    /** A balancer with a timeout of its own sends parts of requests to its targets. */
    @Test
    void aSessionThatStartsIsKnownAsSuchBehindABalancerThatPassesOn() {
        Report report = run(
                two(MEMORY, Sticky.of(Sticky.By.COOKIE))
                        .with(Balancers.of(
                                "lb",
                                7,
                                Algorithm.ROUND_ROBIN,
                                Sticky.of(Sticky.By.COOKIE),
                                Health.NONE,
                                new FailoverPolicy(2, Failure.NGINX, true, Duration.ofMillis(500)))),
                20);
        assertThat(report.sessionsMissed()).isZero();
        assertThat(sessions(report, "s1").held() + sessions(report, "s2").held())
                .isEqualTo(50);
    }

    @Test
    void sessionsLostCanBeExpected() {
        Topology topology = two(MEMORY, Sticky.of(Sticky.By.COOKIE))
                .withScenario(List.of(at(10, new Command.Crash("s1"))))
                .withExpect(List.of(
                        ExpectationsTest.expectation("lost sessions = 25"),
                        ExpectationsTest.expectation("lost sessions of s2 > 0"),
                        ExpectationsTest.expectation("lost sessions of s1 = 0 during 0s..9s")));
        assertThat(run(topology, 20).verdicts())
                .extracting(verdict -> verdict.getClass().getSimpleName())
                .containsExactly("Met", "Missed", "Met");
    }

    @Test
    void aFirstRequestThatFailedHasLeftNothingBehind() {
        Run run = Run.of(two(MEMORY, Sticky.OFF)
                .withScenario(List.of(
                        at(0, new Command.Errors("s1", 1)),
                        at(0, new Command.Crash("s2")),
                        at(5, new Command.Recover("s1")))));
        run.runUntil(10 * SECOND);
        assertThat(sessions(run.report(), "s1").held()).isEqualTo(50);
        assertThat(run.report().sessionsMissed()).isZero();
    }

    @Test
    void aStoreHoldsTheSessionsAndAServersCrashLosesNone() {
        Run run = Run.of(two(STORE, Sticky.OFF));
        run.runUntil(10 * SECOND);
        run.apply(new Command.Crash("s1"));
        run.runUntil(20 * SECOND);
        Report report = run.report();
        assertThat(sessions(report, "store").held()).isEqualTo(50);
        assertThat(node(report, "s1").sessions()).isNull();
        assertThat(report.sessionsLost()).isZero();
        assertThat(report.sessionsMissed()).isZero();
        assertThat(transcript(report)).isNotEmpty().noneMatch(text -> text.contains("session"));
        run.apply(new Command.Crash("store"));
        run.apply(new Command.Recover("store"));
        run.runUntil(30 * SECOND);
        assertThat(run.report().sessionsLost()).isEqualTo(50);
        assertThat(run.report().sessionsMissed()).isEqualTo(50);
        assertThat(sessions(run.report(), "store").held()).isEqualTo(50);
    }

    @Test
    void eachRequestPaysTheWayToTheStore() {
        Report report = run(storing(server("s", 1, fixed(1_000)), server("store", 1, fixed(500))), 10.005);
        assertThat(report.latency().meanNanos()).isEqualTo(3_500_000);
        assertThat(report.latency().maxNanos()).isEqualTo(3_500_000);
        assertThat(node(report, "s").waiting().maxNanos())
                .as("asking is not waiting")
                .isZero();
        assertThat(node(report, "store").picked()).isEqualTo(node(report, "s").picked());
        assertThat(node(report, "store").served()).isEqualTo(report.outcomes().get(Outcome.OK));
        assertThat(node(report, "s").utilization()).isBetween(0.099, 0.101);
    }

    /** A store of 200 ms and one core for services of 9 ms: had it to hold the core, it could serve 5 a second. */
    @Test
    void noCoreIsHeldWhileTheStoreIsAsked() {
        Report report = run(storing(server("s", 1, fixed(9_000)), server("store", 50, fixed(200_000))), 10);
        assertThat(report.outcomes().get(Outcome.OK)).isBetween(970L, 1_000L);
        assertThat(node(report, "s").inFlight().max()).isBetween(20L, 22L);
    }

    /** The queue has room for none: of two that come back from the store at once, one finds a core. */
    @Test
    void theQueueIsBoundedBehindTheStoreToo() {
        Topology topology =
                storing(bounded("s", 1, fixed(15_000), 0, Integer.MAX_VALUE), server("store", 9, fixed(500)));
        Report report = run(topology, 10);
        assertThat(node(report, "s").queue().max()).isZero();
        assertThat(report.outcomes().get(Outcome.REJECTED)).isBetween(495L, 500L);
        Report few = run(storing(bounded("s", 9, fixed(1_000), 9, 1), server("store", 9, fixed(15_000))), 10);
        assertThat(node(few, "s").inFlight().max())
                .as("connections are held while the store is asked")
                .isEqualTo(1);
        assertThat(few.outcomes().get(Outcome.REJECTED)).isPositive();
    }

    @Test
    void withoutAnAnswerOfTheStoreThereIsNone() {
        Run refusing = Run.of(storing(server("s", 1, fixed(1_000)), server("store", 1, fixed(500))));
        refusing.apply(new Command.Crash("store"));
        refusing.runUntil(SECOND + 5_000_000);
        assertThat(refusing.report().outcomes().get(Outcome.FAILED)).isEqualTo(100);
        assertThat(node(refusing.report(), "store").outcomes().get(Outcome.REFUSED))
                .isEqualTo(100);
        Run silent = Run.of(storing(server("s", 1, fixed(1_000)), server("store", 1, fixed(500))));
        silent.apply(new Command.Crash("store", CrashMode.BLACK_HOLE));
        silent.runUntil(SECOND + 5_000_000);
        assertThat(silent.report().outcomes().get(Outcome.TIMED_OUT)).isEqualTo(50);
        assertThat(node(silent.report(), "s").inFlight().max()).isBetween(50L, 51L);
    }

    @Test
    void aServerWithoutALinkToItsStoreFailsEverything() {
        Report report = run(
                queue(1, poisson(100), server("s", 1, fixed(1_000)).with(Server.STATE, STORE))
                        .with(server("store", 1, fixed(100))),
                5);
        assertThat(report.outcomes().get(Outcome.OK)).isZero();
        assertThat(report.outcomes().get(Outcome.FAILED)).isEqualTo(report.requests());
    }

    /** Asked for 200 ms at a time, so that 20 are on their way; the server is up again before they are back. */
    @Test
    void whatAServerHadAskedForWhenItCrashedIsLost() {
        Run run = Run.of(storing(server("s", 9, fixed(1_000)), server("store", 50, fixed(200_000))));
        run.runUntil(SECOND + 5_000_000);
        run.apply(new Command.Crash("s"));
        run.apply(new Command.Recover("s"));
        assertThat(transcript(run.report())).first().isEqualTo("s crashed; 20 requests lost");
        run.runUntil(SECOND + 300_000_000);
        assertThat(run.report().outcomes().get(Outcome.FAILED)).isEqualTo(20);
        run.runUntil(3 * SECOND);
        assertThat(run.report().outcomes().get(Outcome.FAILED)).isEqualTo(20);
        assertThat(run.report().outcomes().get(Outcome.OK)).isGreaterThan(250);
    }

    @Test
    void aTraceShowsTheStoreWithinTheServer() {
        Trace trace = Traces.trace(storing(server("s", 1, fixed(1_000)), server("store", 1, fixed(500))), 1);
        Span server = trace.parts().getFirst().parts().stream()
                .filter(span -> span.kind() == Span.Kind.NODE)
                .findFirst()
                .orElseThrow();
        assertThat(server.where()).isEqualTo("s");
        assertThat(server.parts())
                .extracting(Span::kind)
                .containsExactly(Span.Kind.LINK, Span.Kind.NODE, Span.Kind.REPLY, Span.Kind.SERVICE);
        assertThat(server.parts().get(1).where()).isEqualTo("store");
    }

    @Test
    void sessionsHaveNoPartInWhatHappens() {
        Topology without = two(MEMORY, Sticky.of(Sticky.By.COOKIE));
        for (String id : List.of("s1", "s2")) {
            without = without.with(server(id, 4, fixed(1_000)));
        }
        Run with = Run.of(two(MEMORY, Sticky.of(Sticky.By.COOKIE)));
        Run none = Run.of(without);
        with.runUntil(5 * SECOND);
        none.runUntil(5 * SECOND);
        assertThat(with.digest()).isEqualTo(none.digest());
        assertThat(with.events()).isEqualTo(none.events());
    }
}
