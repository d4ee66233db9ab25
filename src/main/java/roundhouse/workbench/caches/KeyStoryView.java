package roundhouse.workbench.caches;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.reasons.CacheKeyStory;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.texts.Texts;

/** What became of the key that is followed, the newest first. */
final class KeyStoryView extends VBox {
    private final KeyStoryModel model;
    private final Label heading = new Label();
    private final Hyperlink on = new Hyperlink(Texts.text("caches.on-to-now"));
    private final ProgressBar progress = new ProgressBar();
    private final VBox lines = new VBox();
    private long nowNanos;

    KeyStoryView(KeyStoryModel model) {
        this.model = model;
        getStyleClass().add("key-story");
        setId("key-story");
        heading.getStyleClass().add("section-heading");
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(heading, Priority.ALWAYS);
        on.setId("key-story-on");
        on.setOnAction(_ -> model.ask());
        progress.progressProperty().bind(model.progressProperty());
        progress.visibleProperty().bind(model.progressProperty().greaterThanOrEqualTo(0));
        progress.managedProperty().bind(progress.visibleProperty());
        progress.setAccessibleText(Texts.text("caches.replaying-for-the-key"));
        Label problem = text("");
        problem.getStyleClass().add("field-error");
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        lines.getStyleClass().add("key-story-lines");
        on.managedProperty().bind(on.visibleProperty());
        on.setVisible(false);
        getChildren().setAll(new HBox(8, heading, progress, on), problem, lines);
        model.storyProperty().subscribe(this::show);
        managedProperty().bind(visibleProperty());
        visibleProperty()
                .bind(model.storyProperty()
                        .isNotNull()
                        .or(progress.visibleProperty())
                        .or(problem.visibleProperty()));
    }

    private static Label text(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private void show(@Nullable CacheKeyStory story) {
        lines.getChildren().clear();
        offer();
        heading.setText(
                story == null ? "STORY" : Texts.text("caches.story-until", FigureText.clock(story.untilNanos())));
        if (story == null) {
            setAccessibleText("");
            return;
        }
        for (CacheKeyStory.Event event : story.events().reversed()) {
            lines.getChildren()
                    .add(line(FigureText.clock(event.timeNanos()), FigureText.sentence(CacheKeyStory.words(event))));
        }
        if (story.before() > 0) {
            lines.getChildren().add(text(Texts.text("caches.earlier-events", FigureText.count(story.before()))));
        }
        if (story.events().isEmpty()) {
            lines.getChildren().add(text(Texts.text("caches.nobody-has-asked")));
        }
        setAccessibleText(CacheText.story(story));
    }

    private static HBox line(String time, String words) {
        Label when = new Label(time);
        when.getStyleClass().add("muted");
        when.setMinWidth(USE_PREF_SIZE);
        Label what = text(words);
        what.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(what, Priority.ALWAYS);
        return new HBox(8, when, what);
    }

    /** The run is at that time. */
    void at(long timeNanos) {
        nowNanos = timeNanos;
        offer();
    }

    private void offer() {
        CacheKeyStory story = model.storyProperty().get();
        on.setVisible(story != null && story.untilNanos() < nowNanos);
    }
}
