package roundhouse.workbench.learn;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.lessons.running.LessonRun;
import roundhouse.lessons.steps.LessonControl;
import roundhouse.lessons.steps.LookAt;
import roundhouse.topology.Topology;

/** What a lesson does with the window around it. */
public interface LessonStage {
    /** Begins a lesson with that system; false when what is open is kept. */
    boolean open(Topology system);

    /** Puts that system before whoever learns, at the beginning and not running. */
    void setUp(String lesson, Topology system);

    /** Plays from the beginning. */
    void play();

    /** Goes to that moment and stays there. */
    void goTo(Duration at);

    /** The run so far. */
    LessonRun run();

    void circle(List<LookAt> look);

    void controls(Set<LessonControl> there);

    /** Where to save what is handed in; null for nowhere. */
    @Nullable
    Path submissionToSave(String suggested);
}
