package roundhouse.workbench.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import roundhouse.workbench.inspector.figures.SampleCounts;
import roundhouse.workbench.origins.AskedFigure;
import roundhouse.workbench.origins.OriginPop;
import roundhouse.workbench.texts.Texts;

/** The topology's expectations and what has come of them so far. */
final class ExpectationsPane extends VBox {
    private final VBox rows = new VBox();
    private final List<Row> shown = new ArrayList<>();
    private final OriginPop origins;
    private List<ExpectationLine> lines = List.of();
    private SampleCounts counts = SampleCounts.NONE;

    /** @param origins is asked where what was measured comes from */
    ExpectationsPane(OriginPop origins) {
        this.origins = origins;
        getStyleClass().add("figures-pane");
        rows.getStyleClass().add("expectations");
        getChildren().setAll(rows);
        show(List.of());
    }

    List<ExpectationLine> lines() {
        return lines;
    }

    /** How much the run has had so far. */
    void counts(SampleCounts now) {
        counts = now;
    }

    void show(List<ExpectationLine> now) {
        lines = now;
        setVisible(!lines.isEmpty());
        setManaged(!lines.isEmpty());
        if (shown.size() != lines.size()) {
            shown.clear();
            for (int i = 0; i < lines.size(); i++) {
                Row row = new Row();
                int at = i;
                origins.attach(() -> asked(at), row);
                shown.add(row);
            }
            rows.getChildren().setAll(shown);
        }
        for (int i = 0; i < lines.size(); i++) {
            shown.get(i).show(lines.get(i));
        }
    }

    private Optional<AskedFigure> asked(int row) {
        return row < lines.size()
                ? Optional.of(AskedFigure.of(
                        lines.get(row).text(),
                        lines.get(row).origin(),
                        counts.text(lines.get(row).origin().span()),
                        Optional.empty()))
                : Optional.empty();
    }

    private static final class Row extends HBox {
        private final Label sign = new Label();
        private final Label text = new Label();
        private final Label finding = new Label();

        Row() {
            sign.getStyleClass().add("expectation-sign");
            text.setWrapText(true);
            finding.setWrapText(true);
            finding.getStyleClass().addAll("muted", "expectation-finding");
            getChildren().setAll(sign, new VBox(text, finding));
        }

        void show(ExpectationLine line) {
            getStyleClass().setAll("expectation", line.styleClass(), "askable");
            sign.setText(line.sign());
            text.setText(line.text());
            finding.setText(line.finding());
            setAccessibleText(Texts.text("inspector.expectation-spoken", line.text(), line.state(), line.finding()));
        }
    }
}
