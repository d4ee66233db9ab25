package roundhouse.simulation.observing.history;

import org.jspecify.annotations.Nullable;
import roundhouse.simulation.components.CacheFigure;
import roundhouse.simulation.components.CacheFigures;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.network.Network;

/** A count of the whole system that is kept over time, by how much it grew in each span. */
public enum DataSeries {
    DATABASE_READS("database_reads", "reads"),
    DATABASE_WRITES("database_writes", "writes"),
    LOST_WRITES("lost_writes", "lost writes"),
    INVALIDATIONS_SENT("invalidations_sent", "sent"),
    INVALIDATIONS_LATE("invalidations_late", "late"),
    INVALIDATIONS_LOST("invalidations_lost", "lost"),
    COLD(CacheFigure.COLD),
    EXPIRED(CacheFigure.EXPIRED),
    EVICTED(CacheFigure.EVICTED),
    INVALIDATED(CacheFigure.INVALIDATED),
    COALESCED(CacheFigure.COALESCED),
    REFRESHES(CacheFigure.REFRESHES);

    private final String column;
    private final String label;
    /** What is summed up over all caches; null for what the run counts itself. */
    private final @Nullable CacheFigure figure;

    DataSeries(String column, String label) {
        this.column = column;
        this.label = label;
        this.figure = null;
    }

    DataSeries(CacheFigure figure) {
        this.column = figure.column();
        this.label = figure.key();
        this.figure = figure;
    }

    /** The name of a table's column. */
    public String column() {
        return column;
    }

    /** The name of a line of a chart. */
    public String label() {
        return label;
    }

    /** As it is now in the running system. */
    long total(RunContext context, Network network) {
        return switch (this) {
            case DATABASE_READS -> context.data.databaseReads;
            case DATABASE_WRITES -> context.data.databaseWrites;
            case LOST_WRITES -> context.versions.lostAcknowledged();
            case INVALIDATIONS_SENT -> context.data.invalidationsSent;
            case INVALIDATIONS_LATE -> context.data.invalidationsLate;
            case INVALIDATIONS_LOST -> context.data.invalidationsLost;
            case COLD, EXPIRED, EVICTED, INVALIDATED, COALESCED, REFRESHES -> ofCaches(network);
        };
    }

    private long ofCaches(Network network) {
        long sum = 0;
        for (NodeComponent node : network.everyNode()) {
            CacheFigures figures = node.cache();
            sum += figures == null || figure == null ? 0 : figure.part(figures);
        }
        return sum;
    }
}
