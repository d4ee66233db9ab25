package roundhouse.cli;

import java.io.PrintWriter;
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
import roundhouse.analysis.ComparedDesign;
import roundhouse.analysis.PairedRuns;
import roundhouse.analysis.RunComparison;
import roundhouse.cli.options.InputException;
import roundhouse.cli.options.Inputs;
import roundhouse.cli.options.RunLength;
import roundhouse.cli.reports.CompareJson;
import roundhouse.cli.reports.CompareTable;
import roundhouse.cli.reports.CompareText;
import roundhouse.cli.reports.ReportFigures;
import roundhouse.files.PlainText;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.LoadBalancer;

/** {@code roundhouse compare}: two designs under the same requests, or one design under several algorithms. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs two topologies under the same requests and says how they differ, with 95 %% confidence intervals.",
            "Paired (each request compared with itself) and unpaired (as two separate measurements)."
        })
final class CompareCommand implements Callable<Integer> {
    enum Format {
        text,
        json,
        csv,
        markdown
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "two topologies or saved runs (*.run.json); with --algorithms, one or more topologies, each compared with itself")
    private List<Path> files = List.of();

    @Option(
            names = "--algorithms",
            paramLabel = "A,B[,…]",
            split = ",",
            description =
                    "runs every FILE with each of these on all its balancers, and compares the others with the first")
    private List<String> algorithms = List.of();

    @Mixin
    private RunLength runLength = new RunLength();

    @Option(names = "--seed", paramLabel = "N", description = "the seed of both; default: the first file's")
    private @Nullable Long seed;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}")
    private Format format = Format.text;

    @Override
    public Integer call() {
        List<RunComparison> comparisons = algorithms.isEmpty() ? files() : algorithms();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(
                switch (format) {
                    case text -> PlainText.of(CompareText.of(comparisons));
                    case json -> CompareJson.of(comparisons);
                    case csv -> CompareTable.csv(comparisons);
                    case markdown -> CompareTable.markdown(comparisons);
                });
        return ExitCode.WELL;
    }

    private List<RunComparison> files() {
        if (files.size() != 2) {
            throw new InputException(files.size() + " FILE" + (files.size() == 1 ? "" : "s")
                    + "; two are compared, or any number with --algorithms");
        }
        return List.of(compare(Inputs.design(files.getFirst()), Inputs.design(files.getLast())));
    }

    private List<RunComparison> algorithms() {
        if (algorithms.size() < 2) {
            throw new InputException("--algorithms: one algorithm; at least two are compared");
        }
        List<Algorithm> chosen =
                algorithms.stream().map(RouteCommand::algorithm).toList();
        List<RunComparison> comparisons = new ArrayList<>();
        for (Path file : files) {
            Topology topology = Inputs.topology(file);
            ComparedDesign design = ComparedDesign.of(topology);
            if (topology.nodes().stream().noneMatch(LoadBalancer.class::isInstance)) {
                throw new InputException(file + ": no load balancer that could be given an algorithm");
            }
            for (Algorithm other : chosen.subList(1, chosen.size())) {
                comparisons.add(compare(design.balancedBy(chosen.getFirst()), design.balancedBy(other)));
            }
        }
        return comparisons;
    }

    private RunComparison compare(ComparedDesign first, ComparedDesign second) {
        long shared = seed == null ? first.start().seed() : seed;
        Duration length = runLength.of(first.start());
        PairedRuns runs = new PairedRuns(first.withSeed(shared), second.withSeed(shared), 0, length.toNanos());
        runs.finish();
        RunComparison comparison = runs.result();
        if (comparison.fromNanos() >= comparison.untilNanos()) {
            throw new InputException("nothing is left to compare: all of the "
                    + ReportFigures.seconds(comparison.untilNanos()) + " is warm-up");
        }
        if (comparison.pairs() == 0) {
            throw new InputException("no request of " + first.name() + " is one of " + second.name()
                    + "; requests are paired by the id of their clients");
        }
        return comparison;
    }
}
