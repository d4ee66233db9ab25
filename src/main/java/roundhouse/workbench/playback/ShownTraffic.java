package roundhouse.workbench.playback;

import java.util.function.Consumer;
import roundhouse.simulation.Run;
import roundhouse.topology.Command;

/** A run that goes on by itself in real time, and that is shown in place of the one that is played. Used on the engine's thread. */
public interface ShownTraffic {
    /** Shows the run, at its present time, to somebody who leaves it as it is; nobody any more when it has ended. */
    void look(Consumer<Run> look);

    /** Breaks or mends something now. */
    void apply(Command command);
}
