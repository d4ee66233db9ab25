package roundhouse.workbench.shell.showing;

import static roundhouse.workbench.texts.Texts.text;

import atlantafx.base.controls.ProgressSliderSkin;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import roundhouse.workbench.canvas.CanvasView;
import roundhouse.workbench.canvas.model.Viewport;
import roundhouse.workbench.shell.finding.Action;
import roundhouse.workbench.shell.finding.Actions;

/** How large the canvas is seen, to be read and to be changed, in the line at the window's bottom. Each step of it is the same factor. */
public final class ZoomSlider extends HBox {
    private static final double SPAN = Math.log(Viewport.MAX_ZOOM / Viewport.MIN_ZOOM);

    private final Slider slider = new Slider(0, 1, 1);
    private final Label percent = new Label();
    private boolean showing;

    public ZoomSlider(CanvasView canvas, Actions actions) {
        getStyleClass().add("zoom");
        setAlignment(Pos.CENTER);
        slider.setId("zoom-slider");
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.setPrefWidth(110);
        slider.setBlockIncrement(0.05);
        slider.setTooltip(new Tooltip(text(
                "shell.how-large-the-canvas-is",
                actions.get("view.fit").hint(),
                actions.get("view.actual").hint())));
        percent.setId("zoom-percent");
        percent.setMinWidth(Region.USE_PREF_SIZE);
        percent.getStyleClass().add("zoom-percent");
        getChildren()
                .addAll(
                        button("fth-minus", actions.get("view.zoom-out")),
                        slider,
                        button("fth-plus", actions.get("view.zoom-in")),
                        percent,
                        button("fth-maximize", actions.get("view.fit")));
        canvas.onZoom(this::show);
        slider.valueProperty().subscribe((_, position) -> {
            if (!showing) {
                canvas.zoomTo(zoom(position.doubleValue()));
            }
        });
    }

    private static Button button(String icon, Action action) {
        Button button = new Button();
        button.setId("zoom-" + action.id().substring(action.id().indexOf('.') + 1));
        button.getStyleClass().add("zoom-button");
        button.setGraphic(new FontIcon(icon));
        button.setTooltip(new Tooltip(action.hint()));
        button.setAccessibleText(action.hint());
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void show(double zoom) {
        showing = true;
        slider.setValue(position(zoom));
        showing = false;
        percent.setText(percent(zoom));
        slider.setAccessibleText(text("shell.zoom", percent.getText()));
    }

    /** {@code 100 %} */
    static String percent(double zoom) {
        return Math.round(zoom * 100) + " %";
    }

    /** Where on the slider that zoom is, 0 to 1. */
    static double position(double zoom) {
        return Math.log(zoom / Viewport.MIN_ZOOM) / SPAN;
    }

    /** The zoom that stands there. */
    static double zoom(double position) {
        return Viewport.MIN_ZOOM * Math.exp(position * SPAN);
    }
}
