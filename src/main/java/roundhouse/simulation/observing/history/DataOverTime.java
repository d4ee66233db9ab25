package roundhouse.simulation.observing.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import roundhouse.simulation.components.CacheFigures;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.data.AskedTotals;
import roundhouse.simulation.data.DataTotals;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.network.Network;
import roundhouse.simulation.observing.stores.AvailabilityFigure;

/** Counts of data in equal spans of time, pairs of which are merged when they are used up. Takes no memory where nothing keeps data. */
public final class DataOverTime {
    private static final int MOST_CACHES = 8;
    private static final DataSeries[] SERIES = DataSeries.values();

    private final int most;
    private final List<ShareOverTime> hits = new ArrayList<>();
    private final StoresOverTime stores;
    /** Of what clients asked, where there are such stores. */
    private final List<ShareOverTime> answered = new ArrayList<>();

    private ShareOverTime stale;
    private long[] dirty = {};
    private long[][] grown = new long[SERIES.length][0];
    private final long[] totals = new long[SERIES.length];
    private int size;

    /** @param most spans that there may be */
    public DataOverTime(int most) {
        this.most = most;
        stale = new ShareOverTime("", 0);
        stores = new StoresOverTime(most);
    }

    /** Ends a span. */
    public void endSpan(RunContext context, Network network) {
        DataTotals data = context.data;
        if (data.isOn()) {
            begin();
            meet(network);
            stale.add(size, data.staleReads, data.reads);
            for (ShareOverTime cache : hits) {
                NodeComponent node = network.node(cache.id());
                CacheFigures figures = node == null ? null : node.cache();
                if (figures == null) {
                    cache.pass(size);
                } else {
                    cache.add(size, figures.hits, figures.lookups());
                }
            }
            dirty[size] = dirty(network);
            for (int i = 0; i < SERIES.length; i++) {
                long total = SERIES[i].total(context, network);
                grown[i][size] = total - totals[i];
                totals[i] = total;
            }
            stores.endSpan(size, network, context.kernel.nowNanos());
            asked(data);
        }
        size++;
    }

    private void asked(DataTotals data) {
        if (stores.areThere()) {
            for (AskedTotals of : data.asked()) {
                clients(of.id).add(size, AvailabilityFigure.ALL.answered(of), AvailabilityFigure.ALL.asked(of));
            }
        }
    }

    private ShareOverTime clients(String id) {
        for (ShareOverTime known : answered) {
            if (known.id().equals(id)) {
                return known;
            }
        }
        ShareOverTime one = new ShareOverTime(id, most);
        answered.add(one);
        return one;
    }

    private void begin() {
        if (dirty.length == 0) {
            dirty = new long[most];
            grown = new long[SERIES.length][most];
            stale = new ShareOverTime("", most);
        }
    }

    private void meet(Network network) {
        for (NodeComponent node : network.nodes()) {
            if (hits.size() < MOST_CACHES && node.cache() != null && !isKnown(node.id)) {
                hits.add(new ShareOverTime(node.id, most));
            }
        }
    }

    private boolean isKnown(String id) {
        for (ShareOverTime cache : hits) {
            if (cache.id().equals(id)) {
                return true;
            }
        }
        return false;
    }

    private static long dirty(Network network) {
        long sum = 0;
        for (NodeComponent node : network.nodes()) {
            CacheFigures figures = node.cache();
            sum += figures == null ? 0 : figures.dirty;
        }
        return sum;
    }

    /** Makes one span of each two. There must be an even number of them. */
    public void mergePairs() {
        size /= 2;
        if (dirty.length > 0) {
            for (int i = 0; i < size; i++) {
                dirty[i] = dirty[2 * i + 1];
            }
            for (long[] series : grown) {
                for (int i = 0; i < size; i++) {
                    series[i] = series[2 * i] + series[2 * i + 1];
                }
            }
            stale.mergePairs(size);
            hits.forEach(cache -> cache.mergePairs(size));
            stores.mergePairs(size);
            answered.forEach(clients -> clients.mergePairs(size));
        }
    }

    /** As the charts want it. */
    public DataHistory history() {
        if (dirty.length == 0) {
            return DataHistory.NONE;
        }
        return new DataHistory(
                hits.stream().map(ShareOverTime::id).toList(),
                hits.stream().map(cache -> cache.shares(size)).toArray(double[][]::new),
                stale.shares(size),
                Arrays.copyOf(dirty, size),
                Arrays.stream(grown).map(series -> Arrays.copyOf(series, size)).toArray(long[][]::new),
                stores.series(size),
                answered.stream().map(ShareOverTime::id).toList(),
                answered.stream().map(clients -> clients.shares(size)).toArray(double[][]::new));
    }
}
