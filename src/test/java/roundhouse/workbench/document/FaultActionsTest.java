package roundhouse.workbench.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.faults.LinkState;
import roundhouse.simulation.faults.NodeState;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Command;
import roundhouse.topology.CrashMode;
import roundhouse.topology.LinkFault;
import roundhouse.topology.NodeFault;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Server;
import roundhouse.workbench.document.Selection.Item;

class FaultActionsTest {
    private final Document document = new Document();
    private final FaultActions faults = new FaultActions(document);
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
        faults.toggle(NodeFault.CRASH, Set.of("s2", "s1", "clients"));
        assertThat(commands).containsExactly(new Command.Crash("s1"), new Command.Crash("s2"));
        assertThat(document.changes()).extracting(Document.Change::label).containsExactly("Crash 2 nodes");
        commands.clear();
        document.undo();
        assertThat(commands).containsExactly(new Command.Recover("s1"), new Command.Recover("s2"));
    }

    @Test
    void onlyThoseThatAreUpCrash() {
        observe(1, NodeState.DOWN);
        faults.toggle(NodeFault.CRASH, Set.of("s1", "s2"));
        assertThat(commands).containsExactly(new Command.Crash("s2"));
    }

    @Test
    void whatIsSlowGetsItsSpeedBack() {
        faults.toggle(NodeFault.SLOW, Set.of("s1"));
        observe(1, NodeState.SLOW);
        faults.toggle(NodeFault.SLOW, Set.of("s1"));
        assertThat(commands).containsExactly(new Command.Slow("s1", 3), new Command.Recover("s1"));
    }

    @Test
    void clientsCannotBeBroken() {
        faults.toggle(NodeFault.CRASH, Set.of("clients"));
        faults.toggle(NodeFault.SLOW, Set.of("clients"));
        assertThat(document.changes()).isEmpty();
    }

    @Test
    void everyFaultOfANodeIsACommandAboutItAndIsUndoneByRecovery() {
        for (NodeFault fault : NodeFault.values()) {
            commands.clear();
            faults.toggle(fault, Set.of("s1"));
            document.undo();
            assertThat(commands).as(fault.title()).hasSize(2);
            assertThat(((Command.OfNode) commands.getFirst()).node()).isEqualTo("s1");
            assertThat(commands.getLast()).isEqualTo(new Command.Recover("s1"));
        }
    }

    @Test
    void everyFaultOfALinkIsACommandAboutItAndIsUndoneByMending() {
        for (LinkFault fault : LinkFault.values()) {
            commands.clear();
            faults.toggle(fault, Set.of(new Item.LinkItem("clients", "s1")));
            document.undo();
            assertThat(commands).as(fault.title()).hasSize(2);
            assertThat(commands.getFirst()).isInstanceOf(Command.OfLink.class);
            assertThat(commands.getLast()).isEqualTo(new Command.Mend("clients", "s1"));
        }
    }

    @Test
    void cuttingWhatIsCutMendsIt() {
        Frame frame = new Frame();
        frame.topology = document.topology().with(Link.of("clients", "s1", NewNode.LATENCY));
        frame.ensureNodes(3, 1);
        frame.linkCondition[0] = LinkState.REQUESTS_CUT;
        faults.show(frame);
        faults.toggle(LinkFault.CUT, Set.of(new Item.LinkItem("clients", "s1")));
        assertThat(commands).containsExactly(new Command.Mend("clients", "s1"));
    }

    @Test
    void aPlaceGoesDownAndComesBack() {
        Server s1 = (Server) document.topology().node("s1").orElseThrow();
        document.edit(
                "Zone", document.topology().with(s1.with(Server.REGION, "eu").with(Server.ZONE, "eu-1")));
        assertThat(faults.places(Set.of("s1", "s2", "clients"))).containsExactly("eu-1", "eu");
        faults.outage("eu-1", true);
        document.undo();
        assertThat(commands)
                .containsExactly(new Command.Outage("eu-1", CrashMode.BLACK_HOLE), new Command.OutageOver("eu-1"));
    }
}
