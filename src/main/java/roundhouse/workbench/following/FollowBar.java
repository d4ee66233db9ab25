package roundhouse.workbench.following;

import java.util.List;
import java.util.Objects;
import javafx.animation.AnimationTimer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Tells the stages of the request that is followed, one sentence at a time, and leads from one to the next. */
public final class FollowBar extends HBox {
    private final FollowModel model;
    private final Runnable eachPulse;
    private final Label title = new Label();
    private final Label says = new Label();
    private final Button previous;
    private final Button play;
    private final Button next;
    private final Button close;
    private final FontIcon playIcon = new FontIcon("fth-pause");
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long nowNanos) {
            model.tick(nowNanos);
            eachPulse.run();
        }
    };
    private boolean running;

    /** @param eachPulse is called with every pulse while somebody is followed */
    public FollowBar(FollowModel model, Runnable eachPulse) {
        this.model = model;
        this.eachPulse = eachPulse;
        getStylesheets()
                .add(Objects.requireNonNull(FollowBar.class.getResource("/styles/following.css"))
                        .toExternalForm());
        getStyleClass().add("follow-bar");
        setId("follow-bar");
        setAlignment(Pos.CENTER_LEFT);
        title.setId("follow-title");
        title.getStyleClass().add("follow-title");
        says.setId("follow-says");
        says.getStyleClass().add("follow-says");
        says.setWrapText(true);
        says.setAccessibleRole(AccessibleRole.TEXT);
        previous = button("follow-previous", "fth-chevron-left");
        play = button("follow-play", "fth-pause");
        play.setGraphic(playIcon);
        next = button("follow-next", "fth-chevron-right");
        close = button("follow-close", "fth-x");
        VBox words = new VBox(title, says);
        words.getStyleClass().add("follow-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(previous, play, next, words, close);
        model.indexProperty().subscribe(this::update);
        model.goingProperty().subscribe(this::update);
        visibleProperty().subscribe(shown -> setManaged(shown));
        update();
    }

    private static Button button(String id, String icon) {
        Button button = new Button();
        button.setId(id);
        button.getStyleClass().add("follow-button");
        button.setGraphic(new FontIcon(icon));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /** What a button does, said with its key. */
    public record Does(String hint, Runnable act) {}

    /** What the buttons do: back, go on or stay, forth, close. */
    public void does(Does back, Does toggle, Does forth, Does leave) {
        List<Does> all = List.of(back, toggle, forth, leave);
        List<Button> buttons = List.of(previous, play, next, close);
        for (int i = 0; i < all.size(); i++) {
            Does one = all.get(i);
            Button button = buttons.get(i);
            button.setTooltip(new Tooltip(one.hint()));
            button.setAccessibleText(one.hint());
            button.setOnAction(_ -> one.act().run());
        }
    }

    /** Who is followed, for the line above the stages. */
    public void title(String request) {
        title.setUserData(request);
        update();
    }

    private void update() {
        boolean on = model.isOn();
        setVisible(on);
        if (on != running) {
            running = on;
            if (on) {
                timer.start();
            } else {
                timer.stop();
            }
        }
        Object who = title.getUserData();
        title.setText((who == null ? "" : who)
                + (on ? " · " + (model.indexProperty().get() + 1) + " of " + model.count() : ""));
        if (!says.getText().equals(model.says())) {
            says.setText(model.says());
            says.setAccessibleText(model.says());
            says.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
        playIcon.setIconLiteral(model.goingProperty().get() ? "fth-pause" : "fth-play");
    }
}
