package roundhouse.workbench.canvas.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.Node;
import roundhouse.workbench.canvas.kinds.PaletteKind;

/** What the canvas keeps of a frame is all that its cards say. */
class LiveTest {
    @Test
    void cardsSayOfWhatIsKeptWhatTheySayOfTheFrame() throws IOException {
        for (String sample : new String[] {
            "four-ways-of-writing.json", "split-brain.json", "six-places-to-cache.json", "few-large-resolvers.json"
        }) {
            Topology topology = ((ReadResult.Read) TopologyFile.read(Path.of("samples", sample))).topology();
            Run run = Run.shown(topology);
            run.runUntil(16_000_000_000L);
            Frame frame = new Frame();
            run.observe(frame);
            Live live = new Live();
            live.take(frame);
            for (int i = 0; i < frame.topology.nodes().size(); i++) {
                Node node = frame.topology.nodes().get(i);
                var card = PaletteKind.card(node);
                assertThat(card.first(node, live.frame(), i)).isEqualTo(card.first(node, frame, i));
                assertThat(card.second(node, live.frame(), i)).as(sample).isEqualTo(card.second(node, frame, i));
                assertThat(card.bar(node, live.frame(), i)).isEqualTo(card.bar(node, frame, i));
            }
        }
    }
}
