package roundhouse.cli.limiting;

/** Answers one line of a list after another. */
interface Judge {
    LimitDecision asked(LimitArrival arrival);

    /** A request of an earlier line has ended; only of types that hold requests. */
    default LimitDecision ended(LimitArrival ended) {
        throw new IllegalArgumentException(
                "ends: it is for " + String.join(", ", LimiterOptions.CONNECTIONS, LimiterOptions.CIRCUIT_BREAKER)
                        + ", " + LimiterOptions.ENVOY_BREAKER);
    }
}
