package roundhouse.cli.waiting;

import java.io.PrintWriter;
import java.util.Locale;
import roundhouse.cli.reports.ReportFigures;

/** Shows on the standard error how many of many runs are made and when the last will be. */
public final class RunsProgress {
    private final ProgressLine line;
    private final long runs;
    private final long before;

    /**
     * @param asked whether it is shown even where nobody sits at a terminal
     * @param runs how many there will be
     * @param before how many there were at the beginning
     */
    public RunsProgress(PrintWriter err, boolean asked, long runs, long before) {
        line = new ProgressLine(err, asked);
        this.runs = runs;
        this.before = before;
    }

    /** So many are made. */
    public void at(long made) {
        line.say(tookNanos -> text(made, runs, made - before, tookNanos));
    }

    /** {@code 120 of 1,000 runs (12 %), 14.2 runs/s, 62 s left}. */
    static String text(long made, long runs, long now, long tookNanos) {
        double took = tookNanos / 1e9;
        String left = now == 0
                ? ""
                : ", " + ReportFigures.seconds(Math.round((runs - made) * took / now) * 1_000_000_000L) + " left";
        return ReportFigures.count(made) + " of " + ReportFigures.count(runs)
                + String.format(Locale.ROOT, " runs (%.0f %%), %.1f runs/s%s", 100.0 * made / runs, now / took, left);
    }

    /** Takes its line away. */
    public void end() {
        line.end();
    }
}
