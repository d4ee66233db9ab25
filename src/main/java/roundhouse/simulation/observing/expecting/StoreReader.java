package roundhouse.simulation.observing.expecting;

import org.jspecify.annotations.Nullable;
import roundhouse.metrics.Latencies;
import roundhouse.simulation.components.replication.ReplicationFigures;
import roundhouse.simulation.observing.stores.StoreDuration;
import roundhouse.simulation.observing.stores.StoreFigure;
import roundhouse.topology.expectations.DataFigure;
import roundhouse.topology.expectations.Figure;

/** Reads figures of replicated stores off the running system. */
final class StoreReader {
    private StoreReader() {}

    static FigureReading of(Figure figure, ReplicationFigures of, long nowNanos) {
        if (figure instanceof Figure.Data(DataFigure data)) {
            StoreFigure its = StoreFigure.of(data).orElseThrow(() -> unknown(figure));
            return new FigureReading(nowNanos, its.part(of, nowNanos), its.whole(of), null);
        }
        Latencies durations = durations(figure, of);
        if (durations == null) {
            throw unknown(figure);
        }
        return new FigureReading(nowNanos, 0, 0, durations.copy());
    }

    /** The longest of the figure since durations were last cut, nanoseconds; 0 for figures that are no durations. */
    static long peakNanos(Figure figure, ReplicationFigures of) {
        Latencies durations = durations(figure, of);
        return durations == null ? 0 : durations.peakNanos();
    }

    private static @Nullable Latencies durations(Figure figure, ReplicationFigures of) {
        return switch (figure) {
            case Figure.StaleAge _ -> StoreDuration.STALE_AGE.of(of);
            case Figure.ReplicationLag _ -> StoreDuration.LAG.of(of);
            default -> null;
        };
    }

    private static IllegalStateException unknown(Figure figure) {
        return new IllegalStateException(figure.name() + " is no figure of a store");
    }
}
