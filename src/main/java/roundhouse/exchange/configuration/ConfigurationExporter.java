package roundhouse.exchange.configuration;

import java.util.Optional;
import roundhouse.topology.Topology;
import roundhouse.topology.json.Problem;

/** Writes topologies in the language of one program. */
public interface ConfigurationExporter {
    /** Its name on the command line. */
    String key();

    /** What people call the program. */
    String title();

    /** Why a topology cannot be written in it at all; nothing when it can. */
    Optional<Problem> refusal(Topology topology);

    /** The same topology always gives the same text, and the program takes it. Only for one that is not refused. */
    Exported export(Topology topology);
}
