package roundhouse.lessons.grading;

import java.util.List;
import roundhouse.lessons.running.Judged;

/** What a submission is worth, task by task. */
public record Grade(String lesson, List<Task> tasks) {
    public Grade {
        tasks = List.copyOf(tasks);
    }

    /**
     * @param kind its kind in lesson files
     */
    public record Task(String id, String kind, String title, Judged judged) {}

    public int points() {
        return tasks.stream().mapToInt(task -> task.judged().points()).sum();
    }

    public int worth() {
        return tasks.stream().mapToInt(task -> task.judged().worth()).sum();
    }

    /** Whether that share of the points is reached, 0 to 100. */
    public boolean passes(double percent) {
        return points() * 100.0 >= percent * worth();
    }
}
