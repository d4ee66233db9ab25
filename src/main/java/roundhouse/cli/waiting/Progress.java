package roundhouse.cli.waiting;

import java.io.PrintWriter;
import java.util.Locale;
import roundhouse.cli.reports.ReportFigures;

/** Shows on the standard error how far a run has got and when it will end. */
public final class Progress {
    private final ProgressLine line;
    private final long untilNanos;

    /**
     * @param asked whether it is shown even where nobody sits at a terminal
     * @param untilNanos where the run ends, simulated nanoseconds
     */
    public Progress(PrintWriter err, boolean asked, long untilNanos) {
        line = new ProgressLine(err, asked);
        this.untilNanos = untilNanos;
    }

    /** The run has got there. */
    public void at(long simulatedNanos, long events) {
        line.say(tookNanos -> text(simulatedNanos, untilNanos, events, tookNanos));
    }

    /** {@code 12.0 s of 60.0 s (20 %), 6 times real time, 1,200,000 events/s, 8 s left}. */
    public static String text(long simulatedNanos, long untilNanos, long events, long tookNanos) {
        double took = tookNanos / 1e9;
        double part = (double) simulatedNanos / untilNanos;
        String left = simulatedNanos == 0 ? "" : ", " + ReportFigures.seconds(left(part, took)) + " left";
        return ReportFigures.seconds(simulatedNanos) + " of " + ReportFigures.seconds(untilNanos)
                + String.format(
                        Locale.ROOT,
                        " (%.0f %%), %s times real time, %,.0f events/s%s",
                        100 * part,
                        times(simulatedNanos / 1e9 / took),
                        events / took,
                        left);
    }

    private static String times(double ratio) {
        return String.format(Locale.ROOT, ratio < 10 ? "%.2f" : "%,.0f", ratio);
    }

    private static long left(double part, double took) {
        return Math.round(took * (1 - part) / part) * 1_000_000_000L;
    }

    /** Takes its line away. */
    public void end() {
        line.end();
    }
}
