package roundhouse.simulation;

import org.jspecify.annotations.Nullable;
import roundhouse.routing.Balancer;
import roundhouse.routing.Outcome;
import roundhouse.topology.CrashMode;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Tls;

/**
 * Spreads requests over its links.
 *
 * <p>At layer 7 it picks for each request: rules choose the pool, then stickiness or the balancer the target, and a target's
 * requests in flight are requests. At layer 4 all links are one pool and it picks once for each connection: what is "in flight" at
 * a target are open connections, idle ones included, and least response time judges a connection by its first reply. Where clients
 * open a connection for each request the two agree.
 *
 * <p>No target gives a failed reply. Down, it refuses; what its cores worked on when it crashed gets failed replies at once, what it
 * had passed on gets them when the reply comes by (after another {@link CrashMode}, none at all), and it comes back with nothing
 * remembered. Paused, it keeps requests and replies until it goes on.
 */
final class LoadBalancerComponent extends ProcessorComponent {
    private final TargetGroups groups;
    private LoadBalancer spec;
    private long cost;
    private long handshake;
    /** Its part in a pair that shares an address, or null when it stands alone. */
    private @Nullable VrrpPeer member;
    /** How often it crashed: what was sent on before is not remembered. */
    private int epoch;

    private Failover passing;
    private @Nullable HealthMonitor monitor;

    LoadBalancerComponent(RunContext engine, LoadBalancer spec) {
        super(engine, spec, spec.cores());
        this.spec = spec;
        this.groups = new TargetGroups(engine, spec);
        this.cost = DurationSampler.nanos(spec.cost());
        this.handshake = DurationSampler.nanos(spec.tls().handshake());
        this.passing = new Failover(engine, this, spec.passOn());
        monitor();
        expect(cost);
    }

    @Override
    int region() {
        return engine.regions.of(spec.region());
    }

    @Override
    void update(Node node) {
        LoadBalancer before = spec;
        spec = (LoadBalancer) node;
        cost = DurationSampler.nanos(spec.cost());
        handshake = DurationSampler.nanos(spec.tls().handshake());
        expect(cost);
        cores(spec.cores());
        groups.update(spec);
        if (before.layer() != spec.layer()) {
            forget();
        }
        if (!before.passOn().equals(spec.passOn())) {
            passing = new Failover(engine, this, spec.passOn());
        }
        if (!before.health().equals(spec.health())) {
            monitor();
        }
    }

    /** Begins to check all links by the rules as they are now. */
    private void monitor() {
        if (monitor != null) {
            monitor.end();
        }
        boolean unasked = spec.health().active() == null && spec.health().ejection() == null;
        monitor = unasked ? null : new HealthMonitor(engine, this, spec.health(), groups.links());
    }

    @Override
    void retire() {
        super.retire();
        if (monitor != null) {
            monitor.end();
        }
    }

    void add(LinkComponent link) {
        groups.add(link);
        if (monitor != null) {
            monitor.add(link);
        }
    }

    void remove(LinkComponent link) {
        groups.remove(link);
        if (monitor != null) {
            monitor.remove(link);
        }
    }

    /** The link's weight, pool or other attributes may have changed. */
    void update(LinkComponent link) {
        boolean moved = groups.update(link);
        if (moved && monitor != null && !monitor.isUp(link)) {
            groups.checked(link, false);
        }
    }

    /** The pools it picks from. */
    TargetGroups groups() {
        return groups;
    }

    /** Whether it begins anything of its own. */
    boolean isWorking() {
        return !isDown() && !isPaused();
    }

    @Override
    void receive(Attempt call) {
        CrashMode crash = crashed();
        if (crash != null) {
            meetCrash(call, crash);
            return;
        }
        if (call.connects) {
            turnAway(call, Outcome.OK);
            return;
        }
        enter(call);
        if (cost == 0 && !shakesHands(call) && !isPaused()) {
            forward(call);
        } else {
            work(call);
        }
    }

    @Override
    long demand(Attempt call) {
        return shakesHands(call) ? cost + handshake : cost;
    }

    private boolean shakesHands(Attempt call) {
        return call.encrypted && call.opened && spec.tls().mode() == Tls.Mode.TERMINATE;
    }

    @Override
    void done(Attempt call) {
        forward(call);
    }

    private void forward(Attempt call) {
        boolean errs = errs();
        if (errs || call.purpose == AttemptPurpose.CHECK) {
            answer(call, errs ? Outcome.FAILED : Outcome.OK);
            return;
        }
        if (spec.tls().mode() == Tls.Mode.TERMINATE) {
            call.encrypted = false;
        }
        ClientConnection connection = call.connection;
        if (spec.layer() == 4 && connection != null) {
            forwardOver(connection, call);
            return;
        }
        route(call);
    }

    private void route(Attempt call) {
        long tag = give(call);
        send(call, tag, tag);
    }

    /** Layer 4: the connection's target, given with its first request. */
    private void forwardOver(ClientConnection connection, Attempt call) {
        long tag = connection.pin(this);
        if (tag == PickTag.NONE
                || PickTag.epoch(tag) != epoch
                || groupOf(tag).pool().isRemoved(PickTag.target(tag))) {
            if (tag != PickTag.NONE) {
                connectionClosed(tag, 0, Outcome.FAILED);
            }
            open(connection, call);
        } else {
            engine.probe.pinned(call, this, groupOf(tag), PickTag.target(tag), connection.pinnedFor(this));
            send(call, tag, PickTag.BY_CONNECTION);
        }
    }

    private void open(ClientConnection connection, Attempt call) {
        long tag = give(call);
        connection.pin(this, tag, call.request);
        send(call, tag, PickTag.BY_CONNECTION);
    }

    private void send(Attempt call, long tag, long remembered) {
        if (tag == PickTag.NONE) {
            answer(call, Outcome.FAILED);
            return;
        }
        call.top().tag = remembered;
        LinkComponent link = groupOf(tag).link(PickTag.target(tag));
        link.picked++;
        passing.send(call, link, remembered != PickTag.BY_CONNECTION);
    }

    /** Gives the call, or its connection, a target and counts it there. Returns its tag, or {@link PickTag#NONE}. */
    private long give(Attempt call) {
        int index = groups.indexFor(call);
        if (index < 0) {
            engine.probe.withoutPool(call, this);
            return PickTag.NONE;
        }
        TargetGroup group = groups.get(index);
        int target = group.choose(call);
        if (target == Balancer.NONE) {
            return PickTag.NONE;
        }
        group.started(target);
        return PickTag.of(epoch, index, target);
    }

    @Override
    void reply(Attempt call, long sentAt) {
        long tag = call.top().tag;
        long nanos = engine.kernel.now() - sentAt;
        if (call.origin().number() == number()) {
            if (call.purpose != AttemptPurpose.CHECK) {
                passing.replied(call, nanos);
            } else {
                if (monitor != null && !call.abandoned) {
                    monitor.replied(call);
                }
                engine.calls.release(call);
            }
        } else if (tag == PickTag.BY_CONNECTION) {
            repliedOver(call, nanos);
        } else {
            settle(call, nanos, call.outcome);
        }
    }

    /** What the target of the call, which is here, made of it. */
    void settle(Attempt call, long nanos, Outcome outcome) {
        engine.probe.given(call, outcome);
        long tag = call.top().tag;
        if (PickTag.epoch(tag) != epoch) {
            answer(call, Outcome.FAILED);
            return;
        }
        TargetGroup group = groupOf(tag);
        group.finished(PickTag.target(tag), nanos, outcome);
        group.judge(PickTag.target(tag), seen(outcome));
        if (passing.isForAnother(call, seen(outcome))) {
            call.top().tried(PickTag.target(tag));
            route(call);
        } else {
            answer(call, passing.verdict(outcome));
        }
    }

    /** What of an outcome the balancer notices: at layer 4 it does not read replies. */
    private Outcome seen(Outcome outcome) {
        return spec.layer() == 4 && outcome == Outcome.FAILED ? Outcome.OK : outcome;
    }

    /**
     * Layer 4: a reply over a kept connection. Until somebody has answered over it there is no connection to the target: refused, it may
     * go to the next, with all that came over it meanwhile. Later the client is told, and opens another. A target that checks take out
     * keeps its connections, as with HAProxy unless told otherwise.
     */
    private void repliedOver(Attempt call, long nanos) {
        engine.probe.given(call, call.outcome);
        ClientConnection connection = call.connection;
        long tag = connection == null ? PickTag.NONE : connection.pin(this);
        if (connection == null || tag == PickTag.NONE || PickTag.epoch(tag) != epoch) {
            answer(call, passing.verdict(call.outcome));
            return;
        }
        TargetGroup group = groupOf(tag);
        int pinned = PickTag.target(tag);
        LinkComponent via = call.top().via();
        int target = group.link(pinned).number() == via.number() ? pinned : group.indexOf(via);
        boolean absent = target != pinned || connection.replied(this, nanos);
        if (target != Balancer.NONE) {
            group.judge(target, seen(call.outcome));
        }
        boolean refused = target != Balancer.NONE && call.outcome == Outcome.REFUSED;
        if (!refused || !absent || !passing.isForAnother(call, call.outcome)) {
            answer(call, passing.verdict(call.outcome));
            return;
        }
        call.top().tried(target);
        if (target == pinned) {
            connectionClosed(tag, nanos, call.outcome);
            open(connection, call);
        } else {
            engine.probe.pinned(call, this, group, pinned, connection.pinnedFor(this));
            send(call, tag, PickTag.BY_CONNECTION);
        }
    }

    @Override
    void lost(Attempt call) {
        if (call.purpose == AttemptPurpose.HEARTBEAT) {
            engine.calls.release(call);
        } else if (call.abandoned) {
            release(call);
        }
    }

    /** Nobody waits any more for a call that began here and is lost. */
    void release(Attempt call) {
        engine.unwind(call, this);
        engine.probe.ended(call);
        engine.calls.release(call);
    }

    @Override
    void dropped(Attempt call) {
        long tag = call.top().tag;
        if (tag != PickTag.BY_CONNECTION && PickTag.epoch(tag) == epoch) {
            long nanos = engine.kernel.now() - call.top().sentAt;
            groupOf(tag).finished(PickTag.target(tag), nanos, Outcome.TIMED_OUT);
        }
        super.dropped(call);
    }

    /** A kept connection that was given the target of that tag is closed. */
    void connectionClosed(long tag, long firstReply, Outcome outcome) {
        if (tag != PickTag.NONE && PickTag.epoch(tag) == epoch) {
            groupOf(tag).finished(PickTag.target(tag), firstReply, outcome);
        }
    }

    @Override
    void lose(CrashMode how) {
        passing.abandonAll();
        if (monitor != null) {
            monitor.forget();
        }
        releaseReturned();
        super.lose(how);
        forget();
    }

    /** Calls of its own that came back during a pause are of no use to anyone. */
    private void releaseReturned() {
        for (int slot = 0; slot < engine.calls.slots(); slot++) {
            Attempt call = engine.calls.at(slot);
            if (call.isAt(this) && call.origin().number() == number()) {
                release(call);
            }
        }
    }

    /** Starts with new counts, new balancers and nobody sticking. */
    private void forget() {
        epoch++;
        groups.forget();
        if (monitor != null) {
            monitor.forget();
        }
    }

    /** It is this member of a pair, or of none. */
    void joins(@Nullable VrrpPeer member) {
        this.member = member;
    }

    /** Its part in a pair, or null when it stands alone. */
    @Nullable
    VrrpPeer member() {
        return member;
    }

    @Override
    void conditionChanged() {
        if (member != null) {
            member.conditionChanged();
        }
    }

    @Override
    void heard(Attempt call) {
        long priority = call.top().tag;
        engine.calls.release(call);
        if (member != null) {
            member.heard(priority);
        }
    }

    /** Distances between regions changed. */
    void regionsChanged() {
        groups.regionsChanged();
    }

    private TargetGroup groupOf(long tag) {
        return groups.get(PickTag.group(tag));
    }
}
