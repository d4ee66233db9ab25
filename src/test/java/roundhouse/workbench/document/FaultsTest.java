package roundhouse.workbench.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.Frame;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;

class FaultsTest {
    private final Document document = new Document();
    private final Faults faults = new Faults(document);
    private final List<Command> commands = new ArrayList<>();

    @BeforeEach
    void open() {
        Topology topology = Topology.EMPTY;
        topology = topology.with(NewNode.clients(topology));
        topology = topology.with(NewNode.server(topology));
        topology = topology.with(NewNode.server(topology));
        document.open(topology, null);
        document.onAct(commands::add);
    }

    private void observe(int node, byte condition) {
        Frame frame = new Frame();
        frame.topology = document.topology();
        frame.ensureNodes(3, 0);
        frame.condition[node] = condition;
        faults.show(frame);
    }

    @Test
    void severalCrashTogetherInOneEntryAndRecoverByUndo() {
        faults.toggleCrash(Set.of("s2", "s1", "clients"));
        assertThat(commands).containsExactly(new Command.Crash("s1"), new Command.Crash("s2"));
        assertThat(document.changes()).extracting(Document.Change::label).containsExactly("Crash 2 nodes");
        commands.clear();
        document.undo();
        assertThat(commands).containsExactly(new Command.Recover("s1"), new Command.Recover("s2"));
    }

    @Test
    void onlyThoseThatAreUpCrash() {
        observe(1, Frame.DOWN);
        faults.toggleCrash(Set.of("s1", "s2"));
        assertThat(commands).containsExactly(new Command.Crash("s2"));
    }

    @Test
    void whatIsSlowGetsItsSpeedBack() {
        faults.toggleSlow(Set.of("s1"));
        observe(1, Frame.SLOW);
        faults.toggleSlow(Set.of("s1"));
        assertThat(commands).containsExactly(new Command.Slow("s1", Faults.SLOW_FACTOR), new Command.Slow("s1", 1));
    }

    @Test
    void clientsCannotBeBroken() {
        faults.toggleCrash(Set.of("clients"));
        faults.toggleSlow(Set.of("clients"));
        assertThat(document.changes()).isEmpty();
    }
}
