package roundhouse.naming;

import java.util.function.ToDoubleFunction;

/** A figure about lookups of a name, as reports and the inspector have it. */
public enum NamingFigure {
    LOOKUPS("lookups", "Lookups", Unit.COUNT, "Times that users asked a resolver.", figures -> figures.lookups),
    CACHED(
            "cached",
            "From caches",
            Unit.SHARE,
            "What part of the lookups resolvers answered with what they kept.",
            NamingFigures::cachedShare),
    STALE(
            "stale",
            "Stale",
            Unit.COUNT,
            "Lookups answered with what was kept though its time was over.",
            figures -> figures.stale),
    NO_ADDRESS(
            "no-address",
            "No address",
            Unit.COUNT,
            "Lookups that were told that there is no address.",
            figures -> figures.negative),
    FAILED(
            "lookups-failed",
            "Lookups failed",
            Unit.COUNT,
            "Lookups that came to nothing, because the DNS node did not answer, or badly.",
            figures -> figures.failed),
    KEPT(
            "kept-by-clients",
            "Kept by clients",
            Unit.COUNT,
            "Requests whose user had kept an address and asked nobody.",
            figures -> figures.keptByClients),
    QUERIES("queries", "Queries", Unit.COUNT, "Questions of resolvers that were answered.", figures -> figures.queries),
    REQUESTS(
            "requests",
            "Requests by name",
            Unit.COUNT,
            "Requests that were sent to an address of the name.",
            figures -> figures.requests),
    TO_DEAD(
            "to-dead",
            "Sent to the dead",
            Unit.COUNT,
            "Requests that were sent to an address that was down, removed or cut off.",
            NamingFigures::toDead);

    /** What a figure is a number of. */
    public enum Unit {
        COUNT,
        /** 0 to 1. */
        SHARE,
        NANOS
    }

    private final String key;
    private final String label;
    private final Unit unit;
    private final String meaning;
    private final ToDoubleFunction<NamingFigures> value;

    NamingFigure(String key, String label, Unit unit, String meaning, ToDoubleFunction<NamingFigures> value) {
        this.key = key;
        this.label = label;
        this.unit = unit;
        this.meaning = meaning;
        this.value = value;
    }

    /** Its name in reports. */
    public String key() {
        return key;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    public Unit unit() {
        return unit;
    }

    /** What it is, in a sentence. */
    public String meaning() {
        return meaning;
    }

    /** Not a number where there is none. */
    public double of(NamingFigures figures) {
        return value.applyAsDouble(figures);
    }
}
