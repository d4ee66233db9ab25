package roundhouse.workbench.compare.several;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import roundhouse.workbench.canvas.SmallCanvas;
import roundhouse.workbench.compare.measured.ComparedFigure;
import roundhouse.workbench.compare.measured.FigureOrigins;
import roundhouse.workbench.compare.measured.MeasuredRow;
import roundhouse.workbench.origins.OriginPop;

/** One of the designs that play: its number and title, a figure or two as the run stands, and its canvas. */
final class DesignCard extends VBox {
    private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");

    private final MeasuredRow row;
    private final SmallCanvas canvas;
    private final VBox words;
    private final List<ComparedFigure> live;
    private final List<Label> figures = new ArrayList<>();
    private final ShareBar bar = new ShareBar();
    private @Nullable DesignPicture picture;

    /**
     * @param origins is asked where figures come from
     * @param away what to do when a person takes it away
     */
    DesignCard(MeasuredRow row, List<ComparedFigure> live, OriginPop origins, Runnable away) {
        this.row = row;
        this.live = live;
        canvas = new SmallCanvas(row.entrant().design().start());
        getStyleClass().add("several-card");
        setId("several-card-" + row.number());
        setMinSize(0, 0);
        Label number = new Label(Integer.toString(row.number()));
        number.getStyleClass().add("several-number");
        number.setMinWidth(USE_PREF_SIZE);
        Label title = new Label(row.entrant().title());
        title.getStyleClass().add("several-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        if (!row.entrant().words().isEmpty()) {
            title.setTooltip(new Tooltip(row.entrant().words()));
        }
        Button close = new Button("×");
        close.getStyleClass().add("several-away");
        close.setAccessibleText(text("compare.stop-playing", row.entrant().title()));
        close.setTooltip(new Tooltip(text("compare.stop-playing-tip")));
        close.setMinWidth(USE_PREF_SIZE);
        close.setOnAction(_ -> away.run());
        HBox head = new HBox(number, title, close);
        head.getStyleClass().add("several-head");
        FlowPane line = new FlowPane();
        line.getStyleClass().add("several-figures");
        line.setMinHeight(USE_PREF_SIZE);
        for (ComparedFigure figure : live) {
            Label label = new Label(figure.shortHeading() + " –");
            label.getStyleClass().add("several-figure");
            origins.attach(
                    () -> Optional.ofNullable(picture)
                            .map(there -> FigureOrigins.live(figure, row.entrant(), there.frame().timeNanos)),
                    label);
            label.setMinWidth(USE_PREF_SIZE);
            figures.add(label);
            line.getChildren().add(label);
        }
        words = new VBox(head, line);
        words.getStyleClass().add("several-said");
        VBox.setVgrow(canvas, Priority.ALWAYS);
        getChildren().addAll(words, bar, canvas);
    }

    /** What its title and figures need, px, in a card of that width. */
    double wordsHeight(double width) {
        return Math.ceil(words.prefHeight(width - snappedLeftInset() - snappedRightInset()));
    }

    /** Gives its title and figures that height, px, so that its canvas is as large as those of the other cards. */
    void words(double height) {
        words.setMinHeight(height);
    }

    MeasuredRow row() {
        return row;
    }

    List<ComparedFigure> live() {
        return live;
    }

    /** Simulated seconds a second; 0 while all stand still. */
    void speed(double speed) {
        canvas.setSpeed(speed);
    }

    void show(DesignPicture shown) {
        picture = shown;
        canvas.show(shown.frame());
    }

    /** How it stands by a figure; not a number before the first picture. */
    double value(ComparedFigure figure) {
        return picture == null ? Double.NaN : picture.figures().getOrDefault(figure, Double.NaN);
    }

    /** How long the first figure is beside the largest of all, 0 to 1. */
    void share(double part, boolean best) {
        bar.show(part);
        pseudoClassStateChanged(BEST, best);
    }

    /** @param best whether it is the best by that figure as all stand */
    void show(ComparedFigure figure, boolean best) {
        Label label = Objects.requireNonNull(figures.get(live.indexOf(figure)));
        String words =
                figure.shortHeading() + (best ? " ★ " : " ") + figure.unit().text(value(figure));
        if (!words.equals(label.getText())) {
            label.setText(words);
            label.setAccessibleText(
                    best
                            ? text(
                                    "compare.live-best",
                                    figure.shortHeading(),
                                    figure.unit().text(value(figure)))
                            : words);
        }
        if (best != label.getStyleClass().contains("several-best")) {
            if (best) {
                label.getStyleClass().add("several-best");
            } else {
                label.getStyleClass().remove("several-best");
            }
        }
    }
}
