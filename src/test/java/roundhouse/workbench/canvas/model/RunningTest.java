package roundhouse.workbench.canvas.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Command;
import roundhouse.topology.Deletion;
import roundhouse.topology.Position;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.document.Selection.Item;

/** What the canvas shows while a scenario adds and removes servers. */
class RunningTest {
    private static final long SECOND = 1_000_000_000;

    private final Document document = new Document();
    private final CanvasModel model = new CanvasModel(document);
    private Run run = Run.of(Topology.EMPTY);

    private void open(String sample) {
        try {
            Topology topology = ((ReadResult.Read)
                            TopologyFile.parse(Files.readString(Path.of("samples", sample + ".json"))))
                    .topology();
            document.open(topology, null);
            model.forget();
            run = Run.of(topology);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void show(long seconds) {
        run.runUntil(seconds * SECOND);
        Frame frame = new Frame();
        run.observe(frame);
        model.show(frame, seconds * SECOND, true);
    }

    private List<String> shown() {
        Drawing drawing = model.drawing();
        return IntStream.range(0, drawing.nodeCount())
                .mapToObj(i -> drawing.node(i).id())
                .toList();
    }

    private Position place(String id) {
        Drawing drawing = model.drawing();
        return new Position(drawing.x(drawing.index(id)), drawing.y(drawing.index(id)));
    }

    @Test
    void anOpenedGroupThatGrowsStaysInSightWhereAllWasSeen() {
        open("autoscaler-too-late");
        document.edit("open", document.topology().withOpened(List.of("web")));
        model.resize(700, 360);
        show(1);
        model.zoomToFit();
        Area before = model.drawing().bounds().orElseThrow();
        show(400);
        assertThat(model.drawing().bounds().orElseThrow().height()).isGreaterThan(before.height());
        assertThat(model.seen().contains(model.drawing().bounds().orElseThrow()))
                .isTrue();
        model.viewport(model.viewport().dragged(300, 0));
        Viewport chosen = model.viewport();
        run = Run.of(document.topology());
        show(1);
        show(400);
        assertThat(model.viewport()).as("where a person has moved it").isEqualTo(chosen);
    }

    @Test
    void aServerThatTheScenarioAddsComesAndGoes() {
        open("rush-hour");
        show(1);
        assertThat(shown()).doesNotContain("s3");
        Area before = model.drawing().bounds().orElseThrow();
        show(41);
        assertThat(shown()).contains("s3");
        assertThat(model.isOfRun("s3")).isTrue();
        assertThat(model.isOfRun("s1")).isFalse();
        assertThat(place("s3")).isEqualTo(document.topology().layout().get("s3"));
        assertThat(model.drawing().bounds().orElseThrow()).as("there was room").isEqualTo(before);
        assertThat(model.transitions().arrival("s3", 41 * SECOND)).isZero();
        assertThat(model.transitions().arrival("s3", 41 * SECOND + Transitions.ARRIVAL_NANOS / 2))
                .isBetween(0.5, 0.9);
        assertThat(model.transitions().arrival("s1", 41 * SECOND)).isEqualTo(1);
        run = Run.of(document.topology());
        show(39);
        assertThat(shown()).doesNotContain("s3");
        assertThat(model.transitions().ghosts()).singleElement().satisfies(ghost -> {
            assertThat(ghost.text()).isEqualTo("s3 is not there yet");
            assertThat(ghost.lines()).hasSize(1);
        });
    }

    @Test
    void whereTheFileDoesNotSayItIsAFreePlaceInItsColumn() {
        open("rush-hour");
        Topology topology = document.topology();
        var layout = new java.util.LinkedHashMap<>(topology.layout());
        layout.remove("s3");
        document.edit("Forget a place", topology.withLayout(layout));
        run = Run.of(document.topology());
        show(41);
        assertThat(place("s3").x()).isEqualTo(place("s2").x());
        assertThat(place("s3").y())
                .isGreaterThan(Math.max(place("s1").y(), place("s2").y()));
    }

    @Test
    void aServerThatTheScenarioRemovesLeavesAGhostForAMoment() {
        open("consistent-hashing");
        show(19);
        model.selection().select(new Item.NodeItem("s3"));
        int colour = model.drawing().order(model.drawing().index("s4"));
        show(21);
        assertThat(shown()).doesNotContain("s3");
        assertThat(model.selection().items()).isEmpty();
        assertThat(model.transitions().ghosts()).singleElement().satisfies(ghost -> {
            assertThat(ghost.text()).isEqualTo("s3 was removed");
            assertThat(ghost.strength(21 * SECOND)).isEqualTo(1);
        });
        assertThat(model.transitions().goesOn(22 * SECOND)).isTrue();
        assertThat(model.transitions().goesOn(24 * SECOND)).isFalse();
        assertThat(model.drawing().order(model.drawing().index("s4")))
                .as("the others keep their colours")
                .isEqualTo(colour);
    }

    @Test
    void anEditChangesJustWhatThePersonChanged() {
        open("consistent-hashing");
        show(21);
        Topology edited = document.topology()
                .with(document.topology().link("lb-1", "s1").orElseThrow().weighted(5));
        document.edit("Weight of s1", edited);
        assertThat(shown()).as("before the run has heard of it").doesNotContain("s3");
        run.apply(new Command.Revise(edited));
        show(22);
        assertThat(shown()).doesNotContain("s3");
        assertThat(run.notices()).extracting(line -> line.text()).noneMatch(text -> text.contains("s3 added"));
        assertThat(run.topology().link("lb-1", "s1").orElseThrow().weight()).isEqualTo(5);
        document.undo();
        run.apply(new Command.Revise(document.topology()));
        assertThat(run.topology().link("lb-1", "s1").orElseThrow().weight()).isEqualTo(1);
        assertThat(run.topology().node("s3")).isEmpty();
    }

    @Test
    void aNewNodeIsThereBeforeTheRunHasHeardOfIt() {
        open("consistent-hashing");
        show(21);
        document.edit(
                "Add",
                document.topology()
                        .with(document.topology().node("s5").orElseThrow().renamed("s6")));
        assertThat(shown()).contains("s6").doesNotContain("s3");
        assertThat(model.isOfRun("s6")).isFalse();
    }

    @Test
    void deletingWhatTheScenarioAddsTakesItOutOfTheScenario() {
        open("rush-hour");
        show(41);
        assertThat(Deletion.of(document.topology(), Set.of("s3")).ids()).doesNotContain("s3");
    }

    @Test
    void anotherDocumentIsShownWithoutTheRunBefore() {
        open("rush-hour");
        show(41);
        open("consistent-hashing");
        assertThat(shown()).containsExactly("clients", "lb-1", "s1", "s2", "s3", "s4", "s5");
        assertThat(model.transitions().ghosts()).isEmpty();
    }

    @Test
    void whatCouldNotRunIsNotDone() {
        open("consistent-hashing");
        Topology heavy = document.topology();
        for (String server : java.util.List.of("s1", "s2")) {
            heavy = heavy.with(heavy.link("lb-1", server).orElseThrow().weighted(65_535));
        }
        assertThat(model.edit("Paste", heavy)).isFalse();
        assertThat(document.changes()).isEmpty();
        assertThat(model.refusals().textProperty().get())
                .startsWith("Not done: ")
                .contains("points");
        assertThat(model.edit(
                        "Weigh",
                        document.topology()
                                .with(document.topology()
                                        .link("lb-1", "s1")
                                        .orElseThrow()
                                        .weighted(2))))
                .isTrue();
        assertThat(model.refusals().textProperty().get()).isEmpty();
    }
}
