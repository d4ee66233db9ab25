package roundhouse.workbench.start;

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
    private static final double WIDTH = 300;

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
                        "This is a running system",
                        List.of(
                                "Each dot is a request on its way from the clients through a balancer to a server. Click a server and press X to crash it, Shift+X to recover it."),
                        button("Build one in two minutes", "hints-tour", tour),
                        button("Start page", "hints-start", startPage),
                        button("Do not show again", "hints-dismiss", model::dismiss));
            case Hint.Step(FirstStep step) ->
                show(
                        (step.ordinal() + 1) + " of " + FirstStep.values().length + ": " + step.title(),
                        List.of(step.text()),
                        button("Stop", "hints-close", model::close),
                        button("Do not show again", "hints-dismiss", model::dismiss));
            case Hint.Done() ->
                show(
                        "That was it",
                        List.of(
                                "You built a system, broke it, and saw it noticed. Drag the timeline below back to before the crash, change one thing, and compare."),
                        button("Start page", "hints-start", startPage),
                        button("Close", "hints-close", model::close));
            case Hint.Try(String title, List<String> lines) ->
                show("To try: " + title, lines, button("Close", "hints-close", model::close));
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
