package roundhouse.workbench.learn;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import roundhouse.lessons.running.LessonRun;
import roundhouse.lessons.steps.LessonControl;
import roundhouse.lessons.steps.LookAt;
import roundhouse.topology.Topology;

/** Notes what a lesson asks of the window, and works out at once what is to be worked out. */
final class FakeStage implements LessonStage, LessonWork {
    final List<String> happened = new ArrayList<>();
    List<LookAt> circled = List.of();
    Set<LessonControl> controls = Set.of();
    /** What is on the canvas. */
    LessonRun run = LessonRun.of(Topology.EMPTY);

    private final Path folder;

    /** @param folder where submissions are saved */
    FakeStage(Path folder) {
        this.folder = folder;
    }

    @Override
    public boolean open(Topology system) {
        happened.add("open");
        return true;
    }

    @Override
    public void setUp(String lesson, Topology system) {
        happened.add("set up");
    }

    @Override
    public void play() {
        happened.add("play");
    }

    @Override
    public void goTo(Duration at) {
        happened.add("go to " + at.toSeconds());
    }

    @Override
    public LessonRun run() {
        return run;
    }

    @Override
    public void circle(List<LookAt> look) {
        circled = look;
    }

    @Override
    public void controls(Set<LessonControl> there) {
        controls = there;
    }

    @Override
    public Path submissionToSave(String suggested) {
        return folder.resolve(suggested);
    }

    @Override
    public <T> void later(Supplier<T> work, Consumer<T> done) {
        done.accept(work.get());
    }
}
