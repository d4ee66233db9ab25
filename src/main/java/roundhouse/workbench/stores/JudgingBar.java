package roundhouse.workbench.stores;

import static roundhouse.workbench.texts.Texts.text;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.workbench.Job;

/** How far the judging of a history is, and a button that gives it up; there only while it goes on. */
final class JudgingBar extends HBox {
    private static final Duration BETWEEN = Duration.millis(100);

    private final ProgressBar progress = new ProgressBar();
    private final Timeline looking = new Timeline(new KeyFrame(BETWEEN, _ -> look()));
    private @Nullable Job job;

    JudgingBar() {
        super(8);
        looking.setCycleCount(Animation.INDEFINITE);
        progress.setId("store-progress");
        progress.setAccessibleText(text("stores.judging-progress"));
        progress.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(progress, Priority.ALWAYS);
        Button cancel = new Button(text("stores.cancel"));
        cancel.setId("store-cancel");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(_ -> giveUp());
        getChildren().setAll(progress, cancel);
        end();
    }

    /** Shows how far this is from now on. */
    void begin(Job begun) {
        job = begun;
        progress.setProgress(-1);
        setVisible(true);
        setManaged(true);
        looking.play();
    }

    /** It is over. */
    void end() {
        job = null;
        looking.stop();
        setVisible(false);
        setManaged(false);
    }

    private void giveUp() {
        if (job != null) {
            job.giveUp();
        }
    }

    private void look() {
        if (job != null) {
            progress.setProgress(job.progress());
        }
    }
}
