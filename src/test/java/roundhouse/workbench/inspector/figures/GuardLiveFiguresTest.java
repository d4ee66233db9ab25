package roundhouse.workbench.inspector.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.Run;
import roundhouse.simulation.components.TargetState;
import roundhouse.simulation.engine.Errand;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.HopKind;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.Node;
import roundhouse.workbench.canvas.kinds.KindCard;
import roundhouse.workbench.canvas.kinds.PaletteKind;
import roundhouse.workbench.canvas.model.Live;

/** What the window tells of limits and breakers at their moment. */
class GuardLiveFiguresTest {
    /** In the documents' order. */
    private static final int LIMITS = 8;

    private static final int TO_DATABASE_B = 3;

    private static Frame frame(String sample, long seconds) {
        Topology topology = ((ReadResult.Read) TopologyFile.read(Path.of("samples", sample + ".json"))).topology();
        Run run = Run.of(topology);
        run.runUntil(seconds * 1_000_000_000L);
        Frame frame = new Frame();
        run.observe(frame);
        return frame;
    }

    @Test
    void aLimitIsSeenWhileItTurnsAway() {
        Frame before = frame("attack-wave", 1);
        Frame during = frame("attack-wave", 30);
        Node balancer = during.topology.nodes().get(LIMITS);
        assertThat(balancer.id()).isEqualTo("lb-b");
        KindCard card = PaletteKind.card(balancer);
        assertThat(card.second(balancer, before, LIMITS)).endsWith(" in flight");
        assertThat(card.second(balancer, during, LIMITS)).matches("\\d.+ turned away");
        Live live = new Live();
        live.take(during);
        assertThat(live.frame().guards).isEqualTo(during.guards);
        assertThat(GuardLiveFigures.of(before, LIMITS))
                .containsEntry("Turned away", "0")
                .doesNotContainKey("Turned away rightly");
        assertThat(GuardLiveFigures.of(during, LIMITS))
                .containsKeys("Came to limits", "Turned away rightly", "Turned away wrongly", "Attacks let through")
                .hasEntrySatisfying(
                        "20 searches a minute", its -> assertThat(its).endsWith(" turned away"));
        assertThat(GuardLiveFigures.of(during, 0)).isEmpty();
    }

    @Test
    void attacksAndWhatIsTurnedAwayLookLikeThemselves() {
        Frame during = frame("attack-wave", 30);
        assertThat(IntStream.range(0, during.hops).filter(hop -> during.errand[hop] == Errand.ATTACK))
                .isNotEmpty();
        assertThat(IntStream.range(0, during.hops).filter(hop -> during.kind[hop] == HopKind.TURNED_AWAY))
                .isNotEmpty()
                .allMatch(hop ->
                        during.topology.links().get(during.link[hop]).to().equals("lb-b"));
    }

    @Test
    void anOpenBreakerIsSeenAtItsLink() {
        assertThat(frame("breaker-before-a-slow-store", 15).target[TO_DATABASE_B])
                .isEqualTo(TargetState.IN_USE);
        assertThat(frame("breaker-before-a-slow-store", 23).target[TO_DATABASE_B])
                .isEqualTo(TargetState.BREAKER_OPEN);
        assertThat(frame("breaker-before-a-slow-store", 50).target[TO_DATABASE_B])
                .isEqualTo(TargetState.IN_USE);
    }
}
