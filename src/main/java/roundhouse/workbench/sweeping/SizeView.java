package roundhouse.workbench.sweeping;

import static roundhouse.workbench.texts.Texts.text;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import roundhouse.topology.Topology;
import roundhouse.topology.expectations.Expectation;
import roundhouse.workbench.FocusTurn;
import roundhouse.workbench.document.Document;

/** The cheapest design that meets goals, and those it was found among as cost against the 99th percentile. A point opens its run. */
final class SizeView extends VBox {
    private final SizeModel model;
    private final TextField goals = new TextField();
    private final TextField varied = new TextField();
    private final FlowPane legend = new FlowPane(18, 4);

    /** @param opener opens a run: what it is called, and its design */
    SizeView(SizeModel model, Document document, BiConsumer<String, Topology> opener) {
        super(12);
        this.model = model;
        getStyleClass().add("compare-page");
        field(goals, "size-goals", text("sweeping.goals-spoken"));
        field(varied, "size-varied", text("sweeping.varied-spoken"));
        Tooltip all = new Tooltip();
        all.textProperty().bind(goals.promptTextProperty());
        goals.setTooltip(all);
        document.topologyProperty().subscribe(topology -> {
            goals.setPromptText(expected(topology));
            varied.setPromptText(VaryExample.two(topology));
        });
        Button start = new Button(text("sweeping.start"));
        start.setId("size-start");
        start.getStyleClass().add("accent");
        start.setOnAction(_ -> begin());
        Button cancel = new Button(text("sweeping.cancel"));
        cancel.setId("size-cancel");
        cancel.setOnAction(_ -> model.cancel());
        model.runningProperty().subscribe(running -> FocusTurn.to(running ? cancel : start, running ? start : cancel));
        Label state = new Label();
        state.setId("size-state");
        state.setWrapText(true);
        state.setMinHeight(USE_PREF_SIZE);
        state.textProperty().bind(model.stateProperty());
        FrontierPlot plot = new FrontierPlot(
                (shown, point) -> shown.design(point).ifPresent(design -> opener.accept(point.setting(), design)));
        VBox.setVgrow(plot, Priority.ALWAYS);
        legend.getChildren()
                .setAll(
                        entry("met", text("sweeping.legend-met")),
                        entry("missed", text("sweeping.legend-missed")),
                        entry("cheapest", text("sweeping.legend-cheapest")),
                        lineEntry());
        legend.visibleProperty().bind(model.frontierProperty().map(Optional::isPresent));
        model.frontierProperty().subscribe(plot::show);
        HBox wanted = SweepView.named(text("sweeping.goals"), goals);
        HBox.setHgrow(goals, Priority.ALWAYS);
        FlowPane bar = new FlowPane(SweepView.named(text("sweeping.vary"), varied), start, cancel);
        bar.getStyleClass().add("compare-actions");
        getChildren().setAll(wanted, bar, state, plot, legend);
    }

    private void field(TextField field, String id, String spoken) {
        field.setId(id);
        field.setAccessibleText(spoken);
        field.setPrefColumnCount(24);
        field.setOnAction(_ -> begin());
    }

    private void begin() {
        model.start(goals.getText(), varied.getText());
    }

    /** Goals that hold when none are written: those of the design. */
    private static String expected(Topology topology) {
        return topology.expect().isEmpty()
                ? "p99 < 200ms, failed < 0.1%"
                : topology.expect().stream().map(Expectation::text).collect(Collectors.joining(", "));
    }

    private static HBox entry(String style, String words) {
        Region mark = new Region();
        mark.getStyleClass().add("frontier-point-mark");
        HBox sample = new HBox(mark);
        sample.getStyleClass().setAll("frontier-sample", style);
        if (style.equals("cheapest")) {
            sample.getStyleClass().add("met");
        }
        return legend(sample, words);
    }

    private static HBox lineEntry() {
        Region line = new Region();
        line.getStyleClass().add("frontier-line-sample");
        return legend(line, text("sweeping.legend-frontier"));
    }

    private static HBox legend(Region sample, String words) {
        Label label = new Label(words);
        label.getStyleClass().add("frontier-axis");
        HBox entry = new HBox(7, sample, label);
        entry.getStyleClass().add("compare-legend-entry");
        return entry;
    }
}
