package roundhouse.workbench.compare;

import java.util.Arrays;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One figure of each side as a bar from 0, with the interval around its end. */
final class Bars extends VBox {
    /** The styles of the sides, in their order. */
    private static final List<String> STYLES = List.of("compare-first", "compare-second");

    private final Label title = new Label();
    private final VBox rows = new VBox();

    /**
     * One bar.
     *
     * @param half half the width of its interval; not a number where that is not known
     * @param text its figure in words
     */
    record Bar(String name, double value, double half, String text) {
        double furthest() {
            return value + (Double.isNaN(half) ? 0 : half);
        }
    }

    Bars(String heading) {
        getStyleClass().add("compare-bars");
        title.setText(heading);
        title.getStyleClass().add("compare-heading");
        rows.getStyleClass().add("compare-bar-rows");
        getChildren().addAll(title, rows);
    }

    void show(Bar... bars) {
        double most = Arrays.stream(bars).mapToDouble(Bar::furthest).max().orElse(0);
        rows.getChildren().clear();
        for (int i = 0; i < bars.length; i++) {
            rows.getChildren().add(row(bars[i], STYLES.get(i), most > 0 ? most : 1));
        }
    }

    private static Region row(Bar bar, String style, double most) {
        Label name = new Label(bar.name());
        name.getStyleClass().add("compare-name");
        Label text = new Label(bar.text());
        text.getStyleClass().add("compare-figure");
        text.setMinWidth(USE_PREF_SIZE);
        Track track = new Track(bar, style, most);
        HBox line = new HBox(track, text);
        line.getStyleClass().add("compare-bar-line");
        HBox.setHgrow(track, Priority.ALWAYS);
        return new VBox(name, line);
    }

    /** The bar, and upon it a line from one end of the interval to the other. */
    private static final class Track extends Pane {
        private static final double HEIGHT = 18;
        private static final double CAP = 8;

        private final Bar bar;
        private final double most;
        private final Region fill = new Region();
        private final Region line = new Region();
        private final Region left = new Region();
        private final Region right = new Region();

        Track(Bar bar, String style, double most) {
            this.bar = bar;
            this.most = most;
            setMinHeight(HEIGHT);
            setPrefHeight(HEIGHT);
            fill.getStyleClass().addAll("compare-fill", style);
            for (Region part : List.of(line, left, right)) {
                part.getStyleClass().add("compare-whisker");
                part.setVisible(bar.half() > 0);
            }
            getChildren().addAll(fill, line, left, right);
        }

        @Override
        protected void layoutChildren() {
            double unit = (getWidth() - 2) / most;
            fill.resizeRelocate(0, 2, Math.max(1, bar.value() * unit), HEIGHT - 4);
            double from = Math.max(0, bar.value() - bar.half()) * unit;
            double to = (bar.value() + bar.half()) * unit;
            line.resizeRelocate(from, HEIGHT / 2 - 1, Math.max(1, to - from), 2);
            left.resizeRelocate(from, (HEIGHT - CAP) / 2, 2, CAP);
            right.resizeRelocate(to - 1, (HEIGHT - CAP) / 2, 2, CAP);
        }
    }
}
