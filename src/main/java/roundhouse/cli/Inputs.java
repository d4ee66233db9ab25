package roundhouse.cli;

import java.nio.file.Path;
import java.time.Duration;
import roundhouse.topology.Problem;
import roundhouse.topology.ReadResult;
import roundhouse.topology.Topology;
import roundhouse.topology.TopologyFile;
import roundhouse.topology.Units;

/** Reads what commands are given, or says in one line why it cannot. */
final class Inputs {
    private Inputs() {}

    static Topology topology(Path file) {
        return switch (TopologyFile.read(file)) {
            case ReadResult.Read read -> read.topology();
            case ReadResult.Refused refused -> {
                Problem first = refused.problems().getFirst();
                int more = refused.problems().size() - 1;
                throw new InputException(file + ": " + first + (more == 0 ? "" : " (and " + more + " more)"));
            }
        };
    }

    /** A span of simulated time, as {@code 60s} or {@code 1.5s}. */
    static Duration duration(String option, String text) {
        return switch (Units.duration(text)) {
            case Units.Parsed.Value<Duration> length -> length.value();
            case Units.Parsed.Wrong<Duration> wrong -> throw new InputException(option + ": " + wrong.reason());
        };
    }
}
