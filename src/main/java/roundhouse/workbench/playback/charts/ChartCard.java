package roundhouse.workbench.playback.charts;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.LongProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import roundhouse.analysis.origins.Origin;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.origins.AskedFigure;
import roundhouse.workbench.origins.OriginPop;

/** A chart beside its name and its figures: those of the present, or at the cursor that all charts share. */
final class ChartCard extends HBox {
    private final String title;
    private final Origin origin;
    private final LongProperty cursor;
    private final VBox heading;
    private final Label reading = new Label();
    /** What the plot's upper edge stands for. */
    private final Label max = new Label();

    private final ChartPlot plot = new ChartPlot();
    private @Nullable ChartModel model;
    private long nowNanos;
    private Optional<Stretch.Span> stretch = Optional.empty();

    /**
     * @param origin where what it shows comes from
     * @param styleClass what the sheet knows it by
     * @param cursor the time all charts are read at, simulated nanoseconds; -1 for none
     */
    ChartCard(String title, Origin origin, String styleClass, LongProperty cursor) {
        this.title = title;
        this.cursor = cursor;
        Label name = new Label(title);
        name.getStyleClass().add("chart-name");
        reading.getStyleClass().add("chart-reading");
        max.getStyleClass().add("chart-max");
        max.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        heading = new VBox(new HBox(name, gap, max), reading);
        heading.getStyleClass().add("chart-heading");
        this.origin = origin;
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.setMinWidth(Charts.GUTTER);
        heading.setMaxWidth(Charts.GUTTER);
        HBox.setHgrow(plot, Priority.ALWAYS);
        getChildren().addAll(heading, plot);
        getStyleClass().addAll("chart-card", styleClass);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        plot.setOnMouseMoved(event -> cursor.set(plot.timeAt(event.getX())));
        plot.setOnMouseExited(_ -> cursor.set(-1));
        setOnKeyPressed(event -> {
            switch (event.getCode()) {
                case LEFT -> move(-1);
                case RIGHT -> move(1);
                case ESCAPE -> cursor.set(-1);
                default -> {
                    return;
                }
            }
            event.consume();
        });
        cursor.subscribe(nanos -> {
            plot.cursor(nanos.longValue());
            tell();
        });
        tell();
    }

    /** Lets it be asked where what it shows comes from. */
    void asks(OriginPop origins) {
        heading.setId("chart-heading-" + title.toLowerCase(Locale.ROOT).replace(' ', '-'));
        origins.attach(() -> Optional.of(AskedFigure.of(title, origin, samples(), Optional.empty())), heading);
    }

    private String samples() {
        return model == null || model.length() == 0
                ? ""
                : FigureText.count(model.length()) + " spans of " + FigureText.duration(model.spanNanos()) + ".";
    }

    void show(ChartModel shown, long spanNanos) {
        model = shown;
        plot.show(shown, spanNanos);
        max.setText(shown.maxText());
        tell();
    }

    /** Where the run stands, simulated nanoseconds. */
    void now(long timeNanos) {
        nowNanos = timeNanos;
        plot.now(timeNanos);
        tell();
    }

    /** Says the means of that stretch instead of the present; nothing for the whole run. */
    void stretch(Optional<Stretch.Span> chosen) {
        stretch = chosen;
        tell();
    }

    /** Moves the cursor by so many values, from the present when there is none. */
    private void move(int by) {
        if (model != null && model.length() > 0) {
            int from = model.indexAt(cursor.get() < 0 ? nowNanos : cursor.get());
            int to = Math.clamp((long) from + by, 0, model.length() - 1);
            cursor.set(model.timeNanos(to));
        }
    }

    private void tell() {
        ChartModel shown = model;
        boolean pointed = cursor.get() >= 0;
        String text = "–";
        if (shown != null && pointed) {
            boolean known = cursor.get() <= Math.max(nowNanos, shown.length() * shown.spanNanos());
            text = known ? shown.reading(shown.indexAt(cursor.get())) : "–";
        } else if (shown != null && stretch.isPresent()) {
            text = shown.mean(stretch.get().fromNanos(), stretch.get().untilNanos());
        } else if (shown != null) {
            text = shown.reading(shown.indexAt(nowNanos - shown.spanNanos()));
        }
        reading.setText(text);
        setAccessibleText(title + ": " + (pointed ? "at " + FigureText.clock(cursor.get()) + ", " : "") + text);
    }
}
