package roundhouse.workbench.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.topology.AddedNodes;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.nodes.Server;
import roundhouse.workbench.document.NewNode;
import roundhouse.workbench.document.Selection.Item;

/** A server that the scenario adds is edited where it is declared: in the scenario. */
class AddedServerTest extends Inspected {
    AddedServerTest() {
        super(nodes(1, 1)
                .with(link("lb-1", "s1"))
                .withScenario(List.of(new TimedCommand(
                        Duration.ofSeconds(40),
                        new Command.Add(NewNode.server(nodes(0, 0)).renamed("s9"), List.of(link("lb-1", "s9")))))));
    }

    @Test
    void isEditedInTheScenario() {
        select("s9");
        assertThat(model.subjectProperty().get().kind()).isEqualTo("Server · added by the scenario");
        assertThat(line("cores").commit("8")).isTrue();
        assertThat(document.topology().node("s9")).isEmpty();
        assertThat(AddedNodes.orFirst(document.topology(), "s9"))
                .get()
                .isInstanceOfSatisfying(
                        Server.class, server -> assertThat(server.cores()).isEqualTo(8));
        document.undo();
        assertThat(line("cores").valueProperty().get()).isEqualTo("4");
    }

    @Test
    void itsLinkIsNotMistakenForTheTopology() {
        document.selection().select(new Item.LinkItem("lb-1", "s9"));
        assertThat(model.subjectProperty().get().groups()).isEmpty();
        assertThat(model.subjectProperty().get().title()).isEqualTo("Added by the run");
    }
}
