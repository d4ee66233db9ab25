package roundhouse.workbench.playback;

import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.Run;
import roundhouse.topology.Topology;

/**
 * How the engine's thread stands, apart from the run itself.
 *
 * @param obeyed how many orders were taken so far
 * @param behind whether it cannot keep up with the speed asked for
 * @param achieved simulated seconds a real second, as measured lately
 * @param progress of a seek that takes long, 0 to 1; -1 when there is none
 * @param failure what broke, for people; null while all is well
 * @param commands every command given to the run so far; after rewinding, also those still to come
 * @param start the topology that the run began with
 */
record Status(
        long obeyed,
        boolean playing,
        boolean behind,
        double achieved,
        double progress,
        @Nullable String failure,
        List<Run.Entry> commands,
        Topology start) {
    static final Status FIRST = new Status(0, false, false, 0, -1, null, List.of(), Topology.EMPTY);
}
