package roundhouse.workbench.canvas;

import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Topology;
import roundhouse.workbench.document.KnownNodes;

/** A small canvas that is never shown, of which one picture after the other is taken. On the JavaFX thread only. */
public final class LivePicture {
    private final CanvasStage stage;

    /** @param speed simulated seconds a second that passes on it */
    public LivePicture(Topology topology, PictureSize size, double speed) {
        stage = new CanvasStage(topology, KnownNodes.of(topology), size);
        stage.speed(speed);
    }

    /** @param atNanos real nanoseconds since what it showed first */
    public void show(Frame frame, long atNanos) {
        stage.film(frame, atNanos, true);
    }

    /** ARGB, row by row. */
    public int[] pixels() {
        return stage.pixels();
    }
}
