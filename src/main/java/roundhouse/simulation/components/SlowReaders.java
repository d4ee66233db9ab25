package roundhouse.simulation.components;

import roundhouse.routing.Outcome;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.CallbackHandler;
import roundhouse.simulation.engine.RunContext;

/** Answers that a node holds until their clients have read them; no core works on them meanwhile. */
final class SlowReaders {
    /** How often one that was read at a node that is paused looks whether that goes on, nanoseconds. */
    private static final long LOOK_NANOS = 1_000_000;

    private final RunContext context;
    private final Host host;
    private final CallbackHandler read;

    /** Whose answers they are. */
    interface Host {
        /** The client has read the answer. */
        void wasRead(Attempt attempt, Outcome outcome);

        boolean isPaused();
    }

    SlowReaders(RunContext context, String node, Host host) {
        this.context = context;
        this.host = host;
        read = new CallbackHandler(context.kernel, node + " readers", this::wasRead);
    }

    void begin(Attempt attempt) {
        context.kernel.schedule(attempt.readsNanos, read, attempt.slot);
    }

    private void wasRead(int slot) {
        if (host.isPaused()) {
            context.kernel.schedule(LOOK_NANOS, read, slot);
        } else {
            Attempt attempt = context.attempts.at(slot);
            context.kernel.fold(attempt.number);
            host.wasRead(attempt, Outcome.OK);
        }
    }

    /** The node crashes. */
    void forget() {
        context.kernel.cancel(read);
    }
}
