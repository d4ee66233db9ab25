package roundhouse.workbench.inspector.figures;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import roundhouse.workbench.FigureText;

/** Live figures of the node that is selected, and how a balancer's picks are shared out. */
public final class FiguresPane extends VBox {
    /** Of the width, per cent: names and values that need more have a second line. */
    private static final double NAMES = 42;

    private final Label sharesHeading = heading("Share of picks");
    private final GridPane shares = new GridPane();
    private final Label figuresHeading = heading("Now");
    private final GridPane figures = new GridPane();
    private final List<Label> values = new ArrayList<>();
    private final List<Bar> bars = new ArrayList<>();

    /** For each share whether there is a line under its bar that says how the target is seen. */
    private List<Boolean> seen = List.of();

    private final Asked asked;
    private List<LiveFigure> shown = List.of();

    /** Somebody asks a figure where it comes from. */
    @FunctionalInterface
    public interface Asked {
        /** @param owner what shows the figure */
        void ask(javafx.scene.Node owner, LiveFigure figure);
    }

    public FiguresPane(Asked asked) {
        this.asked = asked;
        getStyleClass().add("figures-pane");
        ColumnConstraints label = new ColumnConstraints();
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        ColumnConstraints value = new ColumnConstraints();
        value.setHalignment(HPos.RIGHT);
        label.setMaxWidth(90);
        shares.getColumnConstraints().setAll(label, wide, value);
        shares.getStyleClass().add("shares");
        ColumnConstraints name = new ColumnConstraints();
        name.setPercentWidth(NAMES);
        ColumnConstraints figure = new ColumnConstraints();
        figure.setPercentWidth(100 - NAMES);
        figure.setHalignment(HPos.RIGHT);
        figures.getColumnConstraints().setAll(name, figure);
        figures.getStyleClass().add("figures");
        getChildren().setAll(sharesHeading, shares, figuresHeading, figures);
        show(List.of(), List.of());
    }

    /** Shows these figures, and these shares, in the place of those before. */
    public void show(List<LiveFigure> nowFigures, List<PickShare> nowShares) {
        showFigures(nowFigures);
        showShares(nowShares);
    }

    private void showFigures(List<LiveFigure> now) {
        shown = now;
        shown(figuresHeading, !now.isEmpty());
        shown(figures, !now.isEmpty());
        if (values.size() != now.size()) {
            figures.getChildren().clear();
            values.clear();
            for (int i = 0; i < now.size(); i++) {
                Label value = new Label();
                value.getStyleClass().add("figure-value");
                value.setWrapText(true);
                value.setTextAlignment(TextAlignment.RIGHT);
                values.add(value);
                Label name = new Label();
                askable(i, name, value);
                name.getStyleClass().add("muted");
                name.setWrapText(true);
                GridPane.setValignment(name, VPos.TOP);
                figures.addRow(i, name, value);
            }
        }
        for (int i = 0; i < now.size(); i++) {
            ((Label) figures.getChildren().get(2 * i)).setText(now.get(i).label());
            values.get(i).setText(now.get(i).value());
            values.get(i)
                    .setAccessibleText(now.get(i).label() + ": " + now.get(i).value());
        }
    }

    /** By a click on its name or value, or by Enter or the space bar on its value. */
    private void askable(int row, Label name, Label value) {
        value.setFocusTraversable(true);
        value.getStyleClass().add("askable");
        value.setAccessibleRole(AccessibleRole.BUTTON);
        value.setAccessibleHelp("Where this comes from");
        value.setId("figure-" + row);
        Runnable ask = () -> asked.ask(value, shown.get(row));
        name.setOnMouseClicked(_ -> ask.run());
        value.setOnMouseClicked(_ -> ask.run());
        value.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                event.consume();
                ask.run();
            }
        });
    }

    private void showShares(List<PickShare> now) {
        shown(sharesHeading, !now.isEmpty());
        shown(shares, !now.isEmpty());
        List<Boolean> rows = now.stream().map(share -> !share.seen().isEmpty()).toList();
        if (!rows.equals(seen)) {
            seen = rows;
            shares.getChildren().clear();
            bars.clear();
            int row = 0;
            for (boolean hasWords : rows) {
                Bar bar = new Bar();
                bars.add(bar);
                shares.addRow(row++, bar.title, bar, bar.value);
                if (hasWords) {
                    shares.add(bar.seen, 1, row++, 2, 1);
                }
            }
        }
        for (int i = 0; i < now.size(); i++) {
            bars.get(i).show(now.get(i));
        }
    }

    private static void shown(javafx.scene.Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** A heading as each section of the inspector has one. */
    public static Label heading(String text) {
        Label heading = new Label(text.toUpperCase(java.util.Locale.ROOT));
        heading.getStyleClass().add("section-heading");
        return heading;
    }

    /** A track that is filled as far as the share goes. */
    private static final class Bar extends Pane {
        private final Label title = new Label();
        private final Label value = new Label();
        private final Label seen = new Label();
        private final Region fill = new Region();
        private double part;
        private String colour = "";

        Bar() {
            getStyleClass().add("share-bar");
            fill.getStyleClass().add("share-fill");
            value.getStyleClass().add("share-value");
            seen.getStyleClass().add("share-seen");
            seen.setWrapText(true);
            seen.setMinHeight(USE_PREF_SIZE);
            getChildren().setAll(fill);
        }

        void show(PickShare share) {
            title.setText(share.title());
            value.setText(FigureText.percent(share.part()));
            seen.setText(share.seen());
            if (!share.colour().equals(colour)) {
                colour = share.colour();
                fill.setStyle("-fx-background-color: " + colour + ";");
            }
            part = share.part();
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            fill.resizeRelocate(0, 0, getWidth() * Math.clamp(part, 0, 1), getHeight());
        }
    }
}
