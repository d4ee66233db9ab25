package roundhouse.workbench.inspector.figures;

import roundhouse.analysis.origins.Origin;
import roundhouse.analysis.origins.OriginSpan;

/** Where the figures of sessions come from. */
final class SessionOrigins {
    private static final String DURATIONS = "how long sessions last depends on users, whom no queue describes";

    static final Origin HELD = of(
            "Sessions whose state is held here.", "sessions kept − sessions lost or ended", "sessions", OriginSpan.NOW);
    static final Origin MEMORY =
            of("Memory that the sessions held take.", "sessions held × size of one", "bytes, in MiB", OriginSpan.NOW);
    static final Origin LOST = of(
            "Sessions whose state was lost, by crashing or being removed.",
            "sessions held at that moment, summed",
            "sessions",
            OriginSpan.SINCE_START);
    static final Origin MISSED = of(
            "Requests of sessions begun before that came to a server without their state.",
            "one for each",
            "requests",
            OriginSpan.SINCE_START);

    private SessionOrigins() {}

    private static Origin of(String what, String formula, String unit, OriginSpan span) {
        return Origin.of(
                what,
                formula,
                unit,
                "each session that is begun, kept and ended here",
                span,
                "Copies of sessions between servers, and what else takes memory.",
                DURATIONS);
    }
}
