package roundhouse.workbench.shell;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.stage.Stage;
import javafx.util.Duration;
import roundhouse.workbench.files.FileWatch;

/** Has the document's file looked at: when somebody comes back to the window, and now and then while nobody does. */
final class WatchedFile {
    private static final Duration LOOK_EVERY = Duration.seconds(1);

    private final FileWatch watch;
    private final Timeline looks;

    WatchedFile(FileWatch watch) {
        this.watch = watch;
        looks = new Timeline(new KeyFrame(LOOK_EVERY, _ -> watch.look()));
        looks.setCycleCount(Animation.INDEFINITE);
    }

    void begin(Stage stage) {
        stage.focusedProperty().subscribe(_ -> watch.look());
        looks.play();
    }

    void end() {
        looks.stop();
    }
}
