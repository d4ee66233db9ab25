package roundhouse.workbench.playback.charts;

import static roundhouse.workbench.texts.Texts.text;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.controlsfx.control.RangeSlider;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.playback.charts.scale.TimeAxis;

/** A stretch of time that a person chooses below the charts: their figures are then means over it. The whole run is none. */
public final class Stretch extends HBox {
    /** Half a thumb: the slider's track begins there. */
    private static final double THUMB = 6;

    private final RangeSlider slider = new RangeSlider(0, 1, 0, 1);
    private final Label words = new Label();

    /**
     * Simulated nanoseconds.
     *
     * @param untilNanos after the last that belongs to it
     */
    public record Span(long fromNanos, long untilNanos) {}

    /** @param changed is told of the stretch that was chosen; nothing for the whole run */
    Stretch(Consumer<Optional<Span>> changed) {
        getStyleClass().add("stretch");
        slider.setId("stretch");
        slider.setAccessibleText(text("playback.stretch-of-time-that-the"));
        words.getStyleClass().add("stretch-words");
        words.setMinWidth(TimeAxis.GUTTER - THUMB);
        words.setMaxWidth(TimeAxis.GUTTER - THUMB);
        HBox.setHgrow(slider, Priority.ALWAYS);
        HBox.setMargin(slider, new Insets(0, -THUMB, 0, 0));
        getChildren().addAll(words, slider);
        slider.lowValueProperty().subscribe(_ -> tell(changed));
        slider.highValueProperty().subscribe(_ -> tell(changed));
    }

    /** What was chosen; nothing for the whole run. */
    public Optional<Span> chosen() {
        boolean whole = slider.getLowValue() <= 0 && slider.getHighValue() >= slider.getMax();
        return whole
                ? Optional.empty()
                : Optional.of(new Span((long) (slider.getLowValue() * 1e9), (long) (slider.getHighValue() * 1e9)));
    }

    /** How long the timeline is, simulated nanoseconds. */
    void span(long nanos) {
        boolean whole = chosen().isEmpty();
        slider.setMax(nanos / 1e9);
        slider.setBlockIncrement(nanos / 1e9 / 60);
        if (whole) {
            slider.setHighValue(slider.getMax());
        }
    }

    private void tell(Consumer<Optional<Span>> changed) {
        words.setText(
                chosen().map(span -> text("playback.means-of-to", clock(span.fromNanos()), clock(span.untilNanos())))
                        .orElse(text("playback.means-of-a-stretch")));
        changed.accept(chosen());
    }

    private static String clock(long nanos) {
        String whole = FigureText.clock(nanos);
        return whole.substring(0, whole.length() - 2);
    }
}
