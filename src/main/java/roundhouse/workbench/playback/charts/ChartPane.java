package roundhouse.workbench.playback.charts;

import java.util.function.Supplier;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import roundhouse.workbench.playback.charts.sheets.ChartSheet;

/** Another picture of the run than lines over time: its name, its figures and its menu at the left, the picture beside them. */
public abstract class ChartPane extends HBox {
    protected final ChartsModel charts;
    protected final HoverBox hover;
    protected final VBox heading;
    protected final Label reading = new Label();
    private final String title;
    private final Subscription shown;

    /**
     * @param hover where values are told
     * @param window opens it in a window of its own; null where it has one
     */
    protected ChartPane(
            String title, String styleClass, ChartsModel charts, HoverBox hover, @Nullable Runnable window) {
        this.title = title;
        this.charts = charts;
        this.hover = hover;
        Label name = new Label(title);
        name.getStyleClass().add("chart-name");
        reading.getStyleClass().add("chart-reading");
        reading.setWrapText(true);
        reading.setMinHeight(Region.USE_PREF_SIZE);
        MenuButton menu = new MenuButton("⋯");
        menu.setAccessibleText(title + ": what can be done with it");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        Supplier<ChartSheet> sheet = this::sheet;
        ChartMenu.fill(menu, charts, sheet, window, charts::export);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        heading = new VBox(new HBox(name, gap, menu), reading);
        heading.getStyleClass().add("chart-heading");
        heading.setMinWidth(Charts.GUTTER);
        heading.setMaxWidth(Charts.GUTTER);
        getChildren().add(heading);
        getStyleClass().addAll("chart-card", "chart-pane", styleClass);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        shown = charts.onChange(this::seen).and(charts.onMove(() -> {
            if (getScene() != null) {
                moved();
            }
        }));
        sceneProperty().subscribe(this::seen);
    }

    /** Shows what is known, if it can be seen. */
    protected final void seen() {
        if (getScene() != null) {
            refresh();
        }
    }

    /** Puts the picture beside the heading. */
    protected final void picture(Region picture) {
        HBox.setHgrow(picture, Priority.ALWAYS);
        getChildren().add(picture);
    }

    /** Shows what is known now. */
    protected abstract void refresh();

    /** The run stands elsewhere. */
    protected abstract void moved();

    /** As it is now, for a file. */
    protected abstract ChartSheet sheet();

    /** A key that is no zoom; whether it did anything. */
    protected abstract boolean pressed(KeyEvent event);

    /** What it shows is drawn no more. */
    void close() {
        shown.unsubscribe();
    }

    /** Says figures in the heading, and to a screen reader. */
    protected final void say(String text) {
        reading.setText(text);
        setAccessibleText(title + ": " + text);
    }

    private void key(KeyEvent event) {
        if (!event.isShortcutDown() && !event.isAltDown() && event.getTarget().equals(this)) {
            if (charts.zoomed(event) || pressed(event)) {
                event.consume();
            }
        }
    }
}
