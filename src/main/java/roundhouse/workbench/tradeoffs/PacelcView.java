package roundhouse.workbench.tradeoffs;

import static roundhouse.workbench.texts.Texts.text;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * What a store gives up against how stale it is, a point for each of its settings (Abadi 2012), filled as its runs end, beside what theory
 * expects of partial quorums.
 */
public final class PacelcView extends VBox {
    private static final String HINT = text("tradeoffs.plot-hint");

    private final PacelcModel model;
    private final Label details = new Label(HINT);
    private final PacelcPlot plot;
    private final Label axis = new Label();

    /** @param taken is given the setting of a point that is clicked */
    public PacelcView(String title, PacelcModel model, Consumer<String> taken) {
        this.model = model;
        getStylesheets()
                .add(Objects.requireNonNull(PacelcView.class.getResource("/styles/tradeoffs.css"))
                        .toExternalForm());
        getStyleClass().add("pacelc-view");
        Label heading = new Label(title);
        heading.getStyleClass().add("pacelc-heading");
        details.setId("pacelc-details");
        details.getStyleClass().add("muted");
        details.setWrapText(true);
        details.setMinHeight(USE_PREF_SIZE);
        plot = new PacelcPlot(model, words -> details.setText(words.isEmpty() ? HINT : words), taken);
        VBox.setVgrow(plot, Priority.ALWAYS);
        axis.getStyleClass().add("pacelc-axis");
        getChildren().addAll(heading, axis, plot, details);
        model.changesProperty().subscribe(this::tell);
    }

    private void tell() {
        axis.setText("↑ " + model.stalenessProperty().get().title());
        plot.setAccessibleText(Stream.concat(
                        Stream.of(model.stalenessProperty().get().against(model.name())),
                        model.inOrder().stream().map(model::told))
                .collect(Collectors.joining("\n")));
    }
}
