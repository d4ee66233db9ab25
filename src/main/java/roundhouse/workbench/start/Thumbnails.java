package roundhouse.workbench.start;

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
    /** Dots are drawn from what came before, so the run begins to be watched that long before its moment. */
    private static final int LEAD = 5;

    private static final long PAUSE_MILLIS = 10;

    /** Draws runs; on the screen's thread. */
    public interface Drawer {
        /** Begins to draw that one. */
        Pen pen(Topology topology);
    }

    /** Draws one run; on the screen's thread. */
    public interface Pen {
        /** @param atNanos real nanoseconds since its first picture */
        Image draw(Frame frame, long atNanos);
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
                "The picture of " + entry.topology().name() + " could not be made",
                job -> {
                    Replay replay = Replay.shown(entry.topology(), List.of());
                    return seen(replay, new Sampling(), entry.momentNanos(), job);
                },
                frame -> made.set(drawer.pen(entry.topology()).draw(frame, 0))));
        return made;
    }

    /** Plays that one, and none played before, until it is stopped. The listener gets its pictures. */
    public void play(StartEntry entry, Consumer<Image> listener) {
        live.replace(new BackgroundTask<>(
                "The picture of " + entry.topology().name() + " could not be played",
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
        Replay replay = Replay.shown(entry.topology(), List.of());
        Sampling sampling = new Sampling();
        Pen[] pen = new Pen[1];
        long atNanos = 0;
        long stepNanos = (long) (PICTURE_NANOS * SPEED);
        for (long now = entry.momentNanos(); ; now += stepNanos) {
            Frame frame = seen(replay, sampling, now, job);
            long shownNanos = atNanos;
            atNanos += PICTURE_NANOS;
            while (!job.isDue(PICTURE_NANOS)) {
                job.check();
                Thread.sleep(PAUSE_MILLIS);
            }
            job.show(() -> {
                if (pen[0] == null) {
                    pen[0] = drawer.pen(entry.topology());
                }
                listener.accept(pen[0].draw(frame, shownNanos));
            });
        }
    }

    private static Frame seen(Replay replay, Sampling sampling, long untilNanos, Job job) {
        Frame frame = new Frame();
        for (int picture = LEAD; picture >= 0; picture--) {
            job.check();
            long at = untilNanos - (long) (picture * PICTURE_NANOS * SPEED);
            if (at < replay.run().nowNanos()) {
                continue;
            }
            replay.runUntil(at);
            replay.run().observe(frame);
            sampling.take(frame.journeys, frame.timeNanos, SPEED);
            replay.run().sample(sampling.requestsOneIn(), sampling.othersOneIn());
        }
        return frame;
    }
}
