package roundhouse.simulation.testing;

import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.at;
import static roundhouse.simulation.testing.Systems.balanced;
import static roundhouse.simulation.testing.Systems.poisson;

import java.time.Duration;
import java.util.List;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Tracer;
import roundhouse.simulation.observing.tracing.Trace;
import roundhouse.simulation.observing.tracing.TraceSelection;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.parts.Retries;

/** Looking back at runs, for tests. */
public final class Traces {
    public static final TraceSelection ALL = TraceSelection.begunBetween(0, Long.MAX_VALUE, Integer.MAX_VALUE);

    private Traces() {}

    /** Of every request begun so far. */
    public static List<Trace> traces(Topology topology, double seconds) {
        return new Tracer(topology, List.of(), ALL, (long) (seconds * SECOND), true).finish();
    }

    /** Of one request. */
    public static Trace trace(Topology topology, long number) {
        return new Tracer(topology, List.of(), TraceSelection.request(number), Long.MAX_VALUE, true)
                .finish()
                .getFirst();
    }

    /** Short of servers, so that some requests are rejected, time out and are tried again; one server crashes. */
    public static Topology busy(Algorithm algorithm) {
        return balanced(
                        3,
                        poisson(4_000)
                                .timeout(Duration.ofMillis(20))
                                .retries(new Retries(
                                        3, Duration.ofMillis(5), Duration.ofMillis(50), 0.5, Retries.ANY, null, null)),
                        algorithm,
                        3)
                .withScenario(List.of(at(0.5, new Command.Crash("s2")), at(1.5, new Command.Recover("s2"))));
    }
}
