package roundhouse.workbench.tradeoffs;

import roundhouse.workbench.FigureText;

/**
 * What runs of one setting have shown so far.
 *
 * @param setting its name for people, and what tells it from others: "async, 40 ms apart"
 * @param latencyNanos of an answer, nanoseconds
 * @param staleShare of the reads, 0 to 1
 * @param staleAgeNanos how much older than the newest a stale answer was, nanoseconds; 0 where none was stale
 * @param runs how many runs have ended, from 0
 * @param of how many there will be, from 1
 */
public record PacelcPoint(String setting, long latencyNanos, double staleShare, long staleAgeNanos, int runs, int of) {
    public PacelcPoint {
        if (latencyNanos < 0 || staleAgeNanos < 0 || !(staleShare >= 0 && staleShare <= 1) || runs < 0 || of < 1) {
            throw new IllegalArgumentException("not a point: " + setting + ", " + latencyNanos + " ns, " + staleShare
                    + ", " + staleAgeNanos + " ns, " + runs + " of " + of);
        }
    }

    public boolean isDone() {
        return runs >= of;
    }

    /** {@code async: 2.10 ms, 12.5 % of reads stale, by 40.0 ms; 3 of 5 runs}. */
    String told() {
        String stale = staleShare == 0
                ? "no stale reads"
                : FigureText.percent(staleShare) + " of reads stale, by " + FigureText.duration(staleAgeNanos);
        return setting + ": " + FigureText.duration(latencyNanos) + ", " + stale
                + (isDone() ? "" : "; " + runs + " of " + of + " runs");
    }
}
