package roundhouse.simulation;

import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.Deadlines;
import roundhouse.kernel.Mix;
import roundhouse.kernel.RandomStream;
import roundhouse.routing.Algorithm;
import roundhouse.routing.Balancer;
import roundhouse.routing.Outcome;
import roundhouse.routing.Regions;
import roundhouse.topology.Arrivals;
import roundhouse.topology.Balancing;
import roundhouse.topology.Connection;
import roundhouse.topology.CrashMode;
import roundhouse.topology.Link;
import roundhouse.topology.Node;
import roundhouse.topology.Retries;

/**
 * Where requests come from. A request ends in exactly one outcome, that of its last try. When a try times out its client forgets it,
 * but it goes on wherever it is; its late reply is dropped. With several links the requests are spread over them in turn, by
 * weight.
 */
final class ClientsComponent extends NodeComponent {
    static final int LATENCY_DIGITS = 3;

    /** A closed loop that spins without taking time would stop the clock; such a user waits this long. */
    private static final long LEAST_ROUND = 1_000_000;

    private final TargetGroup links;
    private final Alarm arrivals;
    private final Alarm thinking;
    private final Alarm timeout;
    private final RandomStream choice;
    private final RandomStream jitter;
    private Node.Clients spec;
    private Users users;
    private RequestDraw draw;
    private ArrivalTimes times;
    private Durations think;
    private boolean closedLoop;
    /** The users of a closed loop that think or wait for a reply. */
    private final BitSet looping = new BitSet();

    private @Nullable Deadlines timeouts;
    private @Nullable Connections connections;
    private boolean retired;
    /** Requests so far. */
    private long begun;

    private final long demands;

    ClientsComponent(Engine engine, Node.Clients spec) {
        super(engine, spec, LATENCY_DIGITS);
        this.spec = spec;
        links = new TargetGroup(engine, id, Link.DEFAULT_POOL, Balancing.of(Algorithm.WEIGHTED_ROUND_ROBIN));
        arrivals = new Alarm(engine.kernel, id + " arrivals", this::arrive);
        thinking = new Alarm(engine.kernel, id + " thinking", this::wake);
        timeout = new Alarm(engine.kernel, id + " timeouts", slot -> timedOut(engine.calls.at(slot)));
        choice = engine.streams.of(id, "users");
        jitter = engine.streams.of(id, "retries");
        demands = engine.streams.hash(id, "demands");
        users = new Users(engine, spec);
        draw = new RequestDraw(engine, spec);
        times = ArrivalTimes.of(spec.arrivals(), engine.streams, id);
        think = thinkOf(spec);
        timeouts = timeoutsOf(spec);
        connections = connectionsOf(spec);
    }

    @Override
    int region() {
        return Regions.NOWHERE;
    }

    /** Begins to send. */
    void start() {
        if (closedLoop) {
            for (int user = looping.nextClearBit(0); user < users.count(); user = looping.nextClearBit(user)) {
                looping.set(user);
                engine.kernel.schedule(think.next(), thinking, user);
            }
        } else {
            scheduleArrival();
        }
    }

    /** Sends no further request; those on their way go on. */
    @Override
    void retire() {
        retired = true;
        engine.kernel.cancel(arrivals);
        if (connections != null) {
            connections.close();
        }
    }

    @Override
    void update(Node node) {
        Node.Clients before = spec;
        spec = (Node.Clients) node;
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
        if (otherUsers || !before.connection().equals(spec.connection())) {
            if (connections != null) {
                connections.close();
            }
            connections = connectionsOf(spec);
        }
        if (otherUsers || !before.arrivals().equals(spec.arrivals())) {
            restart();
        }
    }

    /** Arrivals by the new rules from now on; users of a closed loop think by the new rules after their next reply. */
    private void restart() {
        engine.kernel.cancel(arrivals);
        think = thinkOf(spec);
        times = ArrivalTimes.of(spec.arrivals(), engine.streams, id);
        start();
    }

    private Durations thinkOf(Node.Clients spec) {
        closedLoop = spec.arrivals() instanceof Arrivals.Closed;
        return spec.arrivals() instanceof Arrivals.Closed closed
                ? Durations.of(closed.think(), engine.streams.of(id, "think"))
                : Durations.NONE;
    }

    private @Nullable Deadlines timeoutsOf(Node.Clients spec) {
        return spec.timeout() == null ? null : new Deadlines(engine.kernel, Durations.nanos(spec.timeout()), timeout);
    }

    private @Nullable Connections connectionsOf(Node.Clients spec) {
        return spec.connection() instanceof Connection.KeepAlive keepAlive
                ? new Connections(engine, id, keepAlive, users.count())
                : null;
    }

    TargetGroup links() {
        return links;
    }

    private void scheduleArrival() {
        long now = engine.kernel.now();
        long at = times.next(now);
        if (at != ArrivalTimes.NEVER) {
            engine.kernel.schedule(at - now, arrivals, 0);
        }
    }

    private void arrive(int ignored) {
        scheduleArrival();
        begin(choice.nextInt(users.count()), false);
    }

    /** A user has thought. */
    private void wake(int user) {
        if (goesOn(user)) {
            begin(user, true);
        } else {
            looping.clear(user);
        }
    }

    /** Whether that user still belongs to a closed loop. */
    private boolean goesOn(int user) {
        return closedLoop && !retired && user < users.count();
    }

    private void begin(int user, boolean inLoop) {
        long now = engine.kernel.now();
        Call call = engine.calls.take();
        call.request(
                user,
                users.address(user),
                users.region(user),
                users.session(user),
                draw.key(),
                draw.kind(),
                draw.read());
        call.order = ++begun;
        call.demands(demands + Mix.mix(begun));
        call.startedAt = now;
        call.attempt = 1;
        call.looping = inLoop;
        engine.kernel.fold(call.key() << 1 | (call.read ? 1 : 0));
        call.request = ++engine.totals.requests;
        metrics.entered(now);
        send(call);
    }

    private void send(Call call) {
        long now = engine.kernel.now();
        engine.totals.attempts++;
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
        links.link(target).send(call);
    }

    @Override
    void receive(Call call) {
        throw new IllegalStateException("a request was sent to the clients " + id);
    }

    @Override
    void reply(Call call, long sentAt) {
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

    private void timedOut(Call call) {
        engine.kernel.fold(call.number);
        call.abandoned = true;
        if (call.connection != null) {
            call.connection.keeper.retire(call.connection);
        }
        conclude(call, Outcome.TIMED_OUT);
        if (call.lost) {
            letGo(call);
        }
    }

    @Override
    void lost(Call call) {
        if (call.abandoned) {
            letGo(call);
        }
    }

    /** Nobody waits for a lost call any more. */
    private void letGo(Call call) {
        engine.unwind(call, this);
        call.outcome = Outcome.TIMED_OUT;
        release(call);
    }

    /** The try ended in time. */
    private void settle(Call call) {
        Outcome outcome = call.outcome;
        conclude(call, outcome);
        release(call);
    }

    /** Tries again if the outcome asks for it and tries are left, else the request has ended. */
    private void conclude(Call call, Outcome outcome) {
        boolean again = outcome != Outcome.OK && call.attempt < spec.retries().attempts() && !retired;
        engine.probe.concluded(call, outcome, again);
        if (again) {
            Call next = engine.calls.take();
            next.sameRequest(call);
            next.attempt++;
            engine.kernel.schedule(backoff(spec.retries(), call.attempt), this, next.slot);
            return;
        }
        long now = engine.kernel.now();
        long nanos = now - call.startedAt;
        metrics.left(now, nanos, outcome);
        engine.totals.outcomes.add(outcome);
        engine.requests.ended(id, call.order, call.startedAt, nanos, outcome);
        engine.recent.ended(call, now, outcome);
        engine.kernel.fold(outcome.ordinal());
        if (call.looping && goesOn(call.user)) {
            long pause = think.next();
            engine.kernel.schedule(nanos + pause == 0 ? LEAST_ROUND : pause, thinking, call.user);
        } else if (call.looping) {
            looping.clear(call.user);
        }
    }

    /** Before retry {@code n}, from 1: backoff · 2^(n−1) up to the longest, of which the jitter's part is drawn by chance. */
    private long backoff(Retries retries, int n) {
        long longest = Durations.nanos(retries.maxBackoff());
        double wait =
                Math.min((double) longest, (double) Durations.nanos(retries.backoff()) * (1L << Math.min(n - 1, 62)));
        return (long) (wait * (1 - retries.jitter() * jitter.nextDouble()));
    }

    /** A wait before a retry is over. */
    @Override
    protected void fire(int slot) {
        Call call = engine.calls.at(slot);
        engine.kernel.fold(call.number);
        send(call);
    }

    private void release(Call call) {
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
