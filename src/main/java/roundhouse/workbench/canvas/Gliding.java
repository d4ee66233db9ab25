package roundhouse.workbench.canvas;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.animation.AnimationTimer;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Position;
import roundhouse.topology.Topology;
import roundhouse.workbench.canvas.model.CanvasModel;

/** Shows how cards go from where they were to where the document has them now. Whatever else is shown or changed meanwhile ends it. */
final class Gliding extends AnimationTimer {
    private static final double NANOS = 350_000_000;

    private final CanvasModel model;
    private final Map<String, Position> before;
    private final Topology after;
    private @Nullable Topology shown;
    private long sinceNanos = -1;

    /** @param before the places that the cards had; the document has the new ones */
    Gliding(CanvasModel model, Map<String, Position> before) {
        this.model = model;
        this.before = before;
        after = model.document().topology();
        step(0);
    }

    @Override
    public void handle(long nowNanos) {
        if (sinceNanos < 0) {
            sinceNanos = nowNanos;
        }
        double part = Math.clamp((nowNanos - sinceNanos) / NANOS, 0, 1);
        if (!model.topology().equals(shown)) {
            stop();
        } else if (part == 1) {
            stop();
            model.preview(null);
        } else {
            step(part * part * (3 - 2 * part));
        }
    }

    private void step(double part) {
        Map<String, Position> places = new LinkedHashMap<>();
        after.layout().forEach((id, to) -> {
            Position from = before.getOrDefault(id, to);
            places.put(id, new Position(from.x() + (to.x() - from.x()) * part, from.y() + (to.y() - from.y()) * part));
        });
        shown = after.withLayout(places);
        model.preview(shown);
    }
}
