package roundhouse.workbench.learn;

import static roundhouse.workbench.texts.Texts.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import roundhouse.lessons.Lesson;
import roundhouse.lessons.LessonFile;
import roundhouse.lessons.steps.LessonStep;
import roundhouse.lessons.steps.StepItem;
import roundhouse.topology.Topology;
import roundhouse.workbench.Notice;
import roundhouse.workbench.Notices;
import roundhouse.workbench.files.Prompts;
import roundhouse.workbench.remembering.Folders;

/** The window in which a teacher writes a lesson: its steps at the left, the fields of one at the right. */
public final class LessonEditor {
    private final EditorModel model;
    private final Stage stage = new Stage();
    private final Folders folders;
    private final Notices notices;
    private final Prompts prompts;
    private final ListView<LessonStep> steps = new ListView<>();
    private final VBox fields = new VBox(6);
    private final VBox whole = new VBox(4);
    private final Label problem = new Label();
    private boolean renaming;

    private LessonEditor(EditorModel model, Folders folders, Notices notices, Prompts prompts) {
        this.model = model;
        this.folders = folders;
        this.notices = notices;
        this.prompts = prompts;
    }

    /** Opens the form with a lesson about what is on the canvas. */
    public static void show(
            Window owner,
            Supplier<Topology> canvas,
            Folders folders,
            Notices notices,
            Prompts prompts,
            Consumer<Lesson> preview) {
        LessonEditor editor = new LessonEditor(new EditorModel(canvas.get()), folders, notices, prompts);
        editor.build(owner, canvas, preview);
        editor.stage.show();
    }

    /** Asks for the file of a lesson and reads it; says what is wrong with it. */
    public static Optional<Lesson> open(Window owner, Folders folders, Notices notices) {
        return folders.open(chooser(text("learn.open-a-lesson")), "lesson", null, owner)
                .flatMap(file -> read(file, notices));
    }

    private static Optional<Lesson> read(Path file, Notices notices) {
        return switch (LessonFile.read(file)) {
            case LessonFile.Result.Read(Lesson lesson) -> Optional.of(lesson);
            case LessonFile.Result.Refused refused -> {
                notices.tell(Notice.problem(
                        file.getFileName() + ": " + refused.problems().getFirst()));
                yield Optional.empty();
            }
        };
    }

    private static FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter(text("learn.lessons"), "*.json"));
        return chooser;
    }

    private void build(Window owner, Supplier<Topology> canvas, Consumer<Lesson> preview) {
        steps.setId("editor-steps");
        steps.setAccessibleText(text("learn.steps-of-the-lesson"));
        steps.setCellFactory(_ -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable LessonStep step, boolean empty) {
                super.updateItem(step, empty);
                setText(
                        empty || step == null
                                ? ""
                                : StepItem.kindTitle(step) + " · "
                                        + step.frame().title());
            }
        });
        steps.getSelectionModel().selectedIndexProperty().subscribe(_ -> {
            if (!renaming) {
                fill();
            }
        });
        FlowPane left = new FlowPane(
                6,
                6,
                button(text("learn.add"), () -> select(model.add(at()))),
                button(text("learn.up"), () -> select(model.move(at(), -1))),
                button(text("learn.down"), () -> select(model.move(at(), 1))),
                button(text("learn.remove"), () -> select(model.remove(at()))));
        Label listed = new Label(text("learn.steps"));
        listed.setLabelFor(steps);
        VBox list = new VBox(6, whole, listed, steps, left);
        lessonFields();
        list.setPadding(new Insets(10));
        VBox.setVgrow(steps, Priority.ALWAYS);
        ScrollPane form = new ScrollPane(fields);
        form.setFitToWidth(true);
        fields.setPadding(new Insets(10));
        SplitPane split = new SplitPane(list, form);
        split.setOrientation(Orientation.HORIZONTAL);
        split.setDividerPositions(0.38);
        problem.setWrapText(true);
        problem.setId("editor-problem");
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        Button save = button(text("learn.save"), this::save);
        save.getStyleClass().add("accent");
        FlowPane actions = new FlowPane(
                8,
                6,
                button(text("learn.take-the-canvas"), () -> {
                    model.system(canvas.get());
                    refresh();
                }),
                button(
                        text("learn.open"),
                        () -> open(stage, folders, notices).ifPresent(lesson -> {
                            model.open(lesson);
                            lessonFields();
                            select(0);
                        })),
                button(text("learn.preview"), () -> model.checked().ifPresent(preview)),
                save);
        VBox foot = new VBox(6, problem, actions);
        foot.setPadding(new Insets(10));
        BorderPane root = new BorderPane(split);
        root.setBottom(foot);
        root.getStyleClass().add("lesson-editor");
        Scene scene = new Scene(root, 860, 600);
        if (owner.getScene() != null) {
            scene.getStylesheets().setAll(owner.getScene().getStylesheets());
        }
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.W, KeyCombination.SHORTCUT_DOWN), this::leave);
        stage.initOwner(owner);
        stage.setTitle(text("learn.write-a-lesson"));
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> {
            event.consume();
            leave();
        });
        select(0);
    }

    private int at() {
        return steps.getSelectionModel().getSelectedIndex();
    }

    private void select(int index) {
        refresh();
        steps.getSelectionModel().clearAndSelect(index);
        fill();
    }

    private void refresh() {
        steps.getItems().setAll(model.lesson().steps());
        problem.setText(model.problem());
    }

    private static Button button(String text, Runnable action) {
        Button button = new Button(text);
        button.setId("editor-" + text.replaceAll("\\W", "").toLowerCase(Locale.ROOT));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void lessonFields() {
        whole.getChildren().clear();
        LessonForm<Lesson> form = new LessonForm<>(whole, model::lesson, model::set, this::told);
        model.lessonFields().forEach(form::add);
    }

    private void fill() {
        fields.getChildren().clear();
        int index = at();
        if (index >= 0 && index < model.lesson().steps().size()) {
            LessonForm<LessonStep> form = new LessonForm<>(
                    fields, () -> model.lesson().steps().get(index), next -> replace(index, next), this::told);
            EditorModel.stepFields(model.lesson().steps().get(index)).forEach(form::add);
        }
    }

    private void replace(int index, LessonStep next) {
        boolean otherFields = model.replace(index, next);
        rename(index, next);
        if (otherFields) {
            Platform.runLater(() -> refill(index));
        }
    }

    /** @param wrong what is wrong with what was typed; empty where it was taken */
    private void told(String wrong) {
        problem.setText(wrong.isEmpty() ? model.problem() : wrong);
    }

    /** The fields are others, as after another kind was chosen; the one that was being edited keeps the keys. */
    private void refill(int index) {
        Node edited = stage.getScene().getFocusOwner();
        String id = edited != null && fields.getChildren().contains(edited) ? edited.getId() : "";
        select(index);
        fields.getChildren().stream()
                .filter(field -> !id.isEmpty() && id.equals(field.getId()))
                .forEach(Node::requestFocus);
    }

    /** What the list says of a step is new; the fields of it stay, for someone may be writing in the next one already. */
    private void rename(int index, LessonStep next) {
        int selected = at();
        renaming = true;
        steps.getItems().set(index, next);
        steps.getSelectionModel().clearAndSelect(selected);
        renaming = false;
    }

    private void leave() {
        // What stands in a field is taken when the field is left.
        stage.getScene().getRoot().requestFocus();
        if (mayLeave()) {
            stage.close();
        }
    }

    private boolean mayLeave() {
        if (!model.isChanged()) {
            return true;
        }
        return switch (prompts.saveChanges(model.lesson().title())) {
            case SAVE -> {
                save();
                yield !model.isChanged();
            }
            case DO_NOT_SAVE -> true;
            case CANCEL -> false;
        };
    }

    private void save() {
        Optional<Lesson> lesson = model.checked();
        if (lesson.isEmpty()) {
            problem.setText(model.problem());
            return;
        }
        folders.save(chooser(text("learn.save-the-lesson")), "lesson", null, stage)
                .ifPresent(file -> write(lesson.get(), file));
    }

    private void write(Lesson lesson, Path file) {
        try {
            LessonFile.write(lesson, file);
            model.saved();
            problem.setText(text("learn.saved-to", file));
        } catch (IOException e) {
            problem.setText(String.valueOf(e.getMessage()));
        }
    }
}
