package roundhouse.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import roundhouse.analysis.structure.Finding;
import roundhouse.analysis.structure.StructureCheck;
import roundhouse.files.PlainText;

/** {@code roundhouse check}: is the structure sound? */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Checks a topology's structure: unreachable nodes, missing pools, no capacity. Ends with 1 when it finds an error.")
final class CheckCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the topology")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        List<Finding> findings = StructureCheck.of(Inputs.topology(file));
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        findings.forEach(finding -> out.println(PlainText.of(finding.toString())));
        boolean sound = findings.stream().noneMatch(finding -> finding.severity() == Finding.Severity.ERROR);
        if (findings.isEmpty()) {
            out.println("nothing to report");
        }
        return sound ? ExitCode.WELL : ExitCode.EXPECTATION_FAILED;
    }
}
