package roundhouse.further;

import static org.assertj.core.api.Assertions.assertThat;

import roundhouse.analysis.structure.Finding;
import roundhouse.analysis.structure.StructureCheck;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.QueueNode;
import roundhouse.workbench.canvas.kinds.KindCard;
import roundhouse.workbench.canvas.kinds.PaletteKind;

/** What becomes of a kind of node that files know, and neither the simulation nor the palette. */
public final class UnknownKindChecks {
    private UnknownKindChecks() {}

    public static void check() {
        QueueNode queue = QueueNode.of("queue-1");
        assertThat(StructureCheck.of(Topology.EMPTY.with(queue)))
                .contains(new Finding(
                        Finding.Severity.ERROR,
                        "queue-1",
                        "is a node of the kind queue, which the simulation does not know"));
        assertThat(PaletteKind.card(queue)).isSameAs(KindCard.PLAIN);
    }
}
