package roundhouse.simulation.observing.history;

import java.util.Arrays;
import java.util.List;
import roundhouse.metrics.DurationBuckets;
import roundhouse.routing.Outcome;
import roundhouse.simulation.components.CacheFigures;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.data.AskedTotals;
import roundhouse.simulation.data.DataTotals;
import roundhouse.simulation.engine.OutcomeCounts;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.network.Network;
import roundhouse.simulation.network.NetworkCost;
import roundhouse.simulation.observing.stores.AvailabilityFigure;
import roundhouse.simulation.observing.stores.FigureUnit;
import roundhouse.simulation.observing.stores.StoreFigure;
import roundhouse.simulation.storing.ReplicatedStore;

/** Reads the figures of a shown run at the end of every tenth of a second, so that charts of long runs still have each spike. */
public final class TenthsSampler {
    /** More nodes than this have no figures of their own over time. */
    public static final int MOST_NODES = 32;

    private static final String RUN = "";
    private static final DataSeries[] GROWING = DataSeries.values();

    private final RunContext context;
    private final Network network;
    private final TrendStore store;
    private final int[] tenth = new int[DurationBuckets.COUNT];

    /** @param spans that there may be */
    public TenthsSampler(RunContext context, Network network, int spans) {
        this.context = context;
        this.network = network;
        store = new TrendStore(spans);
    }

    /**
     * A tenth of a second is over, and its latencies are not yet put aside.
     *
     * @param charted the rows of the chart of what is in flight
     */
    public void look(List<String> charted) {
        OutcomeCounts outcomes = context.totals.outcomes;
        long ok = outcomes.of(Outcome.OK);
        long bad = outcomes.bad();
        long timedOut = outcomes.of(Outcome.TIMED_OUT);
        long all = ok + bad + timedOut;
        store.rate(ChartFigure.THROUGHPUT, RUN, ok);
        store.share(ChartFigure.ERROR_SHARE, RUN, bad, all);
        store.share(ChartFigure.TIMEOUT_SHARE, RUN, timedOut, all);
        Arrays.fill(tenth, 0);
        for (NodeComponent source : network.everySource()) {
            source.metrics.recent.addSliceTo(tenth);
        }
        percentile(ChartFigure.P50, RUN, 50);
        percentile(ChartFigure.P95, RUN, 95);
        percentile(ChartFigure.P99, RUN, 99);
        if (NetworkCost.isPriced(network)) {
            store.level(ChartFigure.COST, RUN, NetworkCost.perHour(network));
        }
        for (String row : charted) {
            store.level(ChartFigure.IN_FLIGHT, row, ChartedRow.value(network, row));
        }
        nodes();
        data();
    }

    private void percentile(ChartFigure figure, String of, double percent) {
        long total = 0;
        for (int requests : tenth) {
            total += requests;
        }
        store.level(
                figure, of, total == 0 ? Double.NaN : (double) DurationBuckets.percentileNanos(tenth, total, percent));
    }

    private void nodes() {
        long nowNanos = context.kernel.nowNanos();
        int left = MOST_NODES;
        for (NodeComponent node : network.nodes()) {
            if (left-- == 0) {
                return;
            }
            store.rate(ChartFigure.NODE_RATE, node.id, node.metrics.arrived);
            store.rate(ChartFigure.NODE_ERRORS, node.id, node.metrics.outcomes.bad());
            store.level(ChartFigure.NODE_IN_FLIGHT, node.id, ChartedRow.value(network, node.id));
            Arrays.fill(tenth, 0);
            node.metrics.recent.addSliceTo(tenth);
            percentile(ChartFigure.NODE_P99, node.id, 99);
            if (node.metrics.cores.value() > 0) {
                store.level(
                        ChartFigure.NODE_UTILIZATION,
                        node.id,
                        node.metrics.rates.utilization(
                                node.metrics.busy.area(nowNanos), node.metrics.cores.area(nowNanos)));
            }
        }
    }

    private void data() {
        DataTotals data = context.data;
        if (!data.isOn()) {
            return;
        }
        store.share(ChartFigure.STALE_SHARE, RUN, data.staleReads, data.reads);
        long dirty = 0;
        for (NodeComponent node : network.nodes()) {
            CacheFigures cache = node.cache();
            if (cache != null) {
                dirty += cache.dirty;
                store.share(ChartFigure.HIT_RATIO, node.id, cache.hits, cache.lookups());
            }
        }
        store.level(ChartFigure.DIRTY, RUN, (double) dirty);
        for (DataSeries growing : GROWING) {
            store.rate(ChartFigure.GROWN, growing.column(), growing.total(context, network));
        }
        List<ReplicatedStore> stores = network.stores().all();
        stores.forEach(this::store);
        if (!stores.isEmpty()) {
            for (AskedTotals asked : data.asked()) {
                store.share(
                        ChartFigure.ANSWERED,
                        asked.id,
                        AvailabilityFigure.ALL.answered(asked),
                        AvailabilityFigure.ALL.asked(asked));
            }
        }
    }

    private void store(ReplicatedStore of) {
        long nowNanos = context.kernel.nowNanos();
        for (StoreFigure figure : StoreFigure.values()) {
            if (!figure.isLevel() && figure.unit() != FigureUnit.SHARE) {
                store.rate(ChartFigure.STORE_RATE, key(of.id(), figure), figure.part(of.figures(), nowNanos));
            }
        }
        List<String> members = of.spec().members();
        for (int i = 0; i < members.size(); i++) {
            store.level(ChartFigure.LAG, members.get(i), (double) of.behind().nanos(i));
        }
    }

    /** What the series of a count of a store is called. */
    public static String key(String store, StoreFigure figure) {
        return store + "/" + figure.key();
    }

    /** Ends a span. */
    public void endSpan() {
        store.endSpan();
    }

    /** Makes one span of each two. There must be an even number of them. */
    public void mergePairs() {
        store.mergePairs();
    }

    /** What there is of the spans that are over. */
    public Trends trends() {
        return store.trends();
    }
}
