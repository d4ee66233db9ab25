package roundhouse.workbench.inspector.figures;

import static roundhouse.workbench.texts.Texts.text;

import java.util.Map;
import roundhouse.analysis.origins.Origin;
import roundhouse.analysis.origins.OriginSpan;

/** Where the figures of groups of servers come from. */
final class GroupOrigins {
    private static final Origin SERVERS =
            of(text("inspector.group-servers-origin"), text("inspector.group-servers-formula"), OriginSpan.NOW);
    private static final Origin SO_FAR =
            of(text("inspector.group-so-far-origin"), text("inspector.group-so-far-formula"), OriginSpan.SINCE_START);
    private static final Origin CHANGED =
            of(text("inspector.group-changed-origin"), text("inspector.group-changed-formula"), OriginSpan.SINCE_START);
    private static final Origin SHRINKING =
            of(text("inspector.group-shrinking-origin"), text("inspector.formula-one-each"), OriginSpan.SINCE_START);
    private static final Origin FOUND =
            of(text("inspector.group-found-origin"), text("inspector.formula-one-each"), OriginSpan.SINCE_START);

    private static final Map<String, Origin> BY_LABEL = Map.of(
            GroupLiveFigures.SERVERS, SERVERS,
            GroupLiveFigures.SO_FAR, SO_FAR,
            GroupLiveFigures.CHANGED, CHANGED,
            GroupLiveFigures.SHRINKING, SHRINKING);

    private GroupOrigins() {}

    /** Of the figure with that label; other labels are what was noticed. */
    static Origin of(String label) {
        return BY_LABEL.getOrDefault(label, FOUND);
    }

    private static Origin of(String what, String formula, OriginSpan span) {
        return Origin.of(
                what,
                formula,
                text("inspector.group-unit"),
                text("inspector.group-inputs"),
                span,
                text("inspector.group-not-modelled"),
                text("inspector.group-no-theory"));
    }
}
