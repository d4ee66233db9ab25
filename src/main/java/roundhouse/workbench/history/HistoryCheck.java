package roundhouse.workbench.history;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import roundhouse.exchange.history.HistoryCases;
import roundhouse.exchange.history.HistoryFile;
import roundhouse.storage.checking.Check;
import roundhouse.storage.history.OperationHistory;
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
                        : new Result.Checked(new CheckWork(history, check, budget).run(job), names);
            }
        };
    }
}
