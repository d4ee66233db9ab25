package roundhouse.workbench.sweeping;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;
import roundhouse.analysis.sweeping.SweepFigure;
import roundhouse.analysis.sweeping.SweepPlan;
import roundhouse.analysis.sweeping.Variable;
import roundhouse.topology.Topology;
import roundhouse.topology.json.Units.Parsed;

/**
 * The drawing of a heat map: a cell for each combination of values. The cells stay while the runs of a sweep come in, so that one can be
 * aimed at and keeps the focus.
 */
final class SweepMap extends GridPane {
    /** The faintest cell and how much stronger the strongest is, as opacity. */
    private static final double FAINT = 0.06;

    private static final double STRONG = 0.5;

    private final BiConsumer<String, Topology> opener;
    private final List<Button> buttons = new ArrayList<>();
    private @Nullable SweepPlan plan;

    /** @param opener opens a run: what it is called, and its design with its seed */
    SweepMap(BiConsumer<String, Topology> opener) {
        this.opener = opener;
        setId("sweep-map");
        setHgap(3);
        setVgap(3);
    }

    void clear() {
        plan = null;
        buttons.clear();
        getChildren().clear();
    }

    void show(HeatModel shown, SweepFigure figure) {
        List<HeatModel.Cell> cells = shown.cells(figure);
        if (!shown.plan().equals(plan)) {
            clear();
            plan = shown.plan();
            headings(shown);
            for (HeatModel.Cell cell : cells) {
                Button button = button(shown.plan(), cell.run());
                buttons.add(button);
                add(button, cell.column() + 1, cell.row() + 2);
            }
        }
        for (int i = 0; i < cells.size(); i++) {
            fill(buttons.get(i), values(shown.plan(), cells.get(i).run()), cells.get(i));
        }
    }

    private void headings(HeatModel shown) {
        List<Variable> varied = shown.plan().variables();
        add(heading(varied.getFirst().path()), 1, 0, shown.columns().size(), 1);
        if (varied.size() > 1) {
            add(heading(varied.get(1).path()), 0, 1);
        }
        for (int i = 0; i < shown.columns().size(); i++) {
            add(heading(shown.columns().get(i)), i + 1, 1);
        }
        for (int i = 0; i < shown.lines().size(); i++) {
            add(heading(shown.lines().get(i)), 0, i + 2);
        }
    }

    private static Label heading(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("compare-heading");
        label.setMinWidth(USE_PREF_SIZE);
        setHalignment(label, HPos.CENTER);
        return label;
    }

    private Button button(SweepPlan of, long run) {
        Button button = new Button();
        button.setId("sweep-cell-" + run);
        button.setMinWidth(64);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setTooltip(new Tooltip());
        button.setOnAction(_ -> {
            if (of.design(run) instanceof Parsed.Value<Topology>(Topology design)) {
                opener.accept(values(of, run), design);
            }
        });
        return button;
    }

    private static void fill(Button button, String values, HeatModel.Cell cell) {
        button.setText(cell.problem().isPresent() ? "✕" : cell.text());
        button.setAccessibleText(
                text("sweeping.cell-spoken", values, cell.problem().orElse(cell.text())));
        button.getTooltip()
                .setText(values + cell.problem().map(why -> "\n" + why).orElse(""));
        button.setDisable(cell.heat() < 0);
        button.setStyle(
                cell.heat() < 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "-fx-background-color: rgba(220, 90, 20, %.3f)",
                                FAINT + STRONG * cell.heat()));
    }

    private static String values(SweepPlan plan, long run) {
        List<String> parts = new ArrayList<>();
        List<String> values = plan.values(run);
        for (int i = 0; i < values.size(); i++) {
            parts.add(plan.variables().get(i).path() + "=" + values.get(i));
        }
        return String.join(" ", parts);
    }
}
