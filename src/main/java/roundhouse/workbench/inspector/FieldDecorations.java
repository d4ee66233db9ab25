package roundhouse.workbench.inspector;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import org.controlsfx.validation.ValidationResult;
import org.controlsfx.validation.ValidationSupport;
import org.controlsfx.validation.Validator;
import org.controlsfx.validation.decoration.CompoundValidationDecoration;
import org.controlsfx.validation.decoration.GraphicValidationDecoration;
import org.controlsfx.validation.decoration.StyleClassValidationDecoration;

/** Marks the fields of a form whose text cannot be applied: a sign at the corner that says why, and the colour of an error. */
final class FieldDecorations {
    private final ValidationSupport support = new ValidationSupport();

    FieldDecorations() {
        support.setValidationDecorator(new CompoundValidationDecoration(
                new StyleClassValidationDecoration("error", "warning"), new GraphicValidationDecoration()));
    }

    void follow(Line line, Control control) {
        if (control instanceof Label || control instanceof CheckBox) {
            return;
        }
        Validator<Object> validator = (field, _) -> {
            String error = line.errorProperty().get();
            return ValidationResult.fromErrorIf(field, error, !error.isEmpty());
        };
        support.registerValidator(control, false, validator);
        line.errorProperty().subscribe(_ -> support.revalidate(control));
    }
}
