package roundhouse.further;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import roundhouse.arranging.Arrangement;
import roundhouse.cli.Cli;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.QueueNode;
import roundhouse.topology.reference.TopologySchema;
import roundhouse.workbench.canvas.kinds.KindCard;
import roundhouse.workbench.canvas.kinds.PaletteKind;
import roundhouse.workbench.document.NewNode;

/** What a further kind of node can do in a house that has its file, its component and its lines. */
public final class KindChecks {
    private KindChecks() {}

    public static void check() throws IOException {
        PaletteKind kind = PaletteKind.of("queue").orElseThrow();
        Topology topology = Topology.EMPTY.with(NewNode.clients(Topology.EMPTY));
        topology = topology.with(NewNode.loadBalancer(topology));
        topology = topology.with(kind.create().apply(topology)).with(NewNode.server(topology));
        topology = topology.with(Link.of("clients", "lb-1", NewNode.LATENCY))
                .with(Link.of("lb-1", "queue-1", NewNode.LATENCY))
                .with(Link.of("queue-1", "s1", NewNode.LATENCY));
        topology = topology.with(QueueNode.of("queue-1").with(QueueNode.CAPACITY, 500));
        inFiles(topology);
        onTheCommandLine(topology);
        inARun(topology);
        onTheCanvas(topology, kind);
    }

    private static void inFiles(Topology topology) {
        String text = TopologyFile.format(topology);
        assertThat(text).contains("\"kind\": \"queue\", \"capacity\": 500");
        assertThat(TopologyFile.parse(text)).isEqualTo(new ReadResult.Read(topology));
        assertThat(TopologyFile.parse(text.replace("500", "0")))
                .isInstanceOfSatisfying(
                        ReadResult.Refused.class,
                        refused -> assertThat(refused.problems().getFirst().toString())
                                .contains("capacity"));
        assertThat(TopologySchema.text()).contains("\"queue\"").contains("Requests that may wait.");
    }

    private static void onTheCommandLine(Topology topology) throws IOException {
        assertThat(cli("describe", "queue")).contains("capacity").contains("Requests that may wait.");
        Path file = Files.createTempFile("queue", ".json");
        TopologyFile.write(topology, file);
        cli("check", file.toString());
        assertThat(cli("run", file.toString())).contains("queue-1");
        Files.delete(file);
    }

    private static String cli(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Cli.run(args, new PrintWriter(out, true), new PrintWriter(err, true), (_, _) -> {});
        assertThat(code).as(String.join(" ", args) + ": " + out + err).isZero();
        return out.toString();
    }

    private static void inARun(Topology topology) {
        Run run = Run.of(topology);
        run.runUntil(2_000_000_000L);
        Frame frame = new Frame();
        run.observe(frame);
        int queue = topology.nodes().indexOf(topology.node("queue-1").orElseThrow());
        assertThat(frame.arrived[queue]).isGreaterThan(1_500);
        assertThat(frame.ok[queue]).isGreaterThan(1_500);
        assertThat(frame.utilization[queue]).isBetween(0.3, 0.7);
    }

    private static void onTheCanvas(Topology topology, PaletteKind kind) {
        QueueNode queue = (QueueNode) topology.node("queue-1").orElseThrow();
        assertThat(kind.title()).isEqualTo("Queue");
        assertThat(PaletteKind.all()).contains(kind);
        assertThat(QueueNode.SETTINGS.form(queue).getFirst().fields())
                .extracting(field -> field.label())
                .containsExactly("Name", "Capacity", "Delay");
        KindCard card = PaletteKind.card(queue);
        assertThat(card.subtitle(queue, 1, 1)).isEqualTo("Capacity 500 · Delay 500us");
        assertThat(Arrangement.of(topology).get("queue-1").x())
                .isEqualTo(Arrangement.of(topology).get("lb-1").x());
    }
}
