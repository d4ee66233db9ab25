package roundhouse.analysis;

/**
 * Two runs side by side.
 *
 * @param fromNanos only requests that began at this simulated time or later are compared, nanoseconds
 * @param untilNanos where the runs stand
 * @param pairs requests that ended in both
 * @param goodPairs requests that ended well in both; their latencies are compared
 * @param latency of requests that ended well, nanoseconds
 * @param success the share of requests that ended well, 0 to 1
 */
public record RunComparison(
        ComparedSide a,
        ComparedSide b,
        long fromNanos,
        long untilNanos,
        long pairs,
        long goodPairs,
        Difference latency,
        Difference success) {
    /** Whether the second answers faster. */
    public Judgement latencyJudgement() {
        return Judgement.of(latency, true);
    }

    /** Whether more requests end well in the second. */
    public Judgement successJudgement() {
        return Judgement.of(success, false);
    }
}
