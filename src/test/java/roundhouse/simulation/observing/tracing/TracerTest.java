package roundhouse.simulation.observing.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.at;
import static roundhouse.simulation.testing.Systems.balanced;
import static roundhouse.simulation.testing.Systems.balancer;
import static roundhouse.simulation.testing.Systems.bounded;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.frame;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.poisson;
import static roundhouse.simulation.testing.Systems.server;
import static roundhouse.simulation.testing.Systems.system;
import static roundhouse.simulation.testing.Traces.ALL;
import static roundhouse.simulation.testing.Traces.busy;
import static roundhouse.simulation.testing.Traces.trace;
import static roundhouse.simulation.testing.Traces.traces;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import roundhouse.routing.Failure;
import roundhouse.routing.Outcome;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Run;
import roundhouse.simulation.Tracer;
import roundhouse.simulation.engine.Pick;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Command;
import roundhouse.topology.CrashMode;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.parts.FailoverPolicy;

/** What became of requests, found out afterwards by running again. */
class TracerTest {
    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void lookingBackChangesNothing(Algorithm algorithm) {
        Topology topology = busy(algorithm);
        Run run = Run.of(topology);
        run.runUntil(2 * SECOND);
        TraceRecorder recorder = new TraceRecorder(ALL, true);
        Run recorded = Run.of(topology, recorder);
        recorded.runUntil(2 * SECOND);
        assertThat(recorded.digest()).isEqualTo(run.digest());
        assertThat(recorder.traces()).hasSize((int) run.requests());
        assertThat(new Tracer(topology, List.of(), ALL, 2 * SECOND, true).finish())
                .isEqualTo(recorder.traces());
    }

    @Test
    void whatWasDoneWhileItRanIsDoneAgain() {
        Topology topology = balanced(5, poisson(1_500), Algorithm.LEAST_CONNECTIONS, 3);
        TraceRecorder recorder = new TraceRecorder(ALL, false);
        Run run = Run.of(topology, recorder);
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 20; i++) {
            run.runUntil(run.nowNanos() + random.nextLong(50_000_000));
            run.step();
            run.apply(i % 2 == 0 ? new Command.Crash("s1") : new Command.Recover("s1"));
        }
        run.runUntil(SECOND);
        assertThat(new Tracer(topology, run.log(), ALL, SECOND, false).finish()).isEqualTo(recorder.traces());
    }

    @Test
    void partsLieWithinTheirWholeAndFillIt() {
        Map<Outcome, Integer> outcomes = new LinkedHashMap<>();
        for (Trace trace : traces(busy(Algorithm.ROUND_ROBIN), 2)) {
            Outcome outcome = trace.outcome();
            if (outcome == null) {
                continue;
            }
            outcomes.merge(outcome, 1, Integer::sum);
            fills(trace.parts(), trace.beganNanos(), trace.endedNanos());
            for (Span part : trace.parts()) {
                if (part.outcome() != Outcome.TIMED_OUT) {
                    nested(part);
                }
            }
        }
        assertThat(outcomes).containsKeys(Outcome.OK, Outcome.TIMED_OUT, Outcome.REJECTED, Outcome.REFUSED);
    }

    private static void nested(Span span) {
        if (!span.parts().isEmpty()) {
            fills(span.parts(), span.startNanos(), span.endNanos());
            span.parts().forEach(TracerTest::nested);
        }
    }

    private static void fills(List<Span> parts, long start, long end) {
        long at = start;
        for (Span part : parts) {
            assertThat(part.startNanos()).isEqualTo(at);
            at = part.endNanos();
        }
        assertThat(at).isEqualTo(end);
    }

    @Test
    void aTimedOutTryGoesOnWithoutItsClient() {
        Topology topology = balanced(1, poisson(10).timeout(Duration.ofMillis(3)), Algorithm.RANDOM, 1)
                .with(server("s1", 1, fixed(10_000)));
        Trace trace = trace(topology, 1);
        Span attempt = trace.parts().getFirst();
        assertThat(trace.outcome()).isEqualTo(Outcome.TIMED_OUT);
        assertThat(attempt.endNanos() - attempt.startNanos()).isEqualTo(3_000_000);
        assertThat(attempt.parts().getLast().endNanos() - attempt.startNanos()).isEqualTo(10_000_000 + 2 * 700_000);
    }

    @Test
    void whereACallWasLostIsNoted() {
        Topology topology = balanced(1, poisson(100).timeout(Duration.ofMillis(50)), Algorithm.ROUND_ROBIN, 2)
                .withScenario(List.of(at(0, new Command.Loss("lb", "s1", 1))));
        List<Trace> traces =
                new Tracer(topology, List.of(), TraceSelection.begunBetween(0, SECOND, 20), 2 * SECOND, false).finish();
        List<Trace> lost = traces.stream()
                .filter(trace -> trace.outcome() == Outcome.TIMED_OUT)
                .toList();
        assertThat(lost).hasSize(10).allSatisfy(trace -> {
            Span attempt = trace.parts().getFirst();
            assertThat(lines(attempt.parts(), "", trace.beganNanos()).stream().filter(line -> line.contains("lost")))
                    .hasSize(1)
                    .allSatisfy(line -> assertThat(line).startsWith("  lost lb → s1 "));
            assertThat(attempt.parts()).allMatch(Span::hasEnded);
        });
    }

    @Test
    void aRequestHasTheHopsOneSeesOnTheCanvas() {
        Topology topology = balanced(1, poisson(10), Algorithm.RANDOM, 1).with(server("s1", 1, fixed(1_000)));
        Trace trace = trace(topology, 3);
        assertThat(lines(trace.parts(), "", trace.beganNanos()))
                .containsExactly(
                        "try users 0+2400",
                        " link users → lb 0+500",
                        " node lb 500+1400",
                        "  link lb → s1 500+200",
                        "  node s1 700+1000",
                        "   service s1 700+1000",
                        "  reply s1 → lb 1700+200",
                        " reply lb → users 1900+500");
        assertThat(trace.endedNanos() - trace.beganNanos()).isEqualTo(2_400_000);
    }

    private static Topology passingOn(FailoverPolicy passOn, Command first) {
        return balanced(1, poisson(10), Algorithm.ROUND_ROBIN, 2)
                .with(balancer("lb", Algorithm.ROUND_ROBIN).with(LoadBalancer.PASS_ON, passOn))
                .with(server("s1", 1, fixed(1_000)))
                .with(server("s2", 1, fixed(1_000)))
                .withScenario(List.of(at(0, first)));
    }

    @Test
    void aRequestThatIsPassedOnHasATryForEachTarget() {
        Trace trace = trace(passingOn(new FailoverPolicy(2, Failure.NGINX, true, null), new Command.Crash("s1")), 1);
        assertThat(lines(trace.parts(), "", trace.beganNanos()))
                .containsExactly(
                        "try users 0+2800",
                        " link users → lb 0+500",
                        " node lb 500+1800",
                        "  target s1 500+400",
                        "   link lb → s1 500+200",
                        "   node s1 700+0",
                        "   reply s1 → lb 700+200",
                        "  target s2 900+1400",
                        "   link lb → s2 900+200",
                        "   node s2 1100+1000",
                        "    service s2 1100+1000",
                        "   reply s2 → lb 2100+200",
                        " reply lb → users 2300+500");
        assertThat(trace.parts().getFirst().parts().get(1).parts())
                .extracting(Span::outcome)
                .containsExactly(Outcome.REFUSED, Outcome.OK);
        assertThat(trace.picks()).extracting(Pick::target).containsExactly("s1", "s2");
    }

    /** The target is given up after 5 ms, but does its work of 100 ms all the same. */
    @Test
    void aTargetThatIsGivenUpGoesOnWithoutTheBalancer() {
        Trace trace = trace(
                passingOn(
                        new FailoverPolicy(2, Failure.NGINX, true, Duration.ofMillis(5)), new Command.Slow("s1", 100)),
                1);
        assertThat(lines(trace.parts(), "", trace.beganNanos()))
                .containsExactly(
                        "try users 0+7400",
                        " link users → lb 0+500",
                        " node lb 500+6400",
                        "  target s1 500+5000",
                        "   link lb → s1 500+200",
                        "   node s1 700+100000",
                        "    service s1 700+100000",
                        "   reply s1 → lb 100700+200",
                        "  target s2 5500+1400",
                        "   link lb → s2 5500+200",
                        "   node s2 5700+1000",
                        "    service s2 5700+1000",
                        "   reply s2 → lb 6700+200",
                        " reply lb → users 6900+500");
        assertThat(trace.parts().getFirst().parts().get(1).parts())
                .extracting(Span::outcome)
                .containsExactly(Outcome.TIMED_OUT, Outcome.OK);
    }

    @Test
    void aTargetThatNeverAnswersIsLostWithinItsTry() {
        Trace trace = trace(
                passingOn(
                        new FailoverPolicy(2, Failure.NGINX, true, Duration.ofMillis(5)),
                        new Command.Crash("s1", CrashMode.BLACK_HOLE)),
                1);
        assertThat(lines(trace.parts(), "", trace.beganNanos()))
                .startsWith(
                        "try users 0+7400",
                        " link users → lb 0+500",
                        " node lb 500+6400",
                        "  target s1 500+5000",
                        "   link lb → s1 500+200")
                .filteredOn(line -> line.startsWith("  target") || line.contains("lost"))
                .hasSize(3)
                .last()
                .isEqualTo("  target s2 5500+1400");
    }

    private static List<String> lines(List<Span> spans, String indent, long began) {
        List<String> lines = new ArrayList<>();
        for (Span span : spans) {
            lines.add(indent + span.kind().key() + " " + span.where() + " " + (span.startNanos() - began) / 1_000 + "+"
                    + (span.endNanos() - span.startNanos()) / 1_000);
            lines.addAll(lines(span.parts(), indent + " ", began));
        }
        return lines;
    }

    @Test
    void waitingInAQueueIsAPartOfItsOwn() {
        Topology topology = system(
                1,
                List.of(poisson(2_000).build(), bounded("s1", 1, fixed(1_000), 1_000, Integer.MAX_VALUE)),
                List.of(link("users", "s1")));
        long waits = traces(topology, 1).stream()
                .flatMap(trace -> trace.parts().getFirst().parts().stream())
                .flatMap(span -> span.parts().stream())
                .filter(span -> span.kind() == Span.Kind.WAIT)
                .count();
        assertThat(waits).isGreaterThan(900);
    }

    @Test
    void aFrameNamesTheRequestsThatAreUnderWay() {
        Topology topology = balanced(1, poisson(2_000), Algorithm.ROUND_ROBIN, 3);
        Run run = Run.of(topology);
        run.runUntil(SECOND);
        Frame frame = frame(run);
        assertThat(frame.hops).isPositive();
        for (int i = 0; i < frame.hops; i++) {
            Trace trace = trace(topology, frame.number[i]);
            assertThat(trace.beganNanos()).isEqualTo(frame.timeNanos - frame.ageNanos[i]);
        }
    }

    @Test
    void theWindowChoosesRequests() {
        Topology topology = balanced(1, poisson(2_000), Algorithm.ROUND_ROBIN, 3);
        List<Trace> some = new Tracer(
                        topology, List.of(), TraceSelection.begunBetween(SECOND, 2 * SECOND, 7), Long.MAX_VALUE, false)
                .finish();
        assertThat(some).hasSize(7).allSatisfy(trace -> {
            assertThat(trace.beganNanos()).isBetween(SECOND, 2 * SECOND);
            assertThat(trace.outcome()).isEqualTo(Outcome.OK);
            assertThat(trace.picks()).isEmpty();
        });
    }

    @Test
    void whatHasNotEndedWhenOneStopsHasNoEnd() {
        Topology topology = balanced(1, poisson(100), Algorithm.RANDOM, 1).with(server("s1", 1, fixed(1_000_000)));
        Trace trace = traces(topology, 0.5).getFirst();
        assertThat(trace.outcome()).isNull();
        assertThat(trace.parts().getFirst().hasEnded()).isFalse();
    }
}
