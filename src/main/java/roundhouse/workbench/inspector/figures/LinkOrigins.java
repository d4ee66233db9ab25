package roundhouse.workbench.inspector.figures;

import static roundhouse.workbench.texts.Texts.text;

import roundhouse.analysis.origins.Origin;
import roundhouse.analysis.origins.OriginSpan;

/** Where the figures of links come from. */
final class LinkOrigins {
    private static final String BY_COMMAND = text("inspector.link-no-theory");

    static final Origin RATE = Origin.of(
            text("inspector.link-rate-origin"),
            text("inspector.link-rate-formula"),
            text("inspector.unit-rate"),
            text("inspector.link-rate-inputs"),
            OriginSpan.LAST_SECOND,
            text("inspector.rate-not-modelled"),
            text("inspector.link-rate-no-theory"));
    static final Origin CONDITION = set(text("inspector.link-cut-origin"), text("inspector.unit-none"));
    static final Origin LOSS = set(text("inspector.link-lost-origin"), text("inspector.unit-share"));
    static final Origin DELAY = set(text("inspector.link-delayed-origin"), text("inspector.link-delayed-unit"));
    static final Origin SINCE = set(text("inspector.link-since-origin"), text("inspector.unit-since-start"));
    static final Origin BREAKER = Origin.of(
            text("inspector.breaker-origin"),
            text("inspector.breaker-formula"),
            text("inspector.unit-none"),
            text("inspector.breaker-inputs"),
            OriginSpan.NOW,
            text("inspector.breaker-not-modelled"),
            text("inspector.no-theory-state"));

    private LinkOrigins() {}

    private static Origin set(String what, String unit) {
        return Origin.of(
                what,
                text("inspector.link-formula"),
                unit,
                text("inspector.link-inputs"),
                OriginSpan.SETTING,
                text("inspector.link-not-modelled"),
                BY_COMMAND);
    }
}
