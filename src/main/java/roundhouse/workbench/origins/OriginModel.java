package roundhouse.workbench.origins;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import roundhouse.analysis.NodeMeasurement;
import roundhouse.analysis.queueing.ClosedForm;
import roundhouse.analysis.queueing.Quantity;
import roundhouse.analysis.queueing.QueueTheory;
import roundhouse.simulation.Run;
import roundhouse.topology.Topology;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.WorkLane;
import roundhouse.workbench.playback.Playback;
import roundhouse.workbench.why.LookBack;

/** The run that is played, as far as figures are asked where they come from. */
public final class OriginModel {
    private final Playback playback;
    private final WorkLane lane;

    /**
     * What theory says of a node beside what was measured.
     *
     * @param forms by quantity, each of them
     */
    public record Comparison(Map<Quantity, ClosedForm> forms, NodeMeasurement.Result measured) {}

    /** @param lane runs the run again, to measure a node of it */
    public OriginModel(Playback playback, WorkLane lane) {
        this.playback = playback;
        this.lane = lane;
    }

    long nowNanos() {
        return playback.timeProperty().get();
    }

    long warmUpNanos() {
        return playback.startProperty().get().warmUp().toNanos();
    }

    /**
     * Measures a node up to now; what was asked before is given up.
     *
     * @param progress is told how much is done, 0 to 1, where it takes long
     */
    void compare(String node, Consumer<Comparison> done, DoubleConsumer progress, Consumer<String> failed) {
        Topology start = playback.startProperty().get();
        List<Run.Entry> log = playback.commandsProperty().get();
        long untilNanos = nowNanos();
        lane.replace(new BackgroundTask<>(
                "The replay to measure " + node + " failed",
                new LookBack<>(
                        () -> new NodeMeasurement(start, log, node, untilNanos),
                        untilNanos,
                        measuring -> new Comparison(QueueTheory.of(start, log, untilNanos, node), measuring.result()),
                        progress),
                done,
                failed));
    }

    /** Nobody waits any more. */
    void close() {
        lane.cancel();
    }
}
