package roundhouse.workbench.ring.model;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What was changed so far, by people and by the run, the newest last. When the clock goes back, what came later is not there any more. */
final class RingSteps {
    /** The oldest are forgotten: a server that comes and goes must not fill the memory. */
    private static final int MOST = 1_000;

    private final Deque<Step> steps = new ArrayDeque<>();

    /**
     * One change.
     *
     * @param server whom it is about, or empty
     * @param fromNanos the time of the run's last picture without it, simulated nanoseconds
     * @param timeNanos that of the first with it
     * @param before what it began from
     */
    record Step(String label, String server, long fromNanos, long timeNanos, RingState before) {
        Step named(String otherLabel, String otherServer) {
            return new Step(otherLabel, otherServer, fromNanos, timeNanos, before);
        }

        Step from(RingState state) {
            return new Step(label, server, fromNanos, timeNanos, state);
        }
    }

    void add(Step step) {
        steps.addLast(step);
        if (steps.size() > MOST) {
            steps.removeFirst();
        }
    }

    /** The newest, or null when nothing has changed. */
    @Nullable
    Step last() {
        return steps.peekLast();
    }

    /** The clock has gone back to that time. */
    void backTo(long timeNanos) {
        steps.removeIf(step -> step.timeNanos() > timeNanos);
    }

    void clear() {
        steps.clear();
    }
}
