package roundhouse.workbench.playback.charts;

import static roundhouse.workbench.texts.Texts.text;

import java.util.Optional;
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
import roundhouse.workbench.origins.AskedFigure;
import roundhouse.workbench.origins.OriginPop;
import roundhouse.workbench.playback.charts.scale.TimeAxis;

/** A picture of the run with its name, its figures and its menu at the left. */
final class ChartPane extends HBox {
    private final String title;
    private final String styleClass;
    private final ChartsModel charts;
    private final ChartPicture picture;
    private final Label name;
    private final Label reading = new Label();
    private final Subscription shown;

    /**
     * @param hover where values are told
     * @param window opens it in a window of its own; null where it has one
     */
    ChartPane(PaneKind kind, ChartsModel charts, HoverBox hover, @Nullable Runnable window) {
        title = kind.title();
        styleClass = kind.styleClass();
        this.charts = charts;
        picture = kind.make().of(charts, hover, this::say);
        name = new Label(title);
        name.getStyleClass().add("chart-name");
        reading.getStyleClass().add("chart-reading");
        reading.setWrapText(true);
        reading.setMinHeight(Region.USE_PREF_SIZE);
        MenuButton menu = new MenuButton("⋯");
        menu.setAccessibleText(text("playback.what-can-be-done-with", title));
        menu.setMinWidth(Region.USE_PREF_SIZE);
        ChartMenu.fill(menu, charts, picture::sheet, window, charts::export);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        VBox heading = new VBox(new HBox(name, gap, menu), reading);
        heading.getChildren().addAll(picture.below());
        heading.getStyleClass().add("chart-heading");
        HBox left = new HBox(heading);
        left.getChildren().addAll(picture.scale());
        HBox.setHgrow(heading, Priority.ALWAYS);
        heading.setMinWidth(0);
        heading.setPrefWidth(0);
        heading.setMinHeight(0);
        left.setMinHeight(0);
        left.setMinWidth(TimeAxis.GUTTER);
        left.setMaxWidth(TimeAxis.GUTTER);
        HBox.setHgrow(picture.node(), Priority.ALWAYS);
        getChildren().addAll(left, picture.node());
        getStyleClass().addAll("chart-card", "chart-pane", kind.styleClass());
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleHelp(picture.help());
        setFocusTraversable(picture.isFocused());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        shown = charts.onChange(this::refresh)
                .and(charts.onMove(this::move))
                .and(charts.cursor().subscribe(this::move));
        sceneProperty().subscribe(this::refresh);
    }

    /** Lets it be asked where what it shows comes from. */
    void asks(OriginPop origins) {
        name.setId(styleClass.replace("chart-", "chart-heading-"));
        origins.attach(
                () -> Optional.of(AskedFigure.of(
                        title, picture.origin(), text("playback.one-for-each-span-of"), Optional.empty())),
                name,
                reading);
    }

    private void refresh() {
        if (getScene() != null) {
            picture.refresh();
            say();
        }
    }

    private void move() {
        if (getScene() != null) {
            picture.moved();
            say();
        }
    }

    /** Says the figures in the heading, and to a screen reader. */
    private void say() {
        reading.setText(picture.text());
        setAccessibleText(title + ": " + reading.getText());
    }

    /** What it shows is drawn no more. */
    void close() {
        shown.unsubscribe();
    }

    private void key(KeyEvent event) {
        boolean plain = !event.isShortcutDown()
                && !event.isAltDown()
                && event.getTarget().equals(this);
        if (plain && (charts.zoomed(event) || picture.pressed(event))) {
            event.consume();
        }
    }
}
