package roundhouse.workbench.playback.charts.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.workbench.document.KnownNodes;
import roundhouse.workbench.playback.charts.scale.TimeView;

class NodesModelTest {
    private static final Topology STORM =
            ((ReadResult.Read) TopologyFile.read(Path.of("samples/retry-storm.json"))).topology();
    private static final long SECOND = 1_000_000_000;
    private static final Frame FRAME = played();

    private static Frame played() {
        Run run = Run.shown(STORM);
        run.runUntil(25 * SECOND);
        Frame frame = new Frame();
        run.observe(frame);
        return frame;
    }

    private static NodesModel of(NodeFigure figure, TimeView view) {
        return NodesModel.of(FRAME.history, KnownNodes.of(STORM), figure, view);
    }

    private static double[] values(NodesModel model, String id) {
        return model.nodes().stream()
                .filter(node -> node.id().equals(id))
                .findFirst()
                .orElseThrow()
                .chart()
                .series()
                .getFirst()
                .values();
    }

    @Test
    void everyNodeHasItsOwnFigureOnOneScale() {
        TimeView whole = TimeView.whole(60 * SECOND);
        NodesModel rates = of(NodeFigure.RATE, whole);
        assertThat(rates.nodes())
                .extracting(NodesModel.NodeChart::id)
                .containsExactlyInAnyOrder("clients", "lb-1", "s1", "s2");
        double sum = 0;
        for (double value : values(rates, "s1")) {
            sum += value / 10;
        }
        int s1 = IntStream.range(0, FRAME.topology.nodes().size())
                .filter(i -> FRAME.topology.nodes().get(i).id().equals("s1"))
                .findFirst()
                .orElseThrow();
        assertThat(sum).as("what came in all").isBetween(FRAME.arrived[s1] - 1.0, FRAME.arrived[s1] + 1.0);
        for (NodesModel.NodeChart node : rates.nodes()) {
            for (double most : node.chart().series().getFirst().band().most()) {
                assertThat(most).isLessThanOrEqualTo(rates.edge() * 1.000001);
            }
        }
    }

    @Test
    void aCalmStretchHasASmallerScale() {
        NodesModel calm = of(NodeFigure.IN_FLIGHT, TimeView.whole(60 * SECOND).between(5 * SECOND, 10 * SECOND));
        NodesModel all = of(NodeFigure.IN_FLIGHT, TimeView.whole(60 * SECOND));
        assertThat(all.edge()).isGreaterThanOrEqualTo(404);
        assertThat(calm.edge()).isLessThan(all.edge() / 4);
    }

    @Test
    void onlyWhatHasCoresIsBusyAndNeverMoreThanAll() {
        NodesModel busy = of(NodeFigure.UTILIZATION, TimeView.whole(60 * SECOND));
        assertThat(busy.nodes()).extracting(NodesModel.NodeChart::id).containsExactly("lb-1", "s1", "s2");
        assertThat(busy.edge()).isEqualTo(100);
        assertThat(values(busy, "s1")[249])
                .as("in the storm")
                .isGreaterThan(99.0)
                .isLessThanOrEqualTo(100.001);
    }
}
