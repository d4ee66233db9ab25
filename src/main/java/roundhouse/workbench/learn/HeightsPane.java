package roundhouse.workbench.learn;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import roundhouse.lessons.running.Figures;
import roundhouse.lessons.running.Judged;
import roundhouse.lessons.steps.Mark;
import roundhouse.lessons.steps.Question;
import roundhouse.workbench.FigureText;

/**
 * Bars, or the points of a curve, that are dragged to the height somebody expects; by keys, left and right choose one, up and down move it.
 * What was measured is a line across each, once it is known.
 */
final class HeightsPane extends Region {
    private static final double BELOW = 20;
    private static final double ABOVE = 20;
    private static final double STEPS = 40;

    private final List<Mark> marks;
    private final Question.Scale scale;
    private final boolean curve;
    private final List<Double> values = new ArrayList<>();
    private List<Judged.Part> measured = List.of();
    private int chosen;
    private boolean touched;

    HeightsPane(List<Mark> marks, Question.Scale scale, boolean curve) {
        this.marks = marks;
        this.scale = scale;
        this.curve = curve;
        marks.forEach(_ -> values.add((scale.from().value() + scale.to().value()) / 2));
        getStyleClass().add("lesson-heights");
        setId("lesson-heights");
        setMinHeight(170);
        setPrefHeight(190);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::drag);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        tell();
    }

    List<Double> values() {
        return List.copyOf(values);
    }

    /** Whether anything was moved: what stands there at first is no prediction. */
    boolean isTouched() {
        return touched;
    }

    void set(List<Double> given) {
        values.clear();
        values.addAll(given);
        touched = true;
        tell();
        requestLayout();
    }

    /** What was measured, once it is known; nothing can be moved any more. */
    void show(List<Judged.Part> parts) {
        measured = parts;
        requestLayout();
    }

    private void drag(MouseEvent event) {
        requestFocus();
        if (measured.isEmpty()) {
            chosen = Math.clamp((int) (event.getX() / (getWidth() / marks.size())), 0, marks.size() - 1);
            double share = 1 - (event.getY() - ABOVE) / (getHeight() - ABOVE - BELOW);
            move(scale.from().value()
                    + Math.clamp(share, 0, 1)
                            * (scale.to().value() - scale.from().value()));
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        double step = (scale.to().value() - scale.from().value()) / STEPS;
        switch (event.getCode()) {
            case LEFT -> chosen = Math.max(0, chosen - 1);
            case RIGHT -> chosen = Math.min(marks.size() - 1, chosen + 1);
            case UP -> move(values.get(chosen) + step);
            case DOWN -> move(values.get(chosen) - step);
            default -> {
                return;
            }
        }
        event.consume();
        tell();
        requestLayout();
    }

    private void move(double value) {
        if (measured.isEmpty()) {
            values.set(
                    chosen, Math.clamp(value, scale.from().value(), scale.to().value()));
            touched = true;
            tell();
            requestLayout();
        }
    }

    private void tell() {
        setAccessibleText(marks.get(chosen).label() + " " + shown(chosen, values.get(chosen)));
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
    }

    /** The chosen mark's value, as screen readers ask a slider. */
    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case MIN_VALUE -> scale.from().value();
            case MAX_VALUE -> scale.to().value();
            case VALUE -> values.get(chosen);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    private String shown(int mark, double value) {
        return FigureText.sentence(Figures.shown(marks.get(mark).figure().unit(), value));
    }

    private double y(double value) {
        double share = (value - scale.from().value())
                / (scale.to().value() - scale.from().value());
        return ABOVE + (1 - Math.clamp(share, 0, 1)) * (getHeight() - ABOVE - BELOW);
    }

    @Override
    protected void layoutChildren() {
        getChildren().clear();
        double slot = getWidth() / marks.size();
        double floor = getHeight() - BELOW;
        Line ground = new Line(0, floor, getWidth(), floor);
        ground.getStyleClass().add("lesson-ground");
        getChildren().add(ground);
        Polyline line = new Polyline();
        line.getStyleClass().add("lesson-curve");
        for (int i = 0; i < marks.size(); i++) {
            double centre = slot * (i + 0.5);
            double top = y(values.get(i));
            if (curve) {
                line.getPoints().addAll(centre, top);
                Circle point = new Circle(centre, top, i == chosen && isFocused() ? 7 : 5);
                point.getStyleClass().add("lesson-point");
                getChildren().add(point);
            } else {
                Rectangle bar = new Rectangle(centre - slot * 0.3, top, slot * 0.6, Math.max(1, floor - top));
                bar.getStyleClass().add("lesson-bar");
                getChildren().add(bar);
            }
            if (i < measured.size() && !Double.isNaN(measured.get(i).measured())) {
                double at = y(measured.get(i).measured());
                Line across = new Line(centre - slot * 0.4, at, centre + slot * 0.4, at);
                across.getStyleClass().add("lesson-measured");
                getChildren().add(across);
            }
            say(touched ? shown(i, values.get(i)) : "", centre, top - 16, slot);
            say(marks.get(i).label(), centre, floor + 3, slot);
        }
        if (curve) {
            getChildren().add(1, line);
        }
    }

    private void say(String words, double centre, double y, double width) {
        Text text = new Text(words);
        text.getStyleClass().add("lesson-mark");
        text.setTextOrigin(VPos.TOP);
        text.setTextAlignment(TextAlignment.CENTER);
        double wide = text.getLayoutBounds().getWidth();
        double scaleDown = wide > width ? Math.max(0.75, width / wide) : 1;
        text.setScaleX(scaleDown);
        text.setX(centre - wide / 2);
        text.setY(Math.max(0, y));
        getChildren().add(text);
    }
}
