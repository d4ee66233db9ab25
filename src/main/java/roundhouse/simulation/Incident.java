package roundhouse.simulation;

import roundhouse.metrics.Latencies;
import roundhouse.routing.Outcome;

/**
 * A time in which a node is down or slow. Remembers how the counts stood when it began, so that the transcript can say what it cost
 * when it is over: of the node itself, and of all clients.
 */
final class Incident {
    private final NodeComponent node;
    private final byte shown;
    private final long began;
    private final Latencies before;
    private final long[] ofNode;
    private final IncidentImpact ofClients;

    /** @param shown what is wrong, one of the conditions of {@link Frame} */
    Incident(NodeComponent node, byte shown) {
        this.node = node;
        this.shown = shown;
        began = node.engine.kernel.now();
        before = node.metrics.latency.copy();
        ofNode = IncidentImpact.counts(node.metrics.outcomes);
        ofClients = new IncidentImpact(node.engine.totals);
    }

    /** {@code ; it refused 3,312 requests; clients saw 3,312 refused, 5 failed of 10,021 requests}. */
    String cost() {
        String own = switch (shown) {
            case Frame.DOWN -> refused();
            case Frame.SLOW -> slowness();
            default -> "";
        };
        return own + ofClients.text();
    }

    private String refused() {
        long refused = node.metrics.outcomes.of(Outcome.REFUSED) - ofNode[Outcome.REFUSED.ordinal()];
        return refused == 0 ? "" : "; it refused " + IncidentImpact.requests(refused);
    }

    /** How long calls were at the node, beside how long they were there before. */
    private String slowness() {
        // What was measured before the warm-up ended was forgotten with it.
        boolean forgotten = node.metrics.measuredFrom() > began;
        Latencies all = node.metrics.latency;
        Latencies meanwhile = forgotten ? all : all.since(before, all.max());
        if (meanwhile.count() == 0) {
            return "";
        }
        String took = "; requests took " + MeasuredText.time(meanwhile.mean()) + " there on average";
        return before.count() == 0 ? took : took + ", and " + MeasuredText.time(before.mean()) + " before";
    }
}
