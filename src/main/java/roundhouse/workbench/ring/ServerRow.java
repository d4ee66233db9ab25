package roundhouse.workbench.ring;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.javafx.FontIcon;
import roundhouse.hashing.Target;
import roundhouse.workbench.ServerColours;
import roundhouse.workbench.ring.model.RingModel;

/**
 * One server at the left: its colour, its weight, and buttons that kill or revive it and take it out.
 *
 * @param out whether the run has taken it out of use by itself, which cannot be changed here
 */
record ServerRow(RingModel model, Target target, boolean out, int order) {
    private static final int MOST_WEIGHT = 1_000;

    Node node() {
        String name = target.name();
        Label label = new Label(name);
        label.getStyleClass().add("server-name");
        label.setGraphic(new Circle(5, ServerColours.of(order)));
        Spinner<Integer> weight = new Spinner<>(0, MOST_WEIGHT, target.weight());
        weight.getStyleClass().add("weight");
        weight.setEditable(true);
        weight.setAccessibleText("Weight of " + name);
        weight.setTooltip(new Tooltip("Weight of " + name));
        weight.valueProperty()
                .addListener((_, _, next) -> model.edit(
                        "Weight of " + name + " " + next, name, model.state().weighted(name, next)));
        Button kill =
                button(target.down() ? "fth-rotate-ccw" : "fth-zap-off", (target.down() ? "Revive " : "Kill ") + name);
        kill.setOnAction(_ -> model.edit(
                (target.down() ? "Revive " : "Kill ") + name,
                name,
                model.state().down(name, !target.down())));
        Button remove = button("fth-x", "Remove " + name);
        remove.setOnAction(_ -> model.edit("Remove " + name, name, model.state().without(name)));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(label, gap, weight, kill, remove);
        row.getStyleClass().add("server-row");
        if (target.down()) {
            row.getStyleClass().add("down");
            label.setText(name + (out ? " out" : " ✕"));
            label.setTooltip(out ? new Tooltip("The run has taken " + name + " out of use.") : null);
            kill.setDisable(out);
        }
        return row;
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
