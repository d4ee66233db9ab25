package roundhouse.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import roundhouse.analysis.sizing.Goals;
import roundhouse.analysis.sizing.Trials;
import roundhouse.cli.waiting.Interruption;
import roundhouse.topology.Topology;

/** What commands have in common that look by many runs for what meets goals. */
final class GoalOptions {
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

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "simulated time of each run, as 60s or 500ms; default: the file's duration")
    private @Nullable String span;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}")
    private Format format = Format.text;

    @Option(names = "--workers", paramLabel = "N", description = "runs at a time; default: one for each core")
    private int workers = Runtime.getRuntime().availableProcessors();

    Path file() {
        return file;
    }

    boolean isJson() {
        return format == Format.json;
    }

    Topology topology() {
        return Inputs.topology(file);
    }

    Goals goals(Topology topology) {
        return Inputs.goals(goals, topology);
    }

    Duration length(Topology topology) {
        return span == null ? topology.duration() : Inputs.length("--for", span);
    }

    /** Runs that are made as they are asked for, until somebody interrupts. */
    Trials trials(Goals wanted, Topology topology, Interruption interruption) {
        return new Trials(
                wanted,
                length(topology),
                Inputs.atLeastOne("--seeds", seeds),
                Inputs.atLeastOne("--workers", workers),
                interruption::isInterrupted);
    }
}
