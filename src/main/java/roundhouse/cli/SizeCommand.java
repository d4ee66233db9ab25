package roundhouse.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import roundhouse.analysis.sizing.Goals;
import roundhouse.analysis.sizing.Size;
import roundhouse.analysis.sizing.SizeSearch;
import roundhouse.analysis.sizing.Trials;
import roundhouse.analysis.sweeping.SweepPlan;
import roundhouse.cli.options.GoalOptions;
import roundhouse.cli.options.InputException;
import roundhouse.cli.reports.sizing.SizeReport;
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
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private GoalOptions options = new GoalOptions();

    @Option(
            names = "--vary",
            paramLabel = "PATH=VALUES",
            required = true,
            description =
                    "a setting and its values, as web.count=1..50 or web.cores=2,4,8,16; may be given several times")
    private List<String> varied = List.of();

    @Override
    public Integer call() {
        Topology topology = options.topology();
        Goals wanted = options.goals(topology);
        SweepPlan plan = new SweepPlan(topology, SweepCommand.variables(varied), 1, options.length(topology));
        plan.refusal().ifPresent(reason -> {
            throw new InputException("--vary: " + reason);
        });
        if (plan.points() > SizeSearch.MOST_DESIGNS) {
            throw new InputException("--vary: these are " + plan.points() + " designs; at most "
                    + SizeSearch.MOST_DESIGNS + " are looked at");
        }
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        try (Interruption interruption = new Interruption();
                Trials trials = options.trials(wanted, topology, interruption)) {
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
                options.isJson()
                        ? SizeReport.json(topology.name(), wanted, size)
                        : PlainText.of(SizeReport.text(topology.name(), wanted, size)));
        out.flush();
    }
}
