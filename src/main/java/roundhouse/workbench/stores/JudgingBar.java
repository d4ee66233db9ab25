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
import roundhouse.workbench.FocusTurn;
import roundhouse.workbench.Job;

/** The button that has a history judged, and while that goes on in its place how far it is and a button that gives it up. */
final class JudgingBar extends HBox {
    private static final Duration BETWEEN = Duration.millis(100);

    private final ProgressBar progress = new ProgressBar();
    private final Timeline looking = new Timeline(new KeyFrame(BETWEEN, _ -> look()));
    private final Button judge;
    private final Button cancel = new Button(text("stores.cancel"));
    private @Nullable Job job;

    /** @param judge has it judged */
    JudgingBar(Button judge) {
        super(8);
        this.judge = judge;
        looking.setCycleCount(Animation.INDEFINITE);
        progress.setId("store-progress");
        progress.setAccessibleText(text("stores.judging-progress"));
        progress.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(progress, Priority.ALWAYS);
        cancel.setId("store-cancel");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(_ -> giveUp());
        progress.visibleProperty().bind(cancel.visibleProperty());
        progress.managedProperty().bind(cancel.managedProperty());
        getChildren().setAll(judge, progress, cancel);
        end();
    }

    /** Shows how far this is from now on. */
    void begin(Job begun) {
        job = begun;
        progress.setProgress(-1);
        FocusTurn.to(cancel, judge);
        looking.play();
    }

    /** It is over. */
    void end() {
        job = null;
        looking.stop();
        FocusTurn.to(judge, cancel);
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
