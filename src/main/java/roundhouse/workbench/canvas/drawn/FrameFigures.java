package roundhouse.workbench.canvas.drawn;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import roundhouse.arranging.Arrangement;
import roundhouse.simulation.faults.NodeState;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.annotations.Annotation;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.Folds;

/** What a collapsed frame says of the nodes that it stands for. */
final class FrameFigures {
    private FrameFigures() {}

    /** {@code 3 nodes, 1 down · in flight 12 · queue 4} on two lines. */
    static String of(CanvasModel model, Annotation frame) {
        List<String> ids = Folds.within(frame, Arrangement.of(model.topology()));
        Frame live = model.live().frame();
        int down = 0;
        long inFlight = 0;
        long queue = 0;
        for (String id : ids) {
            int node = model.live().node(id);
            if (node >= 0) {
                down += live.condition[node] == NodeState.DOWN ? 1 : 0;
                inFlight += live.inFlight[node];
                queue += live.queue[node];
            }
        }
        return text(
                "canvas.in-flight-queue",
                ids.size(),
                down == 0 ? "" : ", " + text("canvas.so-many-down", down),
                FigureText.count(inFlight),
                FigureText.count(queue));
    }
}
