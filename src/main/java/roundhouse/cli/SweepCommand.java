package roundhouse.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import roundhouse.analysis.sweeping.Sweep;
import roundhouse.analysis.sweeping.SweepPlan;
import roundhouse.analysis.sweeping.SweepResults;
import roundhouse.analysis.sweeping.SweepRow;
import roundhouse.analysis.sweeping.Variable;
import roundhouse.analysis.sweeping.spark.SparkSweep;
import roundhouse.cli.options.InputException;
import roundhouse.cli.options.Inputs;
import roundhouse.cli.options.RunLength;
import roundhouse.cli.options.Workers;
import roundhouse.cli.reports.ReportFigures;
import roundhouse.cli.reports.sizing.SweepTable;
import roundhouse.cli.waiting.Interruption;
import roundhouse.cli.waiting.RunsProgress;
import roundhouse.files.PlainText;
import roundhouse.topology.Topology;
import roundhouse.topology.json.Units.Parsed;

/** {@code roundhouse sweep}: a design under every combination of values of some settings. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs a topology with every combination of the values of some settings, on all cores, and prints a row",
            "for each run. The same command always gives the same rows, whatever the number of workers."
        })
final class SweepCommand implements Callable<Integer> {
    enum Format {
        markdown,
        csv,
        json
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the topology")
    private Path file = Path.of("");

    @Option(
            names = "--vary",
            paramLabel = "PATH=VALUES",
            required = true,
            description = {
                "a setting and its values, as s1.cores=2,4,8 or web.count=1..50 or s1.service.mean=2ms..10ms:2ms;",
                "may be given several times, the last varies fastest; 'describe' names the settings"
            })
    private List<String> varied = List.of();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "runs of each combination, from the file's seed on; default: ${DEFAULT-VALUE}")
    private int seeds = 1;

    @Mixin
    private RunLength runLength = new RunLength();

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}")
    private Format format = Format.markdown;

    @Option(
            names = "--results",
            paramLabel = "FILE",
            description = {
                "adds every run to this file as it ends; a sweep that was interrupted or killed",
                "goes on from there when the same command is given again"
            })
    private @Nullable Path results;

    @Mixin
    private Workers workers = new Workers();

    @Option(
            names = "--spark",
            paramLabel = "URL",
            description = {
                "makes the runs on Apache Spark: spark://HOST:PORT, or local[*] to try it on this machine;",
                "needs SPARK_HOME, the folder of Spark 4.2"
            })
    private @Nullable String spark;

    @Option(names = "--progress", description = "shows how far it has got, even where nobody sits at a terminal")
    private boolean progress;

    @Override
    public Integer call() throws IOException {
        Topology topology = Inputs.topology(file);
        Duration length = runLength.of(topology);
        SweepPlan plan = new SweepPlan(topology, variables(varied), Inputs.atLeastOne("--seeds", seeds), length);
        plan.refusal().ifPresent(reason -> {
            throw new InputException("--vary: " + reason);
        });
        workers.check();
        if (spark != null) {
            SparkProgram.check(spark);
            if (!SparkProgram.isHere()) {
                return SparkProgram.run(Objects.requireNonNull(spec)
                        .root()
                        .commandLine()
                        .getParseResult()
                        .originalArgs());
            }
        }
        if (results == null) {
            return run(plan, List.of(), _ -> {});
        }
        new Outputs(file).add("--results", results);
        try (SweepResults kept = SweepResults.open(results, plan)) {
            return run(plan, kept.earlier(), kept);
        } catch (SweepResults.OtherSweepException e) {
            throw new InputException("--results: " + e.getMessage());
        }
    }

    static List<Variable> variables(List<String> varied) {
        List<Variable> variables = new ArrayList<>();
        for (String text : varied) {
            switch (Variable.parse(text)) {
                case Parsed.Value<Variable>(Variable variable) -> variables.add(variable);
                case Parsed.Wrong<Variable>(String reason) -> throw new InputException("--vary: " + reason);
            }
        }
        return variables;
    }

    private int run(SweepPlan plan, List<SweepRow> earlier, Sweep.Listener kept) {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        try (Interruption interruption = new Interruption()) {
            Sweep sweep = new Sweep(plan);
            sweep.resume(earlier);
            AtomicLong made = new AtomicLong(earlier.size());
            RunsProgress shown = new RunsProgress(err, progress, plan.runs(), earlier.size());
            boolean finished;
            try {
                finished = run(sweep, plan, earlier, interruption::isInterrupted, row -> {
                    kept.ended(row);
                    shown.at(made.incrementAndGet());
                });
            } finally {
                shown.end();
            }
            PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
            out.print(PlainText.of(table(plan, sweep.rows())));
            out.flush();
            if (plan.length().compareTo(plan.start().warmUp()) <= 0) {
                err.println("roundhouse: nothing was measured: all of the "
                        + ReportFigures.seconds(plan.length().toNanos()) + " is warm-up");
            }
            if (!finished) {
                err.println("roundhouse: interrupted after "
                        + ReportFigures.count(sweep.rows().size()) + " of "
                        + ReportFigures.count(plan.runs()) + " runs"
                        + (results == null ? "" : "; the same command goes on from there"));
                err.flush();
            }
            return finished ? ExitCode.WELL : ExitCode.INTERRUPTED;
        }
    }

    private boolean run(
            Sweep sweep, SweepPlan plan, List<SweepRow> earlier, BooleanSupplier stopped, Sweep.Listener listener) {
        if (spark == null) {
            return sweep.run(workers.count(), stopped, listener);
        }
        try {
            return SparkSweep.run(
                    spark,
                    SparkProgram.libraries(spark),
                    plan,
                    file.toAbsolutePath().getParent(),
                    earlier,
                    stopped,
                    row -> {
                        sweep.resume(List.of(row));
                        listener.ended(row);
                    });
        } catch (SparkSweep.ClusterException e) {
            throw new InputException("--spark: " + e.getMessage());
        }
    }

    private String table(SweepPlan plan, List<SweepRow> rows) {
        return switch (format) {
            case markdown -> SweepTable.markdown(plan, rows);
            case csv -> SweepTable.csv(plan, rows);
            case json -> SweepTable.json(plan, rows);
        };
    }
}
