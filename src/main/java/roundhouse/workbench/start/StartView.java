package roundhouse.workbench.start;

import static roundhouse.workbench.texts.Texts.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import roundhouse.lessons.Lesson;
import roundhouse.workbench.files.RecentFiles;

/** The start page: at the left what one begins with, and what one had open; beside it all samples by topic, as small pictures. */
public final class StartView extends BorderPane {
    private static final double GAP = 14;

    private final StartModel model;
    private final Thumbnails thumbnails;
    private final RecentFiles recent;
    private final Choices choices;
    private final VBox sections = new VBox();
    private final VBox recentList = new VBox();
    private final VBox lessonList = new VBox();
    private final ScrollPane scroll = new ScrollPane(sections);
    private final List<StartCard> cards = new ArrayList<>();
    private final TextField filter = new TextField();

    /** What the page leads to. */
    public interface Choices {
        void empty();

        void open();

        void tour();

        void open(Path file);

        void open(StartEntry entry);

        void lesson(Lesson lesson);
    }

    public StartView(StartModel model, Thumbnails thumbnails, RecentFiles recent, Choices choices) {
        this.model = model;
        this.thumbnails = thumbnails;
        this.recent = recent;
        this.choices = choices;
        setId("start-page");
        getStyleClass().add("start-page");
        getStylesheets()
                .add(Objects.requireNonNull(StartView.class.getResource("/styles/start.css"))
                        .toExternalForm());
        setLeft(side());
        setCenter(main());
        InvalidationListener seen = _ -> Platform.runLater(this::see);
        scroll.vvalueProperty().addListener(seen);
        scroll.viewportBoundsProperty().addListener(seen);
        sceneProperty().addListener(seen);
        sections.heightProperty().addListener(seen);
        model.sections().addListener((ListChangeListener<StartSection>) _ -> showSections());
        model.lessons().addListener((ListChangeListener<Lesson>) _ -> showLessons());
        recent.files().addListener((ListChangeListener<Path>) _ -> showRecent());
        showSections();
        showLessons();
        showRecent();
    }

    /** Reads what there is to show; whoever has only keys goes on from the page, and not from the top bar. */
    public void show() {
        recent.refresh();
        model.show();
        filter.requestFocus();
    }

    /** The theme is another one. */
    public void redraw() {
        thumbnails.forget();
        cards.forEach(StartCard::again);
        see();
    }

    private Node side() {
        Button empty = wide(text("start.empty-canvas"), "start-empty", "fth-plus", choices::empty);
        Button open = wide(text("start.open"), "start-open", "fth-folder", choices::open);
        Button tour = wide(text("start.build-one-in-two-minutes"), "start-tour", "fth-compass", choices::tour);
        tour.getStyleClass().add("accent");
        recentList.getStyleClass().add("start-links");
        lessonList.getStyleClass().add("start-links");
        VBox side = new VBox(tour, empty, open, heading(text("start.recent-files")), recentList, lessonList);
        side.getStyleClass().add("start-side");
        ScrollPane pane = new ScrollPane(side);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.getStyleClass().add("start-side-scroll");
        return pane;
    }

    private static Button wide(String text, String id, String icon, Runnable action) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add("start-button");
        button.setOnAction(_ -> action.run());
        return button;
    }

    private Node main() {
        filter.setId("start-filter");
        filter.setPromptText(text("start.look-for-a-sample-cache"));
        filter.setAccessibleText(text("start.words-that-samples-have-in"));
        filter.textProperty().bindBidirectional(model.filterProperty());
        sections.getStyleClass().add("start-sections");
        scroll.setId("start-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        BorderPane main = new BorderPane();
        // In the order in which Tab goes.
        main.setTop(filter);
        main.setCenter(scroll);
        main.getStyleClass().add("start-main");
        return main;
    }

    private static Label heading(String text) {
        Label heading = new Label(text);
        heading.getStyleClass().add("start-heading");
        return heading;
    }

    private void showSections() {
        cards.clear();
        sections.getChildren().clear();
        for (StartSection section : model.sections()) {
            FlowPane flow = new FlowPane(GAP, GAP);
            for (StartEntry entry : section.entries()) {
                StartCard card = new StartCard(entry, thumbnails, choices::open);
                cards.add(card);
                flow.getChildren().add(card);
            }
            sections.getChildren().addAll(heading(section.title()), flow);
        }
        if (cards.isEmpty() && !model.filterProperty().get().isBlank()) {
            sections.getChildren().add(muted(text("start.no-sample-has-all-of")));
        }
        Platform.runLater(this::see);
    }

    private void showRecent() {
        recentList.getChildren().clear();
        for (Path file : recent.files()) {
            Hyperlink link = new Hyperlink(String.valueOf(file.getFileName()));
            link.setTooltip(new Tooltip(file.toString()));
            link.setMnemonicParsing(false);
            link.setOnAction(_ -> choices.open(file));
            recentList.getChildren().add(link);
        }
        if (recent.files().isEmpty()) {
            recentList.getChildren().add(muted(text("start.none-yet")));
        }
    }

    private void showLessons() {
        lessonList.getChildren().clear();
        if (!model.lessons().isEmpty()) {
            lessonList.getChildren().add(heading(text("start.lessons")));
        }
        for (Lesson lesson : model.lessons()) {
            Hyperlink link = new Hyperlink(lesson.title());
            link.setWrapText(true);
            link.setMnemonicParsing(false);
            link.setOnAction(_ -> choices.lesson(lesson));
            lessonList.getChildren().add(link);
        }
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        return label;
    }

    /** Has the pictures made of what is in sight. */
    private void see() {
        if (getScene() == null) {
            return;
        }
        applyCss();
        layout();
        Bounds sight = scroll.localToScene(scroll.getBoundsInLocal());
        for (StartCard card : cards) {
            Bounds place = card.localToScene(card.getBoundsInLocal());
            if (place.getHeight() > 0 && place.intersects(sight)) {
                card.seen();
            }
        }
    }
}
