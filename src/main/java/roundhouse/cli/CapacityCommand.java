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
import roundhouse.analysis.sizing.Capacity;
import roundhouse.analysis.sizing.CapacitySearch;
import roundhouse.analysis.sizing.Goals;
import roundhouse.analysis.sizing.Trials;
import roundhouse.cli.reports.CapacityReport;
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

    @Option(names = "--seeds", paramLabel = "N", description = "most runs under one load; default: ${DEFAULT-VALUE}")
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
        Inputs.atLeastOne("--seeds", seeds);
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        try (Interruption interruption = new Interruption();
                Trials trials = new Trials(
                        wanted, length, seeds, Inputs.atLeastOne("--workers", workers), interruption::isInterrupted)) {
            CapacitySearch search = new CapacitySearch(topology, trials);
            search.refusal().ifPresent(reason -> {
                throw new InputException(file + ": " + reason);
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
                    format == Format.json
                            ? CapacityReport.json(topology, wanted, capacity)
                            : PlainText.of(CapacityReport.text(topology, wanted, capacity)));
            out.flush();
            return capacity.most().isPresent() ? ExitCode.WELL : ExitCode.EXPECTATION_FAILED;
        }
    }
}
