package roundhouse.workbench.history;

import static roundhouse.workbench.texts.Texts.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.storage.checking.Check;
import roundhouse.storage.history.ModelKind;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.Job;
import roundhouse.workbench.WorkLane;

/** A history from a file in a window of its own, beside which one can go on working: which check, which model, and what comes of it. */
public final class HistoryDialog {
    private static final String AS_THE_FILE_SAYS = text("history.as-the-file-says");
    private static final Duration LOOK_EVERY = Duration.millis(100);
    private static final double WIDTH = 1_040;
    private static final double HEIGHT = 660;
    /** Around it in a small screen. */
    private static final double MARGIN = 80;

    private final Path file;
    private final WorkLane checks;
    private final HistoryView view = new HistoryView(FigureText::count, _ -> {});
    /** Which of the file's histories, where it has several. */
    private final ComboBox<String> name = new ComboBox<>();

    private final Label nameLabel = label(text("history.history"));
    private final ComboBox<Check> check = new ComboBox<>();
    private final ComboBox<String> model = new ComboBox<>();
    private final ProgressBar progress = new ProgressBar();
    private final Button cancel = new Button(text("history.cancel"));
    private final Button again = new Button(text("history.check-again"));
    private final Label told = new Label();
    private final Timeline looking = new Timeline(new KeyFrame(LOOK_EVERY, _ -> look()));
    private @Nullable Job job;

    private HistoryDialog(Path file, WorkLane checks) {
        this.file = file;
        this.checks = checks;
        looking.setCycleCount(Animation.INDEFINITE);
    }

    /**
     * Opens the file, and holds it against the strongest promise first.
     *
     * @param checks does the checking; may be that of other dialogs too
     */
    public static void show(Path file, WorkLane checks, Window owner) {
        HistoryDialog opened = new HistoryDialog(file, checks);
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setResizable(true);
        dialog.setTitle(text("history.history-2", file.getFileName()));
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        dialog.getDialogPane().getStyleClass().add("wide-dialog");
        VBox content = opened.content();
        dialog.getDialogPane().setContent(content);
        content.setPrefSize(
                Math.min(WIDTH, owner.getWidth() - MARGIN), Math.min(HEIGHT, owner.getHeight() - 2 * MARGIN));
        dialog.setOnHidden(_ -> opened.cancel());
        dialog.show();
        opened.check();
        opened.view.focus();
    }

    private VBox content() {
        check.setId("history-check");
        check.setAccessibleText(text("history.check"));
        check.getItems().setAll(Check.values());
        check.setConverter(new CheckNames());
        check.setValue(Check.LINEARIZABLE);
        check.setTooltip(new Tooltip());
        check.valueProperty().subscribe(value -> check.getTooltip().setText(value.meaning()));
        model.setId("history-model");
        model.setAccessibleText(text("history.model"));
        List<String> models = new ArrayList<>(List.of(AS_THE_FILE_SAYS));
        models.addAll(ModelKind.keys());
        model.getItems().setAll(models);
        model.setValue(AS_THE_FILE_SAYS);
        again.setId("history-again");
        again.setOnAction(_ -> check());
        cancel.setId("history-cancel");
        cancel.setOnAction(_ -> cancel());
        told.setId("history-told");
        told.setWrapText(true);
        told.setMinHeight(Label.USE_PREF_SIZE);
        check.valueProperty().addListener((_, _, _) -> check());
        model.valueProperty().addListener((_, _, _) -> check());
        check.setMinWidth(Label.USE_PREF_SIZE);
        model.setMinWidth(Label.USE_PREF_SIZE);
        again.setMinWidth(Label.USE_PREF_SIZE);
        cancel.setMinWidth(Label.USE_PREF_SIZE);
        name.setId("history-name");
        name.setAccessibleText(text("history.history"));
        name.valueProperty().addListener((_, before, _) -> {
            if (before != null) {
                check();
            }
        });
        names(List.of());
        FlowPane bar = new FlowPane(
                nameLabel,
                name,
                label(text("history.check")),
                check,
                label(text("history.model")),
                model,
                again,
                progress,
                cancel);
        bar.getStyleClass().add("history-choice");
        progress.setFocusTraversable(false);
        VBox content = new VBox(bar, told, view);
        content.setId("history-dialog");
        content.getStylesheets().setAll(view.getStylesheets());
        content.getStyleClass().add("history-dialog");
        VBox.setVgrow(view, Priority.ALWAYS);
        running(false);
        return content;
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    private void names(List<String> names) {
        name.setVisible(!names.isEmpty());
        name.setManaged(!names.isEmpty());
        nameLabel.setVisible(!names.isEmpty());
        nameLabel.setManaged(!names.isEmpty());
        if (name.getItems().isEmpty() && !names.isEmpty()) {
            name.getItems().setAll(names);
            name.setValue(names.getFirst());
        }
    }

    private void check() {
        String asked = model.getValue().equals(AS_THE_FILE_SAYS) ? "" : model.getValue();
        HistoryCheck work = new HistoryCheck(
                file, Objects.requireNonNullElse(name.getValue(), ""), check.getValue(), asked, CheckWork.USUAL_BUDGET);
        told.setText("");
        giveUp();
        job = checks.add(new BackgroundTask<>(
                text("history.the-history-was-not-checked"),
                work,
                this::show,
                reason -> ended(text("history.not-checked", reason))));
        running(true);
    }

    private void show(HistoryCheck.Result result) {
        switch (result) {
            case HistoryCheck.Result.Checked(CheckedHistory checked, List<String> names) -> {
                names(names);
                view.show(checked);
                ended("");
            }
            case HistoryCheck.Result.Refused(String message) -> {
                view.setVisible(false);
                ended(message);
            }
        }
    }

    private void ended(String message) {
        told.setText(message);
        running(false);
    }

    private void cancel() {
        giveUp();
        if (looking.getStatus() == Animation.Status.RUNNING) {
            ended(text("history.cancelled-before-there-was-a"));
        }
    }

    private void giveUp() {
        if (job != null) {
            job.cancel();
        }
    }

    private void running(boolean is) {
        progress.setVisible(is);
        cancel.setVisible(is);
        again.setDisable(is);
        told.setManaged(!told.getText().isEmpty());
        if (is) {
            progress.setProgress(-1);
            looking.play();
        } else {
            looking.stop();
        }
    }

    private void look() {
        Job running = job;
        if (running != null) {
            progress.setProgress(running.progress());
        }
    }
}
