package roundhouse.workbench.why;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.RequestLog;
import roundhouse.simulation.observing.RequestLog.Ended;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.Throttled;

/**
 * Requests that have ended: the latest, the slowest, those that went wrong. Stands still while a line is selected, so that it can be
 * read; Enter or a click asks about it.
 */
final class RequestList extends VBox {
    private final UnaryOperator<String> titles;
    /** Faster cannot be read. */
    private static final Duration BETWEEN = Duration.millis(250);

    private enum Which {
        LATEST(text("why.latest"), text("why.no-request-has-ended-yet")),
        SLOWEST(text("why.slowest"), text("why.no-request-has-been-answered")),
        BAD(text("why.not-answered"), text("why.every-request-so-far-was"));

        private final String title;
        private final String none;

        Which(String title, String none) {
            this.title = title;
            this.none = none;
        }

        List<Ended> of(RequestLog log) {
            return switch (this) {
                case LATEST -> log.latest();
                case SLOWEST -> log.slowest();
                case BAD -> log.bad();
            };
        }
    }

    private final ListView<Ended> lines = new ListView<>();
    private final Label none = new Label();
    private RequestLog log = RequestLog.EMPTY;
    private Which which = Which.LATEST;
    private final Throttled paced = new Throttled(BETWEEN);

    RequestList(LongConsumer ask, UnaryOperator<String> titles) {
        this.titles = titles;
        getStyleClass().add("request-list");
        Label title = new Label(text("why.requests"));
        title.getStyleClass().add("inspector-title");
        Label hint = new Label(text("why.choose-one-or-click-a"));
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        hint.getStyleClass().add("muted");
        none.getStyleClass().add("muted");
        none.setWrapText(true);
        lines.setId("requests");
        lines.setPlaceholder(none);
        lines.setFixedCellSize(24);
        lines.setCellFactory(_ -> new Line());
        lines.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                ask(ask);
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE
                    && !lines.getSelectionModel().isEmpty()) {
                lines.getSelectionModel().clearSelection();
                event.consume();
            }
        });
        lines.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                ask(ask);
            }
        });
        VBox.setVgrow(lines, Priority.ALWAYS);
        getChildren().setAll(title, hint, choice(), lines);
        fill();
    }

    private HBox choice() {
        HBox choice = new HBox();
        choice.getStyleClass().addAll("views", "request-choice");
        ToggleGroup group = new ToggleGroup();
        for (Which each : Which.values()) {
            ToggleButton button = new ToggleButton(each.title);
            button.setId("requests-" + each.name().toLowerCase(Locale.ROOT));
            button.getStyleClass().add("view-button");
            button.setToggleGroup(group);
            button.setSelected(each == which);
            button.setOnAction(_ -> {
                button.setSelected(true);
                which = each;
                lines.getSelectionModel().clearSelection();
                fill();
            });
            choice.getChildren().add(button);
        }
        return choice;
    }

    private void ask(LongConsumer ask) {
        Ended chosen = lines.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            ask.accept(chosen.number());
        }
    }

    /** To where the keys go on. */
    void focus() {
        lines.requestFocus();
    }

    /** Forgets what was selected, so that it goes on with the run. */
    void goOn() {
        lines.getSelectionModel().clearSelection();
    }

    void show(Frame frame) {
        RequestLog now = frame.requests;
        paced.show(() -> {
            if (lines.getSelectionModel().isEmpty() && !now.equals(log)) {
                log = now;
                fill();
            }
        });
    }

    private void fill() {
        none.setText(which.none);
        List<Ended> now = which.of(log);
        lines.getItems().setAll(now);
        lines.setAccessibleText(text("why.requests-2", which.title, now.size()));
    }

    private final class Line extends ListCell<Ended> {
        private final Label number = new Label();
        private final Label server = new Label();
        private final Label outcome = new Label();
        private final Label time = new Label();
        private final Region gap = new Region();
        private final HBox row = new HBox(number, server, outcome, gap, time);

        Line() {
            getStyleClass().add("request-line");
            number.getStyleClass().add("request-number");
            outcome.getStyleClass().add("request-outcome");
            server.getStyleClass().add("muted");
            time.setMinWidth(Region.USE_PREF_SIZE);
            row.getStyleClass().add("request-row");
            HBox.setHgrow(gap, Priority.ALWAYS);
        }

        @Override
        protected void updateItem(@Nullable Ended ended, boolean empty) {
            super.updateItem(ended, empty);
            if (empty || ended == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            number.setText(FigureText.count(ended.number()));
            server.setText(titles.apply(ended.server()));
            outcome.setText(ended.outcome() == Outcome.OK ? "" : TraceText.ended(ended.outcome()));
            time.setText(FigureText.duration(ended.tookNanos()));
            setGraphic(row);
            setAccessibleText(text(
                    "why.request-after-at",
                    ended.number(),
                    TraceText.ended(ended.outcome()),
                    FigureText.duration(ended.tookNanos()),
                    ended.server().isEmpty() ? "" : ", " + titles.apply(ended.server()),
                    FigureText.clock(ended.timeNanos())));
        }
    }
}
