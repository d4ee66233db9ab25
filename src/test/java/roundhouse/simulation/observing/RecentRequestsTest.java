package roundhouse.simulation.observing;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.at;
import static roundhouse.simulation.testing.Systems.balanced;
import static roundhouse.simulation.testing.Systems.frame;
import static roundhouse.simulation.testing.Systems.poisson;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.routing.Outcome;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Run;
import roundhouse.simulation.Tracer;
import roundhouse.simulation.observing.RequestLog.Ended;
import roundhouse.simulation.observing.tracing.Trace;
import roundhouse.simulation.observing.tracing.TraceSelection;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;

class RecentRequestsTest {
    /** What the log keeps is what a look back at all requests finds. */
    @Test
    void theLogHasTheLatestTheSlowestAndTheBad() {
        Topology topology = balanced(6, poisson(1_500), Algorithm.ROUND_ROBIN, 3)
                .withScenario(List.of(at(0.5, new Command.Crash("s2")), at(0.6, new Command.Recover("s2"))));
        Run run = Run.shown(topology);
        run.runUntil(SECOND);
        Frame frame = frame(run);
        List<Trace> ended = new ArrayList<>(new Tracer(
                        topology, List.of(), TraceSelection.begunBetween(0, SECOND, Integer.MAX_VALUE), SECOND, false)
                .finish());
        ended.removeIf(trace -> trace.outcome() == null);
        Comparator<Trace> newest = Comparator.comparingLong(Trace::endedNanos).reversed();
        ended.sort(newest);
        RequestLog log = frame.requests;
        assertThat(times(log.latest()))
                .isEqualTo(ended.stream().limit(100).map(Trace::endedNanos).toList());
        assertThat(times(log.bad()))
                .isEqualTo(ended.stream()
                        .filter(trace -> trace.outcome() != Outcome.OK)
                        .limit(100)
                        .map(Trace::endedNanos)
                        .toList());
        assertThat(log.slowest().stream().map(Ended::tookNanos).toList())
                .isEqualTo(ended.stream()
                        .filter(trace -> trace.outcome() == Outcome.OK)
                        .map(trace -> trace.endedNanos() - trace.beganNanos())
                        .sorted(Comparator.reverseOrder())
                        .limit(100)
                        .toList());
        assertThat(log.bad())
                .isNotEmpty()
                .allSatisfy(bad -> assertThat(bad.server()).isEqualTo("s2"));
        Frame again = frame(run);
        assertThat(again.requests).isSameAs(log);
    }

    /** Being looked at is no part of a run; nobody looks at this one. */
    @Test
    void aRunThatIsNotShownKeepsNothingForFramesAndGoesTheSame() {
        Topology topology = balanced(6, poisson(1_500), Algorithm.ROUND_ROBIN, 3);
        Run shown = Run.shown(topology);
        Run hidden = Run.of(topology);
        shown.runUntil(SECOND);
        hidden.runUntil(SECOND);
        assertThat(hidden.digest()).isEqualTo(shown.digest());
        assertThat(frame(shown).keys).isGreaterThan(1_000);
        assertThat(frame(hidden).keys).isZero();
        assertThat(frame(hidden).requests).isEqualTo(RequestLog.EMPTY);
    }

    private static List<Long> times(List<Ended> requests) {
        return requests.stream().map(Ended::timeNanos).toList();
    }
}
