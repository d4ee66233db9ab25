package roundhouse.simulation.observing.history;

/** A figure of a shown run whose every tenth of a second leaves a trace in the charts, however long the run. */
public enum ChartFigure {
    /** Requests a second that ended well. */
    THROUGHPUT,
    /** Requests that went wrong, and those that nobody knows of, among all that ended, 0 to 1. */
    ERROR_SHARE,
    TIMEOUT_SHARE,
    /** Percentiles of the latency of requests that ended well, nanoseconds. */
    P50,
    P95,
    P99,
    /** What all nodes cost an hour. */
    COST,
    /** Requests at a server or in the queue of a balancer. */
    IN_FLIGHT,
    /** Hits among the lookups of a cache, 0 to 1. */
    HIT_RATIO,
    /** Reads that gave an old value among all, 0 to 1. */
    STALE_SHARE,
    DIRTY,
    /** By how much one of {@link DataSeries} grew, a second. */
    GROWN,
    /** Answered of what a client asked, 0 to 1. */
    ANSWERED,
    /** For how long a member lacks something, nanoseconds. */
    LAG,
    /** By how much a count of a store grew, a second. */
    STORE_RATE,
    /** Requests a second that came to a node. */
    NODE_RATE,
    /** Requests a second that a node refused, rejected or failed. */
    NODE_ERRORS,
    NODE_IN_FLIGHT,
    /** Of the requests that ended well there, nanoseconds. */
    NODE_P99,
    /** Busy cores over cores in the last second, 0 to 1. */
    NODE_UTILIZATION
}
