package roundhouse.workbench.history;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import roundhouse.exchange.history.HistoryCases;
import roundhouse.exchange.history.HistoryFile;
import roundhouse.storage.checking.Check;
import roundhouse.storage.checking.Checker;
import roundhouse.storage.checking.HistoryVerdict;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.searching.Budget;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.Job;

/**
 * Reads a history from a file and checks it, off the screen's thread.
 *
 * @param name which of the file's histories; empty for the first, or the only one
 * @param model what is under a key; empty for what the file says
 * @param budget how many situations to look at, from 1
 */
record HistoryCheck(Path file, String name, Check check, String model, long budget)
        implements BackgroundTask.Work<HistoryCheck.Result> {
    /** What the command line looks at too, if nobody says more. */
    static final long USUAL_BUDGET = 20_000_000;

    /** What came of it. */
    sealed interface Result {
        /** @param names of all histories of the file; none where it is one */
        record Checked(CheckedHistory history, List<String> names) implements Result {}

        /** @param message a sentence for people */
        record Refused(String message) implements Result {}
    }

    @Override
    public Result run(Job job) {
        List<String> names = HistoryCases.names(file);
        job.check();
        HistoryFile.Result read = names.isEmpty()
                ? HistoryFile.read(file, model)
                : HistoryCases.read(file, name.isEmpty() ? names.getFirst() : name, model);
        return switch (read) {
            case HistoryFile.Result.Refused(String message) -> new Result.Refused(message + ".");
            case HistoryFile.Result.Read(OperationHistory history) -> {
                job.check();
                Optional<String> objection = check.objection(history);
                yield objection.isPresent()
                        ? new Result.Refused(objection.get() + ".")
                        : new Result.Checked(new CheckedHistory(history, check, verdict(history, job)), names);
            }
        };
    }

    private HistoryVerdict verdict(OperationHistory history, Job job) {
        Progress progress = new Progress(job, budget);
        Budget spent = new Budget(budget, progress::isCancelled);
        HistoryVerdict verdict = new Checker(history, spent).check(check, OptionalLong.empty());
        job.check();
        return verdict;
    }

    /** Tells how much of the budget is spent each time that it asks whether it was given up, as it does every so many situations. */
    private static final class Progress {
        private final Job job;
        private final long most;
        private long asked;

        Progress(Job job, long most) {
            this.job = job;
            this.most = most;
        }

        boolean isCancelled() {
            asked++;
            job.progress(Math.min(1.0, (double) asked * Budget.LOOK_UP_EVERY / most));
            return job.isCancelled();
        }
    }
}
