package roundhouse.workbench.inspector;

import java.util.Collection;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import org.controlsfx.control.decoration.Decoration;
import org.controlsfx.control.decoration.GraphicDecoration;
import org.controlsfx.validation.ValidationMessage;
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
        support.setValidationDecorator(
                new CompoundValidationDecoration(new StyleClassValidationDecoration("error", "warning"), new Sign()));
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

    /** At the upper corner: what is wrong is said in words below. */
    private static final class Sign extends GraphicValidationDecoration {
        @Override
        protected Collection<Decoration> createValidationDecorations(ValidationMessage message) {
            return List.of(new GraphicDecoration(createDecorationNode(message), Pos.TOP_RIGHT));
        }
    }
}
