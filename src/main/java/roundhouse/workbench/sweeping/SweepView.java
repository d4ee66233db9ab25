package roundhouse.workbench.sweeping;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import roundhouse.analysis.sweeping.SweepFigure;
import roundhouse.analysis.sweeping.SweepPlan;
import roundhouse.analysis.sweeping.SweepRow;
import roundhouse.analysis.sweeping.Variable;
import roundhouse.topology.Topology;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.WorkLane;
import roundhouse.workbench.access.FocusTurn;
import roundhouse.workbench.document.Document;

/** The design under every combination of values of one or two settings: a heat map that fills as the runs end. A cell opens its run. */
final class SweepView extends VBox {
    private static final String OFFER = text("sweeping.offer");
    private static final int MOST_SEEDS = 100;
    /** Letters of a setting with some values. */
    private static final int COLUMNS = 16;
    /** The faintest cell and how much stronger the strongest is, as opacity. */
    private static final double FAINT = 0.06;

    private static final double STRONG = 0.5;

    private final Document document;
    private final BiConsumer<String, Topology> opener;
    private final WorkLane lane;
    private final TextField across = new TextField();
    private final TextField down = new TextField();
    private final TextField seeds = new TextField("1");
    private final ComboBox<SweepFigure> figure = new ComboBox<>();
    private final Button start = new Button(text("sweeping.start"));
    private final Button cancel = new Button(text("sweeping.cancel"));
    private final Label state = new Label(OFFER);
    private final GridPane map = new GridPane();
    private @Nullable HeatModel model;

    /** @param opener opens a run: what it is called, and its design with its seed */
    SweepView(Document document, BackgroundWork background, BiConsumer<String, Topology> opener) {
        this.document = document;
        this.opener = opener;
        lane = background.lane("sweep", text("sweeping.sweep-job"));
        field(across, "sweep-across", text("sweeping.across-spoken"));
        document.topologyProperty().subscribe(design -> across.setPromptText(VaryExample.one(design)));
        field(down, "sweep-down", text("sweeping.down-spoken"));
        down.setPromptText(text("sweeping.down-prompt"));
        field(seeds, "sweep-seeds", text("sweeping.seeds-spoken"));
        across.setPrefColumnCount(COLUMNS);
        down.setPrefColumnCount(COLUMNS);
        seeds.setPrefColumnCount(3);
        figure.setId("sweep-figure");
        figure.setAccessibleText(text("sweeping.figure-spoken"));
        figure.getItems().setAll(SweepFigure.values());
        figure.setConverter(new FigureTitles());
        figure.setValue(SweepFigure.P99);
        figure.valueProperty().subscribe(this::show);
        start.setId("sweep-start");
        start.getStyleClass().add("accent");
        start.setOnAction(_ -> begin());
        cancel.setId("sweep-cancel");
        cancel.setOnAction(_ -> stop());
        state.setId("sweep-state");
        state.setWrapText(true);
        state.setMinHeight(USE_PREF_SIZE);
        map.setId("sweep-map");
        map.setHgap(3);
        map.setVgap(3);
        FlowPane bar = new FlowPane(
                named(text("sweeping.across-label"), across),
                named(text("sweeping.down-label"), down),
                named(text("sweeping.seeds"), seeds),
                figure,
                start,
                cancel);
        bar.getStyleClass().add("compare-actions");
        ScrollPane scroll = new ScrollPane(map);
        scroll.setFitToWidth(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox page = new VBox(12, bar, state, scroll);
        page.getStyleClass().add("compare-page");
        VBox.setVgrow(page, Priority.ALWAYS);
        getChildren().add(page);
        running(false);
        document.onOpened(this::forget);
    }

    private void forget() {
        stop();
        model = null;
        state.setText(OFFER);
        show();
    }

    private void field(TextField field, String id, String spoken) {
        field.setId(id);
        field.setAccessibleText(spoken);
        field.setOnAction(_ -> begin());
    }

    /** A field with its name before it, on the same line of the bar. */
    static HBox named(String words, TextField field) {
        Label name = new Label(words);
        name.setLabelFor(field);
        name.setMinWidth(USE_PREF_SIZE);
        HBox named = new HBox(8, name, field);
        named.getStyleClass().add("compare-legend-entry");
        return named;
    }

    private void begin() {
        Topology design = document.topology();
        List<Variable> variables = new ArrayList<>();
        for (TextField field : List.of(across, down)) {
            if (field.getText().isBlank()) {
                continue;
            }
            switch (Variable.parse(field.getText().strip())) {
                case Parsed.Value<Variable>(Variable variable) -> variables.add(variable);
                case Parsed.Wrong<Variable>(String reason) -> {
                    state.setText(reason);
                    return;
                }
            }
        }
        if (variables.isEmpty()) {
            state.setText(OFFER);
            return;
        }
        if (!seeds.getText().strip().matches("[1-9]\\d?|" + MOST_SEEDS)) {
            state.setText(text("sweeping.seeds-wrong", seeds.getText(), MOST_SEEDS));
            return;
        }
        SweepPlan plan = new SweepPlan(
                design, variables, Integer.parseInt(seeds.getText().strip()), design.duration());
        String refusal = plan.refusal()
                .orElse(
                        plan.points() > HeatModel.MOST_CELLS
                                ? text("sweeping.too-many-cells", FigureText.count(plan.points()), HeatModel.MOST_CELLS)
                                : "");
        if (!refusal.isEmpty()) {
            state.setText(refusal);
            return;
        }
        stop();
        running(true);
        take(plan, List.of());
        lane.replace(new BackgroundTask<>(
                text("sweeping.sweep-failed"),
                new SweepWork(plan, rows -> take(plan, rows)),
                rows -> {
                    take(plan, rows);
                    running(false);
                },
                _ -> running(false)));
    }

    /** Ends where it has got to; the runs that are made stay. */
    private void stop() {
        lane.cancel();
        running(false);
    }

    private void running(boolean now) {
        FocusTurn.to(now ? cancel : start, now ? start : cancel);
    }

    private void take(SweepPlan plan, List<SweepRow> rows) {
        model = new HeatModel(plan, rows);
        state.setText(text(
                "sweeping.progress", model.heading(), FigureText.count(rows.size()), FigureText.count(plan.runs())));
        show();
    }

    private void show() {
        map.getChildren().clear();
        HeatModel shown = model;
        if (shown == null) {
            return;
        }
        List<Variable> varied = shown.plan().variables();
        map.add(heading(varied.getFirst().path()), 1, 0, shown.columns().size(), 1);
        if (varied.size() > 1) {
            map.add(heading(varied.get(1).path()), 0, 1);
        }
        for (int i = 0; i < shown.columns().size(); i++) {
            map.add(heading(shown.columns().get(i)), i + 1, 1);
        }
        for (int i = 0; i < shown.lines().size(); i++) {
            map.add(heading(shown.lines().get(i)), 0, i + 2);
        }
        for (HeatModel.Cell cell : shown.cells(figure.getValue())) {
            map.add(button(shown.plan(), cell), cell.column() + 1, cell.row() + 2);
        }
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("compare-heading");
        label.setMinWidth(USE_PREF_SIZE);
        GridPane.setHalignment(label, HPos.CENTER);
        return label;
    }

    private Button button(SweepPlan plan, HeatModel.Cell cell) {
        Button button = new Button(cell.problem().isPresent() ? "✕" : cell.text());
        button.setId("sweep-cell-" + cell.run());
        button.setMinWidth(64);
        button.setMaxWidth(Double.MAX_VALUE);
        String values = values(plan, cell.run());
        button.setAccessibleText(
                text("sweeping.cell-spoken", values, cell.problem().orElse(cell.text())));
        button.setTooltip(
                new Tooltip(values + cell.problem().map(why -> "\n" + why).orElse("")));
        button.setDisable(cell.heat() < 0);
        if (cell.heat() >= 0) {
            double opacity = FAINT + STRONG * cell.heat();
            button.setStyle(String.format(Locale.ROOT, "-fx-background-color: rgba(220, 90, 20, %.3f)", opacity));
        }
        button.setOnAction(_ -> {
            if (plan.design(cell.run()) instanceof Parsed.Value<Topology>(Topology design)) {
                opener.accept(values, design);
            }
        });
        return button;
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
