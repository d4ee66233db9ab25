package roundhouse.workbench.origins;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import roundhouse.analysis.origins.Origin;
import roundhouse.analysis.queueing.ClosedForm;
import roundhouse.analysis.queueing.Quantity;
import roundhouse.workbench.help.Pop;

/** Opens beside a figure and says where it comes from, with the closed form beside what was measured where there is one. */
public final class OriginPop {
    private final OriginModel model;

    public OriginPop(OriginModel model) {
        this.model = model;
    }

    /**
     * @param label the figure's
     * @param node the id of the node it is of; empty where it is of something else
     */
    public void open(Node owner, String label, Origin origin, Optional<String> node) {
        VBox theory = new VBox();
        theory.setId("origin-theory");
        theory.getStyleClass().add("origin-theory");
        PopOver pop = Pop.beside(
                owner,
                "Where this comes from: " + label,
                Pop.line(origin.what()),
                line("Formula: ", origin.formula()),
                line("Unit: ", origin.unit()),
                line("Goes in: ", origin.inputs()),
                line("Span: ", OriginText.span(origin.span(), model.nowNanos(), model.warmUpNanos())),
                line("Not modelled: ", origin.notModelled()),
                theory);
        pop.setOnHidden(_ -> model.close());
        if (origin.compared().isEmpty()) {
            theory.getChildren().setAll(line("No closed form, because ", origin.noTheory() + "."));
        } else if (node.isPresent()) {
            theory.getChildren().setAll(Pop.line("Measuring: the run is run again …"));
            model.compare(
                    node.get(),
                    comparison -> show(theory, origin.compared(), comparison),
                    part -> theory.getChildren()
                            .setAll(Pop.line("Measuring: the run is run again, " + Math.round(100 * part) + " % …")),
                    why -> theory.getChildren().setAll(Pop.line("Not measured: " + why + ".")));
        }
    }

    private static void show(VBox theory, List<Quantity> quantities, OriginModel.Comparison comparison) {
        theory.getChildren().setAll(Pop.line(OriginText.samples(comparison.measured())));
        String before = "";
        for (Quantity quantity : quantities) {
            ClosedForm form = Objects.requireNonNull(comparison.forms().get(quantity));
            Label values =
                    Pop.line(quantity.label() + ": theory " + OriginText.expected(quantity, form) + " · measured "
                            + OriginText.measured(
                                    quantity, comparison.measured().figures().get(quantity)));
            values.getStyleClass().add("figure-value");
            String reason = form.applies() ? form.formula() + "." : "No closed form, because " + form.whyNot() + ".";
            theory.getChildren().add(values);
            if (!reason.equals(before)) {
                theory.getChildren().add(line("", reason));
            }
            before = reason;
        }
    }

    private static Label line(String lead, String text) {
        Label label = Pop.line(lead + text);
        label.getStyleClass().add("formula");
        return label;
    }
}
