package roundhouse.workbench.learn;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Does what takes longer than the screen may wait: runs a lesson's systems. */
public interface LessonWork {
    /** Makes the result off the screen's thread, and gives it back on it. */
    <T> void later(Supplier<T> work, Consumer<T> done);
}
