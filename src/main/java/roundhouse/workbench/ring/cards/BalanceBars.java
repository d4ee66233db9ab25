package roundhouse.workbench.ring.cards;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import roundhouse.hashing.Target;
import roundhouse.hashing.measures.Balance;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.ServerColours;
import roundhouse.workbench.ring.model.RingModel;

/** How many keys each server owns, against what its weight would give it (the dashed mark). */
public final class BalanceBars extends Card {
    /** More bars than this would not fit; the rest is in the figures. */
    private static final int MOST = 12;

    private final RingModel model;
    private final ToIntFunction<String> orders;
    private final Label figures = new Label();
    private final VBox rows = new VBox();

    public BalanceBars(RingModel model, ToIntFunction<String> orders) {
        super(text("ring.balance-title"));
        this.model = model;
        this.orders = orders;
        figures.getStyleClass().add("muted");
        atRight(figures);
        rows.getStyleClass().add("bars");
        getChildren().add(rows);
        subtitle("");
        model.onChange(this::fill);
        fill();
    }

    private void fill() {
        Balance balance = model.balance();
        figures.setText(text(
                "ring.balance",
                String.format(Locale.ROOT, "%.2f", balance.maxOverMean()),
                FigureText.percent(balance.deviation())));
        List<Target> targets = model.state().targets();
        double most = 1;
        for (int i = 0; i < targets.size(); i++) {
            most = Math.max(most, Math.max(balance.keys()[i], balance.fair()[i]));
        }
        int shown = Math.min(MOST, targets.size());
        while (rows.getChildren().size() > shown) {
            rows.getChildren().removeLast();
        }
        while (rows.getChildren().size() < shown) {
            rows.getChildren().add(new Bar());
        }
        double[] requests = model.keys().shares().length == 0 ? new double[targets.size()] : model.requestShares();
        for (int i = 0; i < shown; i++) {
            String name = targets.get(i).name();
            String text = text(
                    model.keys().shares().length == 0 ? "ring.bar" : "ring.bar-requests",
                    FigureText.count(balance.keys()[i]),
                    FigureText.percent(requests[i]));
            ((Bar) rows.getChildren().get(i))
                    .show(name, orders.applyAsInt(name), balance.keys()[i] / most, balance.fair()[i] / most, text);
        }
    }

    /** A name, a bar and a figure. */
    private static final class Bar extends HBox {
        private static final double HEIGHT = 20;

        private final Label name = new Label();
        private final Label count = new Label();
        private final Rectangle bar = new Rectangle(0, 2, 0, HEIGHT - 4);
        private final Line fair = new Line(0, 0, 0, HEIGHT);
        private final Track track = new Track();
        private double length;
        private double mark;

        Bar() {
            getStyleClass().add("bar-row");
            name.getStyleClass().add("bar-name");
            count.getStyleClass().add("bar-count");
            fair.getStyleClass().add("fair-mark");
            bar.setArcWidth(5);
            bar.setArcHeight(5);
            track.getChildren().addAll(bar, fair);
            HBox.setHgrow(track, Priority.ALWAYS);
            getChildren().addAll(name, track, count);
        }

        void show(String server, int order, double part, double fairPart, String text) {
            name.setText(server);
            count.setText(text);
            bar.setStyle("-fx-fill: " + ServerColours.style(order) + ";");
            length = part;
            mark = fairPart;
            track.requestLayout();
        }

        private final class Track extends Pane {
            Track() {
                setMinHeight(HEIGHT);
                setPrefHeight(HEIGHT);
            }

            @Override
            protected void layoutChildren() {
                bar.setWidth(length * getWidth());
                fair.setTranslateX(Math.round(mark * getWidth()) - 0.5);
            }
        }
    }
}
