package roundhouse.simulation.balancing;

import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.components.LimitCounts;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.RunContext;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.waiting.ConnectionLimits;
import roundhouse.topology.nodes.waiting.TimeLimits;

/** The limits in time of a balancer's requests and connections, and what its limits of all kinds did. */
final class BalancerLimits {
    private final RunContext context;
    private final NodeComponent balancer;
    private final Consumer<Attempt> expired;
    private final LimitCounts counts = new LimitCounts();
    /** It has or had any limits. */
    private boolean any;

    private LoadBalancer spec;
    private RequestTimes times;
    private ConnectionClosing closing;

    /** @param expired is told of each request whose time is over */
    BalancerLimits(RunContext context, NodeComponent balancer, LoadBalancer spec, Consumer<Attempt> expired) {
        this.context = context;
        this.balancer = balancer;
        this.expired = expired;
        this.spec = spec;
        times = times(spec);
        closing = new ConnectionClosing(spec.connections(), counts);
        any = isLimited(spec);
    }

    private RequestTimes times(LoadBalancer of) {
        return new RequestTimes(
                context, balancer, of.layer() == 7 ? of.timeouts().request() : null, expired);
    }

    private static boolean isLimited(LoadBalancer spec) {
        return spec.queue() != null
                || spec.passOn().timeout() != null
                || !spec.timeouts().equals(TimeLimits.NONE)
                || !spec.connections().equals(ConnectionLimits.NONE);
    }

    /** These settings hold for what comes now. */
    void become(LoadBalancer next) {
        if (spec.layer() != next.layer()
                || !Objects.equals(spec.timeouts().request(), next.timeouts().request())) {
            times = times(next);
        }
        if (!spec.connections().equals(next.connections())) {
            closing = new ConnectionClosing(next.connections(), counts);
        }
        spec = next;
        any |= isLimited(next);
    }

    LimitCounts counts() {
        return counts;
    }

    /** The counts, or null where there never was a limit. */
    @Nullable
    LimitCounts shown() {
        return any ? counts : null;
    }

    /** The attempt is given a target now, or waits for one. */
    void begin(Attempt attempt) {
        times.begin(attempt);
    }

    /** The attempt is about to be answered. */
    void end(Attempt attempt) {
        RequestTimes.end(attempt);
        closing.answering(attempt, context.kernel.nowNanos());
    }

    /** The balancer loses what it has. */
    void forget() {
        for (int slot = 0; slot < context.attempts.slots(); slot++) {
            Attempt attempt = context.attempts.at(slot);
            if (attempt.isAt(balancer)) {
                RequestTimes.end(attempt);
            }
        }
    }
}
