package roundhouse.workbench.compare;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import roundhouse.analysis.RunComparison;
import roundhouse.topology.Topology;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.WorkLane;
import roundhouse.workbench.playback.LengthText;

/** What is shown while there is nothing to compare: why, and the offer to run this design under every algorithm, way of writing or eviction policy. */
final class VariantsPage extends VBox {
    private static final PseudoClass MANY = PseudoClass.getPseudoClass("many");
    private static final int MANY_COLUMNS = 8;
    /** From this width on the words about each have a column; else a line below its figures. Pixels. */
    private static final double WIDE = 1_200;

    private final Map<Variation, WorkLane> lanes = new EnumMap<>(Variation.class);
    private final Map<Variation, Button> runs = new EnumMap<>(Variation.class);
    private final BiConsumer<VariantRow, VariantRow> details;
    private final Label reason = new Label();
    private final Label offer = new Label();
    private final Button cancel = new Button("Cancel");
    private final GridPane table = new GridPane();
    private final Label basis = new Label();
    private final PolicyChoice policies = new PolicyChoice(this::buttons);
    private final Set<Variation> able = EnumSet.noneOf(Variation.class);
    private boolean running;
    private boolean wide;
    private Topology topology = Topology.EMPTY;
    private Variation shown = Variation.ALGORITHMS;
    private VariantsWork.State state = new VariantsWork.State(List.of(), 0);

    /** @param details shows the comparison of the design as it is with another row */
    VariantsPage(BackgroundWork background, BiConsumer<VariantRow, VariantRow> details) {
        this.details = details;
        getStyleClass().add("compare-variants");
        reason.setId("compare-alone");
        reason.getStyleClass().add("compare-alone");
        offer.getStyleClass().add("muted");
        basis.getStyleClass().add("muted");
        for (Label label : List.of(reason, offer, basis)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        for (Variation variation : Variation.values()) {
            lanes.put(variation, background.lane(variation.key(), variation.title()));
            Button run = new Button(variation.offer());
            run.setId("compare-" + variation.key());
            run.setMinWidth(USE_PREF_SIZE);
            run.setOnAction(_ -> begin(variation));
            runs.put(variation, run);
        }
        cancel.setId("compare-variants-cancel");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(_ -> stop());
        FlowPane bar = new FlowPane();
        bar.getChildren().addAll(runs.values());
        bar.getChildren().addAll(policies, cancel);
        bar.getStyleClass().add("compare-actions");
        table.setId("compare-variants-table");
        table.getStyleClass().add("compare-table");
        getChildren().addAll(reason, offer, bar, table, basis);
        buttons();
        widthProperty().subscribe(width -> {
            if (wide != width.doubleValue() >= WIDE) {
                wide = !wide;
                show();
            }
        });
    }

    /** Nothing else is compared for that reason; this is the design there is. What was run of it stays. */
    void offer(String why, Topology design) {
        reason.setText(why);
        able.clear();
        Stream.of(Variation.values())
                .filter(variation -> variation.canVary(design))
                .forEach(able::add);
        offer.setText(
                able.isEmpty()
                        ? "There is no load balancer in this design, so there is no algorithm to change."
                        : "One row for each "
                                + able.stream().map(Variation::what).collect(Collectors.joining(" or "))
                                + ", all under the same requests for "
                                + LengthText.of(design.duration())
                                + ", as the scenario in the file has it, without what was done by hand.");
        if (!design.equals(topology)) {
            stop();
            topology = design;
            state = new VariantsWork.State(List.of(), 0);
            show();
            basis.setText("");
        }
        buttons();
    }

    private void begin(Variation variation) {
        stop();
        running = true;
        buttons();
        shown = variation;
        List<VariantRow> rows = variation == Variation.EVICTION
                ? Variation.eviction(topology, policies.chosen())
                : variation.rows(topology);
        lane(variation)
                .replace(new BackgroundTask<>(
                        variation.failure(),
                        new VariantsWork(rows, topology.duration().toNanos(), this::show),
                        last -> {
                            show(last);
                            ended();
                        },
                        _ -> ended()));
    }

    private WorkLane lane(Variation variation) {
        return Objects.requireNonNull(lanes.get(variation));
    }

    /** Ends where it has got to; the rows that are done stay. */
    void stop() {
        lanes.values().forEach(WorkLane::cancel);
        ended();
    }

    private void ended() {
        running = false;
        buttons();
    }

    /** What cannot be varied is not offered; that a design has no algorithm to change is shown. */
    private void buttons() {
        runs.forEach((variation, run) -> {
            boolean none = variation == Variation.EVICTION
                    && Variation.eviction(topology, policies.chosen()).size() < 2;
            run.setDisable(!able.contains(variation) || none);
            boolean shown =
                    !running && (able.contains(variation) || (able.isEmpty() && variation == Variation.ALGORITHMS));
            run.setVisible(shown);
            run.setManaged(shown);
            run.getStyleClass().remove("accent");
        });
        Variation first =
                able.isEmpty() ? Variation.ALGORITHMS : able.iterator().next();
        Objects.requireNonNull(runs.get(first)).getStyleClass().add("accent");
        policies.setVisible(!running && able.contains(Variation.EVICTION));
        policies.setManaged(policies.isVisible());
        cancel.setVisible(running);
        cancel.setManaged(running);
    }

    private void show(VariantsWork.State next) {
        state = next;
        show();
    }

    private void show() {
        table.getChildren().clear();
        table.getColumnConstraints().clear();
        if (state.rows().isEmpty()) {
            return;
        }
        List<VariantColumn> columns = shown.columns();
        table.pseudoClassStateChanged(MANY, columns.size() > MANY_COLUMNS);
        int last = columns.size() + (shown.isJudged() || !shown.wordsHeading().isEmpty() ? 1 : 0);
        for (int i = 0; i <= last; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHalignment(i == 0 || i > columns.size() ? HPos.LEFT : HPos.RIGHT);
            table.getColumnConstraints().add(column);
        }
        headings(columns);
        int line = 1;
        for (VariantRow row : state.rows()) {
            line = add(row, columns, line);
        }
        for (VariantRow row : state.rows()) {
            if (row.comparison() != null) {
                basis.setText(basis(shown, row.comparison()));
            }
        }
    }

    private void headings(List<VariantColumn> columns) {
        table.add(styled(new Label(shown.heading()), "compare-heading"), 0, 0);
        int at = 1;
        for (VariantColumn column : columns) {
            Label heading = styled(new Label(column.heading()), "compare-heading");
            if (!column.help().isEmpty()) {
                heading.setTooltip(new Tooltip(column.help()));
            }
            table.add(heading, at++, 0);
        }
        if (wide && !shown.wordsHeading().isEmpty()) {
            table.add(styled(new Label(shown.wordsHeading()), "compare-heading"), at, 0);
        }
    }

    /** Returns the next free line. */
    private int add(VariantRow row, List<VariantColumn> columns, int line) {
        boolean isAsItIs = line == 1;
        boolean soFar = running
                && row.comparison() == null
                && (!isAsItIs || state.rows().get(1).comparison() == null);
        table.add(name(row, isAsItIs), 0, line);
        int at = 1;
        for (VariantColumn column : columns) {
            Label figure = styled(new Label(column.cell().apply(row)), "compare-figure");
            if (soFar) {
                figure.getStyleClass().add("compare-so-far");
            }
            table.add(figure, at++, line);
        }
        if (shown.isJudged()) {
            table.add(FiguresTable.word(row.verdict(), row.tone(), true), at, line);
        }
        if (row.words().isEmpty()) {
            return line + 1;
        }
        Label words = new Label(wide ? row.words() : shown.wordsHeading() + ": " + row.words());
        words.getStyleClass().add("compare-words");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        if (wide) {
            table.add(words, at, line);
            return line + 1;
        }
        table.add(words, 0, line + 1, at, 1);
        return line + 2;
    }

    private static String basis(Variation variation, RunComparison comparison) {
        String seed = "Seed " + comparison.a().whole().seed();
        String until = FigureText.clock(comparison.untilNanos());
        String from = FigureText.clock(comparison.fromNanos());
        return "Each row's requests are those of the first, one by one"
                + (variation.isJudged()
                        ? "; ± holds in 95 of 100 cases. " + seed + ", compared from " + from + " to " + until + "."
                        : ". " + seed + "; counts, shares and rates are of the whole run to " + until
                                + ", times and ages from " + from + " on.");
    }

    private Node name(VariantRow row, boolean isAsItIs) {
        if (row.comparison() == null) {
            return styled(new Label(row.title()), isAsItIs && row.side() != null ? "compare-own" : "compare-name");
        }
        Hyperlink link = new Hyperlink(row.title());
        link.setTooltip(new Tooltip("Every figure of it beside the design as it is"));
        link.setMinWidth(USE_PREF_SIZE);
        link.setOnAction(_ -> details.accept(state.rows().getFirst(), row));
        return link;
    }

    private static Label styled(Label label, String style) {
        label.getStyleClass().add(style);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
