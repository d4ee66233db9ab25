package roundhouse.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import roundhouse.analysis.RunRecorder;
import roundhouse.cli.options.InputException;
import roundhouse.cli.options.Inputs;
import roundhouse.cli.options.RunLength;
import roundhouse.cli.reports.ReportCsv;
import roundhouse.cli.reports.ReportFigures;
import roundhouse.cli.reports.ReportJson;
import roundhouse.cli.reports.ReportJunit;
import roundhouse.cli.reports.ReportText;
import roundhouse.cli.reports.TheoryReport;
import roundhouse.cli.waiting.Interruption;
import roundhouse.exchange.KeyTraceWriter;
import roundhouse.exchange.history.HistoryWriter;
import roundhouse.exchange.html.HtmlReport;
import roundhouse.files.NotWrittenException;
import roundhouse.files.PlainText;
import roundhouse.files.WholeFile;
import roundhouse.simulation.Run;
import roundhouse.simulation.engine.RunObserver;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.observing.expecting.Verdict;
import roundhouse.topology.Topology;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.files.RunFile;

/** {@code roundhouse run}: runs a topology as fast as the machine can and reports what happened. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs a topology and reports what happened. The same file and seed always give the same report.",
            "Ends with 1 when an expectation of the file is not met.",
            "One that could not be judged counts as missed: nothing happened that it is",
            "about, or the run ended before its 'during' was over (see --lenient)."
        })
final class RunCommand implements Callable<Integer> {
    enum Format {
        text,
        json,
        csv,
        html
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the topology")
    private Path file = Path.of("");

    @Mixin
    private RunLength runLength = new RunLength();

    @Option(names = "--seed", paramLabel = "N", description = "another seed than the file's")
    private @Nullable Long seed;

    @Option(
            names = "--do",
            paramLabel = "COMMAND",
            description = {
                "adds this command to the scenario of the file; may be given several times:",
                "a time, what happens, to what, and the rest as in the file, as",
                "'10s crash s1 how=black-hole' or '20s cut lb-1 s1 way=requests'"
            })
    private List<String> commands = List.of();

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}")
    private Format format = Format.text;

    @Option(names = "--out", paramLabel = "DIR", description = "writes the report and the time series there instead")
    private @Nullable Path out;

    @Option(
            names = "--transcript",
            description = "prints what happened in sentences, a line each, instead of the text report")
    private boolean transcript;

    @Option(
            names = "--junit",
            paramLabel = "FILE",
            description = "writes there, as JUnit XML, which expectations were met")
    private @Nullable Path junit;

    @Option(
            names = "--save-run",
            paramLabel = "FILE",
            description = "saves what 'replay' needs to check the run, *.run.json")
    private @Nullable Path saveRun;

    @Option(
            names = "--save-trace",
            paramLabel = "FILE",
            description = {
                "saves every request that began, a line each: ms, key, bytes, r or w;",
                "clients read it as the file of their keys and arrivals"
            })
    private @Nullable Path saveTrace;

    @Option(
            names = "--history",
            paramLabel = "FILE",
            description = {
                "saves what the replicated stores were asked and answered, a line of JSON each;",
                "'history' holds it against promises; where stores keep registers, counters and sets,",
                "each has a file of its own: FILE.counter, before the ending"
            })
    private @Nullable Path history;

    @Option(
            names = "--lenient",
            description =
                    "leaves out the expectations whose 'during' is not over when the run ends, as with a short --for")
    private boolean lenient;

    @Option(names = "--progress", description = "shows how far the run has got, even where nobody sits at a terminal")
    private boolean progress;

    @Override
    public Integer call() throws IOException {
        try (Interruption interruption = new Interruption()) {
            return run(interruption);
        }
    }

    private int run(Interruption interruption) throws IOException {
        if (transcript && format != Format.text) {
            throw new InputException("--transcript is text; leave out --format " + format);
        }
        Path reports = out == null ? null : out.resolve("report." + (format == Format.text ? "txt" : format.name()));
        Path series = out == null ? null : out.resolve("series.csv");
        checkOutputs(reports, series);
        Topology topology = Inputs.topology(file);
        if (seed != null) {
            topology = topology.withSeed(seed);
        }
        Duration length = runLength.of(topology);
        for (String command : commands) {
            topology = Inputs.doing(topology, command, length);
        }
        KeyTraceWriter trace = new KeyTraceWriter();
        Run run = Run.of(
                lenient ? withoutUnreached(topology, length) : topology, saveTrace == null ? RunObserver.NONE : trace);
        LongRun whole = new LongRun(run, length.toNanos(), spec().commandLine().getErr(), progress, interruption);
        boolean finished = saveTrace == null ? whole.finish() : trace.write(saveTrace, whole::finish);
        Report report = run.report();
        PrintWriter console = spec().commandLine().getOut();
        if (reports == null || series == null) {
            console.print(text(run, report, topology));
        } else {
            makeDirectory(Objects.requireNonNull(out));
            WholeFile.text(reports, text(run, report, topology));
            Frame frame = new Frame();
            run.observe(frame);
            WholeFile.text(series, ReportCsv.series(frame.history));
            console.println("wrote " + reports + " and " + series);
        }
        if (saveRun != null && finished) {
            RunFile.write(new RunRecorder(topology, List.of(), length.toNanos()).finish(), saveRun);
        }
        if (history != null) {
            writeHistory(run, history);
        }
        if (junit != null) {
            WholeFile.text(junit, ReportJunit.of(report));
        }
        // What is wrong with the output must not come after what is wrong with the run.
        console.flush();
        if (!finished) {
            spec().commandLine().getErr().println("roundhouse: " + whole.reason(report));
            spec().commandLine().getErr().flush();
            return whole.code();
        }
        if (!report.isMeasured()) {
            spec().commandLine()
                    .getErr()
                    .println("roundhouse: nothing was measured: all of the "
                            + ReportFigures.seconds(report.simulatedNanos()) + " is warm-up");
        }
        return judge(report);
    }

    /** The topology without the expectations that a run of that length cannot judge; says which these are. */
    private Topology withoutUnreached(Topology topology, Duration length) {
        List<Expectation> reached = new ArrayList<>();
        for (Expectation expectation : topology.expect()) {
            if (expectation instanceof Expectation.Bound bound
                    && bound.during() != null
                    && bound.during().to().compareTo(length) > 0) {
                spec().commandLine()
                        .getErr()
                        .println("roundhouse: left out: " + expectation.text() + " (the run ends before, after "
                                + ReportFigures.seconds(length.toNanos()) + ")");
            } else {
                reached.add(expectation);
            }
        }
        return topology.withExpect(reached);
    }

    private void checkOutputs(@Nullable Path reports, @Nullable Path series) {
        Outputs outputs = new Outputs(file);
        add(outputs, "--out", reports);
        add(outputs, "--out", series);
        add(outputs, "--junit", junit);
        add(outputs, "--save-run", saveRun);
        add(outputs, "--save-trace", saveTrace);
        add(outputs, "--history", history);
    }

    private static void writeHistory(Run run, Path file) throws IOException {
        if (run.histories().isEmpty()) {
            throw new InputException("--history: the topology has no replicated store that was asked anything");
        }
        var models = HistoryWriter.byModel(run.histories());
        for (var model : models.entrySet()) {
            Path its = models.size() == 1 ? file : beside(file, model.getKey().key());
            WholeFile.text(its, writer -> HistoryWriter.write(model.getValue(), writer));
        }
    }

    /** {@code h.jsonl} as {@code h.counter.jsonl}. */
    private static Path beside(Path file, String word) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.') < 1 ? name.length() : name.lastIndexOf('.');
        return file.resolveSibling(name.substring(0, dot) + "." + word + name.substring(dot));
    }

    private static void add(Outputs outputs, String option, @Nullable Path written) {
        if (written != null) {
            outputs.add(option, written);
        }
    }

    private static void makeDirectory(Path directory) throws NotWrittenException {
        try {
            Files.createDirectories(directory);
        } catch (FileAlreadyExistsException e) {
            throw new NotWrittenException(directory.toString(), "it is a file", e);
        } catch (IOException e) {
            throw new NotWrittenException(directory, e);
        }
    }

    /** Writes to standard error which expectations were not met, so that standard output stays a report for programs. */
    private int judge(Report report) {
        PrintWriter complaints = spec().commandLine().getErr();
        int code = ExitCode.WELL;
        for (Verdict verdict : report.verdicts()) {
            if (!(verdict instanceof Verdict.Met)) {
                code = ExitCode.EXPECTATION_FAILED;
                complaints.println("roundhouse: " + verdict.state() + ": "
                        + verdict.expectation().text() + " (" + verdict.finding() + ")");
            }
        }
        return code;
    }

    private String text(Run run, Report report, Topology topology) {
        return switch (format) {
            case text ->
                PlainText.of(
                        transcript
                                ? ReportText.transcript(report)
                                : ReportText.of(report, TheoryReport.of(topology), run.titles()));
            case json -> ReportJson.of(report, TheoryReport.of(topology));
            case csv -> ReportCsv.of(report);
            case html -> {
                Frame frame = new Frame();
                run.observe(frame);
                yield HtmlReport.of(
                        report,
                        frame.history,
                        run.titles(),
                        ReportText.of(report, TheoryReport.of(topology), run.titles()));
            }
        };
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec);
    }
}
