package roundhouse.workbench.why;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Explanation.Candidate;
import roundhouse.simulation.engine.Pick;
import roundhouse.workbench.FigureText;

/** Why one balancer sent a request where it did: in sentences, and the candidates in a table. */
final class PickView extends AnswerView {
    private static final double ROW = 24;
    /** The header, and the border around all. */
    private static final double HEADER = 30;

    private static final int MOST_ROWS = 8;
    private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");
    private static final PseudoClass EXCLUDED = PseudoClass.getPseudoClass("excluded");

    /** @param ask is told the number of a request that the answer refers to, when a person follows that */
    PickView(Pick pick, LongConsumer ask) {
        super(pick.timeNanos(), pick.because());
        if (pick.ground() instanceof Pick.Ground.Connection(long request)) {
            refer(text("why.why-request-went-there", FigureText.count(request)), request, ask);
        } else if (pick.ground() instanceof Pick.Ground.Algorithm algorithm) {
            List<Candidate> candidates = algorithm.explanation().candidates();
            getChildren().add(table(candidates, algorithm.explanation().picked()));
        }
    }

    private static TableView<Candidate> table(List<Candidate> candidates, int picked) {
        TableView<Candidate> table = new TableView<>();
        table.getStyleClass().add("candidates");
        table.setAccessibleText(text("why.candidates"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns()
                .setAll(List.of(
                        column(
                                text("why.target"),
                                84,
                                candidate -> (candidate.target() == picked ? "✓ " : "") + candidate.name()),
                        column(text("why.figures"), 110, Candidate::workings),
                        column(
                                text("why.score"),
                                90,
                                candidate ->
                                        candidate.excluded().isEmpty() ? candidate.score() : candidate.excluded())));
        table.setRowFactory(_ -> new TableRow<>() {
            @Override
            protected void updateItem(@Nullable Candidate candidate, boolean empty) {
                super.updateItem(candidate, empty);
                Candidate shown = empty ? null : candidate;
                pseudoClassStateChanged(PICKED, shown != null && shown.target() == picked);
                pseudoClassStateChanged(
                        EXCLUDED, shown != null && !shown.excluded().isEmpty());
            }
        });
        table.getItems().setAll(candidates);
        table.setFixedCellSize(ROW);
        double height = HEADER + Math.min(MOST_ROWS, candidates.size()) * ROW;
        table.setMinHeight(height);
        table.setPrefHeight(height);
        table.setMaxHeight(height);
        return table;
    }

    private static TableColumn<Candidate, String> column(String title, double width, Function<Candidate, String> text) {
        TableColumn<Candidate, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }
}
