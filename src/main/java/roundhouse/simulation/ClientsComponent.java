package roundhouse.simulation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.Mix;
import roundhouse.kernel.TimeoutQueue;
import roundhouse.routing.Balancer;
import roundhouse.routing.Outcome;
import roundhouse.routing.Regions;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.CrashMode;
import roundhouse.topology.nodes.Balancing;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Connection;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;

/**
 * Where requests come from. A request ends in exactly one outcome, that of its last try or, of several at once, the first good one.
 * When a try times out its client forgets it, but it goes on wherever it is; its late reply is dropped, and so is that of a try that
 * another one beat. With several links the requests are spread over them in turn, by weight.
 */
final class ClientsComponent extends NodeComponent implements AttemptGroups.Listener {
    static final int LATENCY_DIGITS = 3;

    private final TargetGroup links;
    private final ArrivalProcess arrivals;
    private final CallbackHandler timeout;
    private Clients spec;
    private Users users;
    private RequestDraw draw;
    private RetryPolicy retries;
    private @Nullable AttemptGroups efforts;
    private @Nullable TimeoutQueue timeouts;
    private @Nullable Connections connections;
    private boolean retired;
    private long begun;
    private long tries;

    private final long demands;

    ClientsComponent(RunContext engine, Clients spec) {
        super(engine, spec, LATENCY_DIGITS);
        this.spec = spec;
        links = new TargetGroup(engine, id, Link.DEFAULT_POOL, Balancing.of(Algorithm.WEIGHTED_ROUND_ROBIN));
        timeout = new CallbackHandler(engine.kernel, id + " timeouts", slot -> timedOut(engine.calls.at(slot)));
        demands = engine.streams.hash(id, "demands");
        users = new Users(engine, spec);
        draw = new RequestDraw(engine, spec);
        arrivals = new ArrivalProcess(engine, id, spec.arrivals(), users.count(), this::begin);
        retries = retriesOf(spec);
        efforts = AttemptGroups.of(engine, spec, this);
        timeouts = timeoutsOf(spec);
        connections = connectionsOf(spec);
    }

    @Override
    int region() {
        return Regions.NOWHERE;
    }

    /** Begins to send. */
    void start() {
        arrivals.start();
    }

    /** Sends no further request; those on their way go on. */
    @Override
    void retire() {
        retired = true;
        arrivals.stop();
        if (connections != null) {
            connections.close();
        }
    }

    @Override
    void update(Node node) {
        Clients before = spec;
        spec = (Clients) node;
        boolean otherUsers = before.users() != spec.users()
                || !before.addresses().equals(spec.addresses())
                || !before.regions().equals(spec.regions())
                || before.sessionRequests() != spec.sessionRequests();
        if (otherUsers) {
            users = new Users(engine, spec);
        }
        draw = new RequestDraw(engine, spec);
        if (!Objects.equals(before.timeout(), spec.timeout())) {
            timeouts = timeoutsOf(spec);
        }
        if (!before.retries().equals(spec.retries())) {
            retries = retriesOf(spec);
        }
        if (!Objects.equals(before.retries().total(), spec.retries().total())
                || !Objects.equals(before.hedge(), spec.hedge())) {
            efforts = AttemptGroups.of(engine, spec, this);
        }
        if (otherUsers || !before.connection().equals(spec.connection())) {
            if (connections != null) {
                connections.close();
            }
            connections = connectionsOf(spec);
        }
        if (otherUsers || !before.arrivals().equals(spec.arrivals())) {
            arrivals.restart(spec.arrivals(), users.count());
        }
    }

    private RetryPolicy retriesOf(Clients spec) {
        return new RetryPolicy(spec.retries(), engine.streams.of(id, "retries"));
    }

    private @Nullable TimeoutQueue timeoutsOf(Clients spec) {
        return spec.timeout() == null
                ? null
                : new TimeoutQueue(engine.kernel, DurationSampler.nanos(spec.timeout()), timeout);
    }

    private @Nullable Connections connectionsOf(Clients spec) {
        return spec.connection() instanceof Connection.KeepAlive keepAlive
                ? new Connections(engine, id, keepAlive, users.count())
                : null;
    }

    TargetGroup links() {
        return links;
    }

    /** Requests so far. */
    long requests() {
        return begun;
    }

    /** Tries of them so far. */
    long tries() {
        return tries;
    }

    /** How often a request may be sent at most, retries and hedges included. */
    int mostTries() {
        return spec.retries().attempts()
                + (spec.hedge() == null ? 0 : spec.hedge().most());
    }

    /** Whether a request may be sent more than once. */
    boolean triesAgain() {
        return mostTries() > 1;
    }

    private void begin(int user, boolean inLoop) {
        long now = engine.kernel.now();
        Attempt call = engine.calls.take();
        call.request(
                user,
                users.address(user),
                users.region(user),
                users.session(user),
                draw.key(),
                draw.kind(),
                draw.read());
        call.starts = users.starts(user);
        call.order = ++begun;
        call.cookies = users;
        call.demands(demands + Mix.mix(begun));
        call.startedAt = now;
        call.attempt = 1;
        call.looping = inLoop;
        engine.probe.began(call, this);
        engine.kernel.fold(call.key() << 1 | (call.read ? 1 : 0));
        retries.began(now);
        if (efforts != null) {
            call.effort = efforts.begin();
        }
        call.request = ++engine.totals.requests;
        metrics.entered(now);
        send(call);
    }

    private void send(Attempt call) {
        long now = engine.kernel.now();
        engine.totals.attempts++;
        tries++;
        call.sentAt = now;
        call.encrypted = spec.tls();
        call.opened = true;
        if (connections != null && call.user < users.count()) {
            connections.use(call);
        }
        call.push(this, now);
        int target = links.only();
        if (target == Balancer.NONE) {
            target = links.pick(call);
        }
        if (target == Balancer.NONE) {
            call.outcome = Outcome.REFUSED;
            settle(call);
            return;
        }
        if (timeouts != null) {
            call.timeouts = timeouts;
            timeouts.arm(call.slot);
        }
        AttemptGroup effort = call.effort;
        if (effort != null) {
            effort.owner.sent(effort, call);
        }
        links.link(target).send(call);
    }

    @Override
    void receive(Attempt call) {
        throw new IllegalStateException("a request was sent to the clients " + id);
    }

    @Override
    void reply(Attempt call, long sentAt) {
        if (call.abandoned) {
            engine.totals.lateReplies++;
            release(call);
        } else {
            if (call.timeouts != null) {
                call.timeouts.disarm(call.slot);
            }
            settle(call);
        }
    }

    private void timedOut(Attempt call) {
        engine.kernel.fold(call.number);
        giveUp(call);
        conclude(call, Outcome.TIMED_OUT);
        if (call.lost) {
            letGo(call);
        }
    }

    /** The client waits for the try no longer. Whatever else comes over its connection is in doubt. */
    private static void giveUp(Attempt call) {
        call.abandoned = true;
        if (call.connection != null) {
            call.connection.keeper.retire(call.connection);
        }
    }

    @Override
    void lost(Attempt call) {
        if (call.abandoned) {
            letGo(call);
        }
    }

    /** Nobody waits for a lost call any more. */
    private void letGo(Attempt call) {
        engine.unwind(call, this);
        call.outcome = Outcome.TIMED_OUT;
        release(call);
    }

    /** The try ended in time. */
    private void settle(Attempt call) {
        Outcome outcome = call.outcome;
        call.deliverCookies();
        conclude(call, outcome);
        release(call);
    }

    /** A try has ended: the request ends with it, or goes on with others that are under way or with one more. */
    private void conclude(Attempt call, Outcome outcome) {
        AttemptGroup effort = call.effort;
        if (effort == null) {
            goOn(call, outcome, null, call.attempt);
        } else {
            effort.owner.over(effort, call);
            if (outcome == Outcome.OK || effort.underWay() == 0) {
                goOn(call, outcome, effort, effort.retries + 1);
            }
            call.effort = null;
        }
        engine.probe.concluded(call, outcome);
    }

    /** @param retry which retry would be next, from 1 */
    private void goOn(Attempt call, Outcome outcome, @Nullable AttemptGroup effort, int retry) {
        long now = engine.kernel.now();
        long left = effort == null ? Long.MAX_VALUE : effort.owner.left(call.startedAt, now);
        long wait = retired ? RetryPolicy.NEVER : retries.waitBefore(retry, outcome, left, now);
        if (wait != RetryPolicy.NEVER) {
            engine.probe.retrying(call);
            engine.kernel.schedule(wait, this, another(call, effort).slot);
            if (effort != null) {
                effort.retries++;
            }
            return;
        }
        end(call, outcome);
        if (effort != null) {
            drop(effort, null);
        }
    }

    /** One more try of the same request. */
    private Attempt another(Attempt call, @Nullable AttemptGroup effort) {
        Attempt next = engine.calls.take();
        next.sameRequest(call);
        next.attempt++;
        if (effort != null) {
            next.effort = effort;
            next.attempt = ++effort.tries;
            next.demands(demands + Mix.mix(call.order + Mix.mix(next.attempt)));
        }
        return next;
    }

    @Override
    public void hedge(AttemptGroup effort) {
        Attempt latest = engine.calls.at(effort.underWay(effort.underWay() - 1));
        engine.kernel.fold(latest.number);
        if (!retired && retries.mayHedge(engine.kernel.now())) {
            effort.hedges++;
            send(another(latest, effort));
        }
    }

    @Override
    public void expired(AttemptGroup effort) {
        Attempt first = engine.calls.at(effort.underWay(0));
        engine.kernel.fold(first.number);
        end(first, Outcome.TIMED_OUT);
        drop(effort, Outcome.TIMED_OUT);
    }

    /**
     * The request has ended: nobody waits for the tries of it that are under way.
     *
     * @param outcome how those have ended for the client; null when another one was better
     */
    private void drop(AttemptGroup effort, @Nullable Outcome outcome) {
        for (int i = 0; i < effort.underWay(); i++) {
            Attempt call = engine.calls.at(effort.underWay(i));
            if (call.timeouts != null) {
                call.timeouts.disarm(call.slot);
            }
            if (outcome == Outcome.TIMED_OUT) {
                giveUp(call);
            } else {
                call.abandoned = true;
            }
            call.effort = null;
            engine.probe.concluded(call, outcome);
            if (call.lost) {
                letGo(call);
            }
        }
        effort.owner.end(effort);
    }

    private void end(Attempt call, Outcome outcome) {
        long now = engine.kernel.now();
        long nanos = now - call.startedAt;
        engine.probe.ended(call, outcome);
        metrics.left(now, nanos, outcome);
        engine.totals.outcomes.add(outcome);
        if (outcome == Outcome.OK) {
            users.answered(call.user, call.session());
        }
        engine.requests.ended(id, call.order, call.startedAt, nanos, outcome);
        engine.kernel.fold(outcome.ordinal());
        if (call.looping) {
            arrivals.ended(call.user, nanos);
        }
    }

    /** A wait before a retry is over. */
    @Override
    protected void fire(int slot) {
        Attempt call = engine.calls.at(slot);
        engine.kernel.fold(call.number);
        send(call);
    }

    private void release(Attempt call) {
        ClientConnection connection = call.connection;
        if (connection != null) {
            connection.keeper.replied(connection, call.outcome);
        }
        engine.calls.release(call);
    }

    @Override
    void lose(CrashMode how) {
        throw new IllegalStateException(id + " are clients and do not crash");
    }
}
