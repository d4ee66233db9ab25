package roundhouse.workbench.compare.several;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import roundhouse.simulation.Replay;
import roundhouse.simulation.observing.Frame;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.Job;
import roundhouse.workbench.compare.measured.ComparedFigure;
import roundhouse.workbench.compare.measured.Entrant;
import roundhouse.workbench.motion.Sampling;

/**
 * Plays designs side by side, until it is given up: all of them go to the time of one clock, forth and back, and are shown at the same
 * instant. The same of their requests are followed in all.
 */
final class PlayingWork implements BackgroundTask.Work<String> {
    /** Real time between two pictures, and between two looks at the figures. */
    private static final long PICTURE_NANOS = 33_000_000;

    private static final long FIGURES_NANOS = 250_000_000;
    private static final long PAUSE_MILLIS = 5;
    /** Simulated time that all go on by before the next look at the clock. */
    private static final long SLICE_NANOS = 20_000_000;

    private final List<Entrant> entrants;
    private final SharedClock clock;
    private final Consumer<List<DesignPicture>> listener;
    private final List<Played> played = new ArrayList<>();
    private boolean pictureStale;
    private boolean figuresStale;
    /** All were taken back and have not come to the clock's time yet. */
    private boolean rewinding;
    /** When figures were taken last, {@link System#nanoTime}. */
    private long figuresNanos = System.nanoTime() - FIGURES_NANOS;

    private static final class Played {
        private final Replay replay;
        /** The frame to write next, and the one that the screen has and draws from when it likes. */
        private Frame next = new Frame();

        private Frame onScreen = new Frame();
        private final Sampling sampling = new Sampling();
        private Map<ComparedFigure, Double> figures = Map.of();

        Played(Entrant entrant) {
            replay = Replay.shown(entrant.design().start(), entrant.design().log());
        }

        /** Writes a frame and gives it away. The one before must have been shown. */
        private Frame observe() {
            Frame written = next;
            replay.run().observe(written);
            next = onScreen;
            onScreen = written;
            return written;
        }
    }

    /** @param listener given pictures of all, on the screen's thread */
    PlayingWork(List<Entrant> entrants, SharedClock clock, Consumer<List<DesignPicture>> listener) {
        this.entrants = List.copyOf(entrants);
        this.clock = clock;
        this.listener = listener;
    }

    @Override
    public String run(Job job) throws InterruptedException {
        begin();
        while (true) {
            job.check();
            boolean there = go(clock.timeNanos(), job);
            if (isStale() && !(rewinding && !there) && job.isDue(PICTURE_NANOS)) {
                rewinding = false;
                show(job);
            } else if (there) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private void begin() {
        played.clear();
        entrants.forEach(entrant -> played.add(new Played(entrant)));
        pictureStale = true;
        figuresStale = true;
    }

    /** Brings all a little nearer to that time; whether they are there. */
    private boolean go(long targetNanos, Job job) {
        if (targetNanos < timeNanos()) {
            begin();
            rewinding = true;
        }
        if (targetNanos == timeNanos()) {
            return true;
        }
        long nextNanos = Math.min(targetNanos, timeNanos() + SLICE_NANOS);
        for (Played each : played) {
            job.check();
            each.replay.runUntil(nextNanos);
        }
        pictureStale = true;
        figuresStale = true;
        return nextNanos == targetNanos;
    }

    private boolean isStale() {
        return pictureStale || (figuresStale && areFiguresDue());
    }

    private boolean areFiguresDue() {
        return System.nanoTime() - figuresNanos > FIGURES_NANOS;
    }

    private void show(Job job) {
        boolean figures = figuresStale && areFiguresDue();
        List<DesignPicture> pictures = new ArrayList<>();
        long requests = 1;
        long others = 1;
        for (Played each : played) {
            Frame frame = each.observe();
            if (figures) {
                each.figures = ComparedFigure.all(each.replay.run().report());
            }
            each.sampling.take(frame.journeys, frame.timeNanos, clock.speed());
            requests = Math.max(requests, each.sampling.requestsOneIn());
            others = Math.max(others, each.sampling.othersOneIn());
            pictures.add(new DesignPicture(frame, each.figures));
        }
        for (Played each : played) {
            each.replay.run().sample(requests, others);
        }
        if (figures) {
            figuresStale = false;
            figuresNanos = System.nanoTime();
        }
        pictureStale = false;
        job.show(() -> listener.accept(pictures));
    }

    private long timeNanos() {
        return played.getFirst().replay.nowNanos();
    }
}
