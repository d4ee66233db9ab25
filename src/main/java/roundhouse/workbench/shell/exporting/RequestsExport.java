package roundhouse.workbench.shell.exporting;

import static roundhouse.workbench.texts.Texts.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import roundhouse.exchange.TraceFormat;
import roundhouse.exchange.TracedRun;
import roundhouse.files.WholeFile;
import roundhouse.simulation.Run;
import roundhouse.simulation.Tracer;
import roundhouse.simulation.observing.tracing.TraceSelection;
import roundhouse.topology.Topology;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.Notice;
import roundhouse.workbench.Notices;
import roundhouse.workbench.WorkLane;
import roundhouse.workbench.files.Prompts;
import roundhouse.workbench.playback.Playback;
import roundhouse.workbench.playback.charts.Stretch;
import roundhouse.workbench.why.LookBack;

/** Writes the requests that began in a stretch of time, or in the last seconds before now, for other programs. */
public final class RequestsExport {
    /** Simulated nanoseconds. */
    private static final long SPAN_NANOS = 10_000_000_000L;
    /** More would make a file that viewers have trouble with. */
    private static final int MOST = 10_000;

    private final Playback playback;
    private Supplier<Optional<Stretch.Span>> stretch = Optional::empty;
    private final WorkLane exports;
    private final Prompts prompts;
    private final Notices notices;

    public RequestsExport(Playback playback, Prompts prompts, Notices notices, BackgroundWork background) {
        this.playback = playback;
        this.prompts = prompts;
        this.notices = notices;
        exports = background.lane("export-requests", text("shell.writing-requests-to-a-file"));
    }

    /** Where to ask for the stretch of time that requests are taken from, rather than from the last seconds. */
    public void of(Supplier<Optional<Stretch.Span>> chosen) {
        stretch = chosen;
    }

    /** Asks where to, and writes while everything else goes on. */
    public void export(TraceFormat format) {
        prompts.fileToExport(
                        playback.document().fileProperty().get(),
                        format.title(),
                        playback.document().fileStem() + format.suffix())
                .ifPresent(file -> write(format, file));
    }

    private void write(TraceFormat format, Path file) {
        long playedNanos = playback.timeProperty().get();
        Optional<Stretch.Span> chosen = stretch.get();
        long nowNanos =
                chosen.map(span -> Math.min(span.untilNanos(), playedNanos)).orElse(playedNanos);
        long fromNanos =
                chosen.map(span -> Math.min(span.fromNanos(), nowNanos)).orElse(Math.max(0, nowNanos - SPAN_NANOS));
        Topology start = playback.startProperty().get();
        List<Run.Entry> log = playback.commandsProperty().get();
        exports.add(new BackgroundTask<>(
                text("shell.the-requests-were-not-written", file),
                new LookBack<>(
                        () -> new Tracer(
                                start, log, TraceSelection.begunBetween(fromNanos, nowNanos, MOST), nowNanos, false),
                        nowNanos,
                        tracer -> write(
                                format,
                                file,
                                new TracedRun(start.name(), start.seed(), tracer.nowNanos(), tracer.traces())),
                        _ -> {}),
                count -> notices.tell(Notice.hint(text(
                        count == 1 ? "shell.last-request-is-in" : "shell.last-requests-are-in",
                        FigureText.count(count),
                        FigureText.duration(nowNanos - fromNanos),
                        FigureText.clock(nowNanos),
                        file)))));
    }

    private static int write(TraceFormat format, Path file, TracedRun run) {
        try {
            WholeFile.text(file, out -> format.write(run, out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return run.traces().size();
    }
}
