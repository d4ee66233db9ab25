package roundhouse.simulation.guarding;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.CallbackHandler;
import roundhouse.simulation.engine.RunContext;

/** Attempts that a node holds for a while, though no core works on them. At a node that is paused they are held until that goes on. */
public final class HeldAttempts {
    /** How often one looks whether a node that is paused goes on, nanoseconds. */
    private static final long LOOK_NANOS = 1_000_000;

    private final RunContext context;
    private final BooleanSupplier paused;
    private final Consumer<Attempt> after;
    private final CallbackHandler over;

    /** @param after is told of each that was held long enough */
    public HeldAttempts(RunContext context, String name, BooleanSupplier paused, Consumer<Attempt> after) {
        this.context = context;
        this.paused = paused;
        this.after = after;
        over = new CallbackHandler(context.kernel, name, this::over);
    }

    public void hold(Attempt attempt, long nanos) {
        context.kernel.schedule(nanos, over, attempt.slot);
    }

    private void over(int slot) {
        if (paused.getAsBoolean()) {
            context.kernel.schedule(LOOK_NANOS, over, slot);
        } else {
            Attempt attempt = context.attempts.at(slot);
            context.kernel.fold(attempt.number);
            after.accept(attempt);
        }
    }

    /** The node crashes: it holds none of them any more. */
    public void forget() {
        context.kernel.cancel(over);
    }
}
