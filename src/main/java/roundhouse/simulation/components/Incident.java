package roundhouse.simulation.components;

import roundhouse.metrics.Latencies;
import roundhouse.routing.Outcome;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.faults.IncidentImpact;
import roundhouse.simulation.faults.NodeState;
import roundhouse.simulation.transcript.MeasuredText;

/**
 * A time in which a node is down or slow. Remembers how the counts stood when it began, so that the transcript can say what it cost
 * when it is over: of the node itself, and of all clients.
 */
final class Incident {
    private final NodeMetrics metrics;
    private final byte shown;
    private final long beganNanos;
    private final Latencies before;
    private final long[] ofNode;
    private final IncidentImpact ofClients;

    /** @param shown what is wrong, one of {@link NodeState} */
    Incident(RunContext context, NodeMetrics metrics, byte shown) {
        this.metrics = metrics;
        this.shown = shown;
        beganNanos = context.kernel.nowNanos();
        before = metrics.latency.copy();
        ofNode = IncidentImpact.counts(metrics.outcomes);
        ofClients = new IncidentImpact(context.totals);
    }

    /** {@code ; it refused 3,312 requests; clients saw 3,312 refused, 5 failed of 10,021 requests}. */
    String cost() {
        String own = switch (shown) {
            case NodeState.DOWN -> refused();
            case NodeState.SLOW -> slowness();
            default -> "";
        };
        return own + ofClients.text();
    }

    private String refused() {
        long refused = metrics.outcomes.of(Outcome.REFUSED) - ofNode[Outcome.REFUSED.ordinal()];
        return refused == 0 ? "" : "; it refused " + IncidentImpact.requests(refused);
    }

    /** How long attempts were at the node, beside how long they were there before. */
    private String slowness() {
        // What was measured before the warm-up ended was forgotten with it.
        boolean forgotten = metrics.measuredFromNanos() > beganNanos;
        Latencies all = metrics.latency;
        Latencies meanwhile = forgotten ? all : all.since(before, all.maxNanos());
        if (meanwhile.count() == 0) {
            return "";
        }
        String took = "; requests took " + MeasuredText.time(meanwhile.meanNanos()) + " there on average";
        return before.count() == 0 ? took : took + ", and " + MeasuredText.time(before.meanNanos()) + " before";
    }
}
