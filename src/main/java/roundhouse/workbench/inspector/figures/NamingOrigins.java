package roundhouse.workbench.inspector.figures;

import static roundhouse.workbench.texts.Texts.text;

import java.util.Arrays;
import roundhouse.analysis.origins.Origin;
import roundhouse.analysis.origins.OriginSpan;
import roundhouse.naming.NamedFigure;
import roundhouse.naming.NamingFigure;

/** Where the figures of nodes that answer for a name come from. */
final class NamingOrigins {
    private static final Origin NAMES = of(
            text("inspector.names-origin"),
            text("inspector.names-formula"),
            text("inspector.unit-none"),
            OriginSpan.NOW);

    private NamingOrigins() {}

    /** Of the figure with that label. */
    static Origin of(String label) {
        if (label.equals(NamingLiveFigures.NAMES)) {
            return NAMES;
        }
        for (NamingFigure figure : NamingFigure.values()) {
            if (figure.label().equals(label)) {
                return counted(figure.meaning(), figure.unit(), figure.isPart());
            }
        }
        return Arrays.stream(NamedFigure.values())
                .filter(figure -> label.endsWith(NamingLiveFigures.OF_TARGET + figure.label()))
                .findFirst()
                .map(figure -> counted(figure.meaning(), figure.unit(), figure == NamedFigure.DEAD_SHARE))
                .orElseThrow(() -> new IllegalArgumentException(label));
    }

    private static Origin counted(String what, NamingFigure.Unit unit, boolean part) {
        return switch (unit) {
            case COUNT ->
                of(
                        what,
                        part ? text("inspector.formula-one-each-part") : text("inspector.formula-one-each"),
                        text("inspector.unit-count"),
                        OriginSpan.SINCE_START);
            case SHARE ->
                of(what, text("inspector.formula-part"), text("inspector.unit-share"), OriginSpan.SINCE_START);
            case NANOS ->
                of(what, text("inspector.formula-end-beginning"), text("inspector.unit-time"), OriginSpan.SINCE_START);
        };
    }

    private static Origin of(String what, String formula, String unit, OriginSpan span) {
        return Origin.of(
                what,
                formula,
                unit,
                text("inspector.naming-inputs"),
                span,
                text("inspector.naming-not-modelled"),
                text("inspector.naming-no-theory"));
    }
}
