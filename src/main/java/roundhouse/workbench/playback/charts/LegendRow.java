package roundhouse.workbench.playback.charts;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import roundhouse.workbench.playback.charts.sheets.ChartLook;

/**
 * The lines of a chart by name: a click, Space or Enter takes one away or brings it back; a double click, Alt and a click or Alt+Enter shows
 * it alone. Arrow keys go from one to the next. Those that have no room are counted, and are in the list of all lines.
 */
final class LegendRow extends Region {
    private final ChosenLines lines;
    private final Runnable left;
    private final Label more = new Label("+99");
    private List<Entry> entries = List.of();
    private ChartModel chart;

    /** @param leave what Escape does */
    LegendRow(ChosenLines lines, ChartModel first, Runnable leave) {
        this.lines = lines;
        chart = first;
        left = leave;
        getStyleClass().add("chart-legend");
        setPickOnBounds(false);
        setMinWidth(0);
        more.getStyleClass().add("chart-legend-more");
        more.setTooltip(new Tooltip(text("playback.further-lines-see-the-list")));
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    /** Shows these lines; nodes stay as they are while the lines are the same. */
    void show(ChartModel shown, ChartLook look) {
        chart = shown;
        List<ChartModel.Series> named = shown.series().size() < 2 ? List.of() : shown.series();
        boolean same = named.size() == entries.size();
        for (int i = 0; same && i < named.size(); i++) {
            same = entries.get(i).isOf(named.get(i), look);
        }
        if (!same) {
            List<Entry> made = new ArrayList<>();
            named.forEach(line -> made.add(new Entry(line, look)));
            entries = List.copyOf(made);
            getChildren().setAll(entries);
            getChildren().add(more);
            requestLayout();
            tabStop(0);
        }
        for (int i = 0; i < entries.size(); i++) {
            entries.get(i).show(named.get(i));
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return entries.stream().mapToDouble(LegendRow::width).sum();
    }

    @Override
    protected double computePrefHeight(double width) {
        return entries.stream().mapToDouble(entry -> entry.prefHeight(-1)).max().orElse(0);
    }

    private static double width(Region entry) {
        return Math.ceil(entry.prefWidth(-1));
    }

    @Override
    protected void layoutChildren() {
        boolean all = computePrefWidth(-1) <= getWidth() + 1;
        double room = all ? getWidth() + 1 : getWidth() - width(more);
        double x = 0;
        int there = 0;
        for (Entry entry : entries) {
            double wide = width(entry);
            boolean fits = there == entries.indexOf(entry) && x + wide <= room;
            entry.setVisible(fits);
            if (fits) {
                entry.resizeRelocate(x, 0, wide, getHeight());
                x += wide;
                there++;
            }
        }
        more.setVisible(there < entries.size());
        more.setText("+" + (entries.size() - there));
        more.resizeRelocate(x, 0, width(more), getHeight());
    }

    /** One of them is reached by Tab, the others from there. */
    private void tabStop(int index) {
        for (int i = 0; i < entries.size(); i++) {
            entries.get(i).setFocusTraversable(i == index);
        }
    }

    private final class Entry extends ToggleButton {
        private final String key;
        private final ChartLook look;
        private ChartModel.Series series;

        Entry(ChartModel.Series series, ChartLook look) {
            super(series.name(), new LineSwatch(series, look));
            this.series = series;
            this.key = series.key();
            this.look = look;
            getStyleClass().setAll("chart-legend-entry");
            setMinWidth(Region.USE_PREF_SIZE);
            setTooltip(new Tooltip(text("playback.click-to-show-or-hide")));
            setOnAction(_ -> lines.toggle(this.series));
            addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
            addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        }

        boolean isOf(ChartModel.Series other, ChartLook as) {
            return other.key().equals(key)
                    && other.name().equals(getText())
                    && other.server() == series.server()
                    && other.member() == series.member()
                    && as.equals(look);
        }

        void show(ChartModel.Series next) {
            series = next;
            boolean drawn = lines.isDrawn(next);
            setSelected(drawn);
            setAccessibleText(next.name() + (drawn ? ", shown" : ", hidden"));
        }

        private void released(MouseEvent event) {
            boolean alone = event.isAltDown() || event.getClickCount() == 2;
            if (event.getButton() == MouseButton.PRIMARY && alone && event.isStillSincePress()) {
                disarm();
                if (event.getClickCount() == 2) {
                    // The first click took it away or brought it back.
                    lines.toggle(series);
                }
                lines.isolate(chart, series);
                event.consume();
            }
        }

        private void pressed(KeyEvent event) {
            int at = entries.indexOf(this);
            if (event.getCode() == KeyCode.ENTER && event.isAltDown()) {
                lines.isolate(chart, series);
            } else if (event.getCode() == KeyCode.ENTER) {
                lines.toggle(series);
            } else if (event.getCode() == KeyCode.LEFT && at > 0) {
                focus(at - 1);
            } else if (event.getCode() == KeyCode.RIGHT && at < entries.size() - 1) {
                focus(at + 1);
            } else if (event.getCode() == KeyCode.ESCAPE) {
                left.run();
            } else if (event.getCode() != KeyCode.LEFT && event.getCode() != KeyCode.RIGHT) {
                return;
            }
            event.consume();
        }

        private void focus(int index) {
            tabStop(index);
            entries.get(index).requestFocus();
        }
    }
}
