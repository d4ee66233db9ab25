package roundhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Position;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.workbench.canvas.CanvasPicture;
import roundhouse.workbench.canvas.PictureSize;
import roundhouse.workbench.document.KnownNodes;

/** {@code docs/samples.md} has every sample with a picture; {@code -Dgenerated.write=true} makes page and pictures anew. */
final class SamplesPageTest {
    private static final Path PAGE = Path.of("docs/samples.md");
    private static final Path PICTURES = Path.of("docs/samples");
    private static final int WIDTH = 960;
    /** So long after the first event of a scenario it shows. */
    private static final Duration AFTER = Duration.ofSeconds(6);

    /** Samples whose point is seen later than that: what comes back cold, who is named in the end, whether a storm ends. */
    private static final Map<String, Duration> LATER = Map.ofEntries(
            Map.entry("cold-start.json", Duration.ofSeconds(22)),
            Map.entry("cold-start-slow-start.json", Duration.ofSeconds(22)),
            Map.entry("dns-failover-and-ttl.json", Duration.ofSeconds(340)),
            Map.entry("write-back-and-a-crash.json", Duration.ofSeconds(22)),
            Map.entry("a-scan-empties-the-cache.json", Duration.ofSeconds(32)),
            Map.entry("six-places-to-cache.json", Duration.ofSeconds(30)),
            Map.entry("retry-amplification.json", Duration.ofSeconds(30)),
            Map.entry("retry-budget.json", Duration.ofSeconds(30)),
            Map.entry("retry-storm.json", Duration.ofSeconds(30)),
            Map.entry("autoscaler-too-late.json", Duration.ofSeconds(255)),
            Map.entry("flapping-and-stabilization.json", Duration.ofSeconds(70)));

    /** Where nothing is planned it shows the longest queue of this time. */
    private static final Duration WITHOUT_SCENARIO = Duration.ofSeconds(30);

    private static final Duration STEP = Duration.ofMillis(100);

    @BeforeAll
    static void write() throws IOException, TimeoutException {
        if (Boolean.getBoolean("generated.write")) {
            FxToolkit.registerPrimaryStage();
            Files.createDirectories(PICTURES);
            for (Path picture : pictures()) {
                Files.delete(picture);
            }
            for (Path sample : SampleFiles.all()) {
                draw(sample);
            }
            Files.writeString(PAGE, page());
        }
    }

    @Test
    void thePageSaysOfEachSampleWhatItsFileSays() throws IOException {
        assertThat(PAGE)
                .as("after a change of samples: mvn -Pquick test -Dtest=SamplesPageTest -Dgenerated.write=true")
                .hasContent(page());
    }

    @Test
    void eachSampleHasAPictureAndNothingElseHas() throws IOException {
        assertThat(pictures())
                .isEqualTo(
                        SampleFiles.all().stream().map(SamplesPageTest::picture).toList());
        for (Path picture : pictures()) {
            assertThat(ImageIO.read(picture.toFile()).getWidth())
                    .as(picture.toString())
                    .isEqualTo(WIDTH);
        }
    }

    private static void draw(Path sample) throws IOException {
        Topology topology = topology(sample);
        Run run = Run.of(topology);
        run.runUntil(moment(sample).toNanos());
        Frame frame = new Frame();
        run.observe(frame);
        CanvasPicture.write(
                topology,
                KnownNodes.of(topology),
                frame,
                new PictureSize(WIDTH, height(topology), 1, false),
                picture(sample));
    }

    private static Duration moment(Path sample) throws IOException {
        Topology topology = topology(sample);
        Duration later = LATER.get(String.valueOf(sample.getFileName()));
        if (later != null) {
            return later;
        }
        return topology.scenario().isEmpty()
                ? longestQueue(Run.of(topology))
                : topology.scenario().getFirst().at().plus(AFTER);
    }

    private static Duration longestQueue(Run run) {
        Frame frame = new Frame();
        Duration longest = STEP;
        int most = -1;
        for (Duration at = STEP; at.compareTo(WITHOUT_SCENARIO) <= 0; at = at.plus(STEP)) {
            run.runUntil(at.toNanos());
            run.observe(frame);
            int waiting = Arrays.stream(frame.queue, 0, run.topology().nodes().size())
                    .max()
                    .orElse(0);
            if (waiting >= most) {
                most = waiting;
                longest = at;
            }
        }
        return longest;
    }

    /** As high as the drawing needs in that width. */
    private static int height(Topology topology) {
        double wide = span(topology.layout().values().stream().map(Position::x).toList()) + 300;
        double high = span(topology.layout().values().stream().map(Position::y).toList()) + 210;
        return (int) Math.clamp(high * Math.min(1, WIDTH / wide), 240, 760);
    }

    private static double span(List<Double> places) {
        return places.stream().max(Double::compare).orElse(0.0)
                - places.stream().min(Double::compare).orElse(0.0);
    }

    private static String page() throws IOException {
        StringBuilder page = new StringBuilder("""
                # The samples

                Each shows one idea. The pictures are of the canvas at the moment that is meant: mostly six seconds after the first event of the scenario, or, where nothing is planned, when the longest queue of the first half minute is there. Page and pictures are made by `mvn -Pquick test -Dtest=SamplesPageTest -Dgenerated.write=true`.
                """);
        for (Path sample : SampleFiles.all()) {
            Topology topology = topology(sample);
            page.append(String.format(
                    Locale.ROOT,
                    "%n## %s%n%n![%s, at %.1f s](samples/%s)%n%n%s%n%n```%nroundhouse %s%n```%n",
                    topology.name(),
                    topology.name(),
                    moment(sample).toMillis() / 1_000.0,
                    Objects.requireNonNull(picture(sample).getFileName()),
                    topology.description(),
                    sample.toString().replace('\\', '/')));
        }
        return page.toString().replace("\r\n", "\n");
    }

    private static Path picture(Path sample) {
        return PICTURES.resolve(String.valueOf(sample.getFileName()).replace(".json", ".png"));
    }

    private static List<Path> pictures() throws IOException {
        try (Stream<Path> files = Files.list(PICTURES)) {
            return files.sorted().toList();
        }
    }

    private static Topology topology(Path sample) throws IOException {
        if (TopologyFile.read(sample) instanceof ReadResult.Read read) {
            return read.topology();
        }
        throw new IOException(sample + " cannot be read");
    }
}
