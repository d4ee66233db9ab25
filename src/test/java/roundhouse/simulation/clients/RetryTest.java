package roundhouse.simulation.clients;

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
import java.util.Set;
import org.junit.jupiter.api.Test;
import roundhouse.routing.Outcome;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.observing.tracing.Span;
import roundhouse.simulation.observing.tracing.Trace;
import roundhouse.simulation.testing.Systems;
import roundhouse.simulation.testing.Traces;
import roundhouse.simulation.transcript.TranscriptLine;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.parts.Hedge;
import roundhouse.topology.nodes.parts.Retries;
import roundhouse.topology.nodes.traffic.Arrivals;

/** What clients do when a try did not end well, or takes long. */
class RetryTest {
    private static final Retries FOUR =
            new Retries(4, Duration.ofMillis(10), Duration.ofMillis(10), 0, Retries.ANY, null, null);

    /** One request a second. */
    private static Systems.ClientsBuilder slowly() {
        return poisson(0).arrivals(new Arrivals.Constant(1));
    }

    /** A server that rejects everything. */
    private static Server full() {
        return bounded("s", 1, fixed(1_000), 0, 0);
    }

    /** Requests go to a slow server (100 ms), then a fast one (5 ms), and so on in turn. */
    private static Topology slowAndFast(Systems.ClientsBuilder clients) {
        return system(
                1,
                List.of(
                        clients.build(),
                        balancer("lb", Algorithm.ROUND_ROBIN),
                        server("slow", 9, fixed(100_000)),
                        server("fast", 9, fixed(5_000))),
                List.of(link("users", "lb"), link("lb", "slow"), link("lb", "fast")));
    }

    @Test
    void onlyTheOutcomesAskedForAreTriedAgain() {
        Report all = run(queue(1, slowly().retries(FOUR), full()), 10.5);
        assertThat(all.attempts()).isEqualTo(40);
        Report none = run(
                queue(1, slowly().retries(Retries.ON.with(FOUR, Set.of(Outcome.REFUSED, Outcome.TIMED_OUT))), full()),
                10.5);
        assertThat(none.attempts()).isEqualTo(10);
        Report these = run(queue(1, slowly().retries(Retries.ON.with(FOUR, Set.of(Outcome.REJECTED))), full()), 10.5);
        assertThat(these.attempts()).isEqualTo(40);
    }

    /** Tries of 30 ms each and waits of 10 ms: the third try, sent after 80 ms, is on its way at 100 ms. */
    @Test
    void theTimeOfARequestAsAWholeEndsItsLastTry() {
        Run run = Run.of(queue(
                1,
                slowly().timeout(Duration.ofMillis(30)).retries(Retries.TOTAL.with(FOUR, Duration.ofMillis(100))),
                server("s", 9, fixed(50_000))));
        run.runUntil(1_099_999_999L);
        assertThat(run.report().unfinished()).isEqualTo(1);
        run.runUntil(1_100_000_000L);
        assertThat(run.report().unfinished()).isZero();
        assertThat(run.report().attempts()).isEqualTo(3);
        assertThat(run.report().outcomes().get(Outcome.TIMED_OUT)).isEqualTo(1);
        run.runUntil(1_900_000_000L);
        assertThat(run.report().outcomes().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .as("late replies change nothing")
                .isEqualTo(1);
        assertThat(node(run.report(), "s").served()).isEqualTo(3);
    }

    /** Rejected at once each time: the fourth try would begin after 30 ms, which is not before the end of the time. */
    @Test
    void noRetryBeginsAfterTheTimeOfTheRequest() {
        Report report = run(queue(1, slowly().retries(Retries.TOTAL.with(FOUR, Duration.ofMillis(30))), full()), 1.02);
        assertThat(report.attempts()).isEqualTo(3);
        assertThat(report.outcomes().get(Outcome.REJECTED))
                .as("it says what it knows")
                .isEqualTo(1);
        Report longer = run(queue(1, slowly().retries(Retries.TOTAL.with(FOUR, Duration.ofMillis(31))), full()), 1.03);
        assertThat(longer.attempts()).isEqualTo(4);
    }

    @Test
    void theTimeOfARequestDoesNotNeedATimeoutOfItsTries() {
        Report report = run(
                queue(
                        1,
                        slowly().retries(Retries.TOTAL.with(FOUR, Duration.ofMillis(40))),
                        server("s", 9, fixed(50_000))),
                1.04);
        assertThat(report.attempts()).isEqualTo(1);
        assertThat(report.outcomes().get(Outcome.TIMED_OUT)).isEqualTo(1);
    }

    /** 100 requests a second that all fail: 10 · 2 retries are in reserve, and each ten seconds' 1,000 requests pay for 100. */
    @Test
    void aBudgetBoundsTheRetries() {
        Report report = run(
                queue(
                        1,
                        poisson(0)
                                .arrivals(new Arrivals.Constant(100))
                                .retries(Retries.BUDGET.with(FOUR, new Retries.Budget(0.1, 2))),
                        full()),
                100.5);
        assertThat(report.requests()).isBetween(10_049L, 10_050L);
        double retries = report.attempts() - report.requests();
        assertThat(retries).isBetween(10 * 100.0, 10.05 * 120 + 20);
        Report unbounded =
                run(queue(1, poisson(0).arrivals(new Arrivals.Constant(100)).retries(FOUR), full()), 100.5);
        assertThat(unbounded.attempts()).isGreaterThan(4 * 10_000);
    }

    /** The hedge, sent after 20 ms to the other server, is back after 25. */
    @Test
    void aHedgeOvertakesASlowTry() {
        Run run = Run.of(slowAndFast(slowly().hedge(new Hedge(Duration.ofMillis(20), 1))));
        run.runUntil(1_090_000_000L);
        Report report = run.report();
        assertThat(report.requests()).isEqualTo(1);
        assertThat(report.attempts()).isEqualTo(2);
        assertThat(report.outcomes().get(Outcome.OK)).isEqualTo(1);
        assertThat(report.latency().maxNanos()).isEqualTo(25_000_000);
        assertThat(node(report, "slow").inFlight().max()).isEqualTo(1);
        Frame frame = frame(run);
        assertThat(frame.inFlight[2]).as("the loser goes on").isEqualTo(1);
        run.runUntil(1_500_000_000L);
        assertThat(run.report().outcomes().get(Outcome.OK)).isEqualTo(1);
        assertThat(run.report().latency().count()).isEqualTo(1);
        run.observe(frame);
        assertThat(frame.inFlight[0] + frame.inFlight[2]).isZero();
    }

    @Test
    void aReplyInTimeNeedsNoHedge() {
        Report report =
                run(queue(1, slowly().hedge(new Hedge(Duration.ofMillis(20), 3)), server("s", 9, fixed(20_000))), 10.5);
        assertThat(report.attempts())
                .as("of two at one moment the reply comes first")
                .isLessThanOrEqualTo(20);
        Report quick =
                run(queue(1, slowly().hedge(new Hedge(Duration.ofMillis(21), 3)), server("s", 9, fixed(20_000))), 10.5);
        assertThat(quick.attempts()).isEqualTo(10);
    }

    /** Further tries each 20 ms, three at most, before the first is back after 100. */
    @Test
    void hedgesComeOneAfterTheOtherAndNoMoreThanAllowed() {
        Run run = Run.of(queue(1, slowly().hedge(new Hedge(Duration.ofMillis(20), 3)), server("s", 9, fixed(100_000))));
        long[] tries = {1, 1, 2, 2, 3, 3, 4, 4, 4, 4, 4};
        for (int i = 0; i < tries.length; i++) {
            run.runUntil(SECOND + i * 10_000_000L);
            assertThat(run.report().attempts()).as("after %d ms", 10 * i).isEqualTo(tries[i]);
        }
        assertThat(run.report().latency().maxNanos()).isEqualTo(100_000_000);
        assertThat(run.report().outcomes().get(Outcome.OK)).isEqualTo(1);
    }

    /** The first try goes to a server that takes 100 ms, the hedge is rejected by the next: the client waits for the first. */
    @Test
    void aBadReplyDoesNotEndARequestThatHasAnotherTryUnderWay() {
        Report report = run(
                system(
                        1,
                        List.of(
                                slowly().hedge(new Hedge(Duration.ofMillis(20), 1))
                                        .build(),
                                balancer("lb", Algorithm.ROUND_ROBIN),
                                server("slow", 9, fixed(100_000)),
                                full()),
                        List.of(link("users", "lb"), link("lb", "slow"), link("lb", "s"))),
                1.5);
        assertThat(report.attempts()).isEqualTo(2);
        assertThat(report.outcomes().get(Outcome.OK)).isEqualTo(1);
        assertThat(report.latency().maxNanos()).isEqualTo(100_000_000);
    }

    /** Both tries of the first round time out, 10 ms later the next round begins with one. */
    @Test
    void aRetryComesWhenAllTriesUnderWayHaveEnded() {
        Run run = Run.of(queue(
                1,
                slowly().timeout(Duration.ofMillis(30))
                        .retries(Retries.ATTEMPTS.with(FOUR, 2))
                        .hedge(new Hedge(Duration.ofMillis(20), 1)),
                server("s", 9, fixed(900_000))));
        long[] at = {0, 20, 59, 60, 89};
        long[] tries = {1, 2, 2, 3, 3};
        for (int i = 0; i < at.length; i++) {
            run.runUntil(SECOND + at[i] * 1_000_000);
            assertThat(run.report().attempts()).as("after %d ms", at[i]).isEqualTo(tries[i]);
            assertThat(run.report().unfinished()).isEqualTo(1);
        }
        run.runUntil(SECOND + 90_000_000);
        assertThat(run.report().outcomes().get(Outcome.TIMED_OUT)).isEqualTo(1);
    }

    @Test
    void hedgesComeOutOfTheBudgetToo() {
        Report report = run(
                queue(
                        1,
                        poisson(0)
                                .arrivals(new Arrivals.Constant(100))
                                .retries(Retries.BUDGET.with(Retries.NONE, new Retries.Budget(0.1, 0)))
                                .hedge(new Hedge(Duration.ofMillis(20), 1)),
                        server("s", 99, fixed(100_000))),
                100.5);
        assertThat((double) (report.attempts() - report.requests())).isBetween(990.0, 1_010.0);
    }

    @Test
    void aTraceShowsBothTriesOfAHedgedRequest() {
        Trace trace = Traces.trace(slowAndFast(slowly().hedge(new Hedge(Duration.ofMillis(20), 1))), 1);
        assertThat(trace.outcome()).isEqualTo(Outcome.OK);
        assertThat(trace.endedNanos()).isEqualTo(1_025_000_000L);
        assertThat(trace.parts())
                .extracting(Span::kind)
                .containsOnly(Span.Kind.ATTEMPT)
                .hasSize(2);
        assertThat(trace.parts()).extracting(Span::startNanos).containsExactly(SECOND, 1_020_000_000L);
        assertThat(trace.parts()).extracting(Span::endNanos).containsExactly(1_025_000_000L, 1_025_000_000L);
        assertThat(trace.parts()).extracting(Span::outcome).containsExactly(null, Outcome.OK);
    }

    /** Two seconds three times slower, with requests that come up to four times. */
    private static Topology storm(Retries retries) {
        return queue(
                        5,
                        poisson(350).timeout(Duration.ofMillis(100)).retries(retries),
                        bounded("s", 1, fixed(2_000), 100, Integer.MAX_VALUE))
                .withScenario(List.of(
                        at(5, new Command.Slow("s", 3)),
                        at(10, new Command.Recover("s")),
                        at(25, new Command.Revise(queue(5, poisson(50), server("s", 1, fixed(2_000)))))));
    }

    private static List<String> storms(Report report) {
        return report.transcript().stream()
                .map(TranscriptLine::text)
                .filter(text -> text.contains("storm"))
                .toList();
    }

    @Test
    void aRetryStormIsNamedWhereItHappensAndWhenItIsOver() {
        Run run = Run.of(storm(FOUR));
        Frame frame = new Frame();
        run.runUntil(5 * SECOND);
        run.observe(frame);
        assertThat(frame.storm[0] || frame.storm[1]).isFalse();
        run.runUntil(24 * SECOND);
        run.observe(frame);
        assertThat(frame.storm[0]).as("its clients").isTrue();
        assertThat(frame.storm[1]).as("its server").isTrue();
        assertThat(storms(run.report()))
                .singleElement()
                .asString()
                .matches("retry storm at s: [34]\\.\\d tries a request from users, and \\d+ % of requests end badly");
        run.runUntil(35 * SECOND);
        run.observe(frame);
        assertThat(storms(run.report())).hasSize(2).last().isEqualTo("the retry storm from users is over");
        assertThat(frame.storm[0] || frame.storm[1]).isFalse();
    }

    /** Fewer requests begin than did, and the tries of those before go on: over the last second, more than six for each new one. */
    @Test
    void aRetryStormHasNotMoreTriesARequestThanThereMayBe() {
        Retries patient = new Retries(4, Duration.ofMillis(200), Duration.ofMillis(200), 0, Retries.ANY, null, null);
        Topology topology = storm(patient);
        Node fewer =
                poisson(100).timeout(Duration.ofMillis(100)).retries(patient).build();
        Topology calmer =
                topology.withNodes(List.of(fewer, topology.nodes().getLast())).withScenario(List.of());
        Report report = run(
                topology.withScenario(List.of(at(5, new Command.Slow("s", 3)), at(7, new Command.Revise(calmer)))), 8);
        assertThat(storms(report)).singleElement().asString().startsWith("retry storm at s: 4.0 tries a request");
    }

    @Test
    void withABudgetTheSameTroubleIsNoStorm() {
        assertThat(storms(run(storm(Retries.BUDGET.with(FOUR, Retries.Budget.SETTINGS.usual())), 24)))
                .isEmpty();
        assertThat(storms(run(storm(Retries.NONE), 24))).isEmpty();
    }

    /** Tries go out four times a request, but the server is dead, not overwhelmed. */
    @Test
    void aDeadServerIsNoStorm() {
        Report report = run(
                queue(5, poisson(350).retries(FOUR), server("s", 1, fixed(2_000)))
                        .withScenario(List.of(at(1, new Command.Crash("s")))),
                10);
        assertThat(report.attempts()).isGreaterThan(3 * report.requests());
        assertThat(storms(report)).isEmpty();
    }
}
