package roundhouse.workbench.compare;

import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.text.TextAlignment;
import roundhouse.analysis.RunComparison;

/** Every figure of two runs, their difference, how sure it is, and what it means. */
final class FiguresTable extends GridPane {
    private static final int COLUMNS = 7;
    private static final int DIFFERENCE = 3;
    private static final double NAME_WIDTH = 190;

    FiguresTable() {
        setId("compare-table");
        getStyleClass().add("compare-table");
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHalignment(i == 0 || i == COLUMNS - 1 ? HPos.LEFT : HPos.RIGHT);
            getColumnConstraints().add(column);
        }
    }

    void show(RunComparison comparison) {
        getChildren().clear();
        heading(1, comparison.a().name(), "");
        heading(2, comparison.b().name(), "");
        heading(
                DIFFERENCE,
                "Difference",
                comparison.b().name() + " less " + comparison.a().name());
        heading(4, "± paired", "95 % interval, each request compared with itself in the other run");
        heading(5, "± unpaired", "95 % interval, as if the two had been measured apart");
        int line = 1;
        for (Row row : Row.of(comparison)) {
            List<String> cells = List.of(row.name(), row.a(), row.b(), row.difference(), row.paired(), row.unpaired());
            for (int i = 0; i < cells.size(); i++) {
                Label cell = new Label(cells.get(i));
                cell.setMinWidth(USE_PREF_SIZE);
                cell.getStyleClass().add(i == 0 ? "compare-name" : "compare-figure");
                if (i == DIFFERENCE) {
                    tone(cell, row.tone(), row.certain());
                }
                add(cell, i, line);
            }
            add(word(row.word(), row.tone(), row.certain()), COLUMNS - 1, line++);
        }
    }

    /** What a difference means, in its colour, bold where it is certain. */
    static Label word(String word, Row.Tone tone, boolean certain) {
        Label label = new Label(word);
        label.setMinWidth(USE_PREF_SIZE);
        label.getStyleClass().add("compare-word");
        tone(label, tone, certain);
        return label;
    }

    private static void tone(Label label, Row.Tone tone, boolean certain) {
        label.getStyleClass().add("compare-" + tone.name().toLowerCase(Locale.ROOT));
        if (certain && tone != Row.Tone.NEITHER) {
            label.getStyleClass().add("compare-certain");
        }
    }

    private void heading(int column, String text, String help) {
        Label label = new Label(text);
        label.getStyleClass().add("compare-heading");
        label.setMaxWidth(NAME_WIDTH);
        label.setWrapText(true);
        label.setTextAlignment(TextAlignment.RIGHT);
        label.setAlignment(Pos.CENTER_RIGHT);
        if (!help.isEmpty()) {
            label.setTooltip(new Tooltip(help));
        }
        add(label, column, 0);
    }
}
