package roundhouse.workbench.tradeoffs;

import static roundhouse.workbench.texts.Texts.text;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The CAP triangle of one store: what a run has shown of each corner, how that is known, and what it comes to. */
public final class CapTriangle extends VBox {
    private final CapModel model;
    private final Consumer<CapCorner> show;
    private final Label sentence = wrapped("cap-sentence");

    /** @param show opens what shows the state of a corner, as its counter-example */
    public CapTriangle(CapModel model, Consumer<CapCorner> show) {
        this.model = model;
        this.show = show;
        getStylesheets()
                .add(Objects.requireNonNull(CapTriangle.class.getResource("/styles/tradeoffs.css"))
                        .toExternalForm());
        getStyleClass().add("cap-triangle");
        setAccessibleRole(AccessibleRole.PARENT);
        sentence.setId("cap-sentence");
        getChildren().addAll(new CapSides(model), sentence);
        for (CapCorner corner : CapCorner.values()) {
            getChildren().add(row(corner));
        }
        for (CapCorner corner : CapCorner.values()) {
            model.finding(corner).subscribe(_ -> tell());
        }
    }

    private static Label wrapped(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private VBox row(CapCorner corner) {
        Label title = new Label(corner.title());
        title.getStyleClass().add("cap-title");
        title.setTooltip(new Tooltip(corner.letter() + ": " + corner.meaning()));
        Label state = new Label();
        state.setId("cap-state-" + corner.letter());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox heading = new HBox(title, gap, state);
        heading.getStyleClass().add("cap-heading");
        Label how = wrapped("muted");
        how.setId("cap-how-" + corner.letter());
        Button open = new Button(text("tradeoffs.show-example"));
        open.setId("cap-show-" + corner.letter());
        open.getStyleClass().add("cap-show");
        open.setOnAction(_ -> show.accept(corner));
        VBox row = new VBox(heading, how, open);
        row.getStyleClass().add("cap-row");
        model.finding(corner).subscribe(finding -> {
            state.setText(finding.state().sign() + " " + finding.state().title());
            state.getStyleClass().setAll("label", "cap-state", finding.state().style());
            how.setText(finding.how());
            open.setVisible(finding.hasExample());
            open.setManaged(finding.hasExample());
        });
        return row;
    }

    private void tell() {
        sentence.setText(model.sentence());
        setAccessibleText(Stream.concat(
                        Stream.of(model.sentence()),
                        Stream.of(CapCorner.values())
                                .map(corner -> text(
                                        "tradeoffs.corner-told",
                                        corner.title(),
                                        model.finding(corner).get().state().title(),
                                        model.finding(corner).get().how())))
                .collect(Collectors.joining("\n")));
    }
}
