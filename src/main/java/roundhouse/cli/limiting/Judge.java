package roundhouse.cli.limiting;

/** Answers one line of a list after another. */
interface Judge {
    LineAnswer asked(LimitArrival arrival);

    /** A request of an earlier line has ended; only of types that hold requests. */
    default LineAnswer ended(LimitArrival ended) {
        throw new IllegalArgumentException(
                "ends: it is for " + String.join(", ", LimiterOptions.CONNECTIONS, LimiterOptions.CIRCUIT_BREAKER)
                        + ", " + LimiterOptions.ENVOY_BREAKER);
    }
}
