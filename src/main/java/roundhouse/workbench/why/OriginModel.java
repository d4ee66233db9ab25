package roundhouse.workbench.why;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import roundhouse.analysis.ComparedDesign;
import roundhouse.analysis.NodeMeasurement;
import roundhouse.analysis.queueing.QueueTheory;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.WorkLane;
import roundhouse.workbench.origins.AskedFigure;
import roundhouse.workbench.origins.OriginSource;
import roundhouse.workbench.origins.OriginText;
import roundhouse.workbench.playback.Playback;

/** The runs whose figures are asked where they come from: the one that is played, and those that are compared. */
public final class OriginModel implements OriginSource {
    private final Playback playback;
    private final WorkLane lane;

    /** @param lane runs the run again, to measure a node of it */
    public OriginModel(Playback playback, WorkLane lane) {
        this.playback = playback;
        this.lane = lane;
    }

    @Override
    public String span(AskedFigure figure) {
        return figure.compared()
                .map(AskedFigure.ComparedRuns::span)
                .orElseGet(() -> OriginText.span(figure.origin().span(), nowNanos(), warmUpNanos()));
    }

    private long nowNanos() {
        return playback.timeProperty().get();
    }

    private long warmUpNanos() {
        return playback.startProperty().get().warmUp().toNanos();
    }

    @Override
    public void compare(
            String node,
            AskedFigure figure,
            BiConsumer<String, Comparison> done,
            DoubleConsumer progress,
            Consumer<String> failed) {
        Deque<ComparedDesign> runs = new ArrayDeque<>(figure.compared()
                .map(AskedFigure.ComparedRuns::designs)
                .orElseGet(() -> List.of(new ComparedDesign(
                        "",
                        playback.startProperty().get(),
                        playback.commandsProperty().get()))));
        long untilNanos =
                figure.compared().map(AskedFigure.ComparedRuns::untilNanos).orElseGet(this::nowNanos);
        next(runs, untilNanos, node, done, progress, failed);
    }

    private void next(
            Deque<ComparedDesign> runs,
            long untilNanos,
            String node,
            BiConsumer<String, Comparison> done,
            DoubleConsumer progress,
            Consumer<String> failed) {
        ComparedDesign run = runs.poll();
        if (run == null) {
            return;
        }
        lane.replace(new BackgroundTask<>(
                text("why.the-replay-to-measure-failed", node),
                new LookBack<>(
                        () -> new NodeMeasurement(run.start(), run.log(), node, untilNanos),
                        untilNanos,
                        measuring -> new Comparison(
                                QueueTheory.of(run.start(), run.log(), untilNanos, node), measuring.result()),
                        progress),
                comparison -> {
                    done.accept(run.name(), comparison);
                    next(runs, untilNanos, node, done, progress, failed);
                },
                failed));
    }

    @Override
    public void close() {
        lane.cancel();
    }
}
