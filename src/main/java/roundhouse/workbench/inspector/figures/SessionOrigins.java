package roundhouse.workbench.inspector.figures;

import static roundhouse.workbench.texts.Texts.text;

import roundhouse.analysis.origins.Origin;
import roundhouse.analysis.origins.OriginSpan;

/** Where the figures of sessions come from. */
final class SessionOrigins {
    private static final String DURATIONS = text("inspector.sessions-no-theory");

    static final Origin HELD = of(
            text("inspector.sessions-held-origin"),
            text("inspector.sessions-held-formula"),
            text("inspector.unit-sessions"),
            OriginSpan.NOW);
    static final Origin MEMORY = of(
            text("inspector.session-memory-origin"),
            text("inspector.session-memory-formula"),
            text("inspector.unit-bytes"),
            OriginSpan.NOW);
    static final Origin LOST = of(
            text("inspector.sessions-lost-origin"),
            text("inspector.sessions-lost-formula"),
            text("inspector.unit-sessions"),
            OriginSpan.SINCE_START);
    static final Origin MISSED = of(
            text("inspector.sessions-missed-origin"),
            text("inspector.formula-one-each"),
            text("inspector.unit-requests"),
            OriginSpan.SINCE_START);

    private SessionOrigins() {}

    private static Origin of(String what, String formula, String unit, OriginSpan span) {
        return Origin.of(
                what,
                formula,
                unit,
                text("inspector.sessions-inputs"),
                span,
                text("inspector.sessions-not-modelled"),
                DURATIONS);
    }
}
