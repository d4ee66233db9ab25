package roundhouse.workbench.inspector;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The topology's expectations and what has come of them so far. */
final class ExpectationsPane extends VBox {
    private final VBox rows = new VBox();
    private final List<Row> shown = new ArrayList<>();
    private List<ExpectationLine> lines = List.of();

    ExpectationsPane() {
        getStyleClass().add("figures-pane");
        rows.getStyleClass().add("expectations");
        getChildren().setAll(rows);
        show(List.of());
    }

    List<ExpectationLine> lines() {
        return lines;
    }

    void show(List<ExpectationLine> now) {
        lines = now;
        setVisible(!lines.isEmpty());
        setManaged(!lines.isEmpty());
        if (shown.size() != lines.size()) {
            shown.clear();
            lines.forEach(_ -> shown.add(new Row()));
            rows.getChildren().setAll(shown);
        }
        for (int i = 0; i < lines.size(); i++) {
            shown.get(i).show(lines.get(i));
        }
    }

    private static final class Row extends HBox {
        private final Label sign = new Label();
        private final Label text = new Label();
        private final Label finding = new Label();
        private final Tooltip origin = new Tooltip();

        Row() {
            sign.getStyleClass().add("expectation-sign");
            text.setWrapText(true);
            finding.setWrapText(true);
            finding.getStyleClass().addAll("muted", "expectation-finding");
            getChildren().setAll(sign, new VBox(text, finding));
            setAccessibleRole(AccessibleRole.TEXT);
            Tooltip.install(this, origin);
        }

        void show(ExpectationLine line) {
            getStyleClass().setAll("expectation", line.styleClass());
            sign.setText(line.sign());
            text.setText(line.text());
            finding.setText(line.finding());
            origin.setText(line.origin().text());
            setAccessibleText(line.text() + ", " + line.state() + ": " + line.finding());
        }
    }
}
