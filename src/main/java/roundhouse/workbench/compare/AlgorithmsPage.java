package roundhouse.workbench.compare;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import roundhouse.analysis.RunComparison;
import roundhouse.topology.Topology;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.WorkLane;
import roundhouse.workbench.playback.LengthText;

/** What is shown while there is nothing to compare: why, and the offer to run this design under every algorithm. */
final class AlgorithmsPage extends VBox {
    private static final List<String> HEADINGS =
            List.of("Algorithm", "Mean latency", "p99", "Succeeded", "Mean against as it is", "");

    private final WorkLane lane;
    private final Consumer<AlgorithmRow> details;
    private final Label reason = new Label();
    private final Label offer = new Label();
    private final Button run = new Button("Run this design under every algorithm");
    private final Button cancel = new Button("Cancel");
    private final GridPane table = new GridPane();
    private final Label basis = new Label();
    private Topology topology = Topology.EMPTY;

    /** @param details shows a row's comparison with the design as it is */
    AlgorithmsPage(WorkLane lane, Consumer<AlgorithmRow> details) {
        this.lane = lane;
        this.details = details;
        getStyleClass().add("compare-algorithms");
        reason.setId("compare-alone");
        reason.getStyleClass().add("compare-alone");
        offer.getStyleClass().add("muted");
        basis.getStyleClass().add("muted");
        for (Label label : List.of(reason, offer, basis)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        run.setId("compare-algorithms");
        run.getStyleClass().add("accent");
        run.setMinWidth(USE_PREF_SIZE);
        run.setOnAction(_ -> begin());
        cancel.setId("compare-algorithms-cancel");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(_ -> stop());
        HBox bar = new HBox(run, cancel);
        bar.getStyleClass().add("compare-actions");
        table.setId("compare-algorithms-table");
        table.getStyleClass().add("compare-table");
        for (int i = 0; i < HEADINGS.size(); i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHalignment(i == 0 || i == HEADINGS.size() - 1 ? HPos.LEFT : HPos.RIGHT);
            table.getColumnConstraints().add(column);
        }
        getChildren().addAll(reason, offer, bar, table, basis);
        running(false);
    }

    /** Nothing else is compared for that reason; this is the design there is. What was run of it stays. */
    void offer(String why, Topology design) {
        reason.setText(why);
        boolean able = !AlgorithmRow.balancers(design).isEmpty();
        run.setDisable(!able);
        offer.setText(
                able
                        ? "One row for each algorithm, all under the same requests for "
                                + LengthText.of(design.duration())
                                + ", as the scenario in the file has it, without what was done by hand."
                        : "There is no load balancer in this design, so there is no algorithm to change.");
        if (!design.equals(topology)) {
            stop();
            topology = design;
            table.getChildren().clear();
            basis.setText("");
        }
    }

    private void begin() {
        running(true);
        lane.replace(new BackgroundTask<>(
                "The design was not run under every algorithm",
                new AlgorithmsWork(topology, this::show),
                state -> {
                    show(state);
                    running(false);
                },
                _ -> running(false)));
    }

    /** Ends where it has got to; the rows that are done stay. */
    void stop() {
        lane.cancel();
        running(false);
    }

    private void running(boolean yes) {
        run.setVisible(!yes);
        cancel.setVisible(yes);
        cancel.setManaged(yes);
        run.setManaged(!yes);
    }

    private void show(AlgorithmsWork.State state) {
        table.getChildren().clear();
        for (int column = 0; column < HEADINGS.size(); column++) {
            table.add(styled(new Label(HEADINGS.get(column)), "compare-heading"), column, 0);
        }
        int line = 1;
        for (AlgorithmRow row : state.rows()) {
            table.add(name(row), 0, line);
            List<String> cells = List.of(row.mean(), row.p99(), row.succeeded(), row.difference());
            for (int i = 0; i < cells.size(); i++) {
                table.add(styled(new Label(cells.get(i)), "compare-figure"), i + 1, line);
            }
            table.add(FiguresTable.word(row.verdict(), row.tone(), true), HEADINGS.size() - 1, line++);
        }
        for (AlgorithmRow row : state.rows()) {
            if (row.comparison() != null) {
                basis.setText(basis(row.comparison()));
            }
        }
    }

    private static String basis(RunComparison comparison) {
        return "Each row's requests are those of the first, one by one; ± holds in 95 of 100 cases. Seed "
                + comparison.a().whole().seed() + ", compared from " + FigureText.clock(comparison.fromNanos())
                + " to " + FigureText.clock(comparison.untilNanos()) + ".";
    }

    private Node name(AlgorithmRow row) {
        if (row.comparison() == null) {
            return styled(new Label(row.title()), row.side() == null ? "compare-name" : "compare-own");
        }
        Hyperlink link = new Hyperlink(row.title());
        link.setTooltip(new Tooltip("Every figure of it beside the design as it is"));
        link.setOnAction(_ -> details.accept(row));
        return link;
    }

    private static Label styled(Label label, String style) {
        label.getStyleClass().add(style);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
