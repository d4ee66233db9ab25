package roundhouse.workbench.inspector.figures;

import static roundhouse.workbench.texts.Texts.text;

import roundhouse.analysis.origins.Origin;
import roundhouse.analysis.origins.OriginSpan;
import roundhouse.analysis.queueing.Quantity;

/** Where the figures come from that every node has. */
final class NodeOrigins {
    private static final String COUNTED = text("inspector.count-no-theory");

    static final Origin ROLE = Origin.of(
            text("inspector.role-origin"),
            text("inspector.role-formula"),
            text("inspector.unit-none"),
            text("inspector.role-inputs"),
            OriginSpan.NOW,
            text("inspector.role-not-modelled"),
            text("inspector.no-theory-state"));
    static final Origin RATE = Origin.of(
                    text("inspector.rate-origin"),
                    text("inspector.rate-formula"),
                    text("inspector.unit-rate"),
                    text("inspector.rate-inputs"),
                    OriginSpan.LAST_SECOND,
                    text("inspector.rate-not-modelled"),
                    "")
            .against(Quantity.RATE);
    static final Origin IN_FLIGHT = there(
                    text("inspector.in-flight-origin"),
                    text("inspector.in-flight-formula"),
                    text("inspector.in-flight-not-modelled"),
                    "")
            .against(Quantity.IN_FLIGHT);
    static final Origin HANGING = there(
            text("inspector.hanging-origin"),
            text("inspector.hanging-formula"),
            text("inspector.hanging-not-modelled"),
            text("inspector.hanging-no-theory"));
    static final Origin QUEUE = there(
                    text("inspector.queue-origin"),
                    text("inspector.queue-formula"),
                    text("inspector.queue-not-modelled"),
                    "")
            .against(Quantity.QUEUE);
    static final Origin IN_CALLS = there(
            text("inspector.in-calls-origin"),
            text("inspector.in-calls-formula"),
            text("inspector.in-calls-not-modelled"),
            text("inspector.in-calls-no-theory"));
    static final Origin UTILISATION = Origin.of(
                    text("inspector.utilisation-origin"),
                    text("inspector.utilisation-formula"),
                    text("inspector.unit-share"),
                    text("inspector.utilisation-inputs"),
                    OriginSpan.LAST_SECOND,
                    text("inspector.utilisation-not-modelled"),
                    "")
            .against(Quantity.UTILISATION);
    static final Origin P50 = latency(text("inspector.p50-origin"), text("inspector.p50-formula"));
    static final Origin P99 = latency(text("inspector.p99-origin"), text("inspector.p99-formula"))
            .against(Quantity.MEAN_LATENCY, Quantity.P99_LATENCY, Quantity.P50_LATENCY);
    static final Origin ARRIVED = counted(text("inspector.arrived-origin"), text("inspector.arrived-inputs"));
    static final Origin OK = counted(text("inspector.ok-origin"), text("inspector.ok-inputs"));
    static final Origin BAD = counted(text("inspector.bad-origin"), text("inspector.bad-inputs"));
    static final Origin TIMED_OUT = counted(text("inspector.timed-out-origin"), text("inspector.timed-out-inputs"));
    static final Origin COST = cost(
            text("inspector.cost-origin"),
            text("inspector.cost-formula"),
            text("inspector.cost-inputs"),
            OriginSpan.NOW);
    static final Origin COST_OF_ALL = cost(
            text("inspector.cost-of-all-origin"),
            text("inspector.cost-of-all-formula"),
            text("inspector.cost-of-all-inputs"),
            OriginSpan.NOW);
    static final Origin COST_OF_MILLION = cost(
            text("inspector.cost-of-million-origin"),
            text("inspector.cost-of-million-formula"),
            text("inspector.cost-of-million-inputs"),
            OriginSpan.SINCE_START);
    static final Origin MEMBER = Origin.of(
            text("inspector.member-origin"),
            text("inspector.member-formula"),
            text("inspector.member-unit"),
            text("inspector.member-inputs"),
            OriginSpan.LAST_SECOND,
            text("inspector.member-not-modelled"),
            text("inspector.member-no-theory"));

    private NodeOrigins() {}

    /** So many requests, at this instant. */
    private static Origin there(String what, String formula, String notModelled, String noTheory) {
        return Origin.of(
                what,
                formula,
                text("inspector.unit-requests"),
                text("inspector.there-inputs"),
                OriginSpan.NOW,
                notModelled,
                noTheory);
    }

    private static Origin cost(String what, String formula, String inputs, OriginSpan span) {
        return Origin.of(
                what,
                formula,
                text("inspector.unit-money"),
                inputs,
                span,
                text("inspector.cost-not-modelled"),
                text("inspector.cost-no-theory"));
    }

    private static Origin latency(String what, String formula) {
        return Origin.of(
                        what,
                        formula,
                        text("inspector.unit-time"),
                        text("inspector.latency-inputs"),
                        OriginSpan.LAST_SECOND,
                        text("inspector.latency-not-modelled"),
                        "")
                .against(Quantity.MEAN_LATENCY, Quantity.P50_LATENCY, Quantity.P99_LATENCY);
    }

    private static Origin counted(String what, String inputs) {
        return Origin.of(
                what,
                text("inspector.formula-one-each"),
                text("inspector.unit-requests"),
                inputs,
                OriginSpan.SINCE_START,
                text("inspector.not-modelled-demand"),
                COUNTED);
    }
}
