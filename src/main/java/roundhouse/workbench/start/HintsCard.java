package roundhouse.workbench.start;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import roundhouse.workbench.start.HintsModel.Hint;

/** A hint in a corner of the canvas; what is beside it can be clicked as ever. */
public final class HintsCard extends VBox {
    private static final double WIDTH = 480;

    private final HintsModel model;
    private final Runnable tour;
    private final Runnable startPage;

    /**
     * @param tour begins the path
     * @param startPage shows the start page
     */
    public HintsCard(HintsModel model, Runnable tour, Runnable startPage) {
        this.model = model;
        this.tour = tour;
        this.startPage = startPage;
        setId("hints");
        getStyleClass().add("hints");
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        setPrefWidth(WIDTH);
        StackPane.setAlignment(this, Pos.BOTTOM_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        model.hintProperty().subscribe(hint -> show(hint));
    }

    private void show(Hint hint) {
        setVisible(!(hint instanceof Hint.None));
        setManaged(isVisible());
        switch (hint) {
            case Hint.None() -> getChildren().clear();
            case Hint.Welcome() ->
                show(
                        text("start.this-is-a-running-system"),
                        List.of(text("start.each-dot-is-a-request")),
                        button(text("start.build-one-in-two-minutes"), "hints-tour", tour),
                        button(text("start.start-page"), "hints-start", startPage),
                        button(text("start.do-not-show-again"), "hints-dismiss", model::dismiss));
            case Hint.Step(FirstStep step) ->
                show(
                        (step.ordinal() + 1) + " of " + FirstStep.values().length + ": " + step.title(),
                        List.of(step.text()),
                        button(text("start.stop"), "hints-close", model::close),
                        button(text("start.do-not-show-again"), "hints-dismiss", model::dismiss));
            case Hint.Done() ->
                show(
                        text("start.that-was-it"),
                        List.of(text("start.you-built-a-system-broke")),
                        button(text("start.start-page"), "hints-start", startPage),
                        button(text("start.close"), "hints-close", model::close));
            case Hint.Try(String title, List<String> lines) ->
                show(text("start.to-try", title), lines, button(text("start.close"), "hints-close", model::close));
        }
    }

    private void show(String title, List<String> lines, Button... buttons) {
        Label head = wrapped(title);
        head.setId("hints-title");
        head.getStyleClass().add("hints-title");
        FlowPane row = new FlowPane(6, 6, buttons);
        row.getStyleClass().add("hints-buttons");
        getChildren()
                .setAll(Stream.of(Stream.of(head), lines.stream().map(HintsCard::wrapped), Stream.of(row))
                        .flatMap(parts -> parts)
                        .map(part -> (javafx.scene.Node) part)
                        .toList());
        setAccessibleText(title + ". " + String.join(" ", lines));
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static Button button(String text, String id, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
