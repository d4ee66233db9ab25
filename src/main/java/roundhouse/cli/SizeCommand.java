package roundhouse.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import roundhouse.analysis.sizing.Goals;
import roundhouse.analysis.sizing.Size;
import roundhouse.analysis.sizing.SizeSearch;
import roundhouse.analysis.sizing.Trials;
import roundhouse.analysis.sweeping.SweepPlan;
import roundhouse.cli.reports.SizeReport;
import roundhouse.cli.waiting.Interruption;
import roundhouse.files.PlainText;
import roundhouse.topology.Topology;

/** {@code roundhouse size}: the cheapest design that meets goals. */
@Command(
        name = "size",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Finds the cheapest design that meets goals, by simulation: bisects along the setting with the most values,",
            "for every combination of the others, and runs each design under more seeds until it is sure at 95 %%.",
            "Costs are those of the nodes' \"price\"; where none has one, the fewest cores are the cheapest."
        })
final class SizeCommand implements Callable<Integer> {
    enum Format {
        text,
        json
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the topology")
    private Path file = Path.of("");

    @Option(
            names = "--goal",
            paramLabel = "GOAL",
            description = {
                "what must hold, as \"p99 < 200ms\" or \"failed < 0.1%%\", written as a file's expectations; may be",
                "given several times; default: what the file expects"
            })
    private List<String> goals = List.of();

    @Option(
            names = "--vary",
            paramLabel = "PATH=VALUES",
            required = true,
            description =
                    "a setting and its values, as web.count=1..50 or web.cores=2,4,8,16; may be given several times")
    private List<String> varied = List.of();

    @Option(names = "--seeds", paramLabel = "N", description = "most runs of one design; default: ${DEFAULT-VALUE}")
    private int seeds = 5;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "simulated time of each run, as 60s or 500ms; default: the file's duration")
    private @Nullable String span;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}")
    private Format format = Format.text;

    @Option(names = "--workers", paramLabel = "N", description = "runs at a time; default: one for each core")
    private int workers = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() {
        Topology topology = Inputs.topology(file);
        Goals wanted = Inputs.goals(goals, topology);
        Duration length = span == null ? topology.duration() : Inputs.length("--for", span);
        SweepPlan plan = new SweepPlan(topology, SweepCommand.variables(varied), 1, length);
        plan.refusal().ifPresent(reason -> {
            throw new InputException("--vary: " + reason);
        });
        if (plan.points() > SizeSearch.MOST_DESIGNS) {
            throw new InputException("--vary: these are " + plan.points() + " designs; at most "
                    + SizeSearch.MOST_DESIGNS + " are looked at");
        }
        Inputs.atLeastOne("--seeds", seeds);
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        try (Interruption interruption = new Interruption();
                Trials trials = new Trials(
                        wanted, length, seeds, Inputs.atLeastOne("--workers", workers), interruption::isInterrupted)) {
            SizeSearch search = new SizeSearch(plan, trials);
            boolean finished = true;
            Size size;
            try {
                size = search.find();
            } catch (CancellationException _) {
                size = search.soFar();
                finished = false;
            }
            print(topology, wanted, size);
            if (!finished) {
                err.println("roundhouse: interrupted after " + size.runs() + " runs; this is the best so far");
                return ExitCode.INTERRUPTED;
            }
            return size.cheapest().isPresent() ? ExitCode.WELL : ExitCode.EXPECTATION_FAILED;
        }
    }

    private void print(Topology topology, Goals wanted, Size size) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(
                format == Format.json
                        ? SizeReport.json(topology.name(), wanted, size)
                        : PlainText.of(SizeReport.text(topology.name(), wanted, size)));
        out.flush();
    }
}
