package roundhouse.workbench.shell;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.json.Problem;
import roundhouse.workbench.Notice;
import roundhouse.workbench.Notices;
import roundhouse.workbench.document.Document;

/** Says how many things are wrong with the topology; not there when nothing is. */
final class ProblemsButton {
    private ProblemsButton() {}

    static void follow(Button button, Document document, Notices notices) {
        button.setTooltip(new Tooltip("What is wrong with this topology"));
        document.topologyProperty().subscribe(topology -> {
            int count = Validation.problems(topology).size();
            button.setText("Check " + count);
            button.setVisible(count > 0);
            button.setManaged(count > 0);
        });
        button.setOnAction(_ -> tell(document.topology(), notices));
    }

    private static void tell(Topology topology, Notices notices) {
        List<String> problems =
                Validation.problems(topology).stream().map(Problem::message).toList();
        if (!problems.isEmpty()) {
            notices.tell(new Notice(Notice.Kind.PROBLEM, problems.getFirst(), problems.subList(1, problems.size())));
        }
    }
}
