package roundhouse.workbench.inspector;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.forms.Editor.Option;
import roundhouse.workbench.KeepsKeys;
import roundhouse.workbench.SearchWords;
import roundhouse.workbench.SearchableChoice;
import roundhouse.workbench.TabLeaves;
import roundhouse.workbench.help.Pop;

/** The control that edits a line. */
final class LineEditor {
    /** About how wide the inspector is, and what stands around the words of an area in it, px. */
    private static final double WIDTH = 280;

    private static final double AROUND = 20;

    /** About how many fit beside a caption where the window is narrow. */
    private static final int LETTERS_BESIDE = 16;

    private static final int LEAST_ROWS = 2;
    private static final int MOST_ROWS = 9;
    private static final double TOOLTIP_WIDTH = 360;

    /** Longer lists are searched. */
    private static final int MOST_WITHOUT_SEARCH = 6;

    private static final String MIXED = text("inspector.several-values");

    static final SearchWords<Option> WORDS =
            new SearchWords<>(option -> SearchWords.of(option.title(), option.key(), option.summary()));

    private LineEditor() {}

    static Control of(Line line) {
        Control control = switch (line.editor()) {
            case Editor.Text(String prompt) -> textField(line, prompt);
            case Editor.Lines(String example) -> lines(line, text("inspector.example", example));
            case Editor.Choice(List<Option> options) -> choice(line, options);
            case Editor.Flag _ -> flag(line);
            case Editor.Shown(String formula) -> shown(line, formula);
        };
        control.setId("field-" + line.key().replace('.', '-'));
        if (!(line.editor() instanceof Editor.Shown)) {
            control.setAccessibleText(line.label());
        }
        if (!line.help().isEmpty()) {
            Tooltip tooltip = new Tooltip(line.help());
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(TOOLTIP_WIDTH);
            control.setTooltip(tooltip);
            if (control instanceof ComboBox<?> combo) {
                tooltip.textProperty()
                        .bind(combo.valueProperty()
                                .map(value -> value instanceof Option option
                                        ? text("inspector.option-and-help", option.title(), line.help())
                                        : line.help())
                                .orElse(line.help()));
            }
            control.setAccessibleHelp(line.help());
        }
        KeepsKeys.helps(control);
        control.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (KeepsKeys.isHelp(control, event)) {
                explain(line, control);
                event.consume();
            }
        });
        return control;
    }

    /** Whether it stands below its caption, over the whole width, since it would be cut beside that. */
    static boolean isWide(Line line) {
        return switch (line.editor()) {
            case Editor.Lines _ -> true;
            case Editor.Text _ -> line.valueProperty().get().length() > LETTERS_BESIDE;
            case Editor.Choice _, Editor.Flag _, Editor.Shown _ -> false;
        };
    }

    /** Says beside the control what the setting means. */
    static void explain(Line line, Control control) {
        Node[] lines = Stream.of(line.help(), line.errorProperty().get())
                .filter(text -> !text.isEmpty())
                .map(Pop::line)
                .toArray(Node[]::new);
        Pop.beside(control, line.label(), lines);
    }

    private static TextField textField(Line line, String prompt) {
        TextField field = new TextField();
        typing(field, line, prompt);
        field.setOnAction(_ -> commit(field, line));
        return field;
    }

    private static TextArea lines(Line line, String prompt) {
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.setPrefColumnCount(10);
        TabLeaves.from(area);
        typing(area, line, prompt);
        Runnable fit = () -> area.setPrefRowCount(
                Math.clamp(Math.max(rows(area.getText(), area), rows(prompt, area)), LEAST_ROWS, MOST_ROWS));
        area.textProperty().subscribe(fit);
        // Not while its parent gives it the width: the parent has asked for its height by then.
        area.widthProperty().subscribe(() -> Platform.runLater(fit));
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                commit(area, line);
                event.consume();
            }
        });
        return area;
    }

    /** How many lines a text takes there. */
    private static int rows(String text, TextArea area) {
        Text words = new Text(text);
        words.setFont(area.getFont());
        words.setWrappingWidth((area.getWidth() > 0 ? area.getWidth() : WIDTH) - AROUND);
        Text one = new Text();
        one.setFont(area.getFont());
        return (int) Math.round(
                words.getLayoutBounds().getHeight() / one.getLayoutBounds().getHeight());
    }

    private static void typing(TextInputControl field, Line line, String prompt) {
        line.valueProperty().subscribe(value -> field.setText(value));
        line.mixedProperty().subscribe(mixed -> field.setPromptText(mixed ? MIXED : prompt));
        field.textProperty().addListener((_, _, typed) -> {
            if (field.isFocused()) {
                line.type(typed);
            }
        });
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                commit(field, line);
            }
        });
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                line.refresh();
                field.setText(line.valueProperty().get());
                event.consume();
            }
        });
    }

    private static void commit(TextInputControl field, Line line) {
        if (line.commit(field.getText())) {
            field.setText(line.valueProperty().get());
        }
    }

    private static ComboBox<Option> choice(Line line, List<Option> options) {
        ComboBox<Option> box = options.size() > MOST_WITHOUT_SEARCH ? searchable() : new ComboBox<>();
        box.getItems().setAll(options);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setButtonCell(new TitleCell());
        box.setCellFactory(_ -> new SummaryCell());
        line.valueProperty().subscribe(value -> box.setValue(option(options, value)));
        box.valueProperty().addListener((_, _, chosen) -> {
            if (chosen != null && !line.commit(chosen.key())) {
                box.setValue(option(options, line.valueProperty().get()));
            }
        });
        return box;
    }

    /** Where letters that are typed narrow the list down. */
    private static ComboBox<Option> searchable() {
        SearchableChoice<Option> box = new SearchableChoice<>();
        box.setConverter(WORDS);
        return box;
    }

    private static @Nullable Option option(List<Option> options, String key) {
        return options.stream()
                .filter(option -> option.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    private static CheckBox flag(Line line) {
        CheckBox box = new CheckBox();
        line.valueProperty().subscribe(value -> box.setSelected(value.equals(Editor.ON)));
        line.mixedProperty().subscribe(box::setIndeterminate);
        box.setOnAction(_ -> {
            if (!line.commit(box.isSelected() ? Editor.ON : Editor.OFF)) {
                box.setSelected(line.valueProperty().get().equals(Editor.ON));
            }
        });
        return box;
    }

    private static Label shown(Line line, String formula) {
        Label value = new Label();
        value.getStyleClass().add("figure-value");
        value.textProperty()
                .bind(Bindings.when(line.mixedProperty()).then(MIXED).otherwise(line.valueProperty()));
        value.accessibleTextProperty()
                .bind(value.textProperty().map(now -> text("inspector.shown-spoken", line.label(), now, formula)));
        return value;
    }

    private static final class TitleCell extends ListCell<Option> {
        @Override
        protected void updateItem(@Nullable Option option, boolean empty) {
            super.updateItem(option, empty);
            setText(option == null || empty ? MIXED : option.title());
        }
    }

    private static final class SummaryCell extends ListCell<Option> {
        private final Label title = new Label();
        private final Label summary = new Label();
        private final Node both = new VBox(title, summary);

        SummaryCell() {
            summary.getStyleClass().add("option-summary");
        }

        @Override
        protected void updateItem(@Nullable Option option, boolean empty) {
            super.updateItem(option, empty);
            if (option == null || empty) {
                setGraphic(null);
                return;
            }
            title.setText(option.title());
            summary.setText(option.summary());
            summary.setManaged(!option.summary().isEmpty());
            setGraphic(both);
        }
    }
}
