package roundhouse.simulation.clients;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.TimeoutQueue;
import roundhouse.simulation.components.RetryPolicy;
import roundhouse.simulation.engine.CallbackHandler;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.parts.Connection;

/** What follows from the settings of a clients node and has a memory of its own: kept where they change without touching it. */
final class SendingRules {
    private final RunContext context;
    private final CallbackHandler timeout;
    private final AttemptGroups.Listener listener;
    Clients spec;
    /** How long its users take to read an answer. */
    long readsNanos;

    Users users;
    RequestDraw draw;
    RetryPolicy retries;
    /** Null when a request is tried once at a time and without end. */
    @Nullable
    AttemptGroups groups;
    /** Null when the clients wait for ever. */
    @Nullable
    TimeoutQueue timeouts;
    /** Null when each attempt opens a connection. */
    @Nullable
    Connections connections;

    SendingRules(RunContext context, Clients spec, CallbackHandler timeout, AttemptGroups.Listener listener) {
        this.context = context;
        this.spec = spec;
        readsNanos = DurationSampler.nanos(spec.reading());
        this.timeout = timeout;
        this.listener = listener;
        users = new Users(context, spec);
        draw = new RequestDraw(context, spec);
        retries = retriesOf(context, spec);
        groups = AttemptGroups.of(context, spec, listener);
        timeouts = timeoutsOf(context, spec, timeout);
        connections = connectionsOf(context, spec, users);
    }

    /** The settings are these from now on. Returns whether arrivals are to begin anew. */
    boolean update(Clients next) {
        Clients before = spec;
        spec = next;
        readsNanos = DurationSampler.nanos(next.reading());
        boolean otherUsers = before.users() != spec.users()
                || !before.addresses().equals(spec.addresses())
                || !before.regions().equals(spec.regions())
                || before.sessionRequests() != spec.sessionRequests();
        if (otherUsers) {
            users = new Users(context, spec);
        }
        draw = new RequestDraw(context, spec);
        if (!Objects.equals(before.timeout(), spec.timeout())) {
            timeouts = timeoutsOf(context, spec, timeout);
        }
        if (!before.retries().equals(spec.retries())) {
            retries = retriesOf(context, spec);
        }
        if (!Objects.equals(before.retries().total(), spec.retries().total())
                || !Objects.equals(before.hedge(), spec.hedge())) {
            groups = AttemptGroups.of(context, spec, listener);
        }
        if (otherUsers || !before.connection().equals(spec.connection())) {
            if (connections != null) {
                connections.close();
            }
            connections = connectionsOf(context, spec, users);
        }
        return otherUsers || !before.arrivals().equals(spec.arrivals());
    }

    private static RetryPolicy retriesOf(RunContext context, Clients spec) {
        return new RetryPolicy(spec.retries(), context.streams.of(spec.id(), "retries"));
    }

    private static @Nullable TimeoutQueue timeoutsOf(RunContext context, Clients spec, CallbackHandler timeout) {
        return spec.timeout() == null
                ? null
                : new TimeoutQueue(context.kernel, DurationSampler.nanos(spec.timeout()), timeout);
    }

    private static @Nullable Connections connectionsOf(RunContext context, Clients spec, Users users) {
        return spec.connection() instanceof Connection.KeepAlive keepAlive
                ? new Connections(context, spec.id(), keepAlive, users.count())
                : null;
    }
}
