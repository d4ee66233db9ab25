package roundhouse.workbench.start;

import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** A sample with its picture, which plays while the pointer or the keys are there; pressed, it opens. */
final class StartCard extends Button {
    static final double WIDTH = 230;
    static final double PICTURE_HEIGHT = 144;
    /** Room for three lines. */
    private static final double TITLE_HEIGHT = 64;

    private static final double TIP_WIDTH = 420;

    private final StartEntry entry;
    private final Thumbnails thumbnails;
    private final ImageView picture = new ImageView();
    private boolean asked;

    StartCard(StartEntry entry, Thumbnails thumbnails, Consumer<StartEntry> open) {
        this.entry = entry;
        this.thumbnails = thumbnails;
        getStyleClass().add("start-card");
        setId("start-" + entry.file().replace(".json", "").replace('/', '-'));
        picture.setFitWidth(WIDTH);
        picture.setFitHeight(PICTURE_HEIGHT);
        picture.setMouseTransparent(true);
        StackPane frame = new StackPane(picture);
        frame.getStyleClass().add("start-picture");
        frame.setMinSize(WIDTH, PICTURE_HEIGHT);
        frame.setPrefSize(WIDTH, PICTURE_HEIGHT);
        Label title = new Label(entry.topology().name());
        title.getStyleClass().add("start-card-title");
        title.setWrapText(true);
        title.setMinSize(WIDTH, TITLE_HEIGHT);
        title.setPrefSize(WIDTH, TITLE_HEIGHT);
        VBox content = new VBox(frame, title);
        setGraphic(content);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(entry.topology().name() + ". " + entry.topology().description());
        Tooltip tip =
                new Tooltip(entry.topology().name() + "\n" + entry.topology().description());
        tip.setWrapText(true);
        tip.setMaxWidth(TIP_WIDTH);
        tip.setShowDelay(Duration.seconds(1));
        tip.setShowDuration(Duration.minutes(1));
        setTooltip(tip);
        setOnAction(_ -> open.accept(entry));
        hoverProperty().subscribe((_, there) -> live(there));
        focusVisibleProperty().subscribe((_, there) -> live(there));
    }

    /** Gets its picture, once somebody can see it. */
    void seen() {
        if (!asked) {
            asked = true;
            picture.imageProperty().bind(thumbnails.picture(entry));
        }
    }

    /** Its picture looks different now. */
    void again() {
        picture.imageProperty().unbind();
        asked = false;
    }

    private void live(boolean there) {
        if (there) {
            thumbnails.play(entry, image -> {
                picture.imageProperty().unbind();
                picture.setImage(image);
            });
        } else {
            thumbnails.stop();
            asked = false;
            seen();
        }
    }
}
