package roundhouse.workbench.checklist;

import java.util.List;
import roundhouse.analysis.checklist.Advice;
import roundhouse.analysis.checklist.Checklist;
import roundhouse.analysis.checklist.LossTrials;
import roundhouse.simulation.Run;
import roundhouse.topology.Topology;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.Job;

/** Runs a design from its beginning to its end, then crashes each node that there is one of, and answers the checklist from that. */
record ChecklistWork(Topology topology) implements BackgroundTask.Work<List<Advice>> {
    private static final int PIECES = 100;

    @Override
    public List<Advice> run(Job job) {
        int trials = LossTrials.candidates(topology).size();
        Run run = Run.of(topology);
        long endNanos = topology.duration().toNanos();
        for (int i = 1; i <= PIECES; i++) {
            run.runUntil(endNanos / PIECES * i, job::isCancelled);
            job.check();
            job.progress((trials == 0 ? 1 : 0.5) * i / PIECES);
        }
        run.runUntil(endNanos, job::isCancelled);
        List<Advice> lost =
                LossTrials.of(topology, job::isCancelled, tried -> job.progress(0.5 + 0.5 * tried / trials));
        job.check();
        return Checklist.with(Checklist.of(topology, run.report()), lost);
    }
}
