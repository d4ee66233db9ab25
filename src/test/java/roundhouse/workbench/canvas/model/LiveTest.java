package roundhouse.workbench.canvas.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
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
            "four-ways-of-writing.json",
            "split-brain.json",
            "six-places-to-cache.json",
            "few-large-resolvers.json",
            "uneven-zones.json"
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

    /** What can be asked on the canvas is asked of what is kept. */
    @Test
    void everyFigureOfANodeOrALinkIsKept() throws Exception {
        Topology topology = ((ReadResult.Read) TopologyFile.read(Path.of("samples", "uneven-zones.json"))).topology();
        Run run = Run.shown(topology);
        run.runUntil(16_000_000_000L);
        Frame frame = new Frame();
        run.observe(frame);
        Live live = new Live();
        live.take(frame);
        int nodes = topology.nodes().size();
        int links = topology.links().size();
        Frame empty = new Frame();
        empty.ensureNodes(10_000, 20_000);
        for (Field field : Frame.class.getFields()) {
            Object value = Modifier.isStatic(field.getModifiers()) ? null : field.get(empty);
            if (value != null && value.getClass().isArray() && Array.getLength(value) >= 10_000) {
                int count = Array.getLength(value) == 10_000 ? nodes : links;
                for (int i = 0; i < count; i++) {
                    assertThat(Array.get(field.get(live.frame()), i))
                            .as("%s of %s", field.getName(), i)
                            .isEqualTo(Array.get(field.get(frame), i));
                }
            }
        }
    }
}
