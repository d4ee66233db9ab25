package roundhouse.analysis;

/**
 * Two runs side by side.
 *
 * @param from only requests that began at this simulated time or later are compared, nanoseconds
 * @param until where the runs stand
 * @param pairs requests that ended in both
 * @param goodPairs requests that ended well in both; their latencies are compared
 * @param latency of requests that ended well, nanoseconds
 * @param success the share of requests that ended well, 0 to 1
 */
public record RunComparison(
        ComparedSide a,
        ComparedSide b,
        long from,
        long until,
        long pairs,
        long goodPairs,
        Difference latency,
        Difference success) {}
