package roundhouse.workbench.tradeoffs;

/**
 * What runs of one setting have shown so far.
 *
 * @param place of its setting among all, from 0, which tells its mark
 * @param setting its name for people, and what tells it from others: "async, 40 ms apart"
 * @param across where it stands from left to right: the latency of an answer, nanoseconds, or a share of what was asked, 0 to 1
 * @param staleShare of the reads, 0 to 1
 * @param staleAgeNanos how much older than the newest a stale answer was, nanoseconds; 0 where none was stale
 * @param runs how many runs have ended, from 0
 * @param of how many there will be, from 1
 */
public record PacelcPoint(
        int place, String setting, double across, double staleShare, long staleAgeNanos, int runs, int of) {
    public PacelcPoint {
        if (!(across >= 0) || staleAgeNanos < 0 || !(staleShare >= 0 && staleShare <= 1) || runs < 0 || of < 1) {
            throw new IllegalArgumentException("not a point: " + setting + ", " + across + ", " + staleShare + ", "
                    + staleAgeNanos + " ns, " + runs + " of " + of);
        }
    }

    public boolean isDone() {
        return runs >= of;
    }
}
