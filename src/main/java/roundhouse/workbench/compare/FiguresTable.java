package roundhouse.workbench.compare;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.text.TextAlignment;
import roundhouse.analysis.ComparedDesign;
import roundhouse.analysis.RunComparison;
import roundhouse.workbench.origins.AskedFigure;
import roundhouse.workbench.origins.OriginPop;

/**
 * Every figure of two runs, their difference, how sure it is, and what it means; each row can be asked where it comes from. While there
 * are as many rows their labels stay.
 */
final class FiguresTable extends GridPane {
    private static final int COLUMNS = 7;
    private static final int DIFFERENCE = 3;
    private static final double NAME_WIDTH = 190;

    private final OriginPop origins;
    private final List<Line> lines = new ArrayList<>();
    private List<AskedFigure> asked = List.of();
    private List<ComparedDesign> designs = List.of();

    /** @param origins is asked where figures come from */
    FiguresTable(OriginPop origins) {
        this.origins = origins;
        setId("compare-table");
        getStyleClass().add("compare-table");
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHalignment(i == 0 || i == COLUMNS - 1 ? HPos.LEFT : HPos.RIGHT);
            getColumnConstraints().add(column);
        }
    }

    /** What is compared from now on. */
    void of(List<ComparedDesign> compared) {
        designs = List.copyOf(compared);
    }

    void clear() {
        lines.clear();
        getChildren().clear();
    }

    void show(RunComparison comparison) {
        List<Row> rows = Row.of(comparison);
        asked = rows.stream()
                .map(row -> CompareOrigins.asked(row, comparison, designs))
                .toList();
        if (lines.size() != rows.size()) {
            clear();
            rows.forEach(_ -> lines.add(new Line(lines.size())));
        }
        headings(comparison.a().name(), comparison.b().name());
        for (int i = 0; i < rows.size(); i++) {
            lines.get(i).show(rows.get(i));
        }
    }

    /** What a difference means, in its colour, bold where it is certain. */
    static Label word(String word, Row.Tone tone, boolean certain) {
        Label label = new Label(word);
        label.setMinWidth(USE_PREF_SIZE);
        tone(label, "compare-word", tone, certain);
        return label;
    }

    private static void tone(Label label, String style, Row.Tone tone, boolean certain) {
        label.getStyleClass().setAll("label", style, "compare-" + tone.name().toLowerCase(Locale.ROOT));
        if (certain && tone != Row.Tone.NEITHER) {
            label.getStyleClass().add("compare-certain");
        }
    }

    private void headings(String a, String b) {
        getChildren().removeIf(child -> child.getStyleClass().contains("compare-heading"));
        heading(1, a, "");
        heading(2, b, "");
        heading(DIFFERENCE, text("compare.difference"), text("compare.less-than", b, a));
        heading(4, text("compare.paired"), text("compare.paired-tip"));
        heading(5, text("compare.unpaired"), text("compare.unpaired-tip"));
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

    /** The labels of one row. */
    private final class Line {
        private final List<Label> cells =
                IntStream.range(0, COLUMNS).mapToObj(_ -> new Label()).toList();

        Line(int row) {
            for (int i = 0; i < COLUMNS; i++) {
                cells.get(i).setMinWidth(USE_PREF_SIZE);
                cells.get(i).getStyleClass().add(i == 0 ? "compare-name" : "compare-figure");
                add(cells.get(i), i, row + 1);
            }
            cells.getFirst().setId("compare-row-" + row);
            origins.attach(
                    () -> row < asked.size() ? Optional.of(asked.get(row)) : Optional.empty(),
                    cells.getFirst(),
                    cells.subList(1, COLUMNS).toArray(Node[]::new));
        }

        void show(Row row) {
            List<String> texts =
                    List.of(row.name(), row.a(), row.b(), row.difference(), row.paired(), row.unpaired(), row.word());
            for (int i = 0; i < COLUMNS; i++) {
                cells.get(i).setText(texts.get(i));
            }
            tone(cells.get(DIFFERENCE), "compare-figure", row.tone(), row.certain());
            tone(cells.get(COLUMNS - 1), "compare-word", row.tone(), row.certain());
            cells.getFirst().setAccessibleText(text("compare.row-told", row.name(), row.a(), row.b()));
        }
    }
}
