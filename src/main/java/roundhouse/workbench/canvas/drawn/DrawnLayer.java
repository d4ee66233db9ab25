package roundhouse.workbench.canvas.drawn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import roundhouse.topology.annotations.Annotation;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.Viewport;

/** The notes and frames of the drawing, below its cards. */
public final class DrawnLayer extends Pane {
    private final CanvasModel model;
    private final Map<String, DrawnBox> boxes = new LinkedHashMap<>();
    private final Translate pan = new Translate();
    private final Scale zoom = new Scale(1, 1);

    public DrawnLayer(CanvasModel model) {
        this.model = model;
        setManaged(false);
        setPickOnBounds(false);
        getTransforms().addAll(pan, zoom);
    }

    public void update() {
        List<Annotation> annotations = model.topology().annotations();
        if (annotations.isEmpty() && boxes.isEmpty()) {
            return;
        }
        Viewport viewport = model.viewport();
        pan.setX(-viewport.x() * viewport.zoom());
        pan.setY(-viewport.y() * viewport.zoom());
        zoom.setX(viewport.zoom());
        zoom.setY(viewport.zoom());
        List<String> there = annotations.stream().map(Annotation::id).toList();
        boxes.entrySet().removeIf(entry -> {
            boolean gone = !there.contains(entry.getKey());
            if (gone) {
                getChildren().remove(entry.getValue());
            }
            return gone;
        });
        for (Annotation annotation : annotations) {
            DrawnBox box = boxes.get(annotation.id());
            if (box == null) {
                box = new DrawnBox(model, annotation.id());
                boxes.put(annotation.id(), box);
                getChildren().add(box);
            }
            box.show(annotation);
        }
    }

    /** Opens that note, or the title of that frame, for writing. */
    public void write(String id) {
        update();
        DrawnBox box = boxes.get(id);
        if (box != null) {
            box.write();
        }
    }
}
