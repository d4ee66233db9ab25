package roundhouse.workbench.importing;

import static roundhouse.workbench.texts.Texts.text;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What came of importing a configuration, in columns: where a setting stands, the setting, what it became. Lines can be copied. */
public final class ImportedView extends VBox {
    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

    /** The shares of the list's width that the columns have. */
    private static final double[] ONE_FILE = {0.06, 0.46, 0.48};

    private static final double[] SEVERAL_FILES = {0.18, 0.41, 0.41};

    /** The room at the right that lines leave free, pixels. */
    private static final double SCROLL_BAR = 28;

    private final ListView<ImportedLine> list = new ListView<>();
    private final double[] shares;

    public ImportedView(ImportedLines imported) {
        getStyleClass().add("imported");
        shares = imported.areOfSeveralFiles() ? SEVERAL_FILES : ONE_FILE;
        Columns titles = new Columns();
        list.setId("imported-lines");
        list.setAccessibleText(imported.title());
        list.getItems().setAll(imported.lines());
        list.setCellFactory(_ -> new Line());
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setOnKeyPressed(event -> {
            if (COPY.match(event)) {
                copy(imported.copied(list.getSelectionModel().getSelectedItems()));
                event.consume();
            }
        });
        titles.getStyleClass().add("imported-titles");
        titles.show(text("importing.line"), text("importing.setting"), text("importing.became"));
        setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(titles, list);
    }

    /** The keys go to the lines. */
    public void focusLines() {
        list.requestFocus();
    }

    /** What that column has of what lines have, in whole pixels. */
    private double width(int column) {
        return Math.floor((list.getWidth() - SCROLL_BAR) * shares[column]);
    }

    private static void copy(String lines) {
        ClipboardContent content = new ClipboardContent();
        content.putString(lines);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** Three texts beside each other, each in as many lines as it needs. */
    private final class Columns extends Pane {
        private final Label where = new Label();
        private final Label setting = new Label();
        private final Label became = new Label();

        Columns() {
            getStyleClass().add("imported-columns");
            where.getStyleClass().add("imported-where");
            setting.getStyleClass().add("imported-setting");
            became.getStyleClass().add("imported-became");
            getChildren().addAll(where, setting, became);
            getChildren().forEach(label -> ((Label) label).setWrapText(true));
            // A cell is as high as its style says, or as what stands in it must be.
            setMinHeight(USE_PREF_SIZE);
            list.widthProperty().subscribe(this::requestLayout);
        }

        void show(String first, String second, String third) {
            where.setText(first);
            setting.setText(second);
            became.setText(third);
        }

        @Override
        protected double computePrefHeight(double width) {
            double highest = Math.max(where.prefHeight(width(0)), setting.prefHeight(width(1)));
            return snapSizeY(snappedTopInset() + Math.max(highest, became.prefHeight(width(2))) + snappedBottomInset());
        }

        @Override
        protected void layoutChildren() {
            double x = snappedLeftInset();
            for (int i = 0; i < getChildren().size(); i++) {
                getChildren().get(i).resizeRelocate(x, snappedTopInset(), width(i), getHeight() - snappedTopInset());
                x += width(i);
            }
        }
    }

    /** A sentence over all columns. */
    private final class Sentence extends Label {
        Sentence(String style) {
            getStyleClass().add(style);
            setWrapText(true);
            setMinHeight(USE_PREF_SIZE);
            list.widthProperty().subscribe(this::requestLayout);
        }

        @Override
        protected double computePrefHeight(double width) {
            return super.computePrefHeight(list.getWidth() - SCROLL_BAR);
        }
    }

    private final class Line extends ListCell<ImportedLine> {
        private final Columns columns = new Columns();
        private final Sentence heading = new Sentence("imported-heading");
        private final Sentence assumption = new Sentence("imported-assumption");

        Line() {
            getStyleClass().add("imported-line");
            // As wide as the list, not as the words.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable ImportedLine line, boolean empty) {
            super.updateItem(line, empty);
            setAccessibleText(line == null ? "" : line.plain());
            switch (line) {
                case null -> setGraphic(null);
                case ImportedLine.Heading told -> {
                    heading.setText(told.plain());
                    setGraphic(heading);
                }
                case ImportedLine.Setting setting -> {
                    columns.show(
                            setting.where(),
                            setting.told().text(),
                            setting.told().note());
                    setGraphic(columns);
                }
                case ImportedLine.Assumption told -> {
                    assumption.setText(told.plain());
                    setGraphic(assumption);
                }
            }
        }
    }
}
