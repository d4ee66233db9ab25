package roundhouse.workbench.shell;

import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import roundhouse.workbench.Notice;
import roundhouse.workbench.Notices;

/**
 * Tells the person at the window what they have to know, without standing in the way: it lies over what is there and moves nothing,
 * and a hint, which goes away by itself, lets clicks through.
 */
public final class Banner extends HBox {
    private static final PseudoClass HINT = PseudoClass.getPseudoClass("hint");
    private static final Duration HINT_STAYS = Duration.seconds(6);
    private static final double WIDEST = 760;
    private static final int MOST_DETAILS = 4;

    private final VBox text = new VBox();
    private final HBox choices = new HBox();
    private final Button close = new Button(null, new FontIcon("fth-x"));
    private Runnable dismiss = () -> {};
    private final PauseTransition goesAway = new PauseTransition(HINT_STAYS);

    public Banner() {
        getStyleClass().add("banner");
        setMaxSize(WIDEST, USE_PREF_SIZE);
        choices.setMinWidth(USE_PREF_SIZE);
        close.setMinWidth(USE_PREF_SIZE);
        choices.getStyleClass().add("banner-choices");
        HBox.setHgrow(text, Priority.ALWAYS);
        close.getStyleClass().addAll("flat", "banner-close");
        close.setAccessibleText("Dismiss this message");
        getChildren().addAll(new FontIcon("fth-alert-circle"), text, choices, close);
        show(null);
    }

    void follow(Notices notices) {
        dismiss = notices::dismiss;
        close.setOnAction(_ -> notices.dismiss());
        goesAway.setOnFinished(_ -> notices.dismiss());
        notices.currentProperty().subscribe(this::show);
    }

    private void show(@Nullable Notice notice) {
        setVisible(notice != null);
        setManaged(notice != null);
        goesAway.stop();
        if (notice == null) {
            return;
        }
        text.getChildren().setAll(line(notice.message(), "banner-message"));
        notice.details().stream()
                .limit(MOST_DETAILS)
                .forEach(detail -> text.getChildren().add(line(detail, "banner-detail")));
        choices.getChildren().clear();
        notice.choices().forEach(choice -> choices.getChildren().add(button(choice)));
        int more = notice.details().size() - MOST_DETAILS;
        if (more > 0) {
            text.getChildren().add(line("and " + more + " more", "banner-detail"));
        }
        boolean hint = notice.kind() == Notice.Kind.HINT;
        pseudoClassStateChanged(HINT, hint);
        setMouseTransparent(hint && notice.choices().isEmpty());
        close.setVisible(!isMouseTransparent());
        setAccessibleText(notice.message());
        if (hint) {
            goesAway.playFromStart();
        }
    }

    private Button button(Notice.Choice choice) {
        Button button = new Button(choice.title());
        button.getStyleClass().add("top-button");
        button.setOnAction(_ -> {
            dismiss.run();
            choice.action().run();
        });
        return button;
    }

    private static Label line(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
