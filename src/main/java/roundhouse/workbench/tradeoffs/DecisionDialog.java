package roundhouse.workbench.tradeoffs;

import static roundhouse.workbench.texts.Texts.text;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Modality;
import javafx.stage.Window;
import roundhouse.topology.Topology;
import roundhouse.workbench.WorkLane;

/** The table of claims in a window of its own, beside which one can go on working. */
public final class DecisionDialog {
    private static final double WIDTH = 1_040;
    private static final double HEIGHT = 640;
    /** Around it in a small window. */
    private static final double MARGIN = 80;

    private DecisionDialog() {}

    /**
     * @param samples gives the topology of a sample's file
     * @param open shows a topology in the window
     */
    public static void show(
            WorkLane lane, Function<String, Optional<Topology>> samples, Consumer<Topology> open, Window owner) {
        DecisionView view = new DecisionView(lane, samples, open);
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setResizable(true);
        dialog.setTitle(text("tradeoffs.claims"));
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        dialog.getDialogPane().getStyleClass().add("wide-dialog");
        dialog.getDialogPane().setContent(view);
        view.setPrefSize(Math.min(WIDTH, owner.getWidth() - MARGIN), Math.min(HEIGHT, owner.getHeight() - 2 * MARGIN));
        dialog.setOnHidden(_ -> view.stop());
        dialog.show();
    }
}
