package roundhouse.workbench.playback;

import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.Run;
import roundhouse.simulation.transcript.TranscriptLine;
import roundhouse.topology.Topology;
import roundhouse.workbench.playback.history.Future;

/**
 * How the engine's thread stands, apart from the run itself.
 *
 * @param obeyed how many orders were taken so far
 * @param speed asked for, simulated seconds a real second; while it follows the story, as that has it now
 * @param behind whether it cannot keep up with the speed asked for
 * @param achieved simulated seconds a real second, as measured lately
 * @param progress of a seek that takes long, 0 to 1; -1 when there is none
 * @param failure what broke, for people; null while all is well
 * @param commands every command given to the run so far; after rewinding, also those still to come
 * @param start the topology that the run began with
 * @param notices what happened up to the furthest point, in words
 * @param active the future that is played
 * @param kept the other futures, oldest first
 * @param switches how often another future became the active one because somebody chose it
 * @param seekTookNanos how long the last seek took, real nanoseconds
 */
record Status(
        long obeyed,
        boolean playing,
        double speed,
        boolean behind,
        double achieved,
        double progress,
        @Nullable String failure,
        List<Run.Entry> commands,
        Topology start,
        List<TranscriptLine> notices,
        Future active,
        List<Future> kept,
        int switches,
        long seekTookNanos) {
    static final Status FIRST = new Status(
            0,
            false,
            1.0 / 50,
            false,
            0,
            -1,
            null,
            List.of(),
            Topology.EMPTY,
            List.of(),
            new Future(0, Future.FIRST, Topology.EMPTY, List.of(), 0),
            List.of(),
            0,
            0);
}
