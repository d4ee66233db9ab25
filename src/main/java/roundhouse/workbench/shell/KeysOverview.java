package roundhouse.workbench.shell;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.stage.Window;

/** All keys at a glance. */
final class KeysOverview {
    /** What the mouse does; it has no entry in the registry. */
    private static final List<List<String>> MOUSE = List.of(
            List.of("Link two nodes", "drag from a node's edge"),
            List.of("Select several", "drag over empty canvas"),
            List.of("Move the view", "Space and drag, or wheel"),
            List.of("Zoom to the pointer", "Ctrl and wheel"));

    private KeysOverview() {}

    static void show(Actions actions, Window owner) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle("Keys");
        dialog.setHeaderText("Keys");
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        FlowPane columns = new FlowPane();
        columns.getStyleClass().add("keys-overview");
        columns.setPrefWrapLength(700);
        for (Action.Group group : Action.Group.values()) {
            List<List<String>> rows = actions.of(group).stream()
                    .filter(action -> !action.keys().isEmpty())
                    .map(action -> List.of(action.title().get(), action.keysText()))
                    .toList();
            if (!rows.isEmpty()) {
                columns.getChildren().add(table(group.title(), rows));
            }
        }
        columns.getChildren().add(table("Mouse", MOUSE));
        dialog.getDialogPane().setContent(columns);
        dialog.showAndWait();
    }

    private static GridPane table(String title, List<List<String>> rows) {
        GridPane table = new GridPane();
        table.getStyleClass().add("keys-table");
        ColumnConstraints what = new ColumnConstraints();
        what.setHgrow(Priority.ALWAYS);
        ColumnConstraints key = new ColumnConstraints();
        key.setHalignment(HPos.RIGHT);
        table.getColumnConstraints().setAll(what, key);
        Label heading = new Label(title.toUpperCase(java.util.Locale.ROOT));
        heading.getStyleClass().add("section-heading");
        table.add(heading, 0, 0, 2, 1);
        for (int i = 0; i < rows.size(); i++) {
            Label keyLabel = new Label(rows.get(i).get(1));
            keyLabel.getStyleClass().add("key");
            table.addRow(i + 1, new Label(rows.get(i).get(0)), keyLabel);
        }
        return table;
    }
}
