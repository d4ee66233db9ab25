package roundhouse.workbench.inspector.figures;

import static roundhouse.workbench.texts.Texts.text;

import roundhouse.analysis.origins.Origin;
import roundhouse.analysis.origins.OriginSpan;

/** Where the figures of balancers that stand in a zone come from. */
final class ZoneOrigins {
    private static final Origin MODE = Origin.of(
            text("inspector.zone-aware-origin"),
            text("inspector.zone-aware-formula"),
            text("inspector.unit-none"),
            text("inspector.zone-aware-inputs"),
            OriginSpan.NOW,
            text("inspector.zone-aware-not-modelled"),
            text("inspector.no-theory-state"));
    private static final Origin LEAVES = part(text("inspector.leaves-zone-origin"));
    private static final Origin STAYS = part(text("inspector.stays-in-zone-origin"));

    private ZoneOrigins() {}

    /** Of the figure with that label. */
    static Origin of(String label) {
        return label.equals(ZoneLiveFigures.MODE) ? MODE : label.equals(ZoneLiveFigures.LEAVES) ? LEAVES : STAYS;
    }

    private static Origin part(String what) {
        return Origin.of(
                what,
                text("inspector.zone-part-formula"),
                text("inspector.unit-share"),
                text("inspector.zone-part-inputs"),
                OriginSpan.LAST_SECOND,
                text("inspector.zone-part-not-modelled"),
                text("inspector.zone-part-no-theory"));
    }
}
