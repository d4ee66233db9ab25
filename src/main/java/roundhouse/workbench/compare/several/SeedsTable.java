package roundhouse.workbench.compare.several;

import static roundhouse.workbench.texts.Texts.text;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import roundhouse.workbench.KeepsKeys;
import roundhouse.workbench.compare.measured.ComparedFigure;
import roundhouse.workbench.compare.measured.FigureOrigins;
import roundhouse.workbench.compare.measured.MeasuredRow;
import roundhouse.workbench.origins.AskedFigure;

/** A row for each design that was run: the mean of each figure, and below it the difference to the baseline and how sure that is. */
final class SeedsTable extends TableView<Integer> implements KeepsKeys {
    static final KeyCombination MARKDOWN = KeyCombination.valueOf("Shortcut+C");
    static final KeyCombination CSV = KeyCombination.valueOf("Shortcut+Shift+C");
    static final KeyCombination BASELINE = KeyCombination.valueOf("B");
    static final KeyCombination ORIGIN = KeyCombination.valueOf("W");
    private static final double NAME_WIDTH = 230;
    /** Around the text of a cell, and beside a heading the sign of the order. */
    private static final double PADDING = 20;

    private static final double SIGN = 22;
    /** Of the table, with the bar to scroll it. */
    private static final double BORDERS = 18;

    private static final double WIDEST_NAME = 640;

    private final SeveralModel model;
    private final ObservableList<Integer> numbers = FXCollections.observableArrayList();
    private final SortedList<Integer> sorted = new SortedList<>(numbers);
    /** Grows with all that changes what cells say. */
    private final IntegerProperty changes = new SimpleIntegerProperty(this, "changes", 0);

    private List<ComparedFigure> columns = List.of();

    SeedsTable(SeveralModel model) {
        this.model = model;
        setId("several-table");
        getStyleClass().add("several-table");
        setAccessibleText(text("compare.table"));
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        getSelectionModel().setCellSelectionEnabled(true);
        getColumns().add(playing());
        TableColumn<Integer, Integer> name = name();
        getColumns().add(name);
        getColumns().add(seeds());
        focusedProperty().subscribe(this::reached);
        widthProperty().subscribe(() -> spread(name));
        model.rows().addListener((ListChangeListener<MeasuredRow>) _ -> changed());
        model.playingProperty().subscribe(_ -> changes.set(changes.get() + 1));
        model.baselineProperty().subscribe(_ -> changed());
    }

    @Override
    public boolean keeps(KeyEvent event) {
        return Stream.of(MARKDOWN, CSV, BASELINE, ORIGIN).anyMatch(keys -> keys.match(event))
                || KeepsKeys.removes(event);
    }

    /** Reached by keyboard, a cell has the focus, so that the arrow keys go on from there. */
    private void reached(boolean focused) {
        TablePosition<?, ?> focus = getFocusModel().getFocusedCell();
        if (focused && !getItems().isEmpty() && focus.getTableColumn() == null) {
            getSelectionModel()
                    .clearAndSelect(Math.max(0, focus.getRow()), getColumns().getFirst());
        }
    }

    /** The rows in the order in which they are seen. */
    List<MeasuredRow> seen() {
        return getItems().stream().flatMap(number -> model.row(number).stream()).toList();
    }

    /** What the cell with the focus says, in sentences; empty where there is none. */
    String explained() {
        return figure().flatMap(figure -> chosen().map(row -> SeveralText.explained(figure, row, model.baseline())))
                .orElse("");
    }

    /** The row of the cell with the focus. */
    Optional<MeasuredRow> chosen() {
        int line = getFocusModel().getFocusedIndex();
        return line < 0 || line >= getItems().size()
                ? Optional.empty()
                : model.row(getItems().get(line));
    }

    private Optional<ComparedFigure> figure() {
        int column = getFocusModel().getFocusedCell().getColumn() - 3;
        return column < 0 || column >= columns.size() ? Optional.empty() : Optional.of(columns.get(column));
    }

    /** The figure of the cell with the focus, to be asked where it comes from. */
    Optional<AskedFigure> asked() {
        return figure().flatMap(figure -> chosen().map(row -> FigureOrigins.overSeeds(figure, row)));
    }

    /** The cell with the focus; the table where it is not in sight. */
    Node chosenCell() {
        TablePosition<?, ?> focus = getFocusModel().getFocusedCell();
        return lookupAll(".table-cell").stream()
                .filter(node -> node instanceof TableCell<?, ?> cell
                        && cell.getIndex() == focus.getRow()
                        && Objects.equals(cell.getTableColumn(), focus.getTableColumn()))
                .findFirst()
                .orElse(this);
    }

    private void changed() {
        List<Integer> now = model.rows().stream().map(MeasuredRow::number).toList();
        if (now.size() < numbers.size()) {
            numbers.setAll(now);
        } else {
            numbers.addAll(now.subList(numbers.size(), now.size()));
        }
        List<ComparedFigure> next = SeveralText.columns(model.rows());
        if (!next.equals(columns)) {
            columns = next;
            getSortOrder().clear();
            getColumns().remove(3, getColumns().size());
            columns.forEach(figure -> getColumns().add(figure(figure)));
        }
        changes.set(changes.get() + 1);
        for (int i = 0; i < columns.size(); i++) {
            widen(getColumns().get(i + 3), columns.get(i));
        }
        spread(getColumns().get(1));
        if (!getSortOrder().isEmpty()) {
            sort();
        }
    }

    /** What the figures leave is for the words about each. */
    private void spread(TableColumn<Integer, ?> name) {
        double others = getColumns().stream()
                .filter(column -> !column.equals(name))
                .mapToDouble(TableColumn::getPrefWidth)
                .sum();
        name.setPrefWidth(Math.clamp(getWidth() - others - BORDERS, NAME_WIDTH, WIDEST_NAME));
    }

    /** As wide as what stands in it: nothing is cut. */
    private void widen(TableColumn<Integer, ?> column, ComparedFigure figure) {
        double wide = width(figure.heading(), true) + SIGN;
        for (MeasuredRow row : model.rows()) {
            wide = Math.max(wide, width("★ " + figure.unit().text(row.value(figure)), true));
            wide = Math.max(wide, width("✓ " + SeveralText.difference(figure, row, model.baseline()), true));
        }
        if (wide + PADDING > column.getMinWidth()) {
            column.setMinWidth(Math.ceil(wide + PADDING));
            column.setPrefWidth(column.getMinWidth());
        }
    }

    private static double width(String text, boolean bold) {
        Text measured = new Text(text);
        measured.setStyle("-fx-font-size: 13px;" + (bold ? "-fx-font-weight: bold;" : ""));
        measured.applyCss();
        return measured.getLayoutBounds().getWidth();
    }

    private TableColumn<Integer, Integer> column(String heading, Comparator<MeasuredRow> order) {
        TableColumn<Integer, Integer> column = new TableColumn<>(heading);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setComparator((a, b) -> {
            MeasuredRow first = model.row(a).orElse(null);
            MeasuredRow second = model.row(b).orElse(null);
            return first == null || second == null ? Integer.compare(a, b) : order.compare(first, second);
        });
        return column;
    }

    private TableColumn<Integer, Integer> playing() {
        TableColumn<Integer, Integer> column =
                column(text("compare.plays"), Comparator.comparingInt(MeasuredRow::number));
        column.setCellFactory(_ -> new PlaysCell(model, changes));
        column.setMinWidth(70);
        column.setPrefWidth(70);
        return column;
    }

    private TableColumn<Integer, Integer> name() {
        TableColumn<Integer, Integer> column = column(
                text("compare.design"),
                Comparator.comparing(row -> row.entrant().title()));
        column.setCellFactory(_ -> new NameCell(model, changes));
        column.setMinWidth(NAME_WIDTH);
        return column;
    }

    private TableColumn<Integer, Integer> seeds() {
        TableColumn<Integer, Integer> column = column(
                text("compare.seeds"),
                Comparator.comparingInt(row -> row.bySeed().size()));
        column.setCellFactory(_ -> new SeedsCell(model, changes));
        column.setMinWidth(100);
        column.setPrefWidth(100);
        return column;
    }

    private TableColumn<Integer, Integer> figure(ComparedFigure figure) {
        TableColumn<Integer, Integer> column =
                column(figure.heading(), Comparator.comparingDouble(row -> row.value(figure)));
        column.setId("several-column-" + figure.name().toLowerCase(Locale.ROOT));
        column.getStyleClass().add("several-right");
        column.setCellFactory(_ -> new FigureCell(figure, model, changes));
        return column;
    }
}
