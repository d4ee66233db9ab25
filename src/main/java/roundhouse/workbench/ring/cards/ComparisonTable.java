package roundhouse.workbench.ring.cards;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.registry.Placements;
import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.ring.model.PlacementComparison;
import roundhouse.workbench.ring.model.PlacementComparison.Row;
import roundhouse.workbench.ring.model.RingModel;

/** The same change under every placement, sortable and to be copied. Made anew, in the background, a moment after a change. */
public final class ComparisonTable extends Card {
    private static final Duration REST = Duration.millis(400);
    private static final Set<Placements> FIRST =
            Set.of(Placements.MODULO, Placements.RING, Placements.RENDEZVOUS, Placements.JUMP, Placements.MAGLEV);

    private static final double NAME_WIDTH = 169;

    private final RingModel model;
    private final ComparisonWork work;
    private final TableView<Row> table = new TableView<>();
    private final PauseTransition rest = new PauseTransition(REST);
    private @Nullable PlacementComparison shown;

    public ComparisonTable(RingModel model, BackgroundWork background) {
        super(text("ring.compared-title"));
        this.model = model;
        work = new ComparisonWork(
                background.lane("placements", text("ring.comparing-placements")),
                PlacementComparison::of,
                this::show,
                this::fail);
        getStyleClass().add("comparison");
        VBox.setVgrow(this, Priority.ALWAYS);
        VBox.setVgrow(table, Priority.ALWAYS);
        table.setAccessibleText(text("ring.compared"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<Row, Row> name = column(text("ring.placement"), Row::title, Row::nanos, NAME_WIDTH);
        name.setComparator((a, b) -> a.title().compareTo(b.title()));
        TableColumn<Row, Row> moved =
                column(text("ring.keys-moved"), row -> FigureText.percent(row.moved()), Row::moved, 92);
        moved.setCellFactory(_ -> new BarCell());
        table.getColumns()
                .setAll(List.of(
                        name,
                        moved,
                        column(
                                text("ring.max-over-mean"),
                                row -> String.format(Locale.ROOT, "%.2f×", row.maxOverMean()),
                                Row::maxOverMean,
                                88),
                        column("σ", row -> FigureText.percent(row.deviation()), Row::deviation, 62),
                        column(text("ring.memory"), row -> PlacementComparison.memory(row.memory()), Row::memory, 70),
                        column(text("ring.lookup"), row -> PlacementComparison.nanos(row.nanos()), Row::nanos, 56)));
        getChildren().add(table);
        Button csv = new Button(text("ring.copy-csv"));
        csv.setOnAction(_ -> copy(PlacementComparison::csv));
        Button markdown = new Button(text("ring.copy-markdown"));
        markdown.setOnAction(_ -> copy(PlacementComparison::markdown));
        atRight(csv, markdown);
        rest.setOnFinished(_ -> compare());
        model.onChange(rest::playFromStart);
        sceneProperty().addListener((_, _, scene) -> {
            if (scene != null) {
                rest.playFromStart();
            }
        });
    }

    private static TableColumn<Row, Row> column(
            String title, Function<Row, String> text, ToDoubleFunction<Row> order, double width) {
        TableColumn<Row, Row> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setComparator((a, b) -> Double.compare(order.applyAsDouble(a), order.applyAsDouble(b)));
        column.setMinWidth(width);
        column.setPrefWidth(width);
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Row row, boolean empty) {
                super.updateItem(row, empty);
                setText(row == null ? null : text.apply(row));
                getStyleClass().remove("current");
                if (row != null && row.current()) {
                    getStyleClass().add("current");
                }
            }
        });
        return column;
    }

    /** The part of keys that moved, as a bar and a figure. */
    private static final class BarCell extends TableCell<Row, Row> {
        private static final double BAR = 24;

        private final Region bar = new Region();
        private final StackPane track = new StackPane(bar);
        private final Label figure = new Label();
        private final HBox box = new HBox(6, track, figure);

        BarCell() {
            bar.getStyleClass().add("moved-bar");
            track.getStyleClass().add("moved-track");
            track.setAlignment(Pos.CENTER_LEFT);
            track.setMinWidth(BAR);
            track.setMaxWidth(BAR);
            box.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(row == null ? null : box);
            if (row != null) {
                bar.setMaxWidth(BAR * row.moved());
                bar.setMinWidth(BAR * row.moved());
                bar.getStyleClass().remove("bad");
                if (row.kind() == Placements.MODULO) {
                    bar.getStyleClass().add("bad");
                }
                figure.setText(FigureText.percent(row.moved()));
            }
        }
    }

    private void compare() {
        if (getScene() == null) {
            return;
        }
        table.setPlaceholder(new Label(text("ring.comparing")));
        String what = work.begin(model);
        subtitle(text("ring.compared-what", what));
    }

    /** What was compared before stands for something else by now. */
    private void fail(String reason) {
        shown = null;
        table.getItems().clear();
        table.setPlaceholder(new Label(text("ring.compared-failed", reason)));
    }

    private void show(PlacementComparison comparison) {
        shown = comparison;
        List<TableColumn<Row, ?>> order = List.copyOf(table.getSortOrder());
        table.getItems().setAll(comparison.rows());
        if (order.isEmpty()) {
            table.getItems().sort((a, b) -> Integer.compare(rank(a), rank(b)));
        }
        table.getSortOrder().setAll(order);
        table.sort();
    }

    /** What is shown first, then what everybody knows, then the rest. */
    private static int rank(Row row) {
        return row.current() ? 0 : FIRST.contains(row.kind()) ? 1 : 2;
    }

    private void copy(Function<PlacementComparison, String> form) {
        PlacementComparison comparison = shown;
        if (comparison != null) {
            ClipboardContent content = new ClipboardContent();
            content.putString(form.apply(comparison));
            Clipboard.getSystemClipboard().setContent(content);
        }
    }
}
