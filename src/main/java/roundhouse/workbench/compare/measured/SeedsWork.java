package roundhouse.workbench.compare.measured;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import roundhouse.simulation.Replay;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.Job;

/** Runs designs under several seeds in the background, in the order of a plan. */
public final class SeedsWork implements BackgroundTask.Work<List<SeedsWork.Measurement>> {
    /** Real time between two states that are shown. */
    private static final long BETWEEN_NANOS = 150_000_000;
    /** Simulated time between two looks at whether it is still wanted. */
    private static final long SLICE_NANOS = 100_000_000;

    private final List<Planned> plan;
    private final Consumer<List<Measurement>> listener;

    /** @param row the number of the row that it is for */
    public record Planned(int row, Entrant entrant, long seed) {}

    /** @param done whether the run has come to its end */
    public record Measurement(int row, long seed, Map<ComparedFigure, Double> figures, boolean done) {}

    /** @param listener told of what is new on its way, on the screen's thread */
    public SeedsWork(List<Planned> plan, Consumer<List<Measurement>> listener) {
        this.plan = List.copyOf(plan);
        this.listener = listener;
    }

    /** Gives what the listener was not told any more. */
    @Override
    public List<Measurement> run(Job job) {
        List<Measurement> news = new ArrayList<>();
        for (int i = 0; i < plan.size(); i++) {
            measure(i, news, job);
        }
        return news;
    }

    private void measure(int at, List<Measurement> news, Job job) {
        Planned planned = plan.get(at);
        Entrant entrant = planned.entrant().withSeed(planned.seed());
        Replay replay = new Replay(entrant.design().start(), entrant.design().log());
        long endNanos = entrant.lengthNanos();
        do {
            job.check();
            replay.runUntil(Math.min(endNanos, replay.nowNanos() + SLICE_NANOS));
            double part = endNanos == 0 ? 1 : (double) replay.nowNanos() / endNanos;
            job.progress((at + part) / plan.size());
            boolean done = replay.nowNanos() >= endNanos;
            if (done || job.isDue(BETWEEN_NANOS)) {
                news.add(new Measurement(
                        planned.row(),
                        planned.seed(),
                        ComparedFigure.all(replay.run().report()),
                        done));
            }
            if (job.isDue(BETWEEN_NANOS)) {
                List<Measurement> shown = List.copyOf(news);
                news.clear();
                job.show(() -> listener.accept(shown));
            }
        } while (replay.nowNanos() < endNanos);
    }
}
