package roundhouse.workbench.playback.charts.latency;

import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import roundhouse.workbench.FigureText;

/** Round latencies beside a heat map or below a histogram. */
final class LatencyAxis extends Region {
    private static final double HEIGHT = 14;
    private static final double WIDTH = 58;
    private static final double GAP = 8;

    private final boolean upright;
    private List<Long> marks = List.of();
    private ToDoubleFunction<Long> place = _ -> 0;

    LatencyAxis(boolean upright) {
        this.upright = upright;
        getStyleClass().add("time-axis");
        setMinSize(upright ? WIDTH : 0, upright ? 0 : HEIGHT);
        setPrefSize(upright ? WIDTH : 0, upright ? 0 : HEIGHT);
        setMaxSize(upright ? WIDTH : Double.MAX_VALUE, upright ? Double.MAX_VALUE : HEIGHT);
    }

    /** @param at where a latency is, 0 at the bottom or the left to 1 */
    void show(List<Long> latencies, ToDoubleFunction<Long> at) {
        place = at;
        if (!latencies.equals(marks)) {
            marks = latencies;
            getChildren().setAll(latencies.stream().map(LatencyAxis::label).toList());
        }
        requestLayout();
    }

    private static Label label(long nanos) {
        Label label = new Label(text(nanos));
        label.setManaged(false);
        label.setAlignment(Pos.CENTER_RIGHT);
        return label;
    }

    /** A round latency without needless digits: {@code 20 ms}. */
    static String text(long nanos) {
        return FigureText.duration(nanos).replaceAll("\\.0+ ", " ").replaceAll("(\\.\\d*[1-9])0+ ", "$1 ");
    }

    @Override
    protected void layoutChildren() {
        double free = upright ? getHeight() + GAP : -GAP;
        for (int i = 0; i < marks.size(); i++) {
            Label label = (Label) getChildren().get(i);
            double width = upright ? getWidth() - 4 : Math.ceil(label.prefWidth(-1));
            double at = place.applyAsDouble(marks.get(i));
            if (upright) {
                double y = Math.clamp(getHeight() * (1 - at) - HEIGHT / 2, 0, Math.max(0, getHeight() - HEIGHT));
                label.setVisible(y + HEIGHT <= free);
                free = label.isVisible() ? y : free;
                label.resizeRelocate(0, Math.rint(y), width, HEIGHT);
            } else {
                double x = Math.clamp(getWidth() * at - width / 2, 0, Math.max(0, getWidth() - width));
                label.setVisible(x >= free + GAP);
                free = label.isVisible() ? x + width : free;
                label.resizeRelocate(Math.rint(x), 0, width, HEIGHT);
            }
        }
    }
}
