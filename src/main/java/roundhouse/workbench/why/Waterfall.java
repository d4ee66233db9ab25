package roundhouse.workbench.why;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import roundhouse.workbench.FigureText;

/** A request's life as bars below each other on one axis of time, the parts below their whole; what caches answered is noted there. */
final class Waterfall extends ListView<WaterfallRow> {
    private static final double ROW = 22;
    private static final double TIME = 58;
    private static final double OUTCOME = 56;
    /** What names take at least, and what they leave to the bars. */
    private static final double LEAST_NAMES = 90;

    private static final double LEAST_BARS = 28;
    private static final double GAP = 4;
    private static final double INDENT = 9;
    /** Where the side is as narrow as that, px, names would be left no room. */
    private static final double NARROW = 300;

    private static final double LEAST_INDENT = 5;
    private static final int MOST_ROWS = 14;
    private static final PseudoClass AHEAD = PseudoClass.getPseudoClass("ahead");
    private static final PseudoClass NOTE = PseudoClass.getPseudoClass("note");
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private long lengthNanos = 1;
    /** Room for the times, which some outcomes precede. */
    private double timed = TIME;

    /** Room for the longest name there is to be seen. */
    private final DoubleProperty names = new SimpleDoubleProperty(LEAST_NAMES);

    private long beganNanos;
    /** Nanoseconds after the request began up to which it has happened. */
    private long nowNanos = Long.MAX_VALUE;

    Waterfall() {
        getStyleClass().add("waterfall");
        setFixedCellSize(ROW);
        setAccessibleText(text("why.the-request-hop-by-hop"));
        setCellFactory(_ -> new Cell());
    }

    /** Up to that time, simulated nanoseconds, it has happened. */
    void now(long timeNanos) {
        long before = ahead();
        nowNanos = timeNanos - beganNanos;
        if (ahead() != before) {
            refresh();
        }
    }

    private long ahead() {
        return getItems().stream().filter(this::isAhead).count();
    }

    private boolean isAhead(WaterfallRow row) {
        return row.startNanos() > nowNanos;
    }

    /** @param beganNanos when the request began, simulated nanoseconds */
    void show(List<WaterfallRow> rows, long beganNanos) {
        this.beganNanos = beganNanos;
        timed = TIME + (rows.stream().allMatch(row -> row.outcome().isEmpty()) ? 0 : OUTCOME);
        lengthNanos = Math.max(
                1, rows.stream().mapToLong(WaterfallRow::endNanos).max().orElse(1));
        getItems().setAll(rows);
        double height = Math.min(MOST_ROWS, rows.size()) * ROW + 2;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
    }

    private final class Cell extends ListCell<WaterfallRow> {
        private final Label name = new Label();
        private final Region bar = new Region();
        private final Label time = new Label();
        /** The line in words: where the side is narrow its name is cut. */
        private final Tooltip whole = new Tooltip();

        private final Pane line = new Pane(bar, name, time) {
            @Override
            protected void layoutChildren() {
                Cell.this.place(getWidth(), getHeight());
            }

            @Override
            protected double computePrefWidth(double height) {
                return 0;
            }
        };

        Cell() {
            getStyleClass().add("waterfall-cell");
            name.getStyleClass().add("waterfall-name");
            time.getStyleClass().add("waterfall-time");
            line.setMinWidth(0);
            setPrefWidth(0);
            names.subscribe(line::requestLayout);
        }

        @Override
        protected void updateItem(@Nullable WaterfallRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText("");
                return;
            }
            name.setText(row.label());
            time.setText(row.outcome().isEmpty() ? row.length() : row.outcome() + " " + row.length());
            bar.getStyleClass().setAll("bar", "bar-" + row.span().kind().name().toLowerCase(Locale.ROOT));
            bar.setVisible(!row.note());
            pseudoClassStateChanged(NOTE, row.note());
            pseudoClassStateChanged(AHEAD, isAhead(row));
            pseudoClassStateChanged(BAD, !row.outcome().isEmpty());
            whole.setText(FigureText.sentence(row.words()));
            setTooltip(whole);
            setAccessibleText(row.words() + (isAhead(row) ? text("why.still-to-come") : ""));
            setGraphic(line);
            line.requestLayout();
        }

        private void place(double width, double height) {
            WaterfallRow row = getItem();
            if (row == null) {
                return;
            }
            double indent = (width < NARROW ? LEAST_INDENT : INDENT) * row.depth();
            if (!row.note()) {
                names.set(Math.max(names.get(), indent + name.prefWidth(-1) + GAP));
            }
            double most = width - timed - 2 * GAP - LEAST_BARS;
            double named = Math.min(Math.max(names.get(), width * 0.38), most);
            double axis = Math.max(20, width - named - timed - 2 * GAP);
            double x = named + axis * row.startNanos() / lengthNanos;
            double wide = Math.max(2, axis * (row.endNanos() - row.startNanos()) / lengthNanos);
            double room = row.note() ? width : named - GAP;
            name.resizeRelocate(indent, 0, Math.max(20, room - indent), height);
            bar.resizeRelocate(Math.min(x, named + axis - 2), Math.rint(height / 2) - 4, wide, 8);
            time.resizeRelocate(width - timed, 0, timed, height);
        }
    }
}
