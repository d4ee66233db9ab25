package roundhouse.workbench.caches;

import static roundhouse.workbench.texts.Texts.text;

import java.util.Objects;
import java.util.function.UnaryOperator;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.components.CacheContents;
import roundhouse.simulation.observing.Frame;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.Throttled;

/** A cache opened: its lists as cells, and what is known of one key. */
public final class CacheView extends VBox {
    /** Faster cannot be read. */
    private static final Duration BETWEEN = Duration.millis(100);

    private final CacheModel model;
    /** Room around the cells, px. */
    private static final Insets AROUND = new Insets(3, 5, 3, 5);

    private final Label title = new Label();
    private final Label which = new Label();
    private final Button before = new Button("‹");
    private final Button after = new Button("›");
    private final HBox choice = new HBox(before, which, after);
    private final Label summary = line("cache-summary");
    private final TextField key = new TextField();
    private final Label answer = line("cache-answer");
    private final CachePicture picture;
    private final KeyStoryModel stories;
    private final KeyStoryView story;
    private final ScrollPane scroll;
    private final Throttled paced = new Throttled(BETWEEN);

    /**
     * @param stories tells what became of the key that is followed
     * @param again asks for the newest frame once more, as when there is more room
     * @param titles what the nodes of those ids are called
     */
    public CacheView(CacheModel model, KeyStoryModel stories, Runnable again, UnaryOperator<String> titles) {
        this.model = model;
        this.stories = stories;
        story = new KeyStoryView(stories);
        getStylesheets()
                .add(Objects.requireNonNull(CacheView.class.getResource("/styles/caches.css"))
                        .toExternalForm());
        getStyleClass().add("cache-view");
        setId("cache-view");
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText(text("caches.cache"));
        title.setId("cache-title");
        title.getStyleClass().add("inspector-title");
        choice.getStyleClass().add("cache-choice");
        step(before, text("caches.cache-before"), -1);
        step(after, text("caches.next-cache"), 1);
        summary.getStyleClass().add("muted");
        key.setId("cache-key");
        key.setPromptText(text("caches.follow-a-key-like-42"));
        key.setAccessibleText(text("caches.follow-a-key"));
        key.textProperty().subscribe(model::follow);
        picture = new CachePicture(number -> key.setText(Long.toString(number)));
        scroll = new ScrollPane(withRoom(picture));
        scroll.getStyleClass().add("cache-scroll");
        scroll.setFitToWidth(true);
        scroll.viewportBoundsProperty().subscribe(_ -> again.run());
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox.setMargin(scroll, new Insets(0, -AROUND.getRight(), 0, -AROUND.getLeft()));
        getChildren().setAll(title, choice, summary, key, told(), scroll, legend());
        model.lookProperty().subscribe(look -> title.setText(look.node().isEmpty() ? "" : titles.apply(look.node())));
        model.problemProperty().subscribe(answer::setText);
        choose(1, "");
    }

    /** What shows that it has the focus goes around it, and would be cut at its edge. */
    private static StackPane withRoom(CachePicture picture) {
        StackPane room = new StackPane(picture);
        room.setPadding(AROUND);
        return room;
    }

    private static Label line(String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private void step(Button button, String words, int by) {
        button.setAccessibleText(words);
        button.getStyleClass().add("cache-step");
        button.setOnAction(_ -> model.choose(model.lookProperty().get().cache() + by));
    }

    /** All that is known of the key that is followed. */
    private ScrollPane told() {
        VBox content = new VBox(answer, story);
        content.getStyleClass().add("cache-told");
        return new PartScroll(this, content);
    }

    private static FlowPane legend() {
        FlowPane legend = new FlowPane();
        legend.getStyleClass().add("cache-legend");
        String[][] entries = {
            {"fresh", "fresh"},
            {"outdated", "stale"},
            {"expired", text("caches.expired-or-banned")},
            {"dirty", "dirty"},
            {"remembered", text("caches.only-remembered")},
            {"newest", text("caches.newest-access")},
            {"hand", "hand"},
            {"followed", "followed"}
        };
        for (String[] entry : entries) {
            Region sample = new Region();
            sample.getStyleClass().addAll("cell", "cell-" + entry[0]);
            legend.getChildren().add(new Label(entry[1], sample));
        }
        return legend;
    }

    /** Shows the cache at this instant; the frame can be reused when this returns. */
    public void show(Frame frame) {
        CacheContents contents = frame.cache;
        if (getScene() == null || !model.isOf(contents)) {
            return;
        }
        int caches = contents.caches;
        String name = contents.name;
        String how = contents.there ? CacheText.summary(contents) : CacheText.nothing(contents);
        String known = CacheText.followed(contents);
        long followed = contents.there ? contents.followed.key : CacheContents.NONE;
        long nowNanos = contents.timeNanos;
        CacheGrid grid = contents.there
                ? new CacheGrid(
                        contents,
                        scroll.getViewportBounds().getWidth() - AROUND.getLeft() - AROUND.getRight(),
                        scroll.getViewportBounds().getHeight() - AROUND.getTop() - AROUND.getBottom())
                : null;
        paced.show(() -> {
            show(caches, name, how, known, grid);
            follow(name, followed, nowNanos);
        });
    }

    private void follow(String cache, long followed, long nowNanos) {
        if (followed == CacheContents.NONE) {
            stories.close();
        } else {
            stories.follow(cache, followed);
            story.at(nowNanos);
        }
    }

    private void show(int caches, String name, String how, String known, @Nullable CacheGrid grid) {
        choose(caches, name);
        summary.setText(how);
        if (model.problemProperty().get().isEmpty()) {
            answer.setText(known);
        }
        picture.show(grid);
    }

    private void choose(int caches, String name) {
        int cache = model.lookProperty().get().cache();
        choice.setVisible(caches > 1);
        choice.setManaged(caches > 1);
        which.setText(name + ", " + FigureText.count(cache + 1L) + " of " + FigureText.count(caches));
        before.setDisable(cache == 0);
        after.setDisable(cache >= caches - 1);
    }
}
