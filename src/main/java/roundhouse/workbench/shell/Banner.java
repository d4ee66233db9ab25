package roundhouse.workbench.shell;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.controlsfx.control.NotificationPane;
import org.controlsfx.control.action.Action;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import roundhouse.workbench.Notice;
import roundhouse.workbench.Notices;
import roundhouse.workbench.ReducedMotion;

/**
 * Tells the person at the window what they have to know, without standing in the way: it lies over what is there and moves nothing,
 * only the bar itself takes clicks, and a hint, which goes away by itself, lets them through.
 */
public final class Banner extends NotificationPane {
    private static final PseudoClass HINT = PseudoClass.getPseudoClass("hint");
    private static final Duration HINT_STAYS = Duration.seconds(6);
    private static final double WIDEST = 760;
    /** What a bar with the most details has room in, px. */
    private static final double HIGHEST = 240;

    private static final int MOST_DETAILS = 4;

    /** Further lines that take one line each. */
    private final VBox details = new VBox();

    private final PauseTransition goesAway = new PauseTransition(HINT_STAYS);

    public Banner() {
        getStyleClass().add("banner");
        setMaxWidth(WIDEST);
        setPrefSize(WIDEST, HIGHEST);
        setMaxHeight(HIGHEST);
        setPickOnBounds(false);
        // Its buttons can have the focus; it has nothing to do with it itself.
        setFocusTraversable(false);
        setVisible(false);
        details.getStyleClass().add("banner-details");
        // As wide as the bar, not as the words.
        details.setPrefWidth(0);
        skinProperty().subscribe(this::addDetails);
        // It slides in; where motion is to be reduced it is not seen before it has come.
        addEventHandler(ON_SHOWING, _ -> setOpacity(ReducedMotion.in(this) ? 0 : 1));
        addEventHandler(ON_SHOWN, _ -> setOpacity(1));
    }

    void follow(Notices notices) {
        goesAway.setOnFinished(_ -> notices.dismiss());
        showingProperty().subscribe(showing -> {
            if (!showing) {
                notices.dismiss();
            }
        });
        notices.currentProperty().subscribe(notice -> show(notice, notices));
    }

    private void show(@Nullable Notice notice, Notices notices) {
        goesAway.stop();
        setVisible(notice != null);
        if (notice == null) {
            hide();
            return;
        }
        boolean hint = notice.kind() == Notice.Kind.HINT;
        List<String> further = details(notice.details()).toList();
        boolean shortened = notice.room() == Notice.Details.ARE_SHORTENED;
        setText(
                shortened
                        ? notice.message()
                        : notice.message() + further.stream().map("\n"::concat).collect(Collectors.joining()));
        details.getChildren()
                .setAll(shortened ? further.stream().map(Banner::detail).toList() : List.of());
        setGraphic(new FontIcon(hint ? "fth-info" : "fth-alert-circle"));
        getActions()
                .setAll(notice.choices().stream()
                        .map(choice -> action(choice, notices))
                        .toList());
        pseudoClassStateChanged(HINT, hint);
        setMouseTransparent(hint && notice.choices().isEmpty());
        setCloseButtonVisible(!isMouseTransparent());
        setAccessibleText(notice.message());
        addDetails();
        show();
        if (hint) {
            goesAway.playFromStart();
        }
    }

    /** Below the message and the buttons. Its skin lays the bar out anew with each notice, without what it does not know. */
    private void addDetails() {
        if (lookup(".notification-bar > .pane") instanceof GridPane bar
                && !bar.getChildren().contains(details)
                && !details.getChildren().isEmpty()) {
            bar.add(details, 0, 1, 2, 1);
        }
    }

    private static Label detail(String text) {
        Label label = new Label(text);
        label.setTooltip(new Tooltip(text));
        return label;
    }

    private static Stream<String> details(List<String> all) {
        int more = all.size() - MOST_DETAILS;
        return Stream.concat(
                all.stream().limit(MOST_DETAILS), more > 0 ? Stream.of(text("shell.and-more", more)) : Stream.empty());
    }

    private static Action action(Notice.Choice choice, Notices notices) {
        return new Action(choice.title(), _ -> {
            notices.dismiss();
            choice.action().run();
        });
    }
}
