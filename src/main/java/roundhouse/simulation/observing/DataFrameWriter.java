package roundhouse.simulation.observing;

import org.jspecify.annotations.Nullable;
import roundhouse.simulation.components.CacheFigures;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.data.DataTotals;
import roundhouse.simulation.data.TierTotals;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.network.Network;
import roundhouse.simulation.observing.history.DataRates;
import roundhouse.simulation.observing.recognising.CacheTrend;
import roundhouse.simulation.observing.recognising.CacheWatch;

/** Fills what frames say of data. */
final class DataFrameWriter {
    private final RunContext context;
    private final Network network;
    private final CacheWatch watch;
    private final DataRates rates;

    DataFrameWriter(RunContext context, Network network, CacheWatch watch, DataRates rates) {
        this.context = context;
        this.network = network;
        this.watch = watch;
        this.rates = rates;
    }

    void write(DataFrame to) {
        NodeComponent[] nodes = network.nodes();
        to.reserve(nodes.length);
        if (!context.data.isOn()) {
            // The frame may have been another run's.
            if (to.on) {
                to.clear();
            }
            return;
        }
        to.clear();
        to.on = true;
        DataTotals data = context.data;
        to.reads = data.reads;
        to.writes = data.writes;
        to.staleReads = data.staleReads;
        to.storeReads = data.storeReads;
        to.lostWrites = context.versions.lostAcknowledged();
        to.databaseReads = data.databaseReads;
        to.databaseWrites = data.databaseWrites;
        to.invalidationsSent = data.invalidationsSent;
        to.invalidationsLate = data.invalidationsLate;
        to.invalidationsLost = data.invalidationsLost;
        to.staleAgeMeanNanos = data.staleAges.meanNanos();
        to.staleAgeP99Nanos = data.staleAges.percentileNanos(99);
        to.staleAgeMaxNanos = data.staleAges.maxNanos();
        for (NodeComponent node : nodes) {
            CacheFigures figures = node.cache();
            if (figures != null) {
                cache(to, node.index, figures, watch.trend(node));
            }
            TierTotals tier = data.find(node.number());
            if (tier != null) {
                to.readsEnded[node.index] = tier.reads;
                to.writesEnded[node.index] = tier.writes;
                to.readNanos[node.index] = tier.readLatency.sumNanos();
                to.readsTimed[node.index] = tier.readLatency.count();
                to.writeNanos[node.index] = tier.writeLatency.sumNanos();
                to.writesTimed[node.index] = tier.writeLatency.count();
            }
            DataRates.OfNode lately = rates.of(node.number());
            if (lately != null) {
                to.readsLately[node.index] = lately.reads();
                to.writesLately[node.index] = lately.writes();
                to.evictedLately[node.index] = lately.evictions();
            }
        }
    }

    private static void cache(DataFrame to, int i, CacheFigures figures, @Nullable CacheTrend trend) {
        to.caches[i] = true;
        to.count(i, figures);
        to.lostHere[i] = figures.lostWrites;
        if (trend != null) {
            to.hitRatio[i] = trend.hitRatio();
            to.stampede[i] = trend.isStampede();
        }
    }
}
