package roundhouse.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Frame;

/** {@code roundhouse render}: a picture of the canvas at a moment of the run, with no display needed. */
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Draws the canvas at a moment of the run as a PNG. Needs no display.")
final class RenderCommand implements Callable<Integer> {
    private final CanvasRenderer renderer;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the topology")
    private Path file = Path.of("");

    @Option(names = "--at", paramLabel = "TIME", description = "the moment, as 12s; default: ${DEFAULT-VALUE}")
    private String at = "1s";

    @Option(names = "--out", required = true, paramLabel = "PNG", description = "the picture's file")
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
        new Outputs(file).add("--out", out);
        Run run = Run.of(Inputs.topology(file));
        run.runUntil(Inputs.duration("--at", at).toNanos());
        Frame frame = new Frame();
        run.observe(frame);
        renderer.render(frame, width, height, scale, dark, out);
        Objects.requireNonNull(spec).commandLine().getOut().println("wrote " + out);
        return ExitCode.WELL;
    }
}
