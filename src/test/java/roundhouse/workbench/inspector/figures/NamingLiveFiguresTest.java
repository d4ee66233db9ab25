package roundhouse.workbench.inspector.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.Run;
import roundhouse.simulation.components.TargetState;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.Node;
import roundhouse.workbench.canvas.kinds.KindCard;
import roundhouse.workbench.canvas.kinds.PaletteKind;

/** What the window tells of a name: whom it stands for now, and what still goes to the dead. */
class NamingLiveFiguresTest {
    /** In the document's order. */
    private static final int DNS_SHORT = 2;

    private static final int TO_SITE_B = 3;

    private static Frame frame(long seconds) {
        Topology topology =
                ((ReadResult.Read) TopologyFile.read(Path.of("samples", "dns-failover-and-ttl.json"))).topology();
        Run run = Run.of(topology);
        run.runUntil(seconds * 1_000_000_000L);
        Frame frame = new Frame();
        run.observe(frame);
        return frame;
    }

    @Test
    void whoIsNamedChangesWhenChecksHaveFailed() {
        Frame before = frame(299);
        Node dns = before.topology.nodes().get(DNS_SHORT);
        KindCard card = PaletteKind.card(dns);
        assertThat(card.subtitle(dns, 0, -1)).isEqualTo("failover · TTL 10.0 s");
        assertThat(card.second(dns, before, DNS_SHORT)).isEqualTo("names Site A");
        assertThat(before.target[TO_SITE_B]).isEqualTo(TargetState.NOT_NAMED);
        assertThat(NamingLiveFigures.of(before, DNS_SHORT))
                .containsEntry("Names now", "Site A")
                .containsEntry("Sent to the dead", "0")
                .doesNotContainKey("Site A: while it was dead");
        Frame after = frame(345);
        assertThat(card.second(dns, after, DNS_SHORT)).isEqualTo("names Site B");
        assertThat(after.target[TO_SITE_B]).isEqualTo(TargetState.IN_USE);
        assertThat(after.target[TO_SITE_B - 1]).isEqualTo(TargetState.CHECKED_OUT);
        Map<String, String> figures = NamingLiveFigures.of(after, DNS_SHORT);
        assertThat(figures).containsEntry("Names now", "Site B").containsKey("Site A: while it was dead");
        assertThat(NamingLiveFigures.of(after, 0)).isEmpty();
    }

    /** A frame without a name, as one before the run, says nothing of one. */
    @Test
    void withoutARunNobodyIsNamed() {
        Frame frame = frame(1);
        frame.naming = Map.of();
        Node dns = frame.topology.nodes().get(DNS_SHORT);
        assertThat(PaletteKind.card(dns).second(dns, frame, DNS_SHORT)).isEmpty();
    }
}
