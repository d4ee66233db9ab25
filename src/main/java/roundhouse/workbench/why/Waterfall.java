package roundhouse.workbench.why;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A request's life as bars below each other on one axis of time, the parts below their whole; what caches answered is noted there. */
final class Waterfall extends ListView<WaterfallRow> {
    private static final double ROW = 22;
    private static final double TIME = 58;
    private static final double OUTCOME = 56;
    private static final int MOST_ROWS = 14;
    private static final PseudoClass AHEAD = PseudoClass.getPseudoClass("ahead");
    private static final PseudoClass NOTE = PseudoClass.getPseudoClass("note");
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private long lengthNanos = 1;
    /** Room for the times, which some outcomes precede. */
    private double timed = TIME;

    private long nowNanos = Long.MAX_VALUE;

    Waterfall() {
        getStyleClass().add("waterfall");
        setFixedCellSize(ROW);
        setAccessibleText(text("why.the-request-hop-by-hop"));
        setCellFactory(_ -> new Cell());
    }

    /**
     * @param beganNanos when the request began, simulated nanoseconds
     * @param nowNanos simulated nanoseconds up to which it has happened
     */
    void show(List<WaterfallRow> rows, long beganNanos, long nowNanos) {
        this.nowNanos = nowNanos - beganNanos;
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
        }

        @Override
        protected void updateItem(@Nullable WaterfallRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            name.setText(row.label());
            time.setText(row.outcome().isEmpty() ? row.length() : row.outcome() + " " + row.length());
            bar.getStyleClass().setAll("bar", "bar-" + row.span().kind().name().toLowerCase(Locale.ROOT));
            bar.setVisible(!row.note());
            pseudoClassStateChanged(NOTE, row.note());
            pseudoClassStateChanged(AHEAD, row.startNanos() > nowNanos);
            pseudoClassStateChanged(BAD, !row.outcome().isEmpty());
            setAccessibleText(row.words() + (row.startNanos() > nowNanos ? text("why.still-to-come") : ""));
            setGraphic(line);
            line.requestLayout();
        }

        private void place(double width, double height) {
            WaterfallRow row = getItem();
            if (row == null) {
                return;
            }
            double named = Math.max(90, width * 0.38);
            double axis = Math.max(20, width - named - timed - 8);
            double x = named + axis * row.startNanos() / lengthNanos;
            double wide = Math.max(2, axis * (row.endNanos() - row.startNanos()) / lengthNanos);
            double indent = 9.0 * row.depth();
            double room = row.note() ? width : named - 4;
            name.resizeRelocate(indent, 0, Math.max(20, room - indent), height);
            bar.resizeRelocate(Math.min(x, named + axis - 2), Math.rint(height / 2) - 4, wide, 8);
            time.resizeRelocate(width - timed, 0, timed, height);
        }
    }
}
