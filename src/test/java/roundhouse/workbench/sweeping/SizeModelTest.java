package roundhouse.workbench.sweeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.Server;
import roundhouse.workbench.QueuedScreen;
import roundhouse.workbench.document.Document;

/** The search for the cheapest design. */
class SizeModelTest {
    @TempDir
    private Path state;

    private final Document document = new Document();
    private QueuedScreen screen;
    private SizeModel model;

    @BeforeEach
    void open() {
        screen = new QueuedScreen(state);
        model = new SizeModel(document, screen.lane("size"));
        document.open(system(", \"price\": \"0.10/h + 0.01/core-h\""), null);
    }

    @AfterEach
    void close() {
        screen.close();
        assertThat(screen.notices()).isEmpty();
    }

    private static Topology system(String price) {
        return ((ReadResult.Read) TopologyFile.parse("""
                { "format": 1, "name": "Sized", "duration": "10s", "warm-up": "2s",
                  "nodes": [
                    { "id": "c", "kind": "clients", "arrivals": { "type": "poisson", "rate": "400/s" } },
                    { "id": "lb", "kind": "load-balancer", "algorithm": "least-connections" },
                    { "id": "web", "kind": "server", "service": { "type": "exponential", "mean": "10ms" }%s } ],
                  "links": [ { "from": "c", "to": "lb" }, { "from": "lb", "to": "web" } ] }
                """.formatted(price))).topology();
    }

    private void untilDone() throws InterruptedException {
        while (model.runningProperty().get()) {
            screen.take().run();
        }
    }

    private FrontierModel found() {
        return model.frontierProperty().get().orElseThrow();
    }

    @Test
    void eachTriedDesignIsAPointAndTheCheapestIsMarked() throws InterruptedException {
        model.start("p99 < 60ms, rejected < 0.1%", " web.count=1..12  web.cores=1,2 ");
        assertThat(model.runningProperty().get()).isTrue();
        untilDone();
        List<FrontierModel.Point> points = found().points();
        assertThat(points).hasSameSizeAs(found().size().tried());
        assertThat(found().limitNanos()).hasValue(60e6);
        FrontierModel.Point cheapest = points.stream()
                .filter(FrontierModel.Point::cheapest)
                .reduce((one, other) -> {
                    throw new AssertionError("two are the cheapest");
                })
                .orElseThrow();
        assertThat(cheapest.name()).isEqualTo("3, 2");
        assertThat(cheapest.cost()).isCloseTo(3 * 0.12, within(1e-9));
        assertThat(cheapest.met()).isTrue();
        assertThat(cheapest.p99Nanos()).isLessThan(60e6);
        assertThat(points).filteredOn(FrontierModel.Point::met).allMatch(point -> point.cost() >= cheapest.cost());
        assertThat(points)
                .allMatch(point -> point.frontier()
                        == points.stream()
                                .noneMatch(other -> other.cost() <= point.cost()
                                        && other.p99Nanos() <= point.p99Nanos()
                                        && !other.equals(point)));
        assertThat(cheapest.told())
                .startsWith("web.count=3 web.cores=2: 0.36 USD/h, p99 ")
                .endsWith("the cheapest that does");
        assertThat(model.stateProperty().get()).startsWith("Cheapest: web.count=3 web.cores=2, 0.36 USD/h, p99 ");
    }

    /** What a point opens has its values, in whatever order the settings are given, and the seed of the file. */
    @Test
    void aPointHasItsDesign() throws InterruptedException {
        model.start("p99 < 60ms", "web.cores=2,3 web.count=1..5");
        untilDone();
        assertThat(found().points()).isNotEmpty().allSatisfy(point -> {
            Topology design = found().design(point).orElseThrow();
            Server web = (Server) design.node("web").orElseThrow();
            assertThat(web.cores() + ", " + web.count()).isEqualTo(point.name());
            assertThat(design.seed()).isEqualTo(document.topology().seed());
        });
    }

    @Test
    void whereNothingHasAPriceCoresAreTheCost() throws InterruptedException {
        document.open(system(""), null);
        model.start("p99 < 1ms", "web.count=1,2");
        untilDone();
        assertThat(found().unit()).isEqualTo("cores");
        assertThat(model.stateProperty().get())
                .startsWith("None of those tried meets the goals.")
                .contains("the fewest cores are the cheapest");
        assertThat(found().points()).noneMatch(FrontierModel.Point::cheapest);
    }

    @Test
    void whatIsWrongIsSaidInALineAndNothingRuns() {
        model.start("p99 < 60ms", "web.core=1..3");
        assertThat(model.stateProperty().get()).contains("\"web.core\" names no setting");
        model.start("p99 <", "web.cores=1..3");
        assertThat(model.stateProperty().get()).doesNotStartWith("Looking");
        model.start("", "web.cores=1..3");
        assertThat(model.stateProperty().get()).startsWith("a goal is needed");
        model.start("p99 < 60ms", " ");
        assertThat(model.stateProperty().get()).isEqualTo(SizeModel.OFFER);
        assertThat(model.runningProperty().get()).isFalse();
        assertThat(screen.isEmpty()).isTrue();
    }

    @Test
    void whoCancelsItKeepsWhatWasTried() throws InterruptedException {
        document.open(system(""), null);
        model.start("p99 < 60ms", "web.count=1..40 web.cores=1..40");
        while (model.frontierProperty().get().isEmpty()) {
            screen.take().run();
        }
        model.cancel();
        assertThat(model.runningProperty().get()).isFalse();
        assertThat(found().size().tried()).hasSizeBetween(1, 300);
        assertThat(model.stateProperty().get()).startsWith("Stopped. ");
    }

    @Test
    void anAxisOfCostsHasRoundMarks() {
        assertThat(CostScale.of(List.of(0.14, 1.32), 0).marks())
                .usingComparatorForType((one, other) -> Math.abs(one - other) < 1e-9 ? 0 : 1, Double.class)
                .containsExactly(0.0, 0.2, 0.4, 0.6, 0.8, 1.0, 1.2, 1.4);
        assertThat(CostScale.of(List.of(9.0, 11.0), 1).marks())
                .as("there is no half core")
                .containsExactly(9.0, 10.0, 11.0);
        CostScale single = CostScale.of(List.of(4.0), 0);
        assertThat(single.at(4)).isBetween(0.0, 1.0);
    }
}
