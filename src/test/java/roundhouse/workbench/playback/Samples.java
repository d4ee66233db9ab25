package roundhouse.workbench.playback;

import java.time.Duration;
import roundhouse.topology.Distribution;
import roundhouse.topology.Node;
import roundhouse.topology.Topology;

/** Topologies to play in tests. */
final class Samples {
    private Samples() {}

    /** Two servers that nobody asks for anything. */
    static Topology servers() {
        return Topology.EMPTY.with(server("s1")).with(server("s2"));
    }

    static Node server(String id) {
        Distribution service = new Distribution.Exponential(Duration.ofMillis(3));
        return new Node.Server(id, null, 4, service, 100, Integer.MAX_VALUE, Duration.ofMillis(1), null, null);
    }
}
