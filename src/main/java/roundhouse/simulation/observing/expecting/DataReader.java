package roundhouse.simulation.observing.expecting;

import java.util.List;
import java.util.OptionalDouble;
import roundhouse.simulation.components.CacheFigure;
import roundhouse.simulation.components.CacheFigures;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.data.AskedTotals;
import roundhouse.simulation.data.DataTotals;
import roundhouse.simulation.data.TierTotals;
import roundhouse.simulation.engine.RunContext;
import roundhouse.topology.expectations.Amount;
import roundhouse.topology.expectations.DataFigure;

/** Reads figures about data off the running system. */
final class DataReader {
    private DataReader() {}

    /** Of one node. */
    static FigureReading ofNode(DataFigure figure, NodeComponent node, DataTotals data, long thereNanos) {
        if (figure == DataFigure.READS_ENDED || figure == DataFigure.WRITES_ENDED) {
            TierTotals tier = data.find(node.number());
            long ended = tier == null ? 0 : figure == DataFigure.READS_ENDED ? tier.reads : tier.writes;
            return new FigureReading(thereNanos, ended, 1, null);
        }
        if (figure == DataFigure.AVAILABILITY) {
            return availability(
                    data.asked().stream()
                            .filter(asked -> asked.id.equals(node.id))
                            .toList(),
                    thereNanos);
        }
        CacheFigures of = node.cache();
        if (of == null) {
            return new FigureReading(thereNanos, 0, 0, null);
        }
        CacheFigure its = CacheFigure.of(figure)
                .orElseThrow(() -> new IllegalStateException(figure.key() + " is a figure of the system"));
        return new FigureReading(thereNanos, its.part(of), its.whole(of), null);
    }

    private static FigureReading availability(List<AskedTotals> asked, long thereNanos) {
        long part = 0;
        long whole = 0;
        for (AskedTotals of : asked) {
            for (AskedTotals.Kind kind : AskedTotals.Kind.values()) {
                part += of.answered(kind, false);
                whole += of.asked(kind, false);
            }
        }
        return new FigureReading(thereNanos, part, whole, null);
    }

    static FigureReading ofSystem(DataFigure figure, RunContext context, long nowNanos) {
        DataTotals data = context.data;
        if (figure == DataFigure.AVAILABILITY) {
            return availability(data.asked(), nowNanos);
        }
        double part = switch (figure) {
            case READS_ENDED -> data.reads;
            case WRITES_ENDED -> data.writes;
            case BYTE_HIT_RATIO -> data.readBytes - data.storeBytes;
            case HIT_RATIO -> data.reads - data.storeReads;
            case STALE_READS -> data.staleReads;
            case LOST_WRITES -> context.versions.lostAcknowledged();
            case DATABASE_READS -> data.databaseReads;
            case DATABASE_WRITES -> data.databaseWrites;
            case INVALIDATIONS_SENT -> data.invalidationsSent;
            case INVALIDATIONS_LATE -> data.invalidationsLate;
            case INVALIDATIONS_LOST -> data.invalidationsLost;
            default -> throw new IllegalStateException(figure.key() + " is a figure of one node");
        };
        long whole = figure == DataFigure.BYTE_HIT_RATIO ? data.readBytes : data.reads;
        return new FigureReading(nowNanos, part, whole, null);
    }

    static OptionalDouble between(DataFigure figure, FigureReading first, FigureReading last, Amount amount) {
        if (figure.isLevel()) {
            return OptionalDouble.of(last.part());
        }
        double part = last.part() - first.part();
        double whole = last.whole() - first.whole();
        if (!(amount instanceof Amount.Share)) {
            return OptionalDouble.of(part);
        }
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(100 * part / whole);
    }
}
