package roundhouse.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import roundhouse.cli.reports.ReportFigures;

/** Shows on the standard error how far a run has got and when it will end: one line that is written over, or lines where asked for. */
final class Progress {
    private static final long FIRST_NANOS = 1_000_000_000;
    private static final long EACH_NANOS = 500_000_000;
    private static final int WIDTH = 78;

    private final PrintWriter err;
    private final boolean asked;
    private final long untilNanos;
    private final long begunNanos;
    private long nextNanos;
    private @Nullable Boolean shown;
    private boolean open;

    /**
     * @param asked whether it is shown even where nobody sits at a terminal
     * @param untilNanos where the run ends, simulated nanoseconds
     */
    Progress(PrintWriter err, boolean asked, long untilNanos) {
        this.err = err;
        this.asked = asked;
        this.untilNanos = untilNanos;
        begunNanos = System.nanoTime();
        nextNanos = begunNanos + FIRST_NANOS;
    }

    /** The run has got there. */
    void at(long simulatedNanos, long events) {
        long nowNanos = System.nanoTime();
        if (nowNanos - nextNanos < 0) {
            return;
        }
        nextNanos = nowNanos + EACH_NANOS;
        if (shown == null) {
            shown = asked || isTerminal();
        }
        if (shown) {
            show(text(simulatedNanos, untilNanos, events, nowNanos - begunNanos));
        }
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    private void show(String text) {
        if (asked) {
            err.println("roundhouse: " + text);
        } else {
            open = true;
            err.print("\r" + text + " ".repeat(Math.max(0, WIDTH - text.length())));
        }
        err.flush();
    }

    /** {@code 12.0 s of 60.0 s (20 %), 6 times real time, 1,200,000 events/s, 8 s left}. */
    static String text(long simulatedNanos, long untilNanos, long events, long tookNanos) {
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
    void end() {
        if (open) {
            err.print("\r" + " ".repeat(WIDTH) + "\r");
            err.flush();
        }
    }
}
