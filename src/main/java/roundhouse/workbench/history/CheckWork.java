package roundhouse.workbench.history;

import java.util.OptionalLong;
import roundhouse.storage.checking.Check;
import roundhouse.storage.checking.Checker;
import roundhouse.storage.checking.HistoryVerdict;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.searching.Budget;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.Job;

/**
 * Holds a history against a promise, off the screen's thread. It says how much of its budget is spent, and ends when it is given up.
 *
 * @param budget how many situations to look at, from 1
 */
public record CheckWork(OperationHistory history, Check check, long budget)
        implements BackgroundTask.Work<CheckedHistory> {
    /** What the command line looks at too, if nobody says more. */
    public static final long USUAL_BUDGET = 20_000_000;

    @Override
    public CheckedHistory run(Job job) {
        return run(job, 0);
    }

    /** @param done what was done before, as a part of all there is to do, 0 to 1 */
    public CheckedHistory run(Job job, double done) {
        Progress progress = new Progress(job, budget, done);
        HistoryVerdict verdict =
                new Checker(history, new Budget(budget, progress::isCancelled)).check(check, OptionalLong.empty());
        job.check();
        return new CheckedHistory(history, check, verdict);
    }

    /** Tells how much of the budget is spent each time that it asks whether it was given up, as it does every so many situations. */
    private static final class Progress {
        private final Job job;
        private final long most;
        private final double before;
        private long asked;

        Progress(Job job, long most, double before) {
            this.job = job;
            this.most = most;
            this.before = before;
        }

        boolean isCancelled() {
            asked++;
            double part = Math.min(1.0, (double) asked * Budget.LOOK_UP_EVERY / most);
            job.progress(before + (1 - before) * part);
            return job.isCancelled();
        }
    }
}
