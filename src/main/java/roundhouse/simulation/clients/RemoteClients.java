package roundhouse.simulation.clients;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.TimeoutQueue;
import roundhouse.routing.Balancer;
import roundhouse.routing.Outcome;
import roundhouse.routing.Regions;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.components.NodeMetrics;
import roundhouse.simulation.components.RequestSource;
import roundhouse.simulation.data.DataPlace;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.CallbackHandler;
import roundhouse.simulation.engine.CookieKeeper;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.outside.Outside;
import roundhouse.simulation.outside.OutsideRequest;
import roundhouse.simulation.targets.PoolRules;
import roundhouse.simulation.targets.TargetGroup;
import roundhouse.topology.CrashMode;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.balancing.Balancing;

/**
 * Where the requests of real clients come in. It begins none of its own; those it is given it sends on as {@link ClientsComponent} does,
 * once each: to try again is the real client's affair. Only its timeout is that of the file.
 */
public final class RemoteClients extends NodeComponent implements RequestSource {
    private final Outside outside;
    private final TargetGroup links;
    private final CallbackHandler timeout;
    private @Nullable TimeoutQueue timeouts;
    private Clients spec;
    private final RemoteConnections connections;
    private long begun;

    public RemoteClients(RunContext context, Clients spec) {
        super(context, spec, NodeMetrics.ROUND_TRIP_DIGITS);
        outside = Objects.requireNonNull(context.outside);
        this.spec = spec;
        links = new TargetGroup(
                context, id, Link.DEFAULT_POOL, Balancing.of(Algorithm.WEIGHTED_ROUND_ROBIN), PoolRules.NONE);
        timeout = new CallbackHandler(context.kernel, id + " timeouts", slot -> timedOut(context.attempts.at(slot)));
        timeouts = timeouts();
        connections = new RemoteConnections(context.kernel);
    }

    private @Nullable TimeoutQueue timeouts() {
        return spec.timeout() == null
                ? null
                : new TimeoutQueue(context.kernel, DurationSampler.nanos(spec.timeout()), timeout);
    }

    /** The cookies that a request came with, and those that its reply takes along. */
    private record Cookies(OutsideRequest had, long request, Outside outside) implements CookieKeeper {
        @Override
        public @Nullable String cookie(int user, long session, int place) {
            return had.cookies().get(place);
        }

        @Override
        public void keep(int user, long session, int place, String target) {
            outside.cookie(request, place, target);
        }
    }

    /** A request has come. Returns its number in the run. */
    public long begin(OutsideRequest asked) {
        long nowNanos = context.kernel.nowNanos();
        Attempt attempt = context.attempts.take();
        attempt.request(
                (int) (asked.session() & Integer.MAX_VALUE),
                asked.client(),
                Regions.NOWHERE,
                asked.session(),
                asked.key(),
                asked.kind(),
                asked.read());
        attempt.starts = asked.starts();
        attempt.order = ++begun;
        attempt.demands(begun);
        attempt.startedAtNanos = nowNanos;
        attempt.attemptNumber = 1;
        attempt.looping = false;
        context.observer.began(attempt, this);
        context.kernel.fold(attempt.key() << 1 | (attempt.read ? 1 : 0));
        attempt.request = ++context.totals.requests;
        long number = attempt.request;
        attempt.cookies = new Cookies(asked, number, outside);
        metrics.entered(nowNanos, false);
        context.totals.attempts++;
        attempt.sentAtNanos = nowNanos;
        attempt.encrypted = false;
        connections.use(attempt, asked.connection());
        context.enter(attempt, this);
        int target = links.only();
        if (target == Balancer.NONE) {
            target = links.pick(attempt);
        }
        if (target == Balancer.NONE) {
            attempt.outcome = Outcome.REFUSED;
            settle(attempt);
        } else {
            if (timeouts != null) {
                attempt.timeouts = timeouts;
                timeouts.arm(attempt.slot);
            }
            links.link(target).send(attempt);
        }
        return number;
    }

    /** The real client waits no longer for the request of that number. One that has ended is nobody's concern. */
    public void hungUp(long request) {
        for (int slot = 0; slot < context.attempts.slots(); slot++) {
            Attempt attempt = context.attempts.at(slot);
            if (attempt.request == request && attempt.beganAt(this) && !attempt.abandoned) {
                disarm(attempt);
                giveUp(attempt);
                return;
            }
        }
    }

    /** The real client has closed the connection of that number. */
    public void disconnected(long connection) {
        connections.closed(connection);
    }

    private static void disarm(Attempt attempt) {
        if (attempt.timeouts != null) {
            attempt.timeouts.disarm(attempt.slot);
        }
    }

    private void timedOut(Attempt attempt) {
        context.kernel.fold(attempt.number);
        giveUp(attempt);
    }

    private void giveUp(Attempt attempt) {
        attempt.abandoned = true;
        Objects.requireNonNull(attempt.connection).retire();
        end(attempt, Outcome.TIMED_OUT);
        if (attempt.lost) {
            letGo(attempt);
        }
    }

    private void letGo(Attempt attempt) {
        context.unwind(attempt, this);
        release(attempt);
    }

    private void release(Attempt attempt) {
        Objects.requireNonNull(attempt.connection).ended(attempt.outcome);
        context.attempts.release(attempt);
    }

    @Override
    protected void lost(Attempt attempt) {
        if (attempt.abandoned) {
            letGo(attempt);
        }
    }

    @Override
    protected void reply(Attempt attempt, long sentAtNanos) {
        if (attempt.abandoned) {
            context.totals.lateReplies++;
            release(attempt);
        } else {
            disarm(attempt);
            settle(attempt);
        }
    }

    private void settle(Attempt attempt) {
        attempt.deliverCookies();
        end(attempt, attempt.outcome);
        release(attempt);
    }

    private void end(Attempt attempt, Outcome outcome) {
        long nowNanos = context.kernel.nowNanos();
        long tookNanos = nowNanos - attempt.startedAtNanos;
        context.observer.ended(attempt, outcome);
        metrics.left(nowNanos, tookNanos, outcome);
        context.totals.outcomes.add(outcome);
        if (outcome == Outcome.OK && attempt.bringsData()) {
            tellData(attempt, tookNanos);
        }
        context.requests.ended(id, attempt.order, attempt.startedAtNanos, tookNanos, outcome);
        context.kernel.fold(outcome.ordinal());
        outside.ended(attempt.request, outcome, attempt.limitStatus);
        context.observer.concluded(attempt, outcome);
    }

    private void tellData(Attempt attempt, long tookNanos) {
        DataPlace endedAt = attempt.data().endedAt == null ? this : attempt.data().endedAt;
        if (attempt.read) {
            context.data.read(
                    attempt.data().stamp,
                    attempt.data().staleNanos,
                    context.data.at(endedAt),
                    tookNanos,
                    attempt.valueBytes);
        } else {
            context.data.written(context.data.at(endedAt), tookNanos);
            context.versions.acknowledged(attempt.data().stamp);
            context.ledger.acknowledged(attempt.key(), attempt.data().stamp);
        }
    }

    @Override
    public int region() {
        return Regions.NOWHERE;
    }

    @Override
    protected void attach(LinkComponent link) {
        links.add(link);
    }

    @Override
    protected void detach(LinkComponent link) {
        links.remove(link);
    }

    @Override
    protected void changed(LinkComponent link) {
        links.update(link);
    }

    @Override
    public void update(Node node) {
        Clients next = (Clients) node;
        boolean otherTimeout = !Objects.equals(next.timeout(), spec.timeout());
        spec = next;
        if (otherTimeout) {
            timeouts = timeouts();
        }
    }

    @Override
    public RequestSource source() {
        return this;
    }

    @Override
    public String immunity() {
        return "are clients";
    }

    @Override
    public long requests() {
        return begun;
    }

    @Override
    public long attempts() {
        return begun;
    }

    @Override
    public int mostAttempts() {
        return 1;
    }

    @Override
    protected void receive(Attempt attempt) {
        throw new IllegalStateException("a request was sent to the clients " + id);
    }

    @Override
    protected void fire(int argument) {
        throw new IllegalStateException(id + " have no events of their own");
    }

    @Override
    protected void lose(CrashMode how) {
        throw new IllegalStateException(id + " are clients and do not crash");
    }
}
