package roundhouse.workbench;

import java.util.function.Consumer;

/**
 * Something that takes longer than the screen may wait.
 *
 * @param broken what is told when it fails, without a full stop: "The comparison failed"
 * @param work makes the result, off the screen's thread
 * @param done takes the result, on the screen's thread
 * @param failed is given the reason when it broke, on the screen's thread, to end what waits for the result; the person has been
 *     told by then
 */
public record BackgroundTask<T>(String broken, Work<T> work, Consumer<T> done, Consumer<String> failed) {
    /** For who has nothing to end when it breaks. */
    public BackgroundTask(String broken, Work<T> work, Consumer<T> done) {
        this(broken, work, done, _ -> {});
    }

    /** What is done off the screen's thread. It should ask often whether it was given up, by {@link Job#check}. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Job job) throws Exception;
    }
}
