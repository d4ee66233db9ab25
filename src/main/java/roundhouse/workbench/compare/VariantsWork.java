package roundhouse.workbench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import roundhouse.analysis.PairedRuns;
import roundhouse.analysis.RunComparison;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.Job;

/** Runs every variant of a design, one after the other, in the background; each is compared with the design as it is. */
final class VariantsWork implements BackgroundTask.Work<VariantsWork.State> {
    /** Real time between two states that are shown. */
    private static final long BETWEEN_NANOS = 150_000_000;

    private final List<VariantRow> variants;
    private final long untilNanos;
    private final Consumer<State> listener;

    /**
     * @param rows in the order in which they are run; the last that has figures may run still, and those after it have not been run yet
     * @param progress 0 to 1
     */
    record State(List<VariantRow> rows, double progress) {}

    /**
     * @param variants the design as it is, and then the others
     * @param untilNanos how long each is run, simulated nanoseconds
     * @param listener told on its way, on the screen's thread
     */
    VariantsWork(List<VariantRow> variants, long untilNanos, Consumer<State> listener) {
        this.variants = List.copyOf(variants);
        this.untilNanos = untilNanos;
        this.listener = listener;
    }

    @Override
    public State run(Job job) {
        List<VariantRow> rows = new ArrayList<>(variants);
        for (int i = 1; i < rows.size(); i++) {
            RunComparison comparison = compare(rows, i, job);
            rows.set(0, rows.getFirst().measured(comparison.a()));
            rows.set(i, rows.get(i).compared(comparison));
            State state = new State(List.copyOf(rows), (double) i / (rows.size() - 1));
            job.show(() -> listener.accept(state));
        }
        return new State(List.copyOf(rows), 1);
    }

    private RunComparison compare(List<VariantRow> rows, int at, Job job) {
        PairedRuns runs = new PairedRuns(rows.getFirst().design(), rows.get(at).design(), 0, untilNanos);
        boolean more = true;
        while (more) {
            job.check();
            more = runs.advance();
            job.progress((at - 1 + runs.progress()) / (rows.size() - 1));
            if (job.isDue(BETWEEN_NANOS)) {
                RunComparison soFar = runs.result();
                if (at == 1) {
                    rows.set(0, rows.getFirst().measured(soFar.a()));
                }
                rows.set(at, rows.get(at).measured(soFar.b()));
                State state = new State(List.copyOf(rows), (at - 1 + runs.progress()) / (rows.size() - 1));
                job.show(() -> listener.accept(state));
            }
        }
        return runs.result();
    }
}
