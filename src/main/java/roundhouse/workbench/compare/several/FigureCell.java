package roundhouse.workbench.compare.several;

import java.util.List;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import roundhouse.analysis.SeedDifference;
import roundhouse.simulation.observing.figures.DataTotal.Good;
import roundhouse.workbench.compare.measured.Best;
import roundhouse.workbench.compare.measured.ComparedFigure;
import roundhouse.workbench.compare.measured.MeasuredRow;

/** A figure of a row, whether it is the best, and how it differs from the first row. What is sure is told by sign and weight before colour. */
final class FigureCell extends RowCell {
    private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");
    private static final PseudoClass BETTER = PseudoClass.getPseudoClass("better");
    private static final PseudoClass WORSE = PseudoClass.getPseudoClass("worse");
    private static final PseudoClass SO_FAR = PseudoClass.getPseudoClass("so-far");
    private static final double TIP_WIDTH = 380;

    private final ComparedFigure figure;
    private final Label value = new Label();
    private final Label difference = new Label();
    private final VBox both = new VBox(value, difference);
    private final Tooltip tip = new Tooltip();

    FigureCell(ComparedFigure figure, SeveralModel model, ObservableValue<Number> changes) {
        super(model, changes);
        this.figure = figure;
        getStyleClass().add("several-cell");
        value.getStyleClass().add("several-value");
        difference.getStyleClass().add("several-difference");
        for (Label label : List.of(value, difference)) {
            label.setMinWidth(USE_PREF_SIZE);
        }
        both.getStyleClass().add("several-both");
        tip.setWrapText(true);
        tip.setMaxWidth(TIP_WIDTH);
        tip.setShowDuration(Duration.seconds(60));
        tip.setOnShowing(_ -> explain());
        setTooltip(tip);
        setGraphic(both);
    }

    private void explain() {
        Integer number = getItem();
        tip.setText(
                number == null
                        ? ""
                        : model().row(number)
                                .map(row -> SeveralText.explained(figure, row, model().baseline()))
                                .orElse(""));
    }

    @Override
    void show(MeasuredRow row) {
        MeasuredRow baseline = model().baseline();
        Best best = model().best(figure);
        boolean first = best.rows().contains(row.number());
        value.setText(
                (first ? best.certain() ? "★ " : "☆ " : "") + figure.unit().text(row.value(figure)));
        value.pseudoClassStateChanged(BEST, first && best.certain());
        value.pseudoClassStateChanged(SO_FAR, !row.isMeasured());
        String text = SeveralText.difference(figure, row, baseline);
        SeedDifference less = row.less(Objects.requireNonNull(baseline), figure);
        boolean certain = !text.isEmpty() && less.isCertain() && figure.good() != Good.NEITHER;
        boolean better = certain && less.mean() > 0 == (figure.good() == Good.MORE);
        difference.setText(text.isEmpty() ? "" : certain ? (better ? "✓ " : "✗ ") + text : text);
        difference.pseudoClassStateChanged(BETTER, better);
        difference.pseudoClassStateChanged(WORSE, certain && !better);
    }

    @Override
    void visible(boolean any) {
        both.setVisible(any);
    }
}
