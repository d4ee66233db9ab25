package roundhouse.workbench.learn;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.workbench.TabLeaves;

/**
 * Labelled controls for the settings of something that is edited, as a lesson or a step of it. What is typed is taken when its control is
 * left.
 */
final class LessonForm<T> {
    private final VBox box;
    private final Supplier<T> edited;
    private final Consumer<T> set;
    private final Consumer<String> told;

    /**
     * @param box where the controls are put
     * @param edited as it is now
     * @param set takes what it has become
     * @param told is told what is wrong with what was typed, or nothing once it was taken
     */
    LessonForm(VBox box, Supplier<T> edited, Consumer<T> set, Consumer<String> told) {
        this.box = box;
        this.edited = edited;
        this.set = set;
        this.told = told;
    }

    void add(FormField<T> field) {
        Label label = new Label(field.label());
        Control control;
        switch (field.editor()) {
            case Editor.Choice(List<Editor.Option> options) -> {
                ComboBox<String> combo = new ComboBox<>();
                options.forEach(option -> combo.getItems().add(option.key()));
                combo.setValue(field.read().apply(edited.get()));
                combo.setOnAction(_ -> write(field, combo.getValue()));
                control = combo;
            }
            case Editor.Lines(String prompt) -> control = typed(new TextArea(), prompt, field);
            case Editor.Text(String prompt) -> control = typed(new TextField(), prompt, field);
            case Editor.Flag _, Editor.Shown _ -> control = typed(new TextField(), "", field);
        }
        control.setId("editor-field-" + field.key().replace('.', '-'));
        control.setMaxWidth(Double.MAX_VALUE);
        control.setTooltip(new Tooltip(field.help()));
        control.setAccessibleText(field.label());
        label.setLabelFor(control);
        box.getChildren().addAll(label, control);
    }

    private Control typed(TextInputControl control, String prompt, FormField<T> field) {
        control.setText(field.read().apply(edited.get()));
        control.setPromptText(prompt);
        if (control instanceof TextArea area) {
            area.setPrefRowCount(4);
            TabLeaves.from(area);
            area.setWrapText(true);
        }
        if (control instanceof TextField line) {
            line.setOnAction(_ -> write(field, line.getText()));
        }
        control.focusedProperty().addListener((_, _, focused) -> {
            if (!focused && !control.getText().equals(field.read().apply(edited.get()))) {
                write(field, control.getText());
            }
        });
        return control;
    }

    private void write(FormField<T> field, String text) {
        switch (field.write().apply(edited.get(), text)) {
            case Parsed.Value<T>(T next) -> {
                set.accept(next);
                told.accept("");
            }
            case Parsed.Wrong<T>(String reason) -> told.accept(field.label() + ": " + reason);
        }
    }
}
