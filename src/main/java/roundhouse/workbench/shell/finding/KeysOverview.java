package roundhouse.workbench.shell.finding;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Window;

/** All keys at a glance. */
public final class KeysOverview {
    /** What pointer and keys do on the canvas alone; it has no entry in the registry. */
    private static final List<List<String>> CANVAS = List.of(
            List.of(text("shell.go-to-the-next-node"), text("shell.tab")),
            List.of(text("shell.go-to-the-card-that"), "Ctrl+arrow"),
            List.of(text("shell.select-that-too-or-not"), "Ctrl+Space"),
            List.of(text("shell.move-what-is-selected"), text("shell.arrow-with-shift-far")),
            List.of(text("shell.link-two-nodes"), text("shell.drag-from-a-nodes-edge")),
            List.of(text("shell.select-several"), text("shell.drag-over-empty-canvas")),
            List.of(text("shell.move-the-view"), text("shell.space-and-drag-or-wheel")),
            List.of(text("shell.zoom-to-the-pointer"), text("shell.ctrl-and-wheel")));

    private static final double WIDTH = 1100;
    private static final double HEIGHT = 720;
    /** What the window around it keeps. */
    private static final double AROUND = 90;

    private static final double AROUND_ABOVE = 210;

    private KeysOverview() {}

    public static void show(Actions actions, Window owner) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(text("shell.keys"));
        dialog.setHeaderText(text("shell.keys"));
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        FlowPane columns = new FlowPane();
        columns.getStyleClass().add("keys-overview");
        for (Action.Group group : Action.Group.values()) {
            List<List<String>> rows = actions.of(group).stream()
                    .filter(action -> !action.keys().isEmpty())
                    .map(action -> List.of(action.title().get(), action.keysText()))
                    .toList();
            if (!rows.isEmpty()) {
                columns.getChildren().add(table(group.title(), rows));
            }
        }
        columns.getChildren().add(table(text("shell.on-the-canvas"), CANVAS));
        ScrollPane scrolled = new ScrollPane(columns);
        scrolled.setFitToWidth(true);
        scrolled.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scrolled.setId("keys");
        dialog.getDialogPane().getStyleClass().add("keys-dialog");
        dialog.getDialogPane().setPrefWidth(Math.min(WIDTH, owner.getWidth() - AROUND));
        scrolled.setPrefViewportHeight(Math.min(HEIGHT, owner.getHeight() - AROUND_ABOVE));
        dialog.getDialogPane().setContent(scrolled);
        dialog.setOnShown(_ -> scrolled.requestFocus());
        dialog.showAndWait();
    }

    private static GridPane table(String title, List<List<String>> rows) {
        GridPane table = new GridPane();
        table.getStyleClass().add("keys-table");
        ColumnConstraints what = new ColumnConstraints();
        what.setHgrow(Priority.ALWAYS);
        what.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints key = new ColumnConstraints();
        key.setHalignment(HPos.RIGHT);
        key.setMinWidth(Region.USE_PREF_SIZE);
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
