package roundhouse.workbench.origins;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import roundhouse.analysis.queueing.ClosedForm;
import roundhouse.analysis.queueing.Quantity;
import roundhouse.workbench.help.Pop;

/** Opens beside a figure and says where it comes from, with the closed form beside what was measured where there is one. */
public final class OriginPop {
    /** What asks a figure, wherever it stands. */
    public static final String ASK = text("origins.where-this-comes-from");

    private final OriginSource source;

    public OriginPop(OriginSource source) {
        this.source = source;
    }

    /**
     * Lets a figure be asked: by a click, by Enter or the space bar, and by its context menu; a tooltip says it in short.
     *
     * @param figure what is asked at that moment; empty for nothing
     * @param owner what shows the figure, and gets the keys
     * @param more what belongs to it: its name, its bar
     */
    public void attach(Supplier<Optional<AskedFigure>> figure, Node owner, Node... more) {
        owner.setFocusTraversable(true);
        owner.getStyleClass().add("askable");
        owner.setAccessibleRole(AccessibleRole.BUTTON);
        owner.setAccessibleHelp(ASK);
        Runnable ask = () -> figure.get().ifPresent(asked -> open(owner, asked));
        owner.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                event.consume();
                ask.run();
            }
        });
        offer(owner, figure, ask);
        for (Node part : more) {
            offer(part, figure, ask);
        }
    }

    private static void offer(Node part, Supplier<Optional<AskedFigure>> figure, Runnable ask) {
        part.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                ask.run();
            }
        });
        MenuItem item = new MenuItem(ASK);
        item.setOnAction(_ -> ask.run());
        ContextMenu menu = new ContextMenu(item);
        part.setOnContextMenuRequested(event -> {
            menu.show(part, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        Tooltip tooltip = new Tooltip();
        tooltip.setOnShowing(
                _ -> tooltip.setText(figure.get().map(AskedFigure::text).orElse("")));
        Tooltip.install(part, tooltip);
    }

    /** Opens beside what shows the figure. */
    public void open(Node owner, AskedFigure figure) {
        open(figure, (title, lines) -> Pop.beside(owner, title, lines));
    }

    /** Opens at that place of the screen, for what is painted and no node of its own. */
    public void open(Node owner, Point2D screen, AskedFigure figure) {
        open(figure, (title, lines) -> Pop.at(owner, screen, title, lines));
    }

    private interface Opening {
        PopOver open(String title, Node... lines);
    }

    private void open(AskedFigure figure, Opening opening) {
        VBox theory = new VBox();
        theory.setId("origin-theory");
        theory.getStyleClass().add("origin-theory");
        PopOver pop = opening.open(
                ASK + ": " + figure.label(),
                Pop.line(figure.origin().what()),
                line(text("origins.label-formula") + " ", figure.origin().formula()),
                line(text("origins.label-unit") + " ", figure.origin().unit()),
                line(text("origins.label-goes-in") + " ", figure.origin().inputs()),
                line(text("origins.label-samples") + " ", figure.samples()),
                line(text("origins.label-span") + " ", source.span(figure)),
                line(text("origins.label-not-modelled") + " ", figure.origin().notModelled()),
                theory);
        pop.setOnHidden(_ -> source.close());
        if (figure.origin().compared().isEmpty()) {
            theory.getChildren()
                    .setAll(line(
                            "",
                            text(
                                    "origins.no-closed-form-because",
                                    figure.origin().noTheory())));
        } else if (figure.node().isPresent()) {
            measure(theory, figure.node().get(), figure);
        }
    }

    /** The run is run again; each that is done stands above what is still measured. */
    private void measure(VBox theory, String node, AskedFigure figure) {
        Label waiting = Pop.line(text("origins.measuring-the-run-is-run"));
        theory.getChildren().setAll(waiting);
        int runs = figure.compared().map(compared -> compared.designs().size()).orElse(1);
        AtomicInteger done = new AtomicInteger();
        source.compare(
                node,
                figure,
                (name, comparison) -> {
                    theory.getChildren().remove(waiting);
                    show(theory, name, figure.origin().compared(), comparison);
                    if (done.incrementAndGet() < runs) {
                        theory.getChildren().add(waiting);
                    }
                },
                part -> waiting.setText(text("origins.measuring-the-run-is-run-again", Math.round(100 * part))),
                why -> waiting.setText(text("origins.not-measured", why)));
    }

    private static void show(VBox theory, String name, List<Quantity> quantities, OriginSource.Comparison comparison) {
        Label samples = Pop.line((name.isEmpty() ? "" : name + ". ") + OriginText.samples(comparison.measured()));
        theory.getChildren().add(samples);
        String before = "";
        for (Quantity quantity : quantities) {
            ClosedForm form = Objects.requireNonNull(comparison.forms().get(quantity));
            Label values = Pop.line(text(
                    "origins.theory-measured",
                    quantity.label(),
                    OriginText.expected(quantity, form),
                    OriginText.measured(
                            quantity, comparison.measured().figures().get(quantity))));
            values.getStyleClass().add("figure-value");
            String reason =
                    form.applies() ? form.formula() + "." : text("origins.no-closed-form-because", form.whyNot());
            theory.getChildren().add(values);
            if (!reason.equals(before)) {
                theory.getChildren().add(line("", reason));
            }
            before = reason;
        }
    }

    /** Nothing where there is nothing to say. */
    private static Label line(String lead, String text) {
        Label label = Pop.line(text.isEmpty() ? "" : lead + text);
        label.getStyleClass().add("formula");
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
        return label;
    }
}
