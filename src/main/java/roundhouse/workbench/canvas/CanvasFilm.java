package roundhouse.workbench.canvas;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;
import roundhouse.files.WholeFile;
import roundhouse.simulation.Replay;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Topology;
import roundhouse.workbench.canvas.pictures.GifWriter;
import roundhouse.workbench.document.KnownNodes;
import roundhouse.workbench.motion.Sampling;

/**
 * A stretch of a run as an animated GIF: what the window would show while it plays at that speed, requests on their journeys included.
 * The same run and stretch always give the same file.
 */
public final class CanvasFilm {
    /** Real time that is played before the first picture, so that requests are under way on it. */
    private static final double LEAD_SECONDS = 1.5;
    /** Figures change this often at most, real seconds: faster cannot be read. */
    private static final double FIGURES_SECONDS = 0.25;

    private final Topology document;
    private final KnownNodes known;
    private final Replay replay;
    private final PictureSize size;
    private final Stretch stretch;

    /**
     * What of the run.
     *
     * @param fromNanos simulated nanoseconds
     * @param toNanos of the last picture, simulated nanoseconds
     * @param speed simulated seconds a second of the film, more than 0
     * @param framesPerSecond 1 to 50
     */
    public record Stretch(long fromNanos, long toNanos, double speed, int framesPerSecond) {
        double simulatedNanos(int picture) {
            return fromNanos + picture * 1e9 * speed / framesPerSecond;
        }

        /** How many pictures there are. */
        public int pictures() {
            return 1 + (int) Math.floor((toNanos - fromNanos) / 1e9 / speed * framesPerSecond + 1e-6);
        }

        long realNanos(int picture) {
            return Math.round(picture * 1e9 / framesPerSecond);
        }
    }

    /** @param replay a shown one, at its beginning */
    public CanvasFilm(Topology document, KnownNodes known, Replay replay, PictureSize size, Stretch stretch) {
        this.document = document;
        this.known = known;
        this.replay = replay;
        this.size = size;
        this.stretch = stretch;
    }

    /**
     * Writes it; off the screen's thread, which draws the pictures.
     *
     * @param progress is told how much is done, 0 to 1, before each picture
     */
    public void write(Path gif, DoubleConsumer progress) throws IOException {
        WholeFile.bytes(gif, out -> {
            GifWriter writer = new GifWriter(out, size.pixelsWide(), size.pixelsHigh());
            CanvasStage stage = CanvasStage.onScreenThread(() -> {
                CanvasStage made = new CanvasStage(document, known, size);
                made.speed(stretch.speed());
                return made;
            });
            Sampling sampling = new Sampling();
            Frame frame = new Frame();
            int lead = (int) Math.min(
                    LEAD_SECONDS * stretch.framesPerSecond(),
                    Math.floor(stretch.fromNanos() / 1e9 / stretch.speed() * stretch.framesPerSecond()));
            int figuresEvery = (int) Math.max(1, Math.round(FIGURES_SECONDS * stretch.framesPerSecond()));
            long shownHundredths = 0;
            for (int picture = -lead; picture < stretch.pictures(); picture++) {
                progress.accept((double) (picture + lead) / (stretch.pictures() + lead));
                replay.runUntil((long) stretch.simulatedNanos(picture));
                replay.run().observe(frame);
                sampling.take(frame.journeys, frame.timeNanos, stretch.speed());
                replay.run().sample(sampling.requestsOneIn(), sampling.othersOneIn());
                long realNanos = stretch.realNanos(picture + lead);
                boolean figures = Math.floorMod(picture, figuresEvery) == 0;
                boolean seen = picture >= 0;
                int[] pixels = CanvasStage.onScreenThread(() -> {
                    stage.film(frame, realNanos, figures);
                    return seen ? stage.pixels() : new int[0];
                });
                if (seen) {
                    long untilHundredths = stretch.realNanos(picture + 1) / 10_000_000;
                    writer.frame(pixels, (int) (untilHundredths - shownHundredths));
                    shownHundredths = untilHundredths;
                }
            }
            writer.finish();
        });
    }
}
