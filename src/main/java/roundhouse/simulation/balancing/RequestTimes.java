package roundhouse.simulation.balancing;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.TimeoutQueue;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.CallbackHandler;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;

/** How long a balancer has for a request as a whole, with its wait for a target and all its tries. */
final class RequestTimes {
    private final RunContext context;
    private final NodeComponent balancer;
    private final Consumer<Attempt> expired;
    private final @Nullable TimeoutQueue timers;

    /** @param expired is told of each request whose time is over */
    RequestTimes(RunContext context, NodeComponent balancer, @Nullable Duration limit, Consumer<Attempt> expired) {
        this.context = context;
        this.balancer = balancer;
        this.expired = expired;
        timers = limit == null
                ? null
                : new TimeoutQueue(
                        context.kernel,
                        DurationSampler.nanos(limit),
                        new CallbackHandler(context.kernel, balancer.id + " request timeouts", this::expired));
    }

    /** The time of the attempt, which is at the balancer, begins, unless it has begun. */
    void begin(Attempt attempt) {
        if (timers != null && attempt.top().timers == null) {
            attempt.top().timers = timers;
            timers.arm(attempt.slot);
        }
    }

    /** The attempt is answered in time. */
    static void end(Attempt attempt) {
        TimeoutQueue running = attempt.top().timers;
        if (running != null) {
            running.disarm(attempt.slot);
            attempt.top().timers = null;
        }
    }

    private void expired(int slot) {
        Attempt attempt = context.attempts.at(slot);
        if (timers != null && balancer.isPaused()) {
            attempt.top().timers = timers;
            timers.arm(slot);
            return;
        }
        attempt.top().timers = null;
        context.kernel.fold(attempt.number);
        expired.accept(attempt);
    }
}
