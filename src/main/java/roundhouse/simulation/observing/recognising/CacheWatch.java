package roundhouse.simulation.observing.recognising;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.algorithms.KeyText;
import roundhouse.simulation.components.CacheFigures;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.network.Network;
import roundhouse.simulation.transcript.TranscriptWords;

/**
 * Recognises what goes wrong with caches and names it where it happens: a stampede, a cold start, a cache too small for what goes round.
 * Looks between events, every tenth of a second, and only where there are caches.
 */
public final class CacheWatch {
    private final RunContext context;
    private final Network network;
    private final List<CacheTrend> trends = new ArrayList<>();

    public CacheWatch(RunContext context, Network network) {
        this.context = context;
        this.network = network;
    }

    /** A tenth of a second is over. */
    public void slice(long nowNanos) {
        if (!context.data.isOn()) {
            return;
        }
        for (NodeComponent node : network.nodes()) {
            CacheFigures figures = node.cache();
            if (figures != null) {
                CacheTrend trend = of(node, figures);
                trend.slice();
                stampede(node, trend, nowNanos);
                coldStart(node, trend, nowNanos);
                loop(node, trend);
                figures.looked();
            }
        }
    }

    private CacheTrend of(NodeComponent node, CacheFigures figures) {
        CacheTrend known = find(node);
        if (known == null) {
            known = new CacheTrend(node.number(), figures);
            trends.add(known);
        }
        return known;
    }

    private @Nullable CacheTrend find(NodeComponent node) {
        for (CacheTrend trend : trends) {
            if (trend.node == node.number()) {
                return trend;
            }
        }
        return null;
    }

    /** How the node's caches do over the last second; null where it has none. */
    @Nullable
    public CacheTrend trend(NodeComponent node) {
        return find(node);
    }

    private void stampede(NodeComponent node, CacheTrend trend, long nowNanos) {
        switch (trend.stampede(nowNanos)) {
            case BEGINS ->
                context.transcript.say(String.format(
                        Locale.ROOT,
                        "stampede at %s: %d requests missed %s within 100 ms%s, and each fetches it",
                        node.title(),
                        trend.stampedeMisses(),
                        KeyText.of(trend.stampedeKey()),
                        trend.stampedeReason()));
            case ENDS ->
                context.transcript.say("the stampede at " + node.title() + " is over after "
                        + TranscriptWords.time(nowNanos - trend.stampedeSinceNanos()) + ": "
                        + trend.stampedeMisses() + " fetches" + " of "
                        + KeyText.of(trend.stampedeKey()));
            case NOTHING -> {}
        }
    }

    private void coldStart(NodeComponent node, CacheTrend trend, long nowNanos) {
        switch (trend.coldStart(nowNanos)) {
            case BEGINS ->
                context.transcript.say(String.format(
                        Locale.ROOT,
                        "%s starts cold: hit ratio %.0f %%, and %.0f %% before",
                        node.title(),
                        100 * trend.coldRatio(),
                        100 * trend.warmRatio()));
            case ENDS ->
                context.transcript.say(String.format(
                        Locale.ROOT,
                        "%s is warm again after %s: hit ratio %.0f %%",
                        node.title(),
                        TranscriptWords.time(nowNanos - trend.coldSinceNanos()),
                        100 * trend.hitRatio()));
            case NOTHING -> {}
        }
    }

    private void loop(NodeComponent node, CacheTrend trend) {
        switch (trend.loop()) {
            case BEGINS ->
                context.transcript.say(String.format(
                        Locale.ROOT,
                        "%s is too small for what goes round: of its last %,d lookups %,d missed what had been there and was"
                                + " evicted, and %,d hit",
                        node.title(),
                        trend.loopLookups(),
                        trend.loopReturns(),
                        trend.loopHits()));
            case ENDS -> context.transcript.say(node.title() + " is not too small any more for what goes round");
            case NOTHING -> {}
        }
    }
}
