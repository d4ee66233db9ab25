package roundhouse.workbench.shell.exporting;

import static roundhouse.workbench.texts.Texts.text;

import java.nio.file.Path;
import java.util.List;
import roundhouse.exchange.html.HtmlReport;
import roundhouse.files.WholeFile;
import roundhouse.simulation.Replay;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Topology;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.Notice;
import roundhouse.workbench.Notices;
import roundhouse.workbench.WorkLane;
import roundhouse.workbench.files.Prompts;
import roundhouse.workbench.playback.Playback;

/** Writes the report of the run up to now, with its charts, as a page for a browser. */
public final class PageExport {
    /** Simulated time that is replayed between two checks for a cancellation. */
    private static final long SLICE_NANOS = 50_000_000;

    private final Playback playback;
    private final Prompts prompts;
    private final Notices notices;
    private final WorkLane reports;

    public PageExport(Playback playback, Prompts prompts, Notices notices, BackgroundWork background) {
        this.playback = playback;
        this.prompts = prompts;
        this.notices = notices;
        reports = background.lane("export-report", text("shell.writing-a-report-to-a"));
    }

    /** Asks where to, and writes while everything else goes on. */
    public void export() {
        prompts.fileToExport(
                        playback.document().fileProperty().get(),
                        text("shell.web-pages"),
                        playback.document().fileStem() + ".html")
                .ifPresent(this::write);
    }

    private void write(Path file) {
        long untilNanos = playback.timeProperty().get();
        Topology start = playback.startProperty().get();
        List<Run.Entry> log = playback.commandsProperty().get();
        reports.add(new BackgroundTask<>(
                text("shell.the-report-was-not-written", file),
                job -> {
                    Replay replay = new Replay(start, log);
                    while (replay.nowNanos() < untilNanos) {
                        job.check();
                        job.progress((double) replay.nowNanos() / untilNanos);
                        replay.runUntil(Math.min(untilNanos, replay.nowNanos() + SLICE_NANOS));
                    }
                    Frame frame = new Frame();
                    replay.run().observe(frame);
                    WholeFile.text(
                            file,
                            HtmlReport.of(
                                    replay.run().report(),
                                    frame.history,
                                    replay.run().titles(),
                                    ""));
                    return file;
                },
                _ -> notices.tell(
                        Notice.hint(text("shell.the-report-of-the-run", FigureText.clock(untilNanos), file)))));
    }
}
