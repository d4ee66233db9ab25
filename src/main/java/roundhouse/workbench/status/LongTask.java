package roundhouse.workbench.status;

import static roundhouse.workbench.texts.Texts.text;

import javafx.concurrent.Task;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.Job;

/** A job as the list of long work shows it. It runs nothing itself: the job's lane does. */
final class LongTask extends Task<Void> {
    private final Job job;

    LongTask(Job job) {
        this.job = job;
        updateTitle(job.title());
        look();
    }

    /** Reads how far the job is. */
    void look() {
        double part = job.progress();
        updateProgress(part, 1);
        updateMessage(part < 0 ? text("status.waiting-for-its-turn") : FigureText.percent(part));
    }

    boolean isOver() {
        return job.hasEnded() || job.isCancelled();
    }

    @Override
    protected Void call() {
        throw new IllegalStateException("the job's lane does the work");
    }

    @Override
    protected void cancelled() {
        job.giveUp();
    }
}
