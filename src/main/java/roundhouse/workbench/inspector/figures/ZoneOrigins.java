package roundhouse.workbench.inspector.figures;

import roundhouse.analysis.origins.Origin;
import roundhouse.analysis.origins.OriginSpan;

/** Where the figures of balancers that stand in a zone come from. */
final class ZoneOrigins {
    private static final Origin MODE = Origin.of(
            "How the balancer regards zones now.",
            "by its zone rule: which targets of its zone serve, and what part of the load they must take",
            "none",
            "the states of its targets",
            OriginSpan.NOW,
            "What traffic between zones costs in latency, where links do not say.",
            "it is a state and no number");
    private static final Origin LEAVES = part("leaves");
    private static final Origin STAYS = part("stays in");

    private ZoneOrigins() {}

    /** Of the figure with that label. */
    static Origin of(String label) {
        return label.equals("Zone-aware") ? MODE : label.equals("Leaves it") ? LEAVES : STAYS;
    }

    private static Origin part(String what) {
        return Origin.of(
                "The part of what the balancer sent on that " + what + " its zone.",
                "requests sent on that do / all requests sent on",
                "a share, 0 to 100 %",
                "each request sent on within the second",
                OriginSpan.LAST_SECOND,
                "Replies: their bytes go the way of the request.",
                "it follows from the zone rule and not from a queue");
    }
}
