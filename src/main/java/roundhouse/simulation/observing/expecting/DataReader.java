package roundhouse.simulation.observing.expecting;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.components.CacheFigures;
import roundhouse.simulation.data.DataTotals;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.observing.expecting.FigureReader.Reading;
import roundhouse.topology.expectations.Amount;
import roundhouse.topology.expectations.DataFigure;

/** Reads figures about data off the running system. */
final class DataReader {
    private DataReader() {}

    /** Of one node's caches. */
    static Reading ofNode(DataFigure figure, @Nullable CacheFigures of, long thereNanos) {
        if (of == null) {
            return new Reading(thereNanos, 0, 0, null);
        }
        double part = switch (figure) {
            case HIT_RATIO -> of.hits;
            case BYTE_HIT_RATIO -> of.hitBytes;
            case MISSES -> of.misses;
            case COLD_MISSES -> of.cold;
            case EVICTIONS -> of.evicted;
            case EXPIRATIONS -> of.expired;
            case COALESCED -> of.coalesced;
            case REFRESHES -> of.refreshes;
            case DIRTY -> of.dirty;
            case STALE_READS -> of.stale;
            case LOST_WRITES, DATABASE_READS, DATABASE_WRITES ->
                throw new IllegalStateException(figure.key() + " is a figure of the system");
        };
        double whole = figure == DataFigure.BYTE_HIT_RATIO
                ? of.hitBytes + of.missBytes
                : figure == DataFigure.STALE_READS ? of.hits : of.lookups();
        return new Reading(thereNanos, part, whole, null);
    }

    static Reading ofSystem(DataFigure figure, RunContext context, long nowNanos) {
        DataTotals data = context.data;
        double part = switch (figure) {
            case HIT_RATIO -> data.reads - data.storeReads;
            case STALE_READS -> data.staleReads;
            case LOST_WRITES -> context.versions.lostAcknowledged();
            case DATABASE_READS -> data.databaseReads;
            case DATABASE_WRITES -> data.databaseWrites;
            case BYTE_HIT_RATIO, MISSES, COLD_MISSES, EVICTIONS, EXPIRATIONS, COALESCED, REFRESHES, DIRTY ->
                throw new IllegalStateException(figure.key() + " is a figure of one node");
        };
        return new Reading(nowNanos, part, data.reads, null);
    }

    static OptionalDouble between(DataFigure figure, Reading first, Reading last, Amount amount) {
        if (figure == DataFigure.DIRTY) {
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
