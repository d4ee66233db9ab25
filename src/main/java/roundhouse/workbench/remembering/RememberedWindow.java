package roundhouse.workbench.remembering;

import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;
import javafx.util.Duration;
import roundhouse.workbench.Preferences;

/** Puts a window where it stood last time, and remembers where it is put. */
public final class RememberedWindow {
    private static final String KEY = "window";
    /** So long a window rests before its place is remembered. */
    private static final Duration REST = Duration.millis(400);

    private final Stage stage;
    private final Preferences settings;
    private final Optional<WindowPlace> before;
    private final PauseTransition rest = new PauseTransition(REST);
    private WindowPlace place;

    /** @param screens the parts of the screens where windows may be */
    public RememberedWindow(Stage stage, Preferences settings, List<Rectangle2D> screens) {
        this.stage = stage;
        this.settings = settings;
        before = settings.get(KEY).flatMap(WindowPlace::of).flatMap(found -> found.on(screens));
        place = before.orElse(new WindowPlace(0, 0, 0, 0, false));
    }

    /** Where it stood; empty where that is not known or not on a screen any more. */
    public Optional<WindowPlace> before() {
        return before;
    }

    /** Puts it there and follows it from now on. */
    public void follow() {
        before.ifPresent(known -> {
            stage.setX(known.x());
            stage.setY(known.y());
            stage.setWidth(known.width());
            stage.setHeight(known.height());
            stage.setMaximized(known.maximized());
        });
        rest.setOnFinished(_ -> note());
        InvalidationListener moved = _ -> rest.playFromStart();
        stage.xProperty().addListener(moved);
        stage.yProperty().addListener(moved);
        stage.widthProperty().addListener(moved);
        stage.heightProperty().addListener(moved);
        stage.maximizedProperty().addListener(moved);
    }

    private void note() {
        if (!stage.isShowing() || stage.isIconified() || stage.isFullScreen()) {
            return;
        }
        place = stage.isMaximized()
                ? new WindowPlace(place.x(), place.y(), place.width(), place.height(), true)
                : new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
        if (place.width() > 0) {
            settings.put(KEY, place.text());
        }
    }
}
