package roundhouse.workbench.inspector.figures;

import static roundhouse.workbench.texts.Texts.text;

import roundhouse.analysis.origins.Origin;
import roundhouse.analysis.origins.OriginSpan;
import roundhouse.limits.LimitFigure;

/** Where the figures of limits come from. */
final class GuardOrigins {
    private static final Origin EACH = counted(text("inspector.limit-origin"));

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
                text("inspector.limit-formula"),
                text("inspector.unit-requests"),
                text("inspector.limit-inputs"),
                OriginSpan.SINCE_START,
                text("inspector.limit-not-modelled"),
                text("inspector.limit-no-theory"));
    }
}
