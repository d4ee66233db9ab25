package roundhouse.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import roundhouse.analysis.checklist.Advice;
import roundhouse.analysis.checklist.Checklist;
import roundhouse.analysis.checklist.LossTrials;
import roundhouse.analysis.structure.Finding;
import roundhouse.analysis.structure.StructureCheck;
import roundhouse.cli.options.Inputs;
import roundhouse.cli.reports.ChecklistText;
import roundhouse.files.PlainText;
import roundhouse.simulation.Run;
import roundhouse.topology.Topology;

/** {@code roundhouse check}: is the structure sound? */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Checks a topology's structure: unreachable nodes, missing pools, no capacity. Ends with 1 when it finds an error.",
            "Then it answers the scaling checklist, which does not change how it ends."
        })
final class CheckCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the topology")
    private Path file = Path.of("");

    @Option(
            names = "--run",
            description =
                    "runs it, and crashes each node that there is one of, to answer the checklist from what happens")
    private boolean run;

    @Override
    public Integer call() {
        Topology topology = Inputs.topology(file);
        List<Finding> findings = StructureCheck.of(topology);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        findings.forEach(finding -> out.println(PlainText.of(finding.toString())));
        boolean sound = findings.stream().noneMatch(finding -> finding.severity() == Finding.Severity.ERROR);
        if (findings.isEmpty()) {
            out.println("nothing to report");
        }
        ChecklistText.print(run ? measured(topology) : Checklist.of(topology, null), out);
        return sound ? ExitCode.WELL : ExitCode.EXPECTATION_FAILED;
    }

    private static List<Advice> measured(Topology topology) {
        Run its = Run.of(topology);
        its.runUntil(topology.duration().toNanos());
        return Checklist.with(Checklist.of(topology, its.report()), LossTrials.of(topology, () -> false, _ -> {}));
    }
}
