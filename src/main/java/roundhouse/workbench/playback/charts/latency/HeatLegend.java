package roundhouse.workbench.playback.charts.latency;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.playback.charts.sheets.ChartLook;

/** What the colours of a heat map stand for, with the counts, and the strokes of the percentiles. */
final class HeatLegend extends FlowPane {
    private static final double SIDE = 9;
    private static final int STEPS = 4;

    private String shown = "";

    HeatLegend() {
        super(6, 1);
        getStyleClass().add("heat-legend");
        setMinHeight(Region.USE_PREF_SIZE);
    }

    /** Counts that have their own step: from 1 to the most, evenly by the logarithm. */
    static List<Long> counts(long most) {
        return Stream.iterate(0, i -> i < STEPS, i -> i + 1)
                .map(i -> Math.round(Math.pow((double) most, (double) i / (STEPS - 1))))
                .distinct()
                .toList();
    }

    void show(LatencyHeat heat, ChartLook look) {
        String next = heat.most() + " " + look;
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        getChildren().clear();
        if (heat.isEmpty()) {
            return;
        }
        for (long count : counts(heat.most())) {
            Rectangle square = new Rectangle(SIDE, SIDE, HeatPainter.colour(look, heat.strength(count)));
            square.setStroke(look.grid());
            entry(new Label(FigureText.count(count), square));
        }
        for (int i = 0; i < HeatPainter.NAMES.size(); i++) {
            Line stroke = new Line(0, 0, 16, 0);
            stroke.setStroke(look.lines().getLast());
            for (double dash : HeatPainter.dashes(i)) {
                stroke.getStrokeDashArray().add(dash);
            }
            entry(new Label(HeatPainter.NAMES.get(i), stroke));
        }
    }

    private void entry(Label label) {
        label.setGraphicTextGap(3);
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox box = new HBox(label);
        box.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(box);
    }
}
