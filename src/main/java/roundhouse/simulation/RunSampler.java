package roundhouse.simulation;

import java.util.List;
import roundhouse.kernel.Kernel;
import roundhouse.metrics.DurationBuckets;
import roundhouse.routing.Outcome;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;

/**
 * Looks at the run between events: every tenth of a simulated second for the figures of the last second and the history, once at
 * the end of the warm-up, and when an expectation wants to. Takes no part in events, so it leaves no trace in the digest.
 */
final class RunSampler implements Kernel.Boundary {
    private static final long TENTH = 100_000_000;
    private static final int MOST_SERVERS = 8;

    private final RunContext engine;
    private final Network network;
    private final Expectations expectations;
    private final StormWatch storms;
    private final CountsOverTime spans = new CountsOverTime();
    /** Tenths that make a span, and those of the current one that are over. */
    private int tenths = 1;

    private int over;
    private long nextTenth = TENTH;
    private long warmUp;
    private boolean measuring;
    /** The round trips of the current span, coarsely. */
    private final int[] roundTrips = new int[DurationBuckets.COUNT];

    private long okBefore;
    private long badBefore;
    private long timedOutBefore;
    private Frame.History shown = Frame.History.EMPTY;
    private boolean changed;

    RunSampler(RunContext engine, Network network, Expectations expectations) {
        this.engine = engine;
        this.network = network;
        this.expectations = expectations;
        storms = new StormWatch(engine, network);
    }

    /** Measures what the topology expects, and leaves its warm-up out of what is measured; no effect once that is over. */
    void measure(Topology topology) {
        warmUp = DurationSampler.nanos(topology.warmUp());
        measuring = measuring || warmUp <= engine.kernel.now();
        expectations.become(topology.expect(), warmUp);
        engine.kernel.watch(next(), this);
    }

    /** The first servers of the document are charted. */
    void chart() {
        List<String> first = network.topology().nodes().stream()
                .filter(Server.class::isInstance)
                .map(Node::id)
                .limit(MOST_SERVERS)
                .toList();
        if (!first.equals(spans.servers())) {
            spans.servers(first);
            changed = true;
        }
    }

    private long next() {
        long soon = Math.min(nextTenth, expectations.next());
        return measuring ? soon : Math.min(soon, warmUp);
    }

    @Override
    public long passed(long time) {
        if (!measuring && time >= warmUp) {
            measuring = true;
            for (NodeComponent node : network.nodes()) {
                node.metrics.measureFrom(time);
            }
            for (ClientsComponent clients : network.everyClients()) {
                clients.metrics.measureFrom(time);
            }
            for (LinkComponent link : network.links()) {
                OutOfRotation absence = link.absence();
                if (absence != null) {
                    absence.measureFrom(time);
                }
            }
        }
        expectations.passed(time);
        if (time >= nextTenth) {
            nextTenth = time + TENTH;
            for (ClientsComponent clients : network.everyClients()) {
                clients.metrics.recent.addSliceTo(roundTrips);
                if (clients.index == NodeComponent.GONE) {
                    clients.metrics.slice(time);
                }
            }
            for (NodeComponent node : network.nodes()) {
                node.metrics.slice(time);
            }
            for (LinkComponent link : network.links()) {
                link.rates.slice(time, link.departed, 0, 0);
            }
            storms.slice(time);
            if (++over == tenths) {
                over = 0;
                endSpan();
            }
        }
        return next();
    }

    private void endSpan() {
        OutcomeCounts outcomes = engine.totals.outcomes;
        long ok = outcomes.of(Outcome.OK);
        long bad = outcomes.bad();
        long timedOut = outcomes.of(Outcome.TIMED_OUT);
        spans.add(ok - okBefore, bad - badBefore, timedOut - timedOutBefore, roundTrips);
        for (int i = 0; i < spans.servers().size(); i++) {
            NodeComponent server = network.node(spans.servers().get(i));
            if (server != null) {
                spans.inFlight(i, (int) server.metrics.inFlight.value());
            }
        }
        okBefore = ok;
        badBefore = bad;
        timedOutBefore = timedOut;
        changed = true;
        if (spans.isFull()) {
            spans.mergePairs();
            tenths *= 2;
        }
    }

    /** The history so far; the same object as long as nothing was added. */
    Frame.History history() {
        if (changed) {
            changed = false;
            shown = spans.history(tenths * TENTH);
        }
        return shown;
    }
}
