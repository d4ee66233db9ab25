package roundhouse.workbench.ring.cards;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import roundhouse.hashing.measures.Transfer;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.ring.model.Angle;
import roundhouse.workbench.ring.model.RingModel;
import roundhouse.workbench.ring.model.Streaming;

/** What the last change moved, as {@link Streaming} says it, worked out a moment after the change. */
public final class MovedPage extends VBox {
    private static final Duration REST = Duration.millis(150);
    private static final double ROW = 23;
    private static final int ROWS = 5;

    private final RingModel model;
    private final Label text = new Label();
    private final TableView<Transfer> table = new TableView<>();
    private final PauseTransition rest = new PauseTransition(REST);

    public MovedPage(RingModel model) {
        this.model = model;
        getStyleClass().add("moved-page");
        text.setWrapText(true);
        text.setId("ring-moved-text");
        text.setMinHeight(USE_PREF_SIZE);
        table.setId("ring-transfers");
        table.setAccessibleText(text("ring.transfers"));
        table.setFixedCellSize(ROW);
        table.setPrefHeight(ROW * (ROWS + 1) + 4);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns()
                .setAll(List.of(
                        column(text("ring.transfer-behind"), transfer -> Angle.text(transfer.after()), 104),
                        column(text("ring.transfer-up-to"), transfer -> Angle.text(transfer.upTo()), 104),
                        column(text("ring.transfer-share"), transfer -> FigureText.percent(transfer.share()), 78),
                        column(
                                text("ring.transfer-source"),
                                transfer ->
                                        transfer.source() == null ? text("ring.transfer-no-source") : transfer.source(),
                                70),
                        column(text("ring.transfer-receiver"), Transfer::receiver, 56),
                        column(
                                text("ring.transfer-role"),
                                transfer -> text(transfer.owned() ? "ring.owner" : "ring.replica"),
                                60)));
        getChildren().addAll(text, table);
        rest.setOnFinished(_ -> fill());
        model.onChange(rest::playFromStart);
        fill();
    }

    private static TableColumn<Transfer, String> column(String title, Function<Transfer, String> text, double width) {
        TableColumn<Transfer, String> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        column.setPrefWidth(width);
        return column;
    }

    private void fill() {
        Streaming streaming = Streaming.of(model);
        text.setText(String.join("\n", streaming.sentences())
                // Who sends and who receives stay in one line.
                .replace(" → ", "\u00a0→\u00a0"));
        table.getItems().setAll(streaming.transfers());
        table.setVisible(!streaming.transfers().isEmpty());
        // Its room stays while nothing is in it: a ring that became smaller would slip from under a token that is
        // dragged.
        table.setManaged(model.ring() != null);
    }
}
