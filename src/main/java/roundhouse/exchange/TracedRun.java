package roundhouse.exchange;

import java.util.List;
import roundhouse.simulation.Run;
import roundhouse.simulation.Tracer;
import roundhouse.simulation.observing.tracing.Trace;
import roundhouse.simulation.observing.tracing.TraceSelection;
import roundhouse.topology.Topology;

/**
 * Requests of a run, to be written down.
 *
 * @param name the topology's
 * @param seed the run's; ids are made of it
 * @param untilNanos where the run ends, simulated nanoseconds: what has not ended by then is cut off there
 */
public record TracedRun(String name, long seed, long untilNanos, List<Trace> traces) {
    public TracedRun {
        traces = List.copyOf(traces);
    }

    /**
     * Runs a run again and writes down requests.
     *
     * @param log what was done to it while it ran
     * @param untilNanos when to stop looking, simulated nanoseconds
     */
    public static TracedRun of(Topology start, List<Run.Entry> log, TraceSelection wanted, long untilNanos) {
        Tracer tracer = new Tracer(start, log, wanted, untilNanos, false);
        List<Trace> traces = tracer.finish();
        return new TracedRun(start.name(), start.seed(), tracer.nowNanos(), traces);
    }
}
