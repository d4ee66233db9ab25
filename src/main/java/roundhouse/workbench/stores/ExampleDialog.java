package roundhouse.workbench.stores;

import static roundhouse.workbench.texts.Texts.text;

import java.util.function.LongConsumer;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Modality;
import javafx.stage.Window;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.history.CheckedHistory;
import roundhouse.workbench.history.HistoryView;

/** A counter-example of a run in a window of its own; a click on an operation goes to its moment. */
public final class ExampleDialog {
    private static final double WIDTH = 1_000;
    private static final double HEIGHT = 560;
    /** Around it in a small window. */
    private static final double MARGIN = 80;

    private ExampleDialog() {}

    /** @param seek takes the run to a moment, simulated nanoseconds */
    public static void show(CheckedHistory checked, LongConsumer seek, Window owner) {
        HistoryView view = new HistoryView(FigureText::clock, seek);
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setResizable(true);
        dialog.setTitle(text("stores.counter-example"));
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        dialog.getDialogPane().getStyleClass().add("wide-dialog");
        dialog.getDialogPane().setContent(view);
        view.setPrefSize(Math.min(WIDTH, owner.getWidth() - MARGIN), Math.min(HEIGHT, owner.getHeight() - 2 * MARGIN));
        dialog.show();
        view.show(checked);
        view.focus();
    }
}
