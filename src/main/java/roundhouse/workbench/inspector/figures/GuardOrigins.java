package roundhouse.workbench.inspector.figures;

import roundhouse.analysis.origins.Origin;
import roundhouse.analysis.origins.OriginSpan;
import roundhouse.limits.LimitFigure;

/** Where the figures of limits come from. */
final class GuardOrigins {
    private static final Origin EACH = counted("Of the requests that came to this limit, those that it turned away.");

    private GuardOrigins() {}

    /** Of the figure with that label: one of all limits, or else the title of one. */
    static Origin of(String label) {
        for (LimitFigure figure : LimitFigure.values()) {
            if (figure.label().equals(label)) {
                return counted(figure.meaning());
            }
        }
        return EACH;
    }

    private static Origin counted(String what) {
        return Origin.of(
                what,
                "one for each request",
                "requests",
                "each request that came to a limit; whether it is an attack is known from its clients",
                OriginSpan.SINCE_START,
                "Processor time of a limit, and state shared late between several balancers, where the limit does not say so.",
                "arrivals and limits would have to be a queue with losses, which is worked out for none of them");
    }
}
