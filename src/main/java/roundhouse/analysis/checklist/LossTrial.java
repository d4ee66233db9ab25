package roundhouse.analysis.checklist;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;
import roundhouse.simulation.Run;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;

/** A run of a design in which one node crashes half-way, and what is not answered well from then on. */
final class LossTrial {
    /** Simulated time before and after the crash, at most. */
    private static final long LONGEST_NANOS = 5_000_000_000L;

    private final Topology topology;
    private final long crashNanos;
    private final long endNanos;

    LossTrial(Topology topology) {
        this.topology = topology;
        long duration = topology.duration().toNanos();
        crashNanos = Math.min(duration / 2, topology.warmUp().toNanos() + LONGEST_NANOS);
        endNanos = Math.min(duration, crashNanos + LONGEST_NANOS);
    }

    /** For how long it runs after the crash, whole seconds of simulated time. */
    long seconds() {
        return Math.ceilDiv(endNanos - crashNanos, 1_000_000_000L);
    }

    /** The part, 0 to 1, of the requests begun after the crash that were not answered well by the end. */
    double lost(@Nullable String node, BooleanSupplier stopped) {
        Run run = Run.of(topology);
        long[] well = new long[1];
        run.listen((_, _, startedNanos, _, outcome) -> {
            if (startedNanos >= crashNanos && outcome == Outcome.OK) {
                well[0]++;
            }
        });
        run.runUntil(crashNanos, stopped);
        if (node != null) {
            run.apply(new Command.Crash(node));
        }
        long before = run.requests();
        run.runUntil(endNanos, stopped);
        long begun = run.requests() - before;
        return begun == 0 ? 0 : 1 - Math.min(1, (double) well[0] / begun);
    }
}
