package roundhouse.cli.options;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import roundhouse.topology.Topology;

/** How long commands run a topology. */
public final class RunLength {
    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "simulated time of a run, as 60s or 500ms; default: the (first) file's duration")
    private @Nullable String span;

    /** What was asked for, and what the topology says where nothing was. */
    public Duration of(Topology topology) {
        return span == null ? topology.duration() : Inputs.length("--for", span);
    }
}
