package roundhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.cli.pictures.CanvasRenderer;

class RenderCommandTest {
    private static final String SAMPLE = "samples/three-servers.json";

    @TempDir
    Path directory;

    private final List<CanvasRenderer.Shot> shots = new ArrayList<>();
    private final StringWriter err = new StringWriter();

    private int render(String options) {
        List<String> words = new ArrayList<>(List.of("render", SAMPLE));
        words.addAll(List.of(options.split(" ")));
        return Cli.run(
                words.toArray(String[]::new),
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                (shot, file) -> {
                    shots.add(shot);
                    Files.writeString(file, "");
                },
                directory);
    }

    @Test
    void aGifIsAStretch() {
        assertThat(render("--from 10s --to 14s --speed 0.5 --fps 25 --out " + directory.resolve("x.gif")))
                .isZero();
        CanvasRenderer.Shot shot = shots.getFirst();
        assertThat(shot.fromNanos()).isEqualTo(10_000_000_000L);
        assertThat(shot.toNanos()).isEqualTo(14_000_000_000L);
        assertThat(shot.speed()).isEqualTo(0.5);
        assertThat(shot.framesPerSecond()).isEqualTo(25);
    }

    @Test
    void aPictureIsAMoment() {
        assertThat(render("--at 12s --out " + directory.resolve("x.svg"))).isZero();
        assertThat(render("--out " + directory.resolve("x.png"))).isZero();
        assertThat(shots).extracting(CanvasRenderer.Shot::fromNanos).containsExactly(12_000_000_000L, 1_000_000_000L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --out x.jpg | --out: a file that ends in .png, .svg or .gif, not x.jpg
                    --out x.gif | a GIF needs --from and --to, as --from 10s --to 14s
                    --out x.gif --at 3s | --at is for a single picture; a GIF has --from and --to
                    --out x.png --from 1s --to 2s | --from and --to are for a GIF; a single picture has --at
                    --out x.gif --from 2s --to 2s | --to: 2s is not after --from 2s
                    --out x.gif --from 2s --to 4s --speed 0 | --speed: 0.001 to 1000, not 0.0
                    --out x.gif --from 2s --to 4s --fps 60 | --fps: 1 to 50, not 60
                    --out x.gif --from 0s --to 121s | --from to --to would be 2,420 pictures, more than 2,400; a shorter stretch, a higher --speed or fewer --fps have less
                    """)
    void saysWhatDoesNotGoTogether(String options, String message) {
        assertThat(render(options)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString().lines()).contains("roundhouse: " + message);
        assertThat(shots).isEmpty();
    }
}
