package roundhouse.workbench.shell;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.json.Problem;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.help.Pop;

/** Says how many things are wrong with the topology, and which, below itself; not there when nothing is. */
final class ProblemsButton {
    private static final int MOST = 12;

    private ProblemsButton() {}

    static void follow(Button button, Document document) {
        button.setTooltip(new Tooltip(text("shell.what-is-wrong-with-this")));
        document.topologyProperty().subscribe(topology -> {
            int count = Validation.problems(topology).size();
            button.setText(text("shell.check", count));
            button.setVisible(count > 0);
            button.setManaged(count > 0);
        });
        button.setOnAction(_ -> tell(button, document.topology()));
    }

    private static void tell(Button button, Topology topology) {
        List<String> problems =
                Validation.problems(topology).stream().map(Problem::message).toList();
        Node[] lines = problems.stream().limit(MOST).map(Pop::line).toArray(Node[]::new);
        String more = problems.size() > MOST ? text("shell.of-which-these-are-the", MOST) : "";
        Pop.below(
                button,
                problems.size() == 1
                        ? text("shell.one-thing-is-wrong")
                        : text("shell.things-are-wrong", problems.size(), more),
                lines);
    }
}
