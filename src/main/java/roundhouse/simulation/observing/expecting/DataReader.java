package roundhouse.simulation.observing.expecting;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.components.CacheFigures;
import roundhouse.simulation.components.ReplicationFigures;
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
            case LOST_WRITES,
                    DATABASE_READS,
                    DATABASE_WRITES,
                    REFUSED_READS,
                    REFUSED_WRITES,
                    UNKNOWN_WRITES,
                    ELECTIONS -> throw new IllegalStateException(figure.key() + " is a figure of the system");
        };
        double whole = figure == DataFigure.BYTE_HIT_RATIO
                ? of.hitBytes + of.missBytes
                : figure == DataFigure.STALE_READS ? of.hits : of.lookups();
        return new Reading(thereNanos, part, whole, null);
    }

    /** Of a replicated store. */
    static Reading ofStore(DataFigure figure, ReplicationFigures of, long nowNanos) {
        double part = switch (figure) {
            case STALE_READS -> of.staleReads;
            case LOST_WRITES -> of.lost;
            case REFUSED_READS -> of.readsRefused;
            case REFUSED_WRITES -> of.writesRefused;
            case UNKNOWN_WRITES -> of.unknown;
            case ELECTIONS -> of.elections;
            default -> throw new IllegalStateException(figure.key() + " is no figure of a store");
        };
        double whole = switch (figure) {
            case STALE_READS -> of.reads;
            case REFUSED_READS -> of.reads + of.readsRefused;
            case REFUSED_WRITES, UNKNOWN_WRITES -> of.writes + of.writesRefused + of.unknown;
            default -> 0;
        };
        return new Reading(nowNanos, part, whole, null);
    }

    static Reading ofSystem(DataFigure figure, RunContext context, long nowNanos) {
        DataTotals data = context.data;
        double part = switch (figure) {
            case HIT_RATIO -> data.reads - data.storeReads;
            case STALE_READS -> data.staleReads;
            case LOST_WRITES -> context.versions.lostAcknowledged();
            case DATABASE_READS -> data.databaseReads;
            case DATABASE_WRITES -> data.databaseWrites;
            case BYTE_HIT_RATIO,
                    MISSES,
                    COLD_MISSES,
                    EVICTIONS,
                    EXPIRATIONS,
                    COALESCED,
                    REFRESHES,
                    DIRTY,
                    REFUSED_READS,
                    REFUSED_WRITES,
                    UNKNOWN_WRITES,
                    ELECTIONS -> throw new IllegalStateException(figure.key() + " is a figure of one node");
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
