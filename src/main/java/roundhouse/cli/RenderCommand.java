package roundhouse.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import roundhouse.cli.options.InputException;
import roundhouse.cli.options.Inputs;
import roundhouse.cli.pictures.CanvasRenderer;
import roundhouse.cli.reports.ReportFigures;
import roundhouse.topology.Topology;

/** {@code roundhouse render}: a picture of the canvas at a moment of the run, or a film of a stretch of it, with no display needed. */
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Draws the canvas at a moment of the run as a PNG or SVG,",
            "or a stretch of the run as an animated GIF. Needs no display."
        })
final class RenderCommand implements Callable<Integer> {
    private static final long MOMENT_NANOS = 1_000_000_000;
    /** Of a GIF: two minutes at 20 a second. */
    private static final int MOST_PICTURES = 2_400;

    private final CanvasRenderer renderer;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the topology")
    private Path file = Path.of("");

    @Option(names = "--at", paramLabel = "TIME", description = "the moment, as 12s; default: 1s")
    private @Nullable String at;

    @Option(names = "--from", paramLabel = "TIME", description = "where a GIF begins, as 10s")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "where a GIF ends, as 14s")
    private @Nullable String to;

    @Option(
            names = "--speed",
            paramLabel = "FACTOR",
            description = "simulated seconds a second of a GIF, 0.001 to 1000; default: ${DEFAULT-VALUE}")
    private double speed = 1;

    @Option(
            names = "--fps",
            paramLabel = "N",
            description = "pictures a second of a GIF, 1 to 50; default: ${DEFAULT-VALUE}")
    private int fps = 20;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "the picture's file, *.png or *.svg, or *.gif for a stretch")
    private Path out = Path.of("");

    @Option(names = "--width", paramLabel = "PIXELS", description = "default: ${DEFAULT-VALUE}")
    private int width = 1200;

    @Option(names = "--height", paramLabel = "PIXELS", description = "default: ${DEFAULT-VALUE}")
    private int height = 700;

    @Option(names = "--scale", description = "picture pixels a canvas pixel, 0.5 to 4; default: ${DEFAULT-VALUE}")
    private double scale = 1;

    @Option(names = "--dark", description = "in dark colours")
    private boolean dark;

    RenderCommand(CanvasRenderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public Integer call() throws IOException {
        if (width < 100 || height < 100 || width > 8000 || height > 8000) {
            throw new InputException("--width and --height: 100 to 8000 pixels, not " + width + " by " + height);
        }
        if (!(scale >= 0.5 && scale <= 4)) {
            throw new InputException("--scale: 0.5 to 4, not " + scale);
        }
        if (!(speed >= 0.001 && speed <= 1_000)) {
            throw new InputException("--speed: 0.001 to 1000, not " + speed);
        }
        if (fps < 1 || fps > 50) {
            throw new InputException("--fps: 1 to 50, not " + fps);
        }
        new Outputs(file).add("--out", out);
        boolean film = isFilm();
        Topology topology = Inputs.topology(file);
        long fromNanos = film ? nanos("--from", from) : at == null ? MOMENT_NANOS : nanos("--at", at);
        long toNanos = film ? nanos("--to", to) : fromNanos;
        if (film) {
            checkLength(fromNanos, toNanos);
        }
        renderer.render(
                new CanvasRenderer.Shot(topology, fromNanos, toNanos, speed, fps, width, height, scale, dark), out);
        Objects.requireNonNull(spec).commandLine().getOut().println("wrote " + out);
        return ExitCode.WELL;
    }

    /** By the file's ending, which must go with the other options. */
    private boolean isFilm() {
        String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
        boolean film = name.endsWith(".gif");
        if (!film && !name.endsWith(".png") && !name.endsWith(".svg")) {
            throw new InputException("--out: a file that ends in .png, .svg or .gif, not " + out);
        }
        if (film && at != null) {
            throw new InputException("--at is for a single picture; a GIF has --from and --to");
        }
        if (film && (from == null || to == null)) {
            throw new InputException("a GIF needs --from and --to, as --from 10s --to 14s");
        }
        if (!film && (from != null || to != null)) {
            throw new InputException("--from and --to are for a GIF; a single picture has --at");
        }
        return film;
    }

    private void checkLength(long fromNanos, long toNanos) {
        if (toNanos <= fromNanos) {
            throw new InputException("--to: " + to + " is not after --from " + from);
        }
        double pictures = (toNanos - fromNanos) / 1e9 / speed * fps;
        if (pictures > MOST_PICTURES) {
            throw new InputException("--from to --to would be " + ReportFigures.count((long) pictures)
                    + " pictures, more than " + ReportFigures.count(MOST_PICTURES)
                    + "; a shorter stretch, a higher --speed or fewer --fps have less");
        }
    }

    private static long nanos(String option, @Nullable String text) {
        return Inputs.duration(option, Objects.requireNonNull(text)).toNanos();
    }
}
