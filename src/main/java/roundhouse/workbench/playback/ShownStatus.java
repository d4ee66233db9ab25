package roundhouse.workbench.playback;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.Run;
import roundhouse.simulation.transcript.TranscriptLine;
import roundhouse.topology.Topology;
import roundhouse.workbench.playback.history.Future;

/** The newest {@link Status} of the engine's thread as properties, which change on the screen's thread only. */
final class ShownStatus {
    final ReadOnlyBooleanWrapper behind = new ReadOnlyBooleanWrapper(this, "behind", false);
    final ReadOnlyDoubleWrapper achievedSpeed = new ReadOnlyDoubleWrapper(this, "achievedSpeed", 1.0 / 50);
    final ReadOnlyDoubleWrapper seekProgress = new ReadOnlyDoubleWrapper(this, "seekProgress", -1);
    final ReadOnlyObjectWrapper<@Nullable String> failure = new ReadOnlyObjectWrapper<>(this, "failure", null);
    final ReadOnlyObjectWrapper<List<Run.Entry>> commands = new ReadOnlyObjectWrapper<>(this, "commands", List.of());

    final ReadOnlyObjectWrapper<List<TranscriptLine>> notices = new ReadOnlyObjectWrapper<>(this, "notices", List.of());
    final ReadOnlyObjectWrapper<Future> active = new ReadOnlyObjectWrapper<>(this, "active", Status.FIRST.active());
    final ReadOnlyObjectWrapper<List<Future>> kept = new ReadOnlyObjectWrapper<>(this, "kept", List.of());
    final ReadOnlyObjectWrapper<Topology> start = new ReadOnlyObjectWrapper<>(this, "start", Topology.EMPTY);
    private long seekTookNanos;

    void take(Status status) {
        behind.set(status.behind());
        achievedSpeed.set(status.achieved());
        seekProgress.set(status.progress());
        failure.set(status.failure());
        start.set(status.start());
        commands.set(status.commands());
        notices.set(status.notices());
        active.set(status.active());
        kept.set(status.kept());
        seekTookNanos = status.seekTookNanos();
    }

    /** How long the last seek took, real nanoseconds; 0 when there was none. */
    long seekTookNanos() {
        return seekTookNanos;
    }
}
