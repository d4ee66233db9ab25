package roundhouse.workbench.help;

import static roundhouse.workbench.texts.Texts.text;

import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Modality;
import javafx.stage.Window;

/** The glossary in a window of its own, beside which one can go on working. */
public final class GlossaryDialog {
    private GlossaryDialog() {}

    public static void show(Window owner) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setResizable(true);
        dialog.setTitle(text("help.glossary"));
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        GlossaryView view = new GlossaryView(Glossary.shipped());
        dialog.getDialogPane().setContent(view);
        dialog.show();
        view.focusSearch();
    }
}
