package roundhouse.workbench.sweeping;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
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
import roundhouse.workbench.FocusTurn;
import roundhouse.workbench.WorkLane;
import roundhouse.workbench.document.Document;

/** The design under every combination of values of one or two settings: a heat map that fills as the runs end. A cell opens its run. */
final class SweepView extends VBox {
    private static final String OFFER = text("sweeping.offer");
    private static final int MOST_SEEDS = 100;
    /** Letters of a setting with some values. */
    private static final int COLUMNS = 16;

    private final Document document;
    private final WorkLane lane;
    private final TextField across = new TextField();
    private final TextField down = new TextField();
    private final TextField seeds = new TextField("1");
    private final ComboBox<SweepFigure> figure = new ComboBox<>();
    private final Button start = new Button(text("sweeping.start"));
    private final Button cancel = new Button(text("sweeping.cancel"));
    private final Label state = new Label(OFFER);
    private final SweepMap map;
    private @Nullable HeatModel model;

    /** @param opener opens a run: what it is called, and its design with its seed */
    SweepView(Document document, BackgroundWork background, BiConsumer<String, Topology> opener) {
        this.document = document;
        map = new SweepMap(opener);
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
        HeatModel shown = model;
        if (shown == null) {
            map.clear();
        } else {
            map.show(shown, figure.getValue());
        }
    }
}
