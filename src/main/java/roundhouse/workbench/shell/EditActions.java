package roundhouse.workbench.shell;

import static roundhouse.workbench.shell.Action.Group.EDIT;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import roundhouse.workbench.document.Document;

/** The Edit menu. */
final class EditActions {
    private EditActions() {}

    static void register(Actions actions, Document document) {
        BooleanBinding undoable = document.doneProperty().greaterThan(0);
        BooleanBinding redoable = Bindings.createBooleanBinding(
                () -> document.doneProperty().get() < document.changes().size(),
                document.doneProperty(),
                document.changes());
        actions.add(
                Action.of("edit.undo", EDIT, "Undo", document::undo, "Shortcut+Z")
                        .titled(labelled("Undo", document, -1))
                        .when(undoable),
                Action.of("edit.redo", EDIT, "Redo", document::redo, "Shortcut+Shift+Z", "Shortcut+Y")
                        .titled(labelled("Redo", document, 0))
                        .when(redoable));
    }

    private static StringBinding labelled(String word, Document document, int offset) {
        return Bindings.createStringBinding(
                () -> {
                    int index = document.doneProperty().get() + offset;
                    return index >= 0 && index < document.changes().size()
                            ? word + " " + document.changes().get(index).label()
                            : word;
                },
                document.doneProperty(),
                document.changes());
    }
}
