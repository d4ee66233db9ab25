package roundhouse.workbench.status;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.StatusBar;
import org.controlsfx.control.TaskProgressView;
import roundhouse.workbench.Job;
import roundhouse.workbench.help.Pop;

/** Long work in the status line: how far the first of it is, and a button that opens the list of all, where each can be cancelled. */
final class LongWork {
    /** How often it is looked at; what is over by the first look is never shown. */
    private static final Duration LOOK_EVERY = Duration.millis(250);

    private static final double WIDTH = 340;
    private static final double ROW = 76;

    private final StatusBar status;
    private final Button open = new Button();
    private final TaskProgressView<LongTask> list = new TaskProgressView<>();
    private final PopOver pop = Pop.of(list, PopOver.ArrowLocation.BOTTOM_RIGHT);
    private final List<LongTask> begun = new ArrayList<>();
    private final Timeline looking = new Timeline(new KeyFrame(LOOK_EVERY, _ -> look()));

    LongWork(StatusBar status) {
        this.status = status;
        open.setId("long-work");
        open.getStyleClass().add("flat");
        open.setOnAction(_ -> pop.show(open));
        list.setPrefWidth(WIDTH);
        looking.setCycleCount(Animation.INDEFINITE);
        status.setProgress(0);
    }

    void add(Job job) {
        begun.add(new LongTask(job));
        looking.play();
    }

    private void look() {
        begun.removeIf(LongTask::isOver);
        begun.forEach(LongTask::look);
        list.getTasks().removeIf(task -> !begun.contains(task));
        begun.stream().filter(task -> !list.getTasks().contains(task)).forEach(list.getTasks()::add);
        list.setPrefHeight(begun.size() * ROW + 8);
        if (begun.isEmpty()) {
            status.getRightItems().remove(open);
            looking.stop();
            status.setProgress(0);
            pop.hide();
            return;
        }
        LongTask first = begun.getFirst();
        status.setProgress(first.getProgress());
        open.setText(begun.size() == 1 ? first.getTitle() : text("status.at-work", begun.size()));
        if (!status.getRightItems().contains(open)) {
            status.getRightItems().addFirst(open);
        }
    }
}
