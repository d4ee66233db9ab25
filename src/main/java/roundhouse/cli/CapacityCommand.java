package roundhouse.cli;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import roundhouse.analysis.sizing.Capacity;
import roundhouse.analysis.sizing.CapacitySearch;
import roundhouse.analysis.sizing.Goals;
import roundhouse.analysis.sizing.Trials;
import roundhouse.cli.options.GoalOptions;
import roundhouse.cli.options.InputException;
import roundhouse.cli.reports.sizing.CapacityReport;
import roundhouse.cli.waiting.Interruption;
import roundhouse.files.PlainText;
import roundhouse.topology.Topology;

/** {@code roundhouse capacity}: the highest load under which goals are met. */
@Command(
        name = "capacity",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Finds the highest load under which goals are met, by simulation and to within 2 %%: all clients send more or",
            "less by the same factor. Says where the knee of the latency curve is, what gives way first beyond the",
            "capacity, and what Erlang C and square-root staffing make of the servers where they apply."
        })
final class CapacityCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private GoalOptions options = new GoalOptions();

    @Override
    public Integer call() {
        Topology topology = options.topology();
        Goals wanted = options.goals(topology);
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        try (Interruption interruption = new Interruption();
                Trials trials = options.trials(wanted, topology, interruption)) {
            CapacitySearch search = new CapacitySearch(topology, trials);
            search.refusal().ifPresent(reason -> {
                throw new InputException(options.file() + ": " + reason);
            });
            Capacity capacity;
            try {
                capacity = search.find();
            } catch (CancellationException _) {
                err.println("roundhouse: interrupted after " + trials.made() + " runs, before a capacity was found");
                return ExitCode.INTERRUPTED;
            }
            PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
            out.print(
                    options.isJson()
                            ? CapacityReport.json(topology, wanted, capacity)
                            : PlainText.of(CapacityReport.text(topology, wanted, capacity)));
            out.flush();
            return capacity.most().isPresent() ? ExitCode.WELL : ExitCode.EXPECTATION_FAILED;
        }
    }
}
