package roundhouse.workbench.inspector.figures;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.origins.AskedFigure;
import roundhouse.workbench.origins.OriginPop;

/** Live figures of the node that is selected, and how a balancer's picks are shared out. */
public final class FiguresPane extends VBox {
    /** Of the width, per cent: names and values that need more have a second line. */
    private static final double NAMES = 66;
    /** The same where there are values of several words. */
    private static final double NAMES_OF_LONG = 42;
    /** Letters that fit beside the wider names. */
    private static final int SHORT = 12;

    private final Label sharesHeading = heading(text("inspector.share-of-picks"));
    private final GridPane shares = new GridPane();
    private final Label figuresHeading = heading(text("inspector.now"));
    private final GridPane figures = new GridPane();
    private final ColumnConstraints names = new ColumnConstraints();
    private final ColumnConstraints figureValues = new ColumnConstraints();
    private final List<Label> values = new ArrayList<>();
    private final List<Bar> bars = new ArrayList<>();

    /** For each share whether there is a line under its bar that says how the target is seen. */
    private List<Boolean> seen = List.of();

    private final OriginPop origins;
    private List<AskedFigure> asked = List.of();
    private List<AskedFigure> askedShares = List.of();

    /** @param origins is asked where figures come from */
    public FiguresPane(OriginPop origins) {
        this.origins = origins;
        getStyleClass().add("figures-pane");
        ColumnConstraints label = new ColumnConstraints();
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        ColumnConstraints value = new ColumnConstraints();
        value.setHalignment(HPos.RIGHT);
        label.setMaxWidth(90);
        shares.getColumnConstraints().setAll(label, wide, value);
        shares.getStyleClass().add("shares");
        figureValues.setHalignment(HPos.RIGHT);
        figures.getColumnConstraints().setAll(names, figureValues);
        figures.getStyleClass().add("figures");
        getChildren().setAll(sharesHeading, shares, figuresHeading, figures);
        clear();
    }

    /** Shows nothing. */
    public void clear() {
        show(List.of(), List.of(), List.of(), List.of());
    }

    /** Shows these figures, and these shares, in the place of those before; each with what it is when it is asked. */
    public void show(
            List<LiveFigure> nowFigures,
            List<AskedFigure> nowAsked,
            List<PickShare> nowShares,
            List<AskedFigure> nowAskedShares) {
        asked = nowAsked;
        askedShares = nowAskedShares;
        showFigures(nowFigures);
        showShares(nowShares);
    }

    private static Supplier<Optional<AskedFigure>> at(Supplier<List<AskedFigure>> all, int row) {
        return () -> row < all.get().size() ? Optional.of(all.get().get(row)) : Optional.empty();
    }

    private void showFigures(List<LiveFigure> now) {
        shown(figuresHeading, !now.isEmpty());
        shown(figures, !now.isEmpty());
        boolean isLong = now.stream().anyMatch(figure -> figure.value().length() > SHORT);
        names.setPercentWidth(isLong ? NAMES_OF_LONG : NAMES);
        figureValues.setPercentWidth(100 - names.getPercentWidth());
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
                value.setId("figure-" + i);
                origins.attach(at(() -> asked, i), value, name);
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
                    .setAccessibleText(text(
                            "inspector.figure-spoken",
                            now.get(i).label(),
                            now.get(i).value()));
        }
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
                bar.value.setId("share-" + bars.size());
                origins.attach(at(() -> askedShares, bars.size()), bar.value, bar.title, bar);
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
            value.setAccessibleText(text("inspector.share-spoken", share.title(), value.getText()));
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
