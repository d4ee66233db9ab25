package roundhouse.workbench.inspector.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.analysis.origins.ExpectationOrigins;
import roundhouse.analysis.origins.Origin;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Topology;
import roundhouse.topology.expectations.Figure;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.document.Selection.Item;
import roundhouse.workbench.origins.AskedFigure;

/** No figure of any node, link or store of a sample comes from nowhere. */
class FigureOriginsTest {
    private static final long AFTER = 300_000_000;

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("samples"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyFigureSaysWhereItComesFrom(Path sample) {
        if (!(TopologyFile.read(sample) instanceof ReadResult.Read read)) {
            return;
        }
        Topology topology = read.topology();
        Run run = Run.of(topology);
        run.runUntil(AFTER);
        Frame frame = new Frame();
        run.observe(frame);
        Stream.of(
                        topology.nodes().stream().<Item>map(node -> new Item.NodeItem(node.id())),
                        topology.links().stream().<Item>map(link -> new Item.LinkItem(link.from(), link.to())),
                        topology.stores().stream().<Item>map(store -> new Item.StoreItem(store.id())))
                .flatMap(items -> items)
                .flatMap(item -> CardFigures.of(frame, item).stream())
                .forEach(figure -> complete(figure.label(), figure.origin()));
        LiveFigure.ofAll(frame).forEach(figure -> complete(figure.label(), figure.origin()));
    }

    @Test
    void aPickShareSaysOfHowManyPicksItIs() throws IOException {
        Topology topology = ((ReadResult.Read) TopologyFile.read(Path.of("samples", "three-servers.json"))).topology();
        Run run = Run.of(topology);
        run.runUntil(AFTER);
        Frame frame = new Frame();
        run.observe(frame);
        Item balancer = new Item.NodeItem("lb-1");
        Document document = new Document();
        document.open(topology, null);
        AskedFigure asked =
                PickShare.of(frame, balancer, document.known()).getFirst().asked(SampleCounts.of(frame, balancer));
        complete(asked.label(), asked.origin());
        assertThat(asked.samples())
                .isEqualTo("of " + frame.arrived[1] + " requests that came in there since the start.");
    }

    @ParameterizedTest
    @MethodSource("expected")
    void everyFigureOfExpectationsAndReportsDoesToo(Figure figure) {
        complete(figure.name(), ExpectationOrigins.of(figure));
    }

    static List<Figure> expected() {
        return Figure.ALL;
    }

    private static void complete(String label, Origin origin) {
        assertThat(List.of(origin.what(), origin.formula(), origin.unit(), origin.inputs(), origin.notModelled()))
                .as(label)
                .noneMatch(String::isBlank);
        assertThat(origin.noTheory().isEmpty())
                .as("%s has a closed form or says why none", label)
                .isEqualTo(!origin.compared().isEmpty());
    }
}
