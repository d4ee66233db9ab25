package roundhouse.simulation.observing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.Kernel;
import roundhouse.metrics.DurationBuckets;
import roundhouse.routing.Outcome;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.components.OutOfRotation;
import roundhouse.simulation.engine.Component;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.OutcomeCounts;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.network.Network;
import roundhouse.simulation.network.NetworkCost;
import roundhouse.simulation.observing.expecting.Expectations;
import roundhouse.simulation.observing.history.ChartedRow;
import roundhouse.simulation.observing.history.DataOverTime;
import roundhouse.simulation.observing.history.DataRates;
import roundhouse.simulation.observing.history.RunHistory;
import roundhouse.simulation.observing.history.TenthsSampler;
import roundhouse.simulation.observing.history.Trends;
import roundhouse.simulation.observing.recognising.CacheWatch;
import roundhouse.simulation.observing.recognising.CallWatch;
import roundhouse.simulation.observing.recognising.StormWatch;
import roundhouse.simulation.transcript.TranscriptWords;
import roundhouse.topology.Topology;

/**
 * Looks at the run between events: every tenth of a simulated second for the figures of the last second and the history, once at
 * the end of the warm-up, and when an expectation wants to. Takes no part in events, so it leaves no trace in the digest.
 */
public final class RunSampler implements Kernel.Boundary {
    private static final long TENTH_NANOS = 100_000_000;
    private static final int MOST_SERVERS = 8;
    /** Tenths in a row without an event after which nothing is left to settle: windows of a second, and the end of a retry storm. */
    private static final int SETTLED = 40;
    /** Tenths that the figures of the last second are made of, and one. */
    private static final int WINDOW = 11;

    private final RunContext context;
    private final Network network;
    private final Expectations expectations;
    private final StormWatch storms;
    private final CallWatch calls;
    private final CacheWatch caches;
    private final CountsOverTime spans = new CountsOverTime();
    private final DataRates rates = new DataRates();
    private final DataOverTime data = new DataOverTime(CountsOverTime.MOST);
    /** Of a run that is shown. */
    private final @Nullable TenthsSampler each;

    /** Tenths that make a span, and those of the current one that are over. */
    private int tenths = 1;

    private int over;
    private long nextTenthNanos = TENTH_NANOS;
    /** Tenths in a row without an event. */
    private int idle;

    private long eventsBefore;
    /** When measuring begins, or when it did. */
    private long measuredFromNanos;

    /** The warm-up that the topology asks for. */
    private long wantedNanos;

    private boolean measuring;
    /** The round trips of the current span, coarsely. */
    private final int[] roundTrips = new int[DurationBuckets.COUNT];

    private long okBefore;
    private long badBefore;
    private long timedOutBefore;
    private RunHistory shown = RunHistory.EMPTY;
    private boolean changed;

    /** @param shown whether somebody looks at charts of it, for which every tenth of a second is read */
    public RunSampler(RunContext context, Network network, Expectations expectations, boolean shown) {
        this.context = context;
        this.network = network;
        each = shown ? new TenthsSampler(context, network, CountsOverTime.MOST) : null;
        this.expectations = expectations;
        storms = new StormWatch(context, network);
        calls = new CallWatch(context, network);
        caches = new CacheWatch(context, network);
    }

    /**
     * Measures what the topology expects, and leaves its warm-up out of what is measured. What is measured is not forgotten again, so
     * a warm-up that is over stays as long as it was; one that is to be over already ends now.
     */
    public void measure(Topology topology) {
        long nowNanos = context.kernel.nowNanos();
        long warmUpNanos = DurationSampler.nanos(topology.warmUp());
        if (!measuring) {
            measuredFromNanos = Math.max(nowNanos, warmUpNanos);
            if (measuredFromNanos == nowNanos) {
                measureFrom(nowNanos);
            }
        }
        if (warmUpNanos != wantedNanos) {
            wantedNanos = warmUpNanos;
            if (warmUpNanos != measuredFromNanos) {
                context.transcript.say("figures are measured from " + TranscriptWords.time(measuredFromNanos)
                        + " on in this run; the warm-up of " + TranscriptWords.time(warmUpNanos)
                        + " holds from the next start");
            }
        }
        expectations.become(topology.expect(), measuredFromNanos);
        context.kernel.watch(nextNanos(), this);
    }

    /** What goes wrong with caches. */
    CacheWatch caches() {
        return caches;
    }

    /** What each node did with data in the last second. */
    DataRates rates() {
        return rates;
    }

    /** When measuring began, or will; nanoseconds. */
    long measuredFromNanos() {
        return measuredFromNanos;
    }

    /** Whether anything is measured yet. */
    boolean isMeasured() {
        return measuredFromNanos == 0 || context.kernel.nowNanos() > measuredFromNanos;
    }

    /** The first servers of the document are charted, and those of before of which there is something to see. */
    public void chart() {
        List<String> charted = Arrays.stream(network.nodes())
                .filter(NodeComponent::serves)
                .map(node -> node.id)
                .limit(MOST_SERVERS)
                .collect(Collectors.toCollection(ArrayList::new));
        Arrays.stream(network.nodes())
                .filter(NodeComponent::queuesForTargets)
                .map(node -> node.id + ChartedRow.QUEUE)
                .limit(MOST_SERVERS)
                .forEach(charted::add);
        spans.servers().stream()
                .filter(id -> !charted.contains(id) && spans.hasSeen(id))
                .forEach(charted::add);
        if (!charted.equals(spans.servers())) {
            spans.servers(charted);
            changed = true;
        }
    }

    private long nextNanos() {
        return Math.min(nextTenthNanos, stop());
    }

    /** When it has to look for another reason than that a tenth of a second is over. */
    private long stop() {
        return measuring ? expectations.nextNanos() : Math.min(expectations.nextNanos(), measuredFromNanos);
    }

    @Override
    public long passed(long timeNanos, long untilNanos) {
        if (!measuring && timeNanos >= measuredFromNanos) {
            measureFrom(timeNanos);
        }
        expectations.passed(timeNanos);
        if (timeNanos >= nextTenthNanos) {
            nextTenthNanos = timeNanos + TENTH_NANOS;
            idle = context.kernel.events() == eventsBefore ? idle + 1 : 0;
            eventsBefore = context.kernel.events();
            look();
            for (NodeComponent source : network.everySource()) {
                source.metrics.recent.addSliceTo(roundTrips);
                if (source.index == Component.GONE) {
                    source.metrics.slice(timeNanos);
                }
            }
            for (NodeComponent node : network.nodes()) {
                node.metrics.slice(timeNanos);
            }
            for (LinkComponent link : network.links()) {
                link.rates.slice(timeNanos, link.departed, 0, 0);
            }
            storms.slice(timeNanos);
            calls.slice();
            caches.slice(timeNanos);
            rates.slice(context.data, network);
            pass(1, false);
            if (idle >= SETTLED) {
                skip(Math.min(untilNanos, stop()));
            }
        }
        return nextNanos();
    }

    /** The warm-up is over. */
    private void measureFrom(long timeNanos) {
        measuring = true;
        context.data.measure();
        network.stores().measure();
        for (NodeComponent node : network.everyNode()) {
            node.metrics.measureFrom(timeNanos);
        }
        for (LinkComponent link : network.everyLink()) {
            OutOfRotation counted = link.outOfRotation();
            if (counted != null) {
                counted.measureFrom(timeNanos);
            }
        }
    }

    private void look() {
        if (each != null) {
            each.look(spans.servers());
        }
    }

    /**
     * So many tenths of a second are over.
     *
     * @param idle whether nothing happened in them, and nobody looked
     */
    private void pass(long count, boolean idle) {
        long left = count;
        while (left >= tenths - over) {
            left -= tenths - over;
            over = 0;
            if (idle) {
                look();
            }
            endSpan();
        }
        if (idle && left > 0) {
            look();
        }
        over += (int) left;
    }

    /**
     * Passes over tenths in which nothing happens, but for those that the figures of the last second are made of: by now no tenth
     * differs from the one before, so that idle time costs nothing.
     */
    private void skip(long untilNanos) {
        long count = (untilNanos - nextTenthNanos) / TENTH_NANOS - WINDOW;
        if (count > 0) {
            pass(count, true);
            nextTenthNanos += count * TENTH_NANOS;
        }
    }

    private void endSpan() {
        OutcomeCounts outcomes = context.totals.outcomes;
        long ok = outcomes.of(Outcome.OK);
        long bad = outcomes.bad();
        long timedOut = outcomes.of(Outcome.TIMED_OUT);
        spans.add(ok - okBefore, bad - badBefore, timedOut - timedOutBefore, roundTrips);
        for (int i = 0; i < spans.servers().size(); i++) {
            double requests = ChartedRow.value(network, spans.servers().get(i));
            if (!Double.isNaN(requests)) {
                spans.inFlight(i, (int) requests);
            }
        }
        if (NetworkCost.isPriced(network)) {
            spans.cost(NetworkCost.perHour(network));
        }
        data.endSpan(context, network);
        if (each != null) {
            each.endSpan();
        }
        okBefore = ok;
        badBefore = bad;
        timedOutBefore = timedOut;
        changed = true;
        if (spans.isFull()) {
            spans.mergePairs();
            data.mergePairs();
            if (each != null) {
                each.mergePairs();
            }
            tenths *= 2;
        }
    }

    /** The history so far; the same object as long as nothing was added. */
    RunHistory history() {
        if (changed) {
            changed = false;
            Trends trends = each == null ? Trends.NONE : each.trends();
            shown = spans.history(tenths * TENTH_NANOS, data.history(), network, trends);
        }
        return shown;
    }
}
