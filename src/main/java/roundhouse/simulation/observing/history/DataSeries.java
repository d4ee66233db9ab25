package roundhouse.simulation.observing.history;

import java.util.function.ToLongFunction;
import roundhouse.simulation.components.CacheFigure;
import roundhouse.simulation.components.CacheFigures;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.network.Network;

/** A count of the whole system that is kept over time, by how much it grew in each span. */
public enum DataSeries {
    DATABASE_READS("database_reads", "reads", context -> context.data.databaseReads),
    DATABASE_WRITES("database_writes", "writes", context -> context.data.databaseWrites),
    LOST_WRITES("lost_writes", "lost writes", context -> context.versions.lostAcknowledged()),
    INVALIDATIONS_SENT("invalidations_sent", "sent", context -> context.data.invalidationsSent),
    INVALIDATIONS_LATE("invalidations_late", "late", context -> context.data.invalidationsLate),
    INVALIDATIONS_LOST("invalidations_lost", "lost", context -> context.data.invalidationsLost),
    COLD(CacheFigure.COLD),
    EXPIRED(CacheFigure.EXPIRED),
    EVICTED(CacheFigure.EVICTED),
    INVALIDATED(CacheFigure.INVALIDATED),
    COALESCED(CacheFigure.COALESCED),
    REFRESHES(CacheFigure.REFRESHES);

    private final String column;
    private final String label;
    private final Reader reader;

    /** Reads a total off the running system. */
    private interface Reader {
        long read(RunContext context, Network network);
    }

    DataSeries(String column, String label, ToLongFunction<RunContext> total) {
        this.column = column;
        this.label = label;
        this.reader = (context, _) -> total.applyAsLong(context);
    }

    /** Of all caches together. */
    DataSeries(CacheFigure figure) {
        this.column = figure.column();
        this.label = figure.key();
        this.reader = (_, network) -> {
            long sum = 0;
            for (NodeComponent node : network.everyNode()) {
                CacheFigures figures = node.cache();
                sum += figures == null ? 0 : figure.part(figures);
            }
            return sum;
        };
    }

    /** The name of a table's column. */
    public String column() {
        return column;
    }

    /** The name of a line of a chart. */
    public String label() {
        return label;
    }

    long total(RunContext context, Network network) {
        return reader.read(context, network);
    }
}
