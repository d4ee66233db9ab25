package roundhouse.workbench.shell.showing;

import static roundhouse.workbench.shell.finding.Action.Group.VIEW;
import static roundhouse.workbench.texts.Texts.text;

import javafx.application.Platform;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.javafx.FontIcon;
import roundhouse.workbench.Preferences;
import roundhouse.workbench.canvas.CanvasView;
import roundhouse.workbench.shell.finding.Action;
import roundhouse.workbench.shell.finding.Actions;

/** For a projector: the canvas and the transport alone, large type, larger dots, and a ring of light round the pointer. */
public final class Presenter {
    private static final double HALO_RADIUS = 26;
    private static final String TRAILS = "trails";
    private static final String LEAVE = text("shell.leave-presenter-mode-f5");

    /** What is presented: the window's parts. */
    public interface Room {
        /** Leaves out all but the canvas and the transport, with large type, or puts all back. */
        void present(boolean on);

        /** Stands beside the transport meanwhile. */
        void inPresentedBar(Node node);

        /** Lies over the whole window. */
        void overAll(Node node);

        Region root();
    }

    private final BooleanProperty on = new SimpleBooleanProperty(this, "on", false);
    /** Whether all of the drawing was seen before. */
    private boolean wholeBefore;

    private final Circle halo = new Circle(HALO_RADIUS);

    private Presenter(Room view, CanvasView canvas) {
        halo.getStyleClass().add("pointer-halo");
        halo.setManaged(false);
        halo.setMouseTransparent(true);
        halo.setVisible(false);
        view.overAll(halo);
        Button leave = new Button();
        leave.setId("present-leave");
        leave.getStyleClass().add("zoom-button");
        leave.setGraphic(new FontIcon("fth-minimize-2"));
        leave.setTooltip(new Tooltip(LEAVE));
        leave.setAccessibleText(LEAVE);
        leave.setOnAction(_ -> on.set(false));
        view.inPresentedBar(leave);
        on.subscribe((_, presenting) -> {
            boolean whole = canvas.showsWhole();
            view.present(presenting);
            canvas.look(canvas.look().presenting(presenting));
            if (presenting) {
                wholeBefore = whole;
            }
            if (whole || wholeBefore) {
                // Once the canvas has its new size.
                Platform.runLater(() -> {
                    view.root().layout();
                    canvas.actions().zoomToFit();
                });
            }
            halo.setVisible(false);
        });
    }

    public static Presenter install(Room view, CanvasView canvas, Actions actions) {
        Presenter presenter = new Presenter(view, canvas);
        actions.add(Action.toggle("view.present", VIEW, text("shell.presenter-mode"), presenter.on, "F5")
                .found(text("shell.projector-beamer-large-type-talk")));
        return presenter;
    }

    /**
     * Dots leave trails, if people want that and motion is not to be reduced.
     *
     * @param still whether the program is to reduce motion whatever the desktop says
     */
    public static void trails(CanvasView canvas, Preferences settings, BooleanProperty still, Actions actions) {
        BooleanBinding moves =
                still.or(Platform.getPreferences().reducedMotionProperty()).not();
        BooleanProperty trails = new SimpleBooleanProperty(
                settings.get(TRAILS).filter("on"::equals).isPresent());
        trails.subscribe(wanted -> {
            settings.put(TRAILS, wanted ? "on" : "");
            canvas.look(canvas.look().trails(wanted));
        });
        actions.add(Action.toggle("view.trails", VIEW, text("shell.trails"), trails, "R")
                .when(moves, text("shell.motion-is-to-be-reduced"))
                .found(text("shell.tail-comet-motion-dots")));
    }

    /** Lights the pointer in that scene. */
    public void in(Scene scene) {
        scene.addEventFilter(MouseEvent.ANY, event -> {
            if (on.get()) {
                halo.setCenterX(event.getSceneX());
                halo.setCenterY(event.getSceneY());
                halo.setVisible(event.getEventType() != MouseEvent.MOUSE_EXITED_TARGET
                        || scene.getRoot().isHover());
            }
        });
    }
}
