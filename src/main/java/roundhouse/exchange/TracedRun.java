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
 * @param until when one stopped looking, simulated nanoseconds: the end of what had not ended
 */
public record TracedRun(String name, long seed, long until, List<Trace> traces) {
    public TracedRun {
        traces = List.copyOf(traces);
    }

    /**
     * Runs a run again and writes down requests.
     *
     * @param log what was done to it while it ran
     * @param until when to stop looking, simulated nanoseconds
     */
    public static TracedRun of(Topology start, List<Run.Entry> log, TraceSelection wanted, long until) {
        Tracer tracer = new Tracer(start, log, wanted, until, false);
        List<Trace> traces = tracer.finish();
        return new TracedRun(start.name(), start.seed(), tracer.now(), traces);
    }
}
