package roundhouse.simulation.balancing;

import java.util.function.Consumer;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.CallbackHandler;
import roundhouse.simulation.engine.RunContext;

/** Attempts that wait at a balancer before the target that failed them gets them once more. */
final class Repeats {
    /** How often one that is paused looks whether it goes on, nanoseconds. */
    private static final long LOOK_NANOS = 1_000_000;

    private final RunContext context;
    private final NodeComponent balancer;
    private final Consumer<Attempt> next;
    private final CallbackHandler over;

    /** @param next is given each when its wait is over */
    Repeats(RunContext context, NodeComponent balancer, Consumer<Attempt> next) {
        this.context = context;
        this.balancer = balancer;
        this.next = next;
        over = new CallbackHandler(context.kernel, balancer.id + " again", this::over);
    }

    void later(Attempt attempt, long nanos) {
        context.kernel.schedule(nanos, over, attempt.slot);
    }

    private void over(int slot) {
        if (balancer.isPaused()) {
            context.kernel.schedule(LOOK_NANOS, over, slot);
        } else {
            Attempt attempt = context.attempts.at(slot);
            context.kernel.fold(attempt.number);
            next.accept(attempt);
        }
    }

    /** The balancer forgets them. */
    void cancel() {
        context.kernel.cancel(over);
    }
}
