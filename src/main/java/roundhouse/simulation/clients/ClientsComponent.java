package roundhouse.simulation.clients;

import org.jspecify.annotations.Nullable;
import roundhouse.kernel.Mix;
import roundhouse.routing.Balancer;
import roundhouse.routing.Outcome;
import roundhouse.routing.Regions;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.components.NodeMetrics;
import roundhouse.simulation.components.RequestSource;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.CallbackHandler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.targets.TargetGroup;
import roundhouse.topology.CrashMode;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.parts.Balancing;

/**
 * Where requests come from. A request ends in exactly one outcome, that of its last try or, of several at once, the first good one.
 * When a try times out its client forgets it, but it goes on wherever it is; its late reply is dropped, and so is that of a try that
 * another one beat. With several links the requests are spread over them in turn, by weight.
 */
public final class ClientsComponent extends NodeComponent implements AttemptGroups.Listener, RequestSource {
    private final TargetGroup links;
    private final ArrivalProcess arrivals;
    private final SendingRules sending;
    private final GroupOfAttempt groupOf = new GroupOfAttempt();
    private boolean retired;
    private long begun;
    private long tries;

    private final long demands;

    public ClientsComponent(RunContext engine, Clients spec) {
        super(engine, spec, NodeMetrics.ROUND_TRIP_DIGITS);
        links = new TargetGroup(
                engine, id, Link.DEFAULT_POOL, Balancing.of(Algorithm.WEIGHTED_ROUND_ROBIN), TargetGroup.Rules.NONE);
        CallbackHandler timeout =
                new CallbackHandler(engine.kernel, id + " timeouts", slot -> timedOut(engine.attempts.at(slot)));
        demands = engine.streams.hash(id, "demands");
        sending = new SendingRules(engine, spec, timeout, this);
        arrivals = new ArrivalProcess(engine, id, spec.arrivals(), sending.users.count(), this::begin);
    }

    @Override
    public int region() {
        return Regions.NOWHERE;
    }

    @Override
    public void start() {
        arrivals.start();
    }

    /** Sends no further request; those on their way go on. */
    @Override
    public void retire() {
        retired = true;
        arrivals.stop();
        if (sending.connections != null) {
            sending.connections.close();
        }
    }

    @Override
    public void update(Node node) {
        if (sending.update((Clients) node)) {
            arrivals.restart(sending.spec.arrivals(), sending.users.count());
        }
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
    public long tries() {
        return tries;
    }

    @Override
    public int mostTries() {
        return sending.spec.retries().attempts()
                + (sending.spec.hedge() == null ? 0 : sending.spec.hedge().most());
    }

    private void begin(int user, boolean inLoop) {
        long nowNanos = engine.kernel.now();
        Users users = sending.users;
        RequestDraw draw = sending.draw;
        Attempt attempt = engine.attempts.take();
        attempt.request(
                user,
                users.address(user),
                users.region(user),
                users.session(user),
                draw.key(),
                draw.kind(),
                draw.read());
        attempt.starts = users.starts(user);
        attempt.order = ++begun;
        attempt.cookies = users;
        attempt.demands(demands + Mix.mix(begun));
        attempt.startedAtNanos = nowNanos;
        attempt.tryNumber = 1;
        attempt.looping = inLoop;
        engine.observer.began(attempt, this);
        engine.kernel.fold(attempt.key() << 1 | (attempt.read ? 1 : 0));
        sending.retries.began(nowNanos);
        if (sending.groups != null) {
            groupOf.put(attempt, sending.groups.begin());
        }
        attempt.request = ++engine.totals.requests;
        metrics.entered(nowNanos);
        send(attempt);
    }

    private void send(Attempt attempt) {
        long nowNanos = engine.kernel.now();
        engine.totals.attempts++;
        tries++;
        attempt.sentAtNanos = nowNanos;
        attempt.encrypted = sending.spec.tls();
        attempt.opened = true;
        if (sending.connections != null && attempt.user < sending.users.count()) {
            sending.connections.use(attempt);
        }
        engine.enter(attempt, this);
        int target = links.only();
        if (target == Balancer.NONE) {
            target = links.pick(attempt);
        }
        if (target == Balancer.NONE) {
            attempt.outcome = Outcome.REFUSED;
            settle(attempt);
            return;
        }
        if (sending.timeouts != null) {
            attempt.timeouts = sending.timeouts;
            sending.timeouts.arm(attempt.slot);
        }
        AttemptGroup group = groupOf.of(attempt);
        if (group != null) {
            group.owner.sent(group, attempt);
        }
        links.link(target).send(attempt);
    }

    @Override
    protected void receive(Attempt attempt) {
        throw new IllegalStateException("a request was sent to the clients " + id);
    }

    @Override
    protected void reply(Attempt attempt, long sentAtNanos) {
        if (attempt.abandoned) {
            engine.totals.lateReplies++;
            release(attempt);
        } else {
            if (attempt.timeouts != null) {
                attempt.timeouts.disarm(attempt.slot);
            }
            settle(attempt);
        }
    }

    private void timedOut(Attempt attempt) {
        engine.kernel.fold(attempt.number);
        giveUp(attempt);
        conclude(attempt, Outcome.TIMED_OUT);
        if (attempt.lost) {
            letGo(attempt);
        }
    }

    /** The client waits for the try no longer. Whatever else comes over its connection is in doubt. */
    private static void giveUp(Attempt attempt) {
        attempt.abandoned = true;
        if (attempt.connection != null) {
            attempt.connection.retire();
        }
    }

    @Override
    protected void lost(Attempt attempt) {
        if (attempt.abandoned) {
            letGo(attempt);
        }
    }

    /** Nobody waits for a lost attempt any more. */
    private void letGo(Attempt attempt) {
        engine.unwind(attempt, this);
        attempt.outcome = Outcome.TIMED_OUT;
        release(attempt);
    }

    /** The try ended in time. */
    private void settle(Attempt attempt) {
        Outcome outcome = attempt.outcome;
        attempt.deliverCookies();
        conclude(attempt, outcome);
        release(attempt);
    }

    /** A try has ended: the request ends with it, or goes on with others that are under way or with one more. */
    private void conclude(Attempt attempt, Outcome outcome) {
        AttemptGroup group = groupOf.of(attempt);
        if (group == null) {
            goOn(attempt, outcome, null, attempt.tryNumber);
        } else {
            group.owner.over(group, attempt);
            if (outcome == Outcome.OK || group.underWay() == 0) {
                goOn(attempt, outcome, group, group.retries + 1);
            }
            groupOf.remove(attempt);
        }
        engine.observer.concluded(attempt, outcome);
    }

    /** @param retry which retry would be next, from 1 */
    private void goOn(Attempt attempt, Outcome outcome, @Nullable AttemptGroup group, int retry) {
        long nowNanos = engine.kernel.now();
        long left = group == null ? Long.MAX_VALUE : group.owner.left(attempt.startedAtNanos, nowNanos);
        long waitNanos = retired ? RetryPolicy.NEVER : sending.retries.waitBefore(retry, outcome, left, nowNanos);
        if (waitNanos != RetryPolicy.NEVER) {
            engine.observer.retrying(attempt);
            engine.kernel.schedule(waitNanos, this, another(attempt, group).slot);
            if (group != null) {
                group.retries++;
            }
            return;
        }
        end(attempt, outcome);
        if (group != null) {
            drop(group, null);
        }
    }

    /** One more try of the same request. */
    private Attempt another(Attempt attempt, @Nullable AttemptGroup group) {
        Attempt next = engine.attempts.take();
        next.sameRequest(attempt);
        next.tryNumber++;
        if (group != null) {
            groupOf.put(next, group);
            next.tryNumber = ++group.tries;
            next.demands(demands + Mix.mix(attempt.order + Mix.mix(next.tryNumber)));
        }
        return next;
    }

    @Override
    public void hedge(AttemptGroup group) {
        Attempt latest = engine.attempts.at(group.underWay(group.underWay() - 1));
        engine.kernel.fold(latest.number);
        if (!retired && sending.retries.mayHedge(engine.kernel.now())) {
            group.hedges++;
            send(another(latest, group));
        }
    }

    @Override
    public void expired(AttemptGroup group) {
        Attempt first = engine.attempts.at(group.underWay(0));
        engine.kernel.fold(first.number);
        end(first, Outcome.TIMED_OUT);
        drop(group, Outcome.TIMED_OUT);
    }

    /**
     * The request has ended: nobody waits for the tries of it that are under way.
     *
     * @param outcome how those have ended for the client; null when another one was better
     */
    private void drop(AttemptGroup group, @Nullable Outcome outcome) {
        for (int i = 0; i < group.underWay(); i++) {
            Attempt attempt = engine.attempts.at(group.underWay(i));
            if (attempt.timeouts != null) {
                attempt.timeouts.disarm(attempt.slot);
            }
            if (outcome == Outcome.TIMED_OUT) {
                giveUp(attempt);
            } else {
                attempt.abandoned = true;
            }
            groupOf.remove(attempt);
            engine.observer.concluded(attempt, outcome);
            if (attempt.lost) {
                letGo(attempt);
            }
        }
        group.owner.end(group);
    }

    private void end(Attempt attempt, Outcome outcome) {
        long nowNanos = engine.kernel.now();
        long nanos = nowNanos - attempt.startedAtNanos;
        engine.observer.ended(attempt, outcome);
        metrics.left(nowNanos, nanos, outcome);
        engine.totals.outcomes.add(outcome);
        if (outcome == Outcome.OK) {
            sending.users.answered(attempt.user, attempt.session());
        }
        engine.requests.ended(id, attempt.order, attempt.startedAtNanos, nanos, outcome);
        engine.kernel.fold(outcome.ordinal());
        if (attempt.looping) {
            arrivals.ended(attempt.user, nanos);
        }
    }

    /** A wait before a retry is over. */
    @Override
    protected void fire(int slot) {
        Attempt attempt = engine.attempts.at(slot);
        engine.kernel.fold(attempt.number);
        send(attempt);
    }

    private void release(Attempt attempt) {
        if (attempt.connection != null) {
            attempt.connection.ended(attempt.outcome);
        }
        engine.attempts.release(attempt);
    }

    @Override
    protected void lose(CrashMode how) {
        throw new IllegalStateException(id + " are clients and do not crash");
    }
}
