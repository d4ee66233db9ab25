package roundhouse.workbench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import roundhouse.analysis.PairedRuns;
import roundhouse.analysis.RunComparison;
import roundhouse.topology.Topology;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.Job;

/** Runs every variant of a design, one after the other, in the background; each is compared with the design as it is. */
final class VariantsWork implements BackgroundTask.Work<VariantsWork.State> {
    /** Real time between two states that are shown. */
    private static final long BETWEEN_NANOS = 150_000_000;

    private final Variation variation;
    private final Topology topology;
    private final Consumer<State> listener;

    /**
     * @param rows in the order in which they are run; those at the end may not have been run yet
     * @param progress 0 to 1
     */
    record State(List<VariantRow> rows, double progress) {}

    /** @param listener told on its way, on the screen's thread */
    VariantsWork(Variation variation, Topology topology, Consumer<State> listener) {
        this.variation = variation;
        this.topology = topology;
        this.listener = listener;
    }

    @Override
    public State run(Job job) {
        List<VariantRow> rows = new ArrayList<>(variation.rows(topology));
        for (int i = 1; i < rows.size(); i++) {
            RunComparison comparison = compare(rows, i, job);
            rows.set(0, rows.getFirst().asItIs(comparison.a()));
            rows.set(i, rows.get(i).compared(comparison));
            State state = new State(List.copyOf(rows), (double) i / (rows.size() - 1));
            job.show(() -> listener.accept(state));
        }
        return new State(List.copyOf(rows), 1);
    }

    private RunComparison compare(List<VariantRow> rows, int at, Job job) {
        PairedRuns runs = new PairedRuns(
                rows.getFirst().design(),
                rows.get(at).design(),
                0,
                topology.duration().toNanos());
        boolean more = true;
        while (more) {
            job.check();
            more = runs.advance();
            job.progress((at - 1 + runs.progress()) / (rows.size() - 1));
            if (job.isDue(BETWEEN_NANOS)) {
                State state = new State(List.copyOf(rows), (at - 1 + runs.progress()) / (rows.size() - 1));
                job.show(() -> listener.accept(state));
            }
        }
        return runs.result();
    }
}
