package roundhouse.topology.files;

import java.util.List;
import roundhouse.topology.Topology;
import roundhouse.topology.json.Problem;

/** What came of reading a file. */
public sealed interface ReadResult {
    public record Read(Topology topology) implements ReadResult {}

    /** At least one problem, the first found first. */
    public record Refused(List<Problem> problems) implements ReadResult {}
}
