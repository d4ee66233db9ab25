package roundhouse.analysis.queueing;

/** What of a server is measured and has a closed form in some queue. */
public enum Quantity {
    RATE("Rate, mean", Unit.PER_SECOND),
    UTILISATION("Utilisation, mean", Unit.SHARE),
    IN_FLIGHT("In flight, mean", Unit.REQUESTS),
    QUEUE("Queue, mean", Unit.REQUESTS),
    MEAN_LATENCY("Latency, mean", Unit.SECONDS),
    P50_LATENCY("Latency p50", Unit.SECONDS),
    P99_LATENCY("Latency p99", Unit.SECONDS);

    private final String label;
    private final Unit unit;

    /** What values are in. */
    public enum Unit {
        PER_SECOND,
        /** 0 to 1. */
        SHARE,
        REQUESTS,
        SECONDS
    }

    Quantity(String label, Unit unit) {
        this.label = label;
        this.unit = unit;
    }

    /** For people. */
    public String label() {
        return label;
    }

    public Unit unit() {
        return unit;
    }
}
