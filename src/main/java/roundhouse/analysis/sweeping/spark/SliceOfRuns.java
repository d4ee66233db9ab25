package roundhouse.analysis.sweeping.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import roundhouse.analysis.sweeping.PlannedRun;
import roundhouse.analysis.sweeping.SweepPlan;
import roundhouse.analysis.sweeping.SweepRecord;
import roundhouse.analysis.sweeping.SweepRow;
import scala.Function1;
import scala.collection.Iterator;

/**
 * What a worker does with the numbers it is given: it makes their runs. A worker that is lost has given nothing, and another one makes the
 * same rows of the same numbers.
 */
final class SliceOfRuns implements Function1<Iterator<Long>, String[]>, Serializable {
    private static final long serialVersionUID = 1;

    private final SentPlan sent;

    SliceOfRuns(SentPlan sent) {
        this.sent = sent;
    }

    /** Their rows as lines. */
    @Override
    public String[] apply(Iterator<Long> numbers) {
        SweepPlan plan = sent.plan();
        TaskContext task = TaskContext.get();
        List<String> lines = new ArrayList<>();
        while (numbers.hasNext()) {
            SweepRow row = PlannedRun.row(plan, numbers.next(), () -> task != null && task.isInterrupted());
            if (row == null) {
                throw new TaskKilledException();
            }
            lines.add(SweepRecord.line(row));
        }
        return lines.toArray(String[]::new);
    }
}
