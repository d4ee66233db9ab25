package roundhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxToolkit;
import roundhouse.cli.Cli;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.workbench.canvas.CanvasPicture;
import roundhouse.workbench.canvas.PictureSize;
import roundhouse.workbench.document.KnownNodes;

/**
 * The well-known architectures in {@code samples/templates}: each is read, canonical and does what it says, and {@code docs/templates.md}
 * has it with a picture and what to try; {@code -Dgenerated.write=true} makes page and pictures anew.
 */
final class TemplatesPageTest {
    private static final Path TEMPLATES = Path.of("samples/templates");
    private static final Path PAGE = Path.of("docs/templates.md");
    private static final Path PICTURES = Path.of("docs/templates");
    private static final int WIDTH = 960;
    private static final int HEIGHT = 480;
    /** A little after what breaks has broken. */
    private static final Duration MOMENT = Duration.ofMillis(21_500);

    static List<Path> all() throws IOException {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @BeforeAll
    static void write() throws IOException, TimeoutException {
        if (Boolean.getBoolean("generated.write")) {
            FxToolkit.registerPrimaryStage();
            Files.createDirectories(PICTURES);
            for (Path template : all()) {
                draw(template);
            }
            Files.writeString(PAGE, page());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void isWrittenAsTheProgramWouldWriteIt(Path template) throws IOException {
        assertThat(Files.readString(template)).isEqualTo(TopologyFile.format(topology(template)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void doesWhatItExpectsOfItself(Path template) throws IOException {
        assertThat(topology(template).expect()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(Cli.run(new String[] {"run", template.toString()}, nobody(), nobody(), (_, _) -> {}))
                .isZero();
    }

    @Test
    void thePageSaysOfEachWhatItsFilesSay() throws IOException {
        assertThat(PAGE)
                .as("after a change of templates: mvn -Pquick test -Dtest=TemplatesPageTest -Dgenerated.write=true")
                .hasContent(page());
    }

    @Test
    void eachHasAPictureAndNothingElseHas() throws IOException {
        try (Stream<Path> files = Files.list(PICTURES)) {
            assertThat(files.sorted().toList())
                    .isEqualTo(all().stream().map(TemplatesPageTest::picture).toList());
        }
        for (Path template : all()) {
            assertThat(ImageIO.read(picture(template).toFile()).getWidth()).isEqualTo(WIDTH);
        }
    }

    private static PrintWriter nobody() {
        return new PrintWriter(Writer.nullWriter());
    }

    private static void draw(Path template) throws IOException {
        Topology topology = topology(template);
        Run run = Run.of(topology);
        run.runUntil(MOMENT.toNanos());
        Frame frame = new Frame();
        run.observe(frame);
        CanvasPicture.write(
                topology, KnownNodes.of(topology), frame, new PictureSize(WIDTH, HEIGHT, 1, false), picture(template));
    }

    private static String page() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Templates

                Architectures that people ask for by name, to begin with and to change. On the start page (File, Start page) they are the first; each opens playing, with what it expects of itself in the file. Page and pictures (at 21.5 s) are made by `mvn -Pquick test -Dtest=TemplatesPageTest -Dgenerated.write=true`.
                """);
        for (Path template : all()) {
            Topology topology = topology(template);
            page.append(String.format(
                    Locale.ROOT,
                    "%n## %s%n%n![%s](templates/%s)%n%n%s%n%nIt expects of itself:%n%n",
                    topology.name(),
                    topology.name(),
                    String.valueOf(picture(template).getFileName()),
                    topology.description()));
            topology.expect()
                    .forEach(expectation ->
                            page.append("- `").append(expectation.text()).append("`\n"));
            page.append("\nTry:\n\n")
                    .append(Files.readString(beside(template, ".md")))
                    .append("\n```\nroundhouse ")
                    .append(template.toString().replace('\\', '/'))
                    .append("\n```\n");
        }
        return page.toString().replace("\r\n", "\n");
    }

    private static Path picture(Path template) {
        return PICTURES.resolve(String.valueOf(beside(template, ".png").getFileName()));
    }

    private static Path beside(Path template, String extension) {
        return template.resolveSibling(String.valueOf(template.getFileName()).replace(".json", extension));
    }

    private static Topology topology(Path template) throws IOException {
        if (TopologyFile.read(template) instanceof ReadResult.Read read) {
            return read.topology();
        }
        throw new IOException(template + " cannot be read");
    }
}
