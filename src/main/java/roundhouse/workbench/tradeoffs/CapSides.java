package roundhouse.workbench.tradeoffs;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Line;

/** The triangle itself: corners with their letters and signs, and between two that hold a strong line. */
final class CapSides extends Region {
    private static final double WIDTH = 250;
    private static final double HEIGHT = 150;
    private static final double CORNER = 46;
    private static final CapCorner[][] SIDES = {
        {CapCorner.CONSISTENCY, CapCorner.AVAILABILITY},
        {CapCorner.CONSISTENCY, CapCorner.PARTITION_TOLERANCE},
        {CapCorner.AVAILABILITY, CapCorner.PARTITION_TOLERANCE}
    };

    private final CapModel model;
    /** By the ordinals of the corners. */
    private final List<StackPane> corners = new ArrayList<>();

    private final List<Line> lines = new ArrayList<>();
    private final List<Label> names = new ArrayList<>();

    CapSides(CapModel model) {
        this.model = model;
        getStyleClass().add("cap-sides");
        for (CapCorner[] side : SIDES) {
            Line line = new Line();
            line.getStyleClass().add("cap-side");
            line.setManaged(false);
            lines.add(line);
            Label name = new Label(side[0].letter() + side[1].letter());
            name.getStyleClass().add("cap-side-name");
            name.setManaged(false);
            names.add(name);
        }
        getChildren().addAll(lines);
        getChildren().addAll(names);
        for (CapCorner corner : CapCorner.values()) {
            StackPane pane = corner(corner);
            corners.add(pane);
            getChildren().add(pane);
            model.finding(corner).subscribe(finding -> show(pane, finding));
        }
    }

    private static StackPane corner(CapCorner corner) {
        Label letter = new Label(corner.letter());
        letter.getStyleClass().add("cap-letter");
        Label sign = new Label();
        sign.getStyleClass().add("cap-sign");
        StackPane pane = new StackPane(letter, sign);
        StackPane.setAlignment(sign, Pos.BOTTOM_RIGHT);
        pane.getStyleClass().add("cap-corner");
        pane.setManaged(false);
        return pane;
    }

    private void show(StackPane corner, CapFinding finding) {
        for (CapFinding.State state : CapFinding.State.values()) {
            corner.getStyleClass().remove(state.style());
        }
        corner.getStyleClass().add(finding.state().style());
        ((Label) corner.getChildren().getLast()).setText(finding.state().sign());
        for (int i = 0; i < SIDES.length; i++) {
            mark(lines.get(i), model.holds(SIDES[i][0], SIDES[i][1]));
            mark(names.get(i), model.holds(SIDES[i][0], SIDES[i][1]));
        }
    }

    private static void mark(Node node, boolean holds) {
        node.getStyleClass().remove("holds");
        if (holds) {
            node.getStyleClass().add("holds");
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return WIDTH;
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        double left = (getWidth() - WIDTH) / 2;
        place(CapCorner.CONSISTENCY, left + WIDTH / 2, CORNER / 2 + 2);
        place(CapCorner.AVAILABILITY, left + CORNER, HEIGHT - CORNER / 2 - 2);
        place(CapCorner.PARTITION_TOLERANCE, left + WIDTH - CORNER, HEIGHT - CORNER / 2 - 2);
        for (int i = 0; i < SIDES.length; i++) {
            StackPane one = corners.get(SIDES[i][0].ordinal());
            StackPane other = corners.get(SIDES[i][1].ordinal());
            Line line = lines.get(i);
            line.setStartX(one.getLayoutX() + CORNER / 2);
            line.setStartY(one.getLayoutY() + CORNER / 2);
            line.setEndX(other.getLayoutX() + CORNER / 2);
            line.setEndY(other.getLayoutY() + CORNER / 2);
            Label name = names.get(i);
            name.autosize();
            name.relocate(
                    (line.getStartX() + line.getEndX() - name.getWidth()) / 2,
                    (line.getStartY() + line.getEndY() - name.getHeight()) / 2);
        }
    }

    private void place(CapCorner corner, double x, double y) {
        corners.get(corner.ordinal()).resizeRelocate(x - CORNER / 2, y - CORNER / 2, CORNER, CORNER);
    }
}
