package roundhouse.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.cli.reports.ReportFigures;
import roundhouse.cli.waiting.Interruption;
import roundhouse.cli.waiting.MemoryWatch;
import roundhouse.cli.waiting.Progress;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Report;

/** A run that shows how far it has got, and that can end before its time: interrupted, or because it cannot be held in memory. */
final class LongRun {
    /** Freed when there is no memory left, so that there is some to say so. */
    private static final int RESERVE = 4_000_000;

    private final Run run;
    private final long untilNanos;
    private final Progress progress;
    private final Interruption interruption;
    private final MemoryWatch memory = new MemoryWatch();
    private byte @Nullable [] reserve = new byte[RESERVE];
    private boolean isShort;
    private boolean inAnEvent;

    LongRun(Run run, long untilNanos, PrintWriter err, boolean progress, Interruption interruption) {
        this.run = run;
        this.untilNanos = untilNanos;
        this.progress = new Progress(err, progress, untilNanos);
        this.interruption = interruption;
    }

    /** Runs to the end, if nothing is in the way; whether nothing was. */
    boolean finish() {
        try {
            return run.runUntil(untilNanos, this::isStopped);
        } catch (OutOfMemoryError _) {
            reserve = null;
            isShort = true;
            inAnEvent = true;
            return false;
        } finally {
            progress.end();
        }
    }

    private boolean isStopped() {
        progress.at(run.nowNanos(), run.events());
        isShort = reserve == null || memory.isShort();
        return isShort || interruption.isInterrupted();
    }

    /** Its exit code when it ended before its time. */
    int code() {
        return isShort ? ExitCode.BAD_INPUT : ExitCode.INTERRUPTED;
    }

    /** Why it ended before its time, in a line. */
    String reason(Report report) {
        String at = ReportFigures.seconds(run.nowNanos()) + " of " + ReportFigures.seconds(untilNanos);
        if (!isShort) {
            return "interrupted at " + at + "; the report is about what happened so far";
        }
        return "the memory of " + MemoryWatch.all() + " is used up at " + at + ": " + grown(report)
                + "; the report is about what happened so far"
                + (inAnEvent ? ", and may lack the last request" : "");
    }

    /** What there is most of. */
    private static String grown(Report report) {
        Map.Entry<String, Report.NodeReport> fullest = report.nodes().entrySet().stream()
                .filter(node -> !node.getValue().kind().equals("clients"))
                .max(Comparator.comparingLong(node -> node.getValue().little().there()))
                .orElse(null);
        Map.Entry<String, Report.NodeReport> keeper = report.nodes().entrySet().stream()
                .filter(node -> node.getValue().sessions() != null)
                .max(Comparator.comparingLong(node -> held(node.getValue())))
                .orElse(null);
        if (keeper != null && held(keeper.getValue()) > report.unfinished()) {
            return keeper.getKey() + " holds " + ReportFigures.count(held(keeper.getValue())) + " sessions";
        }
        String flying = ReportFigures.count(report.unfinished()) + " requests are in flight";
        return fullest == null
                ? flying
                : flying + ", "
                        + ReportFigures.count(fullest.getValue().little().there()) + " of them at " + fullest.getKey();
    }

    private static long held(Report.NodeReport node) {
        Report.Sessions sessions = node.sessions();
        return sessions == null ? 0 : sessions.held();
    }
}
