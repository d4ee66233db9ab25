package roundhouse.workbench.ring;

import static roundhouse.workbench.texts.Texts.text;

import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.javafx.FontIcon;
import roundhouse.hashing.Target;
import roundhouse.workbench.ServerColours;
import roundhouse.workbench.ring.model.ListedServer;
import roundhouse.workbench.ring.model.RingModel;
import roundhouse.workbench.ring.model.RingState;

/**
 * One server at the left: its colour, its weight, and buttons that kill or revive it and take it out; under these, in what the run has
 * it otherwise than the document.
 *
 * @param order the number that gives it its colour
 */
record ServerRow(RingModel model, ListedServer server, int order) {
    private static final int MOST_WEIGHT = 1_000;

    Node node() {
        Target target = server.target();
        String name = target.name();
        Label label = new Label(name);
        label.getStyleClass().add("server-name");
        Circle colour = new Circle(5);
        colour.setStyle("-fx-fill: " + ServerColours.style(order) + ";");
        label.setGraphic(colour);
        Spinner<Integer> weight = new Spinner<>(0, MOST_WEIGHT, target.weight());
        weight.getStyleClass().add("weight");
        weight.setEditable(true);
        weight.setAccessibleText(text("ring.weight", name));
        weight.setTooltip(new Tooltip(text("ring.weight", name)));
        weight.valueProperty()
                .addListener((_, _, next) -> edit(
                        text("ring.set-weight", name, Integer.toString(next)), state -> state.weighted(name, next)));
        String killing = text(target.down() ? "ring.revive" : "ring.kill", name);
        Button kill = button(target.down() ? "fth-rotate-ccw" : "fth-zap-off", killing);
        kill.setOnAction(_ -> edit(killing, state -> state.down(name, !target.down())));
        Button remove = button("fth-x", text("ring.remove", name));
        remove.setOnAction(_ -> edit(text("ring.remove", name), state -> state.without(name)));
        weight.setDisable(!server.inDocument());
        kill.setDisable(!server.inDocument() || server.out());
        remove.setDisable(!server.inDocument());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(label, gap);
        if (model.source().weighs()) {
            line.getChildren().addAll(weight, kill);
        }
        line.getChildren().add(remove);
        line.getStyleClass().add("server-line");
        VBox row = new VBox(line);
        row.getStyleClass().add("server-row");
        if (target.down()) {
            row.getStyleClass().add("down");
            label.setText(server.out() ? text("ring.server-out", name) : name + " ✕");
        }
        if (!server.shown()) {
            row.getStyleClass().add("gone");
        }
        if (!server.note().isEmpty()) {
            Label note = new Label(server.note());
            note.getStyleClass().add("server-note");
            note.setTooltip(new Tooltip(server.help()));
            note.setAccessibleText(server.help());
            row.getChildren().add(note);
        }
        return row;
    }

    /** An edit of what is shown, or of the document where only that has the server. */
    private void edit(String label, UnaryOperator<RingState> change) {
        if (server.shown()) {
            model.edit(label, server.name(), change.apply(model.state()));
        } else {
            model.editDocument(label, change);
        }
    }

    private static Button button(String icon, String what) {
        Button button = new Button();
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().addAll("flat", "row-button");
        button.setAccessibleText(what);
        button.setTooltip(new Tooltip(what));
        return button;
    }
}
