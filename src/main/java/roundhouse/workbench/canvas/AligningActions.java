package roundhouse.workbench.canvas;

import static roundhouse.workbench.texts.Texts.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import roundhouse.arranging.Arrangement;
import roundhouse.topology.Position;
import roundhouse.topology.Topology;
import roundhouse.workbench.ReducedMotion;
import roundhouse.workbench.canvas.model.Alignment;
import roundhouse.workbench.canvas.model.CanvasModel;

/** Puts the selected cards in line, or at even distances; one undo entry each. */
public final class AligningActions {
    private final Node surface;
    private final CanvasModel model;

    AligningActions(Node surface, CanvasModel model) {
        this.surface = surface;
        this.model = model;
    }

    /** Whether enough cards are selected for it. */
    public boolean can(Alignment alignment) {
        return selected().size() >= alignment.fewest();
    }

    private Map<String, Position> selected() {
        Set<String> ids = model.document().selectedNodes();
        Map<String, Position> places =
                new LinkedHashMap<>(Arrangement.of(model.document().topology()));
        places.keySet().retainAll(ids);
        return places;
    }

    /** Does it. Cards go there, unless motion is to be reduced. */
    public void align(Alignment alignment) {
        Map<String, Position> before = selected();
        Map<String, Position> after = alignment.of(before);
        if (after.equals(before)) {
            model.refusals().say(text("canvas.they-stand-so-already"));
            return;
        }
        Topology topology = model.document().topology();
        Map<String, Position> layout = new LinkedHashMap<>(topology.layout());
        layout.putAll(after);
        model.document().edit(alignment.title(), topology.withLayout(layout));
        if (!ReducedMotion.in(surface)) {
            new Gliding(model, before).start();
        }
    }
}
