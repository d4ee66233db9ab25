package roundhouse.cli.options;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import roundhouse.analysis.sizing.Goals;
import roundhouse.analysis.sizing.Trials;
import roundhouse.cli.waiting.Interruption;
import roundhouse.topology.Topology;

/** What commands have in common that look by many runs for what meets goals. */
public final class GoalOptions {
    enum Format {
        text,
        json
    }

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
            names = "--seeds",
            paramLabel = "N",
            description = "most runs of one design under one load; default: ${DEFAULT-VALUE}")
    private int seeds = 5;

    @Mixin
    private RunLength runLength = new RunLength();

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}")
    private Format format = Format.text;

    @Mixin
    private Workers workers = new Workers();

    public Path file() {
        return file;
    }

    public boolean isJson() {
        return format == Format.json;
    }

    public Topology topology() {
        return Inputs.topology(file);
    }

    public Goals goals(Topology topology) {
        return Inputs.goals(goals, topology);
    }

    public Duration length(Topology topology) {
        return runLength.of(topology);
    }

    /** Runs that are made as they are asked for, until somebody interrupts. */
    public Trials trials(Goals wanted, Topology topology, Interruption interruption) {
        return new Trials(
                wanted,
                length(topology),
                Inputs.atLeastOne("--seeds", seeds),
                workers.count(),
                interruption::isInterrupted);
    }
}
