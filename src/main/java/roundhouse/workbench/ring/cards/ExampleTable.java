package roundhouse.workbench.ring.cards;

import static roundhouse.workbench.texts.Texts.text;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import roundhouse.workbench.ring.model.ModExample;

/** The table of {@link ModExample}, with what moves set in bold. */
public final class ExampleTable extends VBox {
    public ExampleTable() {
        getStyleClass().add("example");
        Label title = new Label(text("ring.example-title"));
        title.getStyleClass().add("card-title");
        GridPane table = new GridPane();
        table.getStyleClass().add("example-table");
        row(
                table,
                0,
                text("ring.example-keys"),
                text("ring.example-mod-3"),
                text("ring.example-mod-4"),
                text("ring.example-ring-3"),
                text("ring.example-ring-4"));
        int line = 1;
        int byMod = 0;
        int onRing = 0;
        for (ModExample.Row row : ModExample.rows()) {
            row(table, line, row.key(), row.mod3(), row.mod4(), row.ring3(), row.ring4());
            byMod += row.movedByMod() ? 1 : 0;
            onRing += row.movedOnRing() ? 1 : 0;
            mark(table, line, 2, row.movedByMod());
            mark(table, line++, 4, row.movedOnRing());
        }
        Label sum = new Label(text("ring.example-moved", byMod, onRing));
        getChildren().addAll(title, table, sum);
    }

    private static void row(GridPane table, int line, String... cells) {
        for (int column = 0; column < cells.length; column++) {
            Label cell = new Label(cells[column]);
            if (line == 0) {
                cell.getStyleClass().add("muted");
            }
            table.add(cell, column, line);
        }
    }

    private static void mark(GridPane table, int line, int column, boolean moved) {
        if (moved) {
            table.getChildren().stream()
                    .filter(cell -> GridPane.getRowIndex(cell) == line && GridPane.getColumnIndex(cell) == column)
                    .forEach(cell -> cell.getStyleClass().add("moved-cell"));
        }
    }
}
