package roundhouse.workbench.canvas.painting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import roundhouse.topology.Position;
import roundhouse.workbench.canvas.model.Area;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.FollowedRequest;
import roundhouse.workbench.canvas.model.ScoreMark;
import roundhouse.workbench.canvas.model.Spot;
import roundhouse.workbench.canvas.model.Viewport;
import roundhouse.workbench.canvas.model.Ways;

/** The request that is followed: the way it has come, where it is, and what a balancer compares on the candidates' cards. */
public final class FollowLayer extends Pane {
    private static final double RADIUS = 11;
    private static final double AROUND = 5;
    /** How far a mark reaches into its card, view pixels. */
    private static final double OVERLAP = 5;

    private final Pane trail = new Pane();
    private final Rectangle held = new Rectangle();
    private final Circle dot = new Circle(RADIUS);
    private final Pane marks = new Pane();

    public FollowLayer() {
        setManaged(false);
        setMouseTransparent(true);
        trail.setManaged(false);
        marks.setManaged(false);
        held.setManaged(false);
        held.getStyleClass().add("followed-card");
        dot.setManaged(false);
        dot.getStyleClass().add("followed-dot");
        getChildren().addAll(trail, held, dot, marks);
    }

    public void update(CanvasModel model) {
        FollowedRequest request = model.following();
        setVisible(request != null);
        if (request == null) {
            return;
        }
        Viewport viewport = model.viewport();
        Ways ways = new Ways(model.drawing());
        trail(request, ways, viewport);
        Position at = ways.point(request).orElse(null);
        boolean onLink = request.spot() instanceof Spot.OnLink;
        dot.setVisible(onLink && at != null);
        held.setVisible(!onLink && at != null);
        if (at != null && onLink) {
            dot.setCenterX(viewport.toViewX(at.x()));
            dot.setCenterY(viewport.toViewY(at.y()));
        } else if (at != null && request.spot() instanceof Spot.AtNode(String id)) {
            ways.area(id).ifPresent(area -> around(area.grown(AROUND), viewport));
        }
        marks(model, request, ways);
    }

    private void around(Area area, Viewport viewport) {
        held.setX(viewport.toViewX(area.x()));
        held.setY(viewport.toViewY(area.y()));
        held.setWidth(area.width() * viewport.zoom());
        held.setHeight(area.height() * viewport.zoom());
        held.setArcWidth(26 * viewport.zoom());
        held.setArcHeight(26 * viewport.zoom());
    }

    private void trail(FollowedRequest request, Ways ways, Viewport viewport) {
        List<List<Position>> parts = new ArrayList<>();
        for (Spot spot : request.passed()) {
            if (spot instanceof Spot.OnLink way) {
                parts.add(ways.behind(way, 1));
            }
        }
        if (request.spot() instanceof Spot.OnLink way) {
            parts.add(ways.behind(way, request.part()));
        }
        for (int i = 0; i < parts.size(); i++) {
            Polyline line = line(i);
            List<Double> points = new ArrayList<>();
            for (Position corner : parts.get(i)) {
                points.add(viewport.toViewX(corner.x()));
                points.add(viewport.toViewY(corner.y()));
            }
            line.getPoints().setAll(points);
        }
        trail.getChildren().remove(parts.size(), trail.getChildren().size());
    }

    private Polyline line(int number) {
        if (number == trail.getChildren().size()) {
            Polyline line = new Polyline();
            line.setManaged(false);
            line.getStyleClass().add("followed-trail");
            trail.getChildren().add(line);
        }
        return (Polyline) trail.getChildren().get(number);
    }

    private void marks(CanvasModel model, FollowedRequest request, Ways ways) {
        ObservableList<javafx.scene.Node> labels = marks.getChildren();
        int count = 0;
        for (ScoreMark mark : request.marks()) {
            Optional<Area> card = ways.area(mark.node());
            if (card.isPresent()) {
                put(label(count++, mark), card.get(), model.viewport());
            }
        }
        labels.remove(count, labels.size());
    }

    private Label label(int number, ScoreMark mark) {
        if (number == marks.getChildren().size()) {
            Label label = new Label();
            label.setManaged(false);
            marks.getChildren().add(label);
        }
        Label label = (Label) marks.getChildren().get(number);
        String sign = mark.part() == ScoreMark.Part.PICKED ? "✓ " : mark.part() == ScoreMark.Part.LEFT_OUT ? "✕ " : "";
        label.setText(sign + mark.text());
        label.getStyleClass()
                .setAll(
                        "score-mark",
                        mark.part().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return label;
    }

    /** At the lower edge of the card, in its middle, so that it hides nothing of what the card says. */
    private void put(Label label, Area card, Viewport viewport) {
        label.applyCss();
        double width = Math.ceil(label.prefWidth(-1));
        double height = Math.ceil(label.prefHeight(-1));
        double x = Math.clamp(viewport.toViewX(card.centreX()) - width / 2, 0, Math.max(0, getWidth() - width));
        label.resizeRelocate(Math.rint(x), Math.rint(viewport.toViewY(card.bottom()) - OVERLAP), width, height);
    }
}
