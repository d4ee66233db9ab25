package roundhouse.workbench.inspector.theory;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import roundhouse.analysis.caching.TheoryTable;

/** Each figure that theory has a word about: what it expects, what was measured, and by which formula or why not. */
public final class TheoryPane extends VBox {
    private final Label heading = new Label(text("inspector.theory").toUpperCase(Locale.ROOT));
    private final List<Entry> entries = new ArrayList<>();

    /** A figure. */
    private static final class Entry extends VBox {
        private final Label name = new Label();
        private final Label values = new Label();
        private final Label reason = new Label();

        Entry() {
            name.getStyleClass().add("muted");
            values.getStyleClass().add("figure-value");
            values.setWrapText(true);
            reason.getStyleClass().add("formula");
            reason.setWrapText(true);
            getChildren().setAll(name, values, reason);
        }

        void show(TheoryTable.Line line, boolean likewise) {
            name.setText(line.label());
            values.setText(text("inspector.theory-values", line.expected(), line.measured()));
            reason.setText(likewise ? text("inspector.theory-likewise") : line.reason());
        }
    }

    public TheoryPane() {
        setId("theory");
        getStyleClass().addAll("figures-pane", "theory-pane");
        heading.getStyleClass().add("section-heading");
        show(List.of());
    }

    public void show(List<TheoryTable.Line> lines) {
        setVisible(!lines.isEmpty());
        setManaged(!lines.isEmpty());
        while (entries.size() < lines.size()) {
            entries.add(new Entry());
        }
        if (getChildren().size() != lines.size() + 1) {
            getChildren().setAll(heading);
            getChildren().addAll(entries.subList(0, lines.size()));
        }
        String before = "";
        for (int i = 0; i < lines.size(); i++) {
            entries.get(i).show(lines.get(i), lines.get(i).reason().equals(before));
            before = lines.get(i).reason();
        }
    }
}
