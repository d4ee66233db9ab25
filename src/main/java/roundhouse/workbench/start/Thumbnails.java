package roundhouse.workbench.start;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.Replay;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Topology;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.Job;
import roundhouse.workbench.WorkLane;
import roundhouse.workbench.motion.Sampling;

/**
 * Small pictures of runs. Each is run in the background when it is first asked for and kept; one at a time plays, as long as somebody
 * looks. A view model: what draws is given to it.
 */
public final class Thumbnails {
    /** Simulated seconds a second: slow enough to see requests on their way. */
    public static final double SPEED = 0.04;

    private static final long PICTURE_NANOS = 100_000_000;
    /** Dots are drawn from what came before, so a run is watched for so many pictures before the one that is kept. */
    private static final int LEAD = 12;

    private static final long PAUSE_MILLIS = 10;
    /** Simulated time between two looks at whether it is still wanted. */
    private static final long CHECK_NANOS = 500_000_000;

    /** Draws runs; on the screen's thread. */
    public interface Drawer {
        /** Begins to draw that one. */
        Pen pen(Topology topology);
    }

    /** Draws one run; on the screen's thread. */
    public interface Pen {
        /** @param atNanos real nanoseconds since what it showed first */
        void show(Frame frame, long atNanos);

        /** What it shows. */
        Image image();
    }

    private final WorkLane stills;
    private final WorkLane live;
    private final Drawer drawer;
    private final Map<String, ObjectProperty<@Nullable Image>> pictures = new HashMap<>();

    /**
     * @param stills makes pictures that stand
     * @param live plays one
     */
    public Thumbnails(WorkLane stills, WorkLane live, Drawer drawer) {
        this.stills = stills;
        this.live = live;
        this.drawer = drawer;
    }

    /** The picture of an entry; null until it has been made. */
    public ReadOnlyObjectProperty<@Nullable Image> picture(StartEntry entry) {
        ObjectProperty<@Nullable Image> known = pictures.get(entry.file());
        if (known != null) {
            return known;
        }
        ObjectProperty<@Nullable Image> made = new SimpleObjectProperty<>(this, "picture", null);
        pictures.put(entry.file(), made);
        stills.add(new BackgroundTask<>(
                text("start.the-picture-of-could-not", entry.topology().name()),
                job -> lead(entry, job),
                frames -> made.set(still(drawer.pen(entry.topology()), frames))));
        return made;
    }

    /** Plays that one, and none played before, until it is stopped. The listener gets its pictures. */
    public void play(StartEntry entry, Consumer<Image> listener) {
        live.replace(new BackgroundTask<>(
                text("start.the-picture-of-could-not-be", entry.topology().name()),
                job -> {
                    play(entry, listener, job);
                    return "";
                },
                _ -> {}));
    }

    /** Ends what plays. */
    public void stop() {
        live.cancel();
    }

    /** Forgets all, since they would look different now: another theme. */
    public void forget() {
        stop();
        stills.cancel();
        pictures.clear();
    }

    private void play(StartEntry entry, Consumer<Image> listener, Job job) throws InterruptedException {
        Watched watched = new Watched(entry.topology());
        Pen[] pen = new Pen[1];
        for (int picture = 0; ; picture++) {
            Frame frame = watched.at(entry.momentNanos() + simulatedNanos(picture), job);
            long shownNanos = picture * PICTURE_NANOS;
            while (!job.isDue(PICTURE_NANOS)) {
                job.check();
                Thread.sleep(PAUSE_MILLIS);
            }
            job.show(() -> {
                if (pen[0] == null) {
                    pen[0] = drawer.pen(entry.topology());
                }
                pen[0].show(frame, shownNanos);
                listener.accept(pen[0].image());
            });
        }
    }

    private static List<Frame> lead(StartEntry entry, Job job) {
        Watched watched = new Watched(entry.topology());
        List<Frame> frames = new ArrayList<>();
        for (int picture = -LEAD; picture <= 0; picture++) {
            frames.add(watched.at(entry.momentNanos() + simulatedNanos(picture), job));
        }
        return frames;
    }

    private static Image still(Pen pen, List<Frame> frames) {
        for (int picture = 0; picture < frames.size(); picture++) {
            pen.show(frames.get(picture), picture * PICTURE_NANOS);
        }
        return pen.image();
    }

    private static long simulatedNanos(int pictures) {
        return (long) (pictures * PICTURE_NANOS * SPEED);
    }

    /** A run of which as many requests are followed as can be told apart. */
    private static final class Watched {
        private final Replay replay;
        private final Sampling sampling = new Sampling();

        Watched(Topology topology) {
            replay = Replay.shown(topology, List.of());
        }

        Frame at(long nanos, Job job) {
            for (long now = replay.run().nowNanos() + CHECK_NANOS; now < nanos; now += CHECK_NANOS) {
                job.check();
                replay.runUntil(now);
            }
            replay.runUntil(nanos);
            Frame frame = new Frame();
            replay.run().observe(frame);
            sampling.take(frame.journeys, frame.timeNanos, SPEED);
            replay.run().sample(sampling.requestsOneIn(), sampling.othersOneIn());
            return frame;
        }
    }
}
