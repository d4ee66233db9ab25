package roundhouse.workbench.inspector.figures;

import java.util.Arrays;
import roundhouse.analysis.origins.Origin;
import roundhouse.analysis.origins.OriginSpan;
import roundhouse.naming.NamedFigure;
import roundhouse.naming.NamingFigure;

/** Where the figures of nodes that answer for a name come from. */
final class NamingOrigins {
    private static final Origin NAMES =
            of("Whom an answer names now.", "targets in service, by its policy", "none", OriginSpan.NOW);

    private NamingOrigins() {}

    /** Of the figure with that label. */
    static Origin of(String label) {
        if (label.equals("Names now")) {
            return NAMES;
        }
        for (NamingFigure figure : NamingFigure.values()) {
            if (figure.label().equals(label)) {
                return counted(figure.meaning(), figure.unit(), figure.isPart());
            }
        }
        return Arrays.stream(NamedFigure.values())
                .filter(figure -> label.endsWith(": " + figure.label()))
                .findFirst()
                .map(figure -> counted(figure.meaning(), figure.unit(), figure == NamedFigure.DEAD_SHARE))
                .orElseThrow(() -> new IllegalArgumentException(label));
    }

    private static Origin counted(String what, NamingFigure.Unit unit, boolean part) {
        return switch (unit) {
            case COUNT ->
                of(
                        what,
                        part ? "one for each, of all requests or lookups" : "one for each",
                        "a count",
                        OriginSpan.SINCE_START);
            case SHARE -> of(what, "those it says / all of their kind", "a share, 0 to 100 %", OriginSpan.SINCE_START);
            case NANOS -> of(what, "the end − the beginning of that time", "time", OriginSpan.SINCE_START);
        };
    }

    private static Origin of(String what, String formula, String unit, OriginSpan span) {
        return Origin.of(
                what,
                formula,
                unit,
                "each lookup of the name, and each request to an address that it gave",
                span,
                "Delegation, DNSSEC, and lost questions to other name servers.",
                "what clients keep depends on when they asked, and no queue describes that");
    }
}
