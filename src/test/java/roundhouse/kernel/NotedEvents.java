package roundhouse.kernel;

import java.util.List;
import java.util.Objects;

/** Writes down its events as its name and their argument. */
final class NotedEvents extends EventHandler {
    private final String name;
    private final List<String> happened;

    NotedEvents(Kernel kernel, String name, List<String> happened) {
        super(kernel, name);
        this.name = name;
        this.happened = happened;
    }

    @Override
    protected void fire(int argument) {
        happened.add(name + argument);
    }

    /** The lane of that delay, of which there is still one to have. */
    static FixedDelayQueue lane(Kernel kernel, long delay) {
        return Objects.requireNonNull(kernel.fixedDelayQueue(delay));
    }
}
