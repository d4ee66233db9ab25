package roundhouse.workbench.tradeoffs;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import roundhouse.analysis.stores.PacelcRow;
import roundhouse.analysis.stores.PbsPoint;
import roundhouse.analysis.stores.StoreMeasures;
import roundhouse.simulation.observing.Report.Latency;

/** Two charts of the same settings: with nothing wrong latency, and during a partition what was not answered, each against staleness. */
final class PacelcCharts extends VBox {
    /** From this width on they stand beside each other. Pixels. */
    private static final double WIDE = 860;

    /** Whose latency is meant. */
    private enum Operation {
        READS(text("tradeoffs.latency-reads"), text("tradeoffs.median-reads")),
        WRITES(text("tradeoffs.latency-writes"), text("tradeoffs.median-writes"));

        private final String title;
        private final String median;

        Operation(String title, String median) {
            this.title = title;
            this.median = median;
        }

        private String title() {
            return title;
        }

        private Latency of(StoreMeasures measures) {
            return this == READS ? measures.readLatency() : measures.writeLatency();
        }
    }

    private final PacelcModel otherwise = new PacelcModel("");
    private final PacelcModel parted =
            new PacelcModel(PacelcModel.Across.REFUSED, text("tradeoffs.not-answered-share"));
    private final ObjectProperty<Operation> operation = new SimpleObjectProperty<>(this, "operation", Operation.READS);
    private final GridPane charts = new GridPane();
    private final FlowPane legend = new FlowPane();
    private PacelcWork.State state = PacelcWork.State.NONE;

    /** @param taken is given the setting of a point that is clicked */
    PacelcCharts(Consumer<String> taken) {
        getStyleClass().add("pacelc-charts");
        parted.stalenessProperty().bindBidirectional(otherwise.stalenessProperty());
        PacelcView left = new PacelcView(text("tradeoffs.else"), otherwise, taken);
        left.setId("pacelc-else");
        PacelcView right = new PacelcView(text("tradeoffs.partition"), parted, taken);
        right.setId("pacelc-parted");
        charts.getStyleClass().add("pacelc-both");
        charts.widthProperty().subscribe(width -> arrange(left, right, width.doubleValue() >= WIDE));
        legend.setId("pacelc-legend");
        legend.getStyleClass().add("pacelc-legend");
        FlowPane choices = new FlowPane(
                new ToggleChoice<>("pacelc", List.of(Operation.values()), Operation::title, operation),
                ToggleChoice.ofStaleness(otherwise));
        choices.getStyleClass().add("pacelc-choices");
        getChildren().addAll(choices, charts, legend);
        operation.subscribe(now -> {
            otherwise.rename(now.median);
            show(state);
        });
    }

    private void arrange(Region left, Region right, boolean wide) {
        if (charts.getChildren().isEmpty()
                || wide != (charts.getColumnConstraints().size() == 2)) {
            charts.getChildren().clear();
            charts.getColumnConstraints().clear();
            charts.add(left, 0, 0);
            charts.add(right, wide ? 1 : 0, wide ? 0 : 1);
            for (int i = 0; i < (wide ? 2 : 1); i++) {
                ColumnConstraints column = new ColumnConstraints();
                column.setPercentWidth(wide ? 50 : 100);
                charts.getColumnConstraints().add(column);
            }
        }
    }

    /** The setting that the store has now; empty for none of these. */
    void current(String setting) {
        otherwise.current(setting);
        parted.current(setting);
    }

    /** How far the runs have come. A setting has its point as soon as it was read, at the same place of both charts' order. */
    void show(PacelcWork.State next) {
        state = next;
        otherwise.show(points(this::whole), lines());
        parted.show(points(PacelcCharts::parted), List.of());
        legend.getChildren().clear();
        for (int i = 0; i < state.rows().size(); i++) {
            PacelcRow row = state.rows().get(i);
            String name =
                    row.isDone() ? row.name() : text("tradeoffs.setting-so-far", row.name(), row.runs(), row.of());
            legend.getChildren().add(new Label(name, Marker.of(i, row.isDone())));
        }
        for (PbsLine line : otherwise.lines()) {
            Region sample = new Region();
            sample.getStyleClass().add("pbs-sample");
            legend.getChildren().add(new Label(text("tradeoffs.line-expected", line.name()), sample));
        }
    }

    private interface Placing {
        Optional<PacelcPoint> point(int place, PacelcRow row);
    }

    private List<PacelcPoint> points(Placing placing) {
        return IntStream.range(0, state.rows().size())
                .boxed()
                .flatMap(place -> placing.point(place, state.rows().get(place)).stream())
                .toList();
    }

    private Optional<PacelcPoint> whole(int place, PacelcRow row) {
        StoreMeasures measures = row.measures();
        return operation.get().of(measures).count() == 0
                ? Optional.empty()
                : Optional.of(new PacelcPoint(
                        place,
                        row.name(),
                        operation.get().of(measures).p50Nanos(),
                        measures.staleShare(),
                        measures.staleP99Nanos(),
                        Math.min(row.runs(), 1),
                        1));
    }

    private static Optional<PacelcPoint> parted(int place, PacelcRow row) {
        return row.parted()
                .filter(parts -> !Double.isNaN(parts.availability()))
                .map(parts -> new PacelcPoint(
                        place, row.name(), 1 - parts.availability(), parts.staleShare(), parts.staleP99Nanos(), 1, 1));
    }

    /** A line for each quorum of the other operation, with a point for each quorum of this one. */
    private List<PbsLine> lines() {
        boolean ofReads = operation.get() == Operation.READS;
        List<PbsLine> lines = new ArrayList<>();
        if (state.expected().stream().anyMatch(point -> !point.setting().isEmpty())) {
            PbsPoint any = state.expected().getFirst();
            lines.add(new PbsLine(
                    text("tradeoffs.pbs-quorums", any.reads(), any.writes()),
                    state.expected().stream()
                            .map(point -> point(point.setting(), point, ofReads))
                            .sorted(Comparator.comparingDouble(PbsLine.Point::latencyNanos)
                                    .thenComparingDouble(PbsLine.Point::staleShare))
                            .toList()));
            return lines;
        }
        int n = state.expected().stream().mapToInt(PbsPoint::reads).max().orElse(0);
        for (int other = 1; other <= n; other++) {
            int fixed = other;
            List<PbsLine.Point> points = state.expected().stream()
                    .filter(point -> (ofReads ? point.writes() : point.reads()) == fixed)
                    .map(point -> point(ofReads ? "R " + point.reads() : "W " + point.writes(), point, ofReads))
                    .toList();
            if (points.stream().anyMatch(point -> point.staleShare() > 0)) {
                lines.add(
                        new PbsLine(text(ofReads ? "tradeoffs.pbs-writes" : "tradeoffs.pbs-reads", n, fixed), points));
            }
        }
        return lines;
    }

    private static PbsLine.Point point(String name, PbsPoint point, boolean ofReads) {
        return new PbsLine.Point(
                name, ofReads ? point.readNanos() : point.writeNanos(), point.staleShare(), point.staleAgeNanos());
    }
}
