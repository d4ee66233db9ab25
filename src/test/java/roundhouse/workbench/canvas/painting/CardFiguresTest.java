package roundhouse.workbench.canvas.painting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.workbench.canvas.model.Drawing;
import roundhouse.workbench.document.Selection.Item;
import roundhouse.workbench.inspector.figures.CardFigures;
import roundhouse.workbench.inspector.figures.LiveFigure;

/** Each number on a card is one of the figures that can be asked where they come from. */
class CardFiguresTest {
    private static final Pattern NUMBER = Pattern.compile("[<]?\\d[\\d.,\u202f]*");
    /** What follows or goes before the number on a card, and what it is called where it is asked. */
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("# req/s", "Rate"),
            Map.entry("in flight #", "In flight"),
            Map.entry("# in flight", "In flight"),
            Map.entry("queue #", "Queue"),
            Map.entry("# hanging", "Hanging"),
            Map.entry("# ms p#", "Latency p50"),
            Map.entry("# µs p#", "Latency p50"),
            Map.entry("# s p#", "Latency p50"),
            Map.entry("no successful reply for # s", "Latency p50"),
            Map.entry("sent #", "Sent"),
            Map.entry("ok # %", "Ended well, share"),
            Map.entry("# % of traffic", "Share of traffic"),
            Map.entry("# % hits", "Hit ratio"),
            Map.entry("own cache # % hits", "Hit ratio"),
            Map.entry("# entries", "Entries"),
            Map.entry("# dirty", "Dirty now"),
            Map.entry("# % stale", "Stale among hits"),
            Map.entry("# % cached", "From caches"),
            Map.entry("# turned away", "Turned away"),
            Map.entry("# % stays in a", "Stays in zone a"),
            Map.entry("# % stays in b", "Stays in zone b"),
            Map.entry("# % stays in c", "Stays in zone c"),
            Map.entry("crashed at #:#", "Down since"),
            Map.entry("# did not succeed", "Refused or failed"),
            Map.entry("# sessions", "Sessions held"),
            Map.entry("term #", "Term"),
            Map.entry("# writes behind", "Behind"),
            Map.entry("# write behind", "Behind"),
            Map.entry("# keys behind", "Behind"),
            Map.entry("# key behind", "Behind"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "three-servers.json",
                "takeover.json",
                "uneven-zones.json",
                "attack-wave.json",
                "six-places-to-cache.json",
                "four-ways-of-writing.json",
                "dns-failover-and-ttl.json",
                "game-servers-in-memory.json",
                "decision-bank.json",
                "decision-dynamo.json",
                "autoscaler-too-late.json",
                "queue-at-the-balancer.json"
            })
    void isOneThatCanBeAsked(String sample) throws IOException {
        Topology topology = ((ReadResult.Read) TopologyFile.read(Path.of("samples", sample))).topology();
        Run run = Run.of(topology);
        run.runUntil(12_000_000_000L);
        Frame frame = new Frame();
        run.observe(frame);
        Drawing drawing = new Drawing(frame.topology);
        for (int i = 0; i < frame.topology.nodes().size(); i++) {
            String id = frame.topology.nodes().get(i).id();
            CardText card = CardText.of(drawing, i, frame, i);
            List<String> labels = CardFigures.of(frame, new Item.NodeItem(id)).stream()
                    .map(LiveFigure::label)
                    .toList();
            for (String part : (card.first() + " · " + card.second()).split(" · ")) {
                String words = NUMBER.matcher(part).replaceAll("#");
                if (words.contains("#") && !part.startsWith("names ")) {
                    assertThat(LABELS).as("on the card of %s: %s", id, part).containsKey(words);
                    assertThat(labels).as(part).contains(LABELS.get(words));
                }
            }
        }
    }
}
