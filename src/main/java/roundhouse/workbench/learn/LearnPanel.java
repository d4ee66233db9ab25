package roundhouse.workbench.learn;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import roundhouse.lessons.Lesson;
import roundhouse.lessons.running.Judged;
import roundhouse.lessons.running.LessonPlay;
import roundhouse.lessons.running.Prediction;
import roundhouse.lessons.steps.LessonStep;
import roundhouse.lessons.steps.Option;
import roundhouse.lessons.steps.Question;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.access.Panes;

/** Beside the canvas: the list of lessons, or a step of the one that is open. */
public final class LearnPanel extends VBox {
    /** Where one goes on in a step or in the list, the first that there is. */
    private static final List<String> WAYS_ON = List.of(
            "#learn-next",
            "#learn-question",
            "#learn-predict",
            "#learn-check",
            "#learn-reveal",
            "#learn-back",
            "#learn-leave",
            ".lesson-entry");

    private final LearnModel model;
    private final Supplier<List<Lesson>> lessons;
    private final Runnable close;
    /** What is drawn for the step's question, kept while it is answered. */
    private Object drawnFor = "";

    private final VBox content = new VBox(10);
    private final VBox question = new VBox(8);
    private List<Answerable> answerables = List.of();
    /** What has been given the focus here, until somebody moves it: it waits there for a better way on. */
    private @Nullable Node given;

    private record Answerable(Supplier<Prediction> answer) {}

    public LearnPanel(LearnModel model, Supplier<List<Lesson>> lessons, Runnable close) {
        this.model = model;
        this.lessons = lessons;
        this.close = close;
        getStyleClass().add("learn-panel");
        setId("learn-panel");
        setPrefWidth(310);
        setMinWidth(280);
        setMaxWidth(310);
        content.getStyleClass().add("learn-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
        setVisible(false);
        question.setId("learn-question");
        model.onChange(this::update);
    }

    /** Shows the list, or the lesson that is open, and takes the focus there. */
    public void open() {
        setVisible(true);
        // What a scroll pane shows has no place in the scene, and can take no focus, before the pane was styled once.
        applyCss();
        requestFocus();
        update();
    }

    /** Everything is made anew. Whoever is here by keyboard goes on here: else the bar at the top would have the focus after each step. */
    private void update() {
        Node focused = getScene() == null ? null : getScene().getFocusOwner();
        boolean here = Panes.has(this, focused);
        if (here) {
            requestFocus();
        }
        content.getChildren().clear();
        model.play().ifPresentOrElse(this::step, this::list);
        if (here) {
            Optional<Node> same = same(focused);
            given = same.isPresent() ? null : wayOn();
            same.or(() -> Optional.ofNullable(given)).ifPresent(Node::requestFocus);
        }
    }

    private @Nullable Node wayOn() {
        return WAYS_ON.stream()
                .flatMap(selector -> reachable(selector).stream())
                .findFirst()
                .orElse(null);
    }

    /** What had the focus because somebody went there, if it stands here again, or what is in its place. */
    private Optional<Node> same(@Nullable Node focused) {
        if (focused == null || focused.equals(this) || focused.equals(given)) {
            return Optional.empty();
        }
        return Panes.has(content, focused) && !focused.isDisabled()
                ? Optional.of(focused)
                : Optional.ofNullable(focused.getId()).flatMap(id -> reachable("#" + id));
    }

    private Optional<Node> reachable(String selector) {
        return Optional.ofNullable(content.lookup(selector)).flatMap(Panes::first);
    }

    private void list() {
        Label title = label(text("learn.lessons"), "learn-title");
        Button shut = button(text("learn.close"), "learn-close", close);
        HBox head = new HBox(8, title, grow(), shut);
        content.getChildren().add(head);
        int number = 0;
        for (Lesson lesson : lessons.get()) {
            number++;
            String progress = model.progress(lesson);
            Button open = button(
                    number + " · " + lesson.title() + (progress.isEmpty() ? "" : "\n" + progress),
                    "lesson-" + number,
                    () -> model.open(lesson));
            open.setMaxWidth(Double.MAX_VALUE);
            open.setMinWidth(0);
            open.getStyleClass().add("lesson-entry");
            open.setTooltip(new Tooltip(FigureText.sentence(lesson.summary())));
            content.getChildren().add(open);
        }
    }

    private void step(LessonPlay play) {
        LessonStep step = play.step();
        Label where = label(
                play.lesson().title() + " · " + (play.index() + 1) + " of "
                        + play.lesson().steps().size(),
                "learn-where");
        content.getChildren()
                .addAll(
                        new HBox(8, where, grow(), button(text("learn.leave"), "learn-leave", model::close)),
                        label(step.frame().title(), "learn-title"));
        content.getChildren().add(flow(FigureText.sentence(model.text())));
        switch (step) {
            case LessonStep.Predict predict -> predict(play, predict);
            case LessonStep.Do task -> task(task);
            case LessonStep.Check _ -> {
                if (model.judged().isEmpty()) {
                    content.getChildren().add(main(text("learn.check"), "learn-check", model::check));
                }
            }
            case LessonStep.Text _, LessonStep.See _ -> {}
        }
        model.judged().ifPresent(judged -> judged(judged, step));
        if (!model.feedback().isEmpty()) {
            content.getChildren().add(flow(FigureText.sentence(model.feedback())));
        }
        Button back = button(text("learn.back"), "learn-back", model::back);
        back.setDisable(play.index() == 0 || model.isBusy());
        HBox ways = new HBox(8, back);
        content.getChildren().add(ways);
        boolean last = play.index() == play.lesson().steps().size() - 1;
        if (!last) {
            Button next = main(text("learn.next"), "learn-next", model::next);
            next.setDisable(!play.mayGoOn() || model.isBusy());
            ways.getChildren().addAll(grow(), next);
        }
        if (last && play.lesson().worth() > 0) {
            content.getChildren()
                    .add(label(
                            text("learn.of-points", play.points(), play.lesson().worth()), "learn-points"));
        }
        if (play.lesson().steps().stream().anyMatch(LessonStep::isTask)) {
            content.getChildren().add(button(text("learn.save-submission"), "learn-save", model::save));
        }
    }

    private void predict(LessonPlay play, LessonStep.Predict predict) {
        if (!drawnFor.equals(predict.id() + play.lesson().title())) {
            drawnFor = predict.id() + play.lesson().title();
            question.getChildren().clear();
            ask(play, predict.answer());
        }
        boolean open = model.judged().isEmpty() && !model.isWaiting();
        question.setDisable(!open && predict.answer() instanceof Question.Choice);
        content.getChildren().add(question);
        model.judged()
                .ifPresent(judged -> question.getChildren().stream()
                        .filter(HeightsPane.class::isInstance)
                        .forEach(pane -> ((HeightsPane) pane).show(judged.parts())));
        if (open) {
            Label first = label(text("learn.say-what-you-expect-first"), "learn-missed");
            first.setId("learn-expect-first");
            first.managedProperty().bind(first.visibleProperty());
            first.setVisible(false);
            Button predicting = main(text("learn.predict-and-play"), "learn-predict", () -> {
                Prediction answer = answerables.stream()
                        .findFirst()
                        .map(Answerable::answer)
                        .map(Supplier::get)
                        .orElse(NOTHING);
                first.setVisible(answer.equals(NOTHING));
                if (!answer.equals(NOTHING)) {
                    model.predict(answer);
                }
            });
            content.getChildren().addAll(predicting, first);
        } else if (model.isWaiting()) {
            content.getChildren()
                    .addAll(
                            label(text("learn.the-run-shows-it-it"), "learn-hint"),
                            button(text("learn.tell-me-now"), "learn-reveal", model::reveal));
        }
    }

    private static final Prediction NOTHING = new Prediction.Chosen("");

    private void ask(LessonPlay play, Question asked) {
        if (asked instanceof Question.Choice(List<Option> options)) {
            ToggleGroup group = new ToggleGroup();
            for (int i = 0; i < options.size(); i++) {
                Prediction.Chosen meaning = new Prediction.Chosen(options.get(i).text());
                RadioButton choice = new RadioButton(FigureText.sentence(meaning.text()));
                choice.setUserData(meaning);
                choice.setWrapText(true);
                choice.setId("learn-choice-" + (i + 1));
                choice.setToggleGroup(group);
                choice.setSelected(play.answer().filter(meaning::equals).isPresent());
                question.getChildren().add(choice);
            }
            answerables = List.of(new Answerable(() -> group.getSelectedToggle() == null
                    ? NOTHING
                    : (Prediction) group.getSelectedToggle().getUserData()));
            return;
        }
        Question.Scale scale = Objects.requireNonNull(asked.scaleOrNull());
        HeightsPane heights = new HeightsPane(asked.marks(), scale, asked instanceof Question.Curve);
        play.answer().ifPresent(answer -> {
            if (answer instanceof Prediction.Drawn(List<Double> values)) {
                heights.set(values);
            }
        });
        question.getChildren()
                .addAll(
                        heights,
                        label(
                                text(
                                        "learn.drag-to-where-you-expect",
                                        FigureText.sentence(scale.from().text()),
                                        FigureText.sentence(scale.to().text())),
                                "learn-hint"));
        answerables =
                List.of(new Answerable(() -> heights.isTouched() ? new Prediction.Drawn(heights.values()) : NOTHING));
    }

    private void task(LessonStep.Do task) {
        if (model.judged().isEmpty()) {
            task.goals().forEach(goal -> content.getChildren().add(label("○ " + goal.text(), "learn-part")));
        }
        if (!task.hint().isEmpty()) {
            content.getChildren().add(label(text("learn.hint", FigureText.sentence(task.hint())), "learn-hint"));
        }
        if (model.play().flatMap(LessonPlay::judged).isEmpty()) {
            Button skip = button(text("learn.go-on-without-it"), "learn-give-up", model::giveUp);
            skip.setDisable(model.isBusy());
            content.getChildren().add(skip);
        }
    }

    private void judged(Judged judged, LessonStep step) {
        if (step instanceof LessonStep.Predict) {
            content.getChildren()
                    .add(label(
                            (judged.met() ? "✓ " : "✕ ") + FigureText.sentence(judged.sentence()),
                            judged.met() ? "learn-met" : "learn-missed"));
            return;
        }
        if (judged.parts().isEmpty()) {
            content.getChildren().add(label("✕ " + FigureText.sentence(judged.sentence()), "learn-missed"));
        }
        judged.parts()
                .forEach(part -> content.getChildren()
                        .add(label(
                                (part.met() ? "✓ " : "○ ")
                                        + part.what()
                                        + (part.finding().isEmpty()
                                                ? ""
                                                : " (" + FigureText.sentence(part.finding()) + ")"),
                                part.met() ? "learn-met" : "learn-part")));
    }

    /** Words with {@code **bold**} among them. */
    private static TextFlow flow(String words) {
        List<Node> pieces = new ArrayList<>();
        String[] parts = words.split("\\*\\*", -1);
        for (int i = 0; i < parts.length; i++) {
            Text piece = new Text(parts[i]);
            piece.getStyleClass().add(i % 2 == 1 ? "learn-bold" : "learn-text");
            pieces.add(piece);
        }
        TextFlow flow = new TextFlow(pieces.toArray(Node[]::new));
        flow.setAccessibleText(words.replace("**", ""));
        flow.setId("learn-text");
        return flow;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private static Button button(String text, String id, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static Button main(String text, String id, Runnable action) {
        Button button = button(text, id, action);
        button.getStyleClass().add("accent");
        return button;
    }

    private static Region grow() {
        Region region = new Region();
        HBox.setHgrow(region, Priority.ALWAYS);
        return region;
    }
}
