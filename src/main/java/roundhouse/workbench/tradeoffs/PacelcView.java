package roundhouse.workbench.tradeoffs;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Shape;
import org.controlsfx.control.SegmentedButton;

/**
 * Latency against staleness, a point for each setting of a store (Abadi 2012: else latency or consistency), filled as its runs end, beside
 * what theory expects of partial quorums.
 */
public final class PacelcView extends VBox {
    private static final String HINT = "Point at a setting for its figures, or go from one to the next by ← and →.";

    private final PacelcModel model;
    private final Label details = new Label(HINT);
    private final PacelcPlot plot;
    private final FlowPane legend = new FlowPane();
    private final Label axis = new Label();

    public PacelcView(PacelcModel model) {
        this.model = model;
        getStylesheets()
                .add(Objects.requireNonNull(PacelcView.class.getResource("/styles/tradeoffs.css"))
                        .toExternalForm());
        getStyleClass().add("pacelc-view");
        details.setId("pacelc-details");
        details.getStyleClass().add("muted");
        details.setWrapText(true);
        details.setMinHeight(USE_PREF_SIZE);
        plot = new PacelcPlot(model, words -> details.setText(words.isEmpty() ? HINT : words));
        VBox.setVgrow(plot, Priority.ALWAYS);
        axis.getStyleClass().add("pacelc-axis");
        legend.getStyleClass().add("pacelc-legend");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox top = new HBox(axis, gap, choice());
        top.getStyleClass().add("pacelc-top");
        getChildren().addAll(top, plot, legend, details);
        model.changesProperty().subscribe(this::tell);
    }

    private SegmentedButton choice() {
        ToggleGroup group = new ToggleGroup();
        SegmentedButton choice = new SegmentedButton();
        for (PacelcModel.Staleness staleness : PacelcModel.Staleness.values()) {
            ToggleButton button = new ToggleButton(staleness.title());
            button.setId("pacelc-" + staleness.name().toLowerCase(Locale.ROOT));
            button.setUserData(staleness);
            choice.getButtons().add(button);
        }
        choice.setToggleGroup(group);
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                model.stalenessProperty().set((PacelcModel.Staleness) now.getUserData());
            }
        });
        model.stalenessProperty()
                .subscribe(now -> choice.getButtons().get(now.ordinal()).setSelected(true));
        return choice;
    }

    private String expected(PbsLine line) {
        return model.stalenessProperty().get() == PacelcModel.Staleness.SHARE
                ? line.name() + ": reads right after a write"
                : line.name() + ": when 99.9 % of reads see a write";
    }

    private void tell() {
        axis.setText("↑ " + model.stalenessProperty().get().title());
        legend.getChildren().clear();
        for (int i = 0; i < model.points().size(); i++) {
            PacelcPoint point = model.points().get(i);
            Shape sample = Marker.of(i, point.isDone());
            legend.getChildren()
                    .add(new Label(
                            point.setting() + (point.isDone() ? "" : ", " + point.runs() + " of " + point.of()),
                            sample));
        }
        for (PbsLine line : model.lines()) {
            Region sample = new Region();
            sample.getStyleClass().add("pbs-sample");
            legend.getChildren().add(new Label(expected(line), sample));
        }
        plot.setAccessibleText(Stream.concat(
                        Stream.of(model.latency() + " against "
                                + model.stalenessProperty().get().title().toLowerCase(Locale.ROOT)),
                        model.byLatency().stream().map(PacelcPoint::told))
                .collect(Collectors.joining("\n")));
    }
}
