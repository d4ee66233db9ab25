package roundhouse.workbench.canvas.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import roundhouse.topology.Position;
import roundhouse.topology.annotations.Annotation;

/** Which nodes stand in which frame, and so do not stand by themselves while that is collapsed. */
public final class Folds {
    private Folds() {}

    /** The ids of the nodes that lie within the frame. */
    public static List<String> within(Annotation frame, Map<String, Position> places) {
        return places.entrySet().stream()
                .filter(place -> frame.holds(
                        place.getValue().x(), place.getValue().y(), Drawing.CARD_WIDTH, Drawing.CARD_HEIGHT))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** For each node that a collapsed frame stands for the frame; the outermost, which comes first. */
    static Map<String, Annotation> of(List<Annotation> annotations, Map<String, Position> places) {
        Map<String, Annotation> folds = new LinkedHashMap<>();
        for (Annotation annotation : annotations) {
            if (annotation.isFrame() && annotation.collapsed()) {
                within(annotation, places).forEach(id -> folds.putIfAbsent(id, annotation));
            }
        }
        return folds;
    }

    /** What an annotation takes on the canvas. */
    public static Area area(Annotation annotation) {
        return annotation.isFrame() && annotation.collapsed()
                ? new Area(annotation.x(), annotation.y(), Drawing.CARD_WIDTH, Drawing.CARD_HEIGHT)
                : new Area(annotation.x(), annotation.y(), annotation.width(), annotation.height());
    }
}
