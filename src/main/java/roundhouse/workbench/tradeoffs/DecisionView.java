package roundhouse.workbench.tradeoffs;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import roundhouse.analysis.stores.ClaimedSystem;
import roundhouse.analysis.stores.PacelcFinding;
import roundhouse.analysis.stores.PacelcRow;
import roundhouse.analysis.stores.PacelcWords;
import roundhouse.analysis.stores.StoreVariant;
import roundhouse.topology.Topology;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.WorkLane;

/** What is claimed of systems beside what runs of samples that are set as they are show, filled while the runs go. */
public final class DecisionView extends VBox {
    private static final String ABOUT = text("tradeoffs.about-claims");

    private static final List<String> HEADINGS = List.of(
            "",
            text("tradeoffs.claimed"),
            text("tradeoffs.run-showed"),
            text("tradeoffs.partition"),
            text("tradeoffs.else-short"));
    private static final double[] PARTS = {22, 14, 17, 23, 24};

    private final WorkLane lane;
    private final Function<String, Optional<Topology>> samples;
    private final Consumer<Topology> open;
    private final Button run = new Button(text("tradeoffs.run-samples"));
    private final Button cancel = new Button(text("tradeoffs.cancel"));
    private final GridPane table = new GridPane();

    /**
     * @param samples gives the topology of a sample's file
     * @param open shows a topology in the window
     */
    public DecisionView(WorkLane lane, Function<String, Optional<Topology>> samples, Consumer<Topology> open) {
        this.lane = lane;
        this.samples = samples;
        this.open = open;
        getStylesheets().addAll(sheet("/styles/compare.css"), sheet("/styles/tradeoffs.css"));
        getStyleClass().add("decision-view");
        Label about = wrapped(ABOUT, "muted");
        run.setId("decision-run");
        run.getStyleClass().add("accent");
        run.setOnAction(_ -> begin());
        cancel.setId("decision-cancel");
        cancel.setOnAction(_ -> stop());
        table.setId("decision-table");
        table.getStyleClass().addAll("compare-table", "decision-table");
        for (double part : PARTS) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(part);
            table.getColumnConstraints().add(column);
        }
        ScrollPane scroll = new ScrollPane(table);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("pacelc-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(about, run, cancel, scroll);
        running(false);
        show(List.of());
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(DecisionView.class.getResource(name)).toExternalForm();
    }

    private void begin() {
        List<StoreVariant> systems = new ArrayList<>();
        for (ClaimedSystem system : ClaimedSystem.ALL) {
            samples.apply(system.sample())
                    .ifPresent(topology -> systems.add(new StoreVariant(system.name(), topology)));
        }
        running(true);
        lane.replace(new BackgroundTask<>(
                text("tradeoffs.claims-failed"),
                new PacelcWork(systems, ClaimedSystem.STORE, state -> show(state.rows())),
                last -> {
                    show(last.rows());
                    running(false);
                },
                _ -> running(false)));
    }

    /** Ends where it has got to; what is done stays. */
    public void stop() {
        lane.cancel();
        running(false);
    }

    private void running(boolean yes) {
        run.setVisible(!yes);
        run.setManaged(!yes);
        cancel.setVisible(yes);
        cancel.setManaged(yes);
    }

    private void show(List<PacelcRow> rows) {
        table.getChildren().clear();
        for (int i = 0; i < HEADINGS.size(); i++) {
            table.add(wrapped(HEADINGS.get(i), "compare-heading"), i, 0);
        }
        int line = 1;
        for (ClaimedSystem system : ClaimedSystem.ALL) {
            Optional<PacelcRow> row = rows.stream()
                    .filter(each -> each.name().equals(system.name()))
                    .findFirst();
            table.add(name(system), 0, line);
            table.add(
                    new VBox(wrapped(system.claim(), "pacelc-letters"), wrapped(system.source(), "compare-words")),
                    1,
                    line);
            line = row.isEmpty() ? line + 1 : add(system, row.get(), line);
        }
        table.getChildren().forEach(cell -> GridPane.setValignment(cell, VPos.TOP));
    }

    /** Returns the next free line. */
    private int add(ClaimedSystem system, PacelcRow row, int line) {
        row.finding().ifPresent(finding -> table.add(shown(system, finding), 2, line));
        String style = row.isDone() ? "compare-figure" : "compare-so-far";
        table.add(wrapped(together(PacelcWords.partition(row)), style), 3, line);
        table.add(wrapped(together(PacelcWords.otherwise(row)), style), 4, line);
        if (!row.isDone() || system.note().isEmpty()) {
            return line + 1;
        }
        table.add(wrapped(system.note(), "compare-words"), 2, line + 1, HEADINGS.size() - 2, 1);
        return line + 2;
    }

    private Node name(ClaimedSystem system) {
        Hyperlink link = new Hyperlink(system.name());
        link.setTooltip(new Tooltip(text("tradeoffs.open-sample")));
        link.setOnAction(_ -> samples.apply(system.sample()).ifPresent(open));
        return new VBox(link, wrapped(system.set(), "compare-words"));
    }

    private static Node shown(ClaimedSystem system, PacelcFinding finding) {
        Label letters = wrapped(finding.letters(), "pacelc-letters");
        letters.setTooltip(new Tooltip(finding.sentence()));
        return new VBox(
                letters, wrapped(system.verdict(finding), system.isKept(finding) ? "decision-kept" : "decision-other"));
    }

    /** Numbers stay with their units where a line ends. */
    private static String together(String words) {
        return words.replace(" %", "\u00a0%").replace(" ms", "\u00a0ms");
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
