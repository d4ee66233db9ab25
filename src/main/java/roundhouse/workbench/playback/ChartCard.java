package roundhouse.workbench.playback;

import javafx.beans.binding.Bindings;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import roundhouse.workbench.FigureText;

/** A chart with its name and its newest figures; under the pointer, the figures of that moment. */
final class ChartCard extends VBox {
    private final String title;
    private final Label name = new Label();
    private final Label reading = new Label();
    private final ChartPlot plot = new ChartPlot();
    private @Nullable ChartModel model;
    private int hovered = -1;

    /**
     * @param styleClass what the sheet knows it by
     */
    ChartCard(String title, String styleClass) {
        this.title = title;
        name.setText(title);
        name.getStyleClass().add("chart-name");
        reading.getStyleClass().add("chart-reading");
        FlowPane heading = new FlowPane(name, reading);
        heading.getStyleClass().add("chart-heading");
        heading.setMinWidth(0);
        name.maxWidthProperty().bind(heading.widthProperty());
        reading.maxWidthProperty().bind(heading.widthProperty());
        // The figures are at the right, or below the name where the card is too narrow for both.
        name.minWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.max(
                                0, Math.floor(heading.getWidth() - heading.getHgap() - reading.prefWidth(-1)) - 1),
                        reading.textProperty(),
                        reading.fontProperty(),
                        heading.hgapProperty(),
                        heading.widthProperty()));
        VBox.setVgrow(plot, Priority.ALWAYS);
        getChildren().addAll(heading, plot);
        getStyleClass().addAll("chart-card", styleClass);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setOnMouseMoved(event -> hover(plot.indexAt(
                plot.sceneToLocal(event.getSceneX(), event.getSceneY()).getX())));
        setOnMouseExited(_ -> hover(-1));
        setOnKeyPressed(event -> {
            switch (event.getCode()) {
                case LEFT -> hover(Math.max(0, (hovered < 0 ? last() + 1 : hovered) - 1));
                case RIGHT -> hover(hovered < 0 || hovered >= last() ? -1 : hovered + 1);
                case ESCAPE -> hover(-1);
                default -> {
                    return;
                }
            }
            event.consume();
        });
        tell();
    }

    void show(ChartModel shown) {
        model = shown;
        plot.show(shown);
        tell();
    }

    private int last() {
        return model == null ? -1 : model.length() - 1;
    }

    private void hover(int index) {
        hovered = index;
        plot.hover(index);
        tell();
    }

    private void tell() {
        ChartModel shown = model;
        boolean past = shown != null && hovered >= 0 && hovered < shown.length();
        reading.setText(shown == null ? "–" : past ? shown.reading(hovered) : shown.newest());
        name.setText(shown != null && past ? "at " + FigureText.clock(shown.timeNanos(hovered)) : title);
        setAccessibleText(title + ": " + (past ? name.getText() + ", " : "") + reading.getText());
    }
}
