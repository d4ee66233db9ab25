package roundhouse.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class JobTest {
    /** Less time than ever passes. */
    private static final long NO_TIME = -1;

    private final Queue<Runnable> screen = new ArrayDeque<>();
    private final Job job = new Job(screen::add, "Test");
    private final List<Boolean> due = new ArrayList<>();

    /** The work writes what it shows anew: it must not while the screen still reads it. */
    @Test
    void nothingIsDueUntilTheScreenHasLookedAtTheLast() {
        job.show(() -> due.add(job.isDue(NO_TIME)));
        due.add(job.isDue(NO_TIME));
        screen.remove().run();
        due.add(job.isDue(NO_TIME));
        assertThat(due).containsExactly(false, false, true);
    }

    @Test
    void whatWasGivenUpIsNotShown() {
        job.show(() -> due.add(true));
        job.cancel();
        screen.remove().run();
        assertThat(due).isEmpty();
    }
}
