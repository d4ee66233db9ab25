package roundhouse.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.network.ComponentKinds;
import roundhouse.topology.nodes.NodeKinds;
import roundhouse.topology.nodes.Server;
import roundhouse.workbench.canvas.kinds.PaletteKind;

/** What a further kind of node, setting or balancing algorithm costs: its own file, and lines in the files named here. */
class FurtherKindsTest {
    private static final String NODE = NodeKinds.class.getPackageName() + ".QueueNode";

    @TempDir
    private Path directory = Path.of("");

    private ExtendedHouse withNode() throws IOException {
        return new ExtendedHouse(directory)
                .file("QueueNode")
                .line(NodeKinds.class, "KINDS.put(Server.KIND", "KINDS.put(QueueNode.KIND, QueueNode.SETTINGS);");
    }

    @Test
    void aKindOfNodeIsItsFileItsComponentAndALineInEachRegistry() throws IOException, ReflectiveOperationException {
        ExtendedHouse house = withNode()
                .file("QueueComponent")
                .line(
                        ComponentKinds.class,
                        "add(Server.KIND",
                        "add(%1$s.KIND, %1$s.SETTINGS, roundhouse.simulation.queueing.QueueComponent::new);"
                                .formatted(NODE))
                .line(
                        PaletteKind.class,
                        "add(new PaletteKind(Server.KIND",
                        "add(new PaletteKind(%1$s.KIND, \"Messaging\", %1$s.SETTINGS, KindCard.PLAIN, topology -> %1$s.of(NewNode.freeId(topology, \"queue-1\"))));"
                                .formatted(NODE))
                .file("KindChecks")
                .compiled();
        house.check("KindChecks");
        assertThat(house.touched()).containsExactly("NodeKinds", "ComponentKinds", "PaletteKind");
    }

    @Test
    void aKindThatTheSimulationDoesNotKnowIsAnErrorOfCheckAndStillHasACard()
            throws IOException, ReflectiveOperationException {
        withNode().file("UnknownKindChecks").compiled().check("UnknownKindChecks");
    }

    @Test
    void aSettingIsOneDeclaration() throws IOException, ReflectiveOperationException {
        ExtendedHouse house = new ExtendedHouse(directory)
                .line(Server.class, "@Nullable ColdStart coldStart,", "Duration breakTime,")
                .line(
                        Server.class,
                        "public static final Setting<Server, @Nullable SessionState> STATE",
                        "public static final Setting<Server, Duration> BREAK_TIME = DECLARED.setting(\"break-time\", Server::breakTime, Types.duration()).says(\"Break\", \"How long it rests.\").usually(Duration.ZERO);")
                .file("SettingChecks")
                .compiled(Server.class);
        house.check("SettingChecks");
        assertThat(house.touched()).containsExactly("Server");
    }

    @Test
    void anAlgorithmIsItsClassAndItsLinesInTheRegistry() throws IOException, ReflectiveOperationException {
        ExtendedHouse house = new ExtendedHouse(directory)
                .file("LastTarget")
                .line(
                        Algorithm.class,
                        "    ROUND_ROBIN(",
                        "LAST(\"last\", \"Last\", \"The last that can.\", Split.EVENLY),")
                .line(Algorithm.class, "case HASH -> new KeyHash", "case LAST -> new LastTarget();")
                .file("AlgorithmChecks")
                .compiled(Algorithm.class);
        house.check("AlgorithmChecks");
        assertThat(house.touched()).containsExactly("Algorithm");
    }
}
