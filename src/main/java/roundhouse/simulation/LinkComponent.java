package roundhouse.simulation;

import org.jspecify.annotations.Nullable;
import roundhouse.kernel.EventHandler;
import roundhouse.kernel.FixedDelayQueue;
import roundhouse.topology.LinkDirection;
import roundhouse.topology.nodes.Link;

/** A link of a running system: takes calls to the node at its end, and their replies back, each after a latency of its own. */
final class LinkComponent extends EventHandler {
    final NodeComponent from;
    final NodeComponent to;
    /** Its place among the topology's links, or {@link NodeComponent#GONE}. */
    int index = NodeComponent.GONE;
    /** Calls that set out on it. */
    long departed;
    /** Calls a balancer chose it for. */
    long picked;

    final RecentRates rates = new RecentRates();

    private final RunContext engine;
    private boolean addressElsewhere;
    private long addressSince;
    /** The server at its end, but for a store: what comes to that is another server's request still. */
    private final @Nullable ServerComponent server;

    private Link link;
    private DurationSampler latency;
    private @Nullable FixedDelayQueue lane;
    /** What is or was wrong with it; null while nothing ever was. */
    private @Nullable LinkFaults faults;

    private boolean draining;
    private long drainedAt;
    /** How its balancer's health rules kept requests from its target; null while they never did. */
    private @Nullable OutOfRotation absence;

    LinkComponent(RunContext engine, Link link, NodeComponent from, NodeComponent to) {
        super(engine.kernel, link.from() + "→" + link.to());
        this.engine = engine;
        this.from = from;
        this.to = to;
        this.server = to instanceof ServerComponent s && !(from instanceof ServerComponent) ? s : null;
        this.link = link;
        this.latency = latencyOf(link);
        this.lane = laneOf(latency);
        rates.begin(engine.kernel.now());
    }

    Link link() {
        return link;
    }

    /** Requests that the node at its end was picked for by a balancer, or that others sent it. */
    long given() {
        return from instanceof LoadBalancerComponent ? picked : departed;
    }

    /** Whether the balancer it begins at is to give its target no new clients. */
    boolean isDraining() {
        return draining;
    }

    /** When that was last said, simulated nanoseconds. */
    long drainedAt() {
        return drainedAt;
    }

    /** Gives its target no new clients from now on, or new ones again. */
    void drain(boolean draining) {
        this.draining = draining;
        drainedAt = engine.kernel.now();
        if (from instanceof LoadBalancerComponent balancer) {
            balancer.update(this);
        }
    }

    /** The node it begins at may send over it from now on. A heartbeat carries no calls. */
    void attach() {
        if (!link.isHeartbeat()) {
            switch (from) {
                case LoadBalancerComponent balancer -> balancer.add(this);
                case ClientsComponent clients -> clients.links().add(this);
                case ServerComponent asking -> asking.storeLink(this);
                default -> {}
            }
        }
    }

    /** The node it begins at sends nothing over it any more. */
    void detach() {
        if (!link.isHeartbeat()) {
            switch (from) {
                case LoadBalancerComponent balancer -> balancer.remove(this);
                case ClientsComponent clients -> clients.links().remove(this);
                case ServerComponent asking -> asking.storeLink(null);
                default -> {}
            }
        }
    }

    /** Whether the load balancer at its end shares its address with another one, which has it now. */
    boolean addressElsewhere() {
        return addressElsewhere;
    }

    void addressElsewhere(boolean elsewhere) {
        if (elsewhere != addressElsewhere) {
            addressElsewhere = elsewhere;
            addressSince = engine.kernel.now();
            tell();
        }
    }

    /** Since when the address is where it is, nanoseconds. */
    long addressSince() {
        return addressSince;
    }

    /** Takes effect for what sets out from now on. */
    void update(Link link) {
        boolean otherUse = this.link.isHeartbeat() != link.isHeartbeat();
        if (otherUse) {
            detach();
        }
        this.link = link;
        latency = latencyOf(link);
        lane = laneOf(latency);
        if (otherUse) {
            attach();
        } else if (!link.isHeartbeat()) {
            tell();
        }
    }

    /** The node it begins at may have to use it otherwise from now on. */
    private void tell() {
        switch (from) {
            case LoadBalancerComponent balancer -> balancer.update(this);
            case ClientsComponent clients -> clients.links().update(this);
            default -> {}
        }
    }

    private DurationSampler latencyOf(Link link) {
        return DurationSampler.of(link.latency(), engine.streams.of(link.from() + "→" + link.to(), "latency"));
    }

    private @Nullable FixedDelayQueue laneOf(DurationSampler latency) {
        return latency.constant() == DurationSampler.VARIES ? null : engine.kernel.lane(latency.constant());
    }

    /** How its balancer's health rules kept requests from its target, or null while they never did. */
    @Nullable
    OutOfRotation absence() {
        return absence;
    }

    /** The same, for them to begin or to end. */
    OutOfRotation absent() {
        if (absence == null) {
            absence = new OutOfRotation();
        }
        return absence;
    }

    /** What is wrong with it, or null while nothing ever was. */
    @Nullable
    LinkFaults faults() {
        return faults;
    }

    /** What is wrong with it, for something to be made wrong. */
    LinkFaults breakable() {
        if (faults == null) {
            faults = new LinkFaults(engine, link.from() + "→" + link.to());
        }
        return faults;
    }

    /** Whether nothing at all is on its way there, not even what nobody waits for any more. */
    boolean isQuiet(LinkDirection way) {
        for (int slot = 0; slot < engine.calls.slots(); slot++) {
            Attempt call = engine.calls.at(slot);
            boolean there = call.hop != null && call.hop.number() == number() && call.lostAt == Attempt.NEVER;
            if (there && way != (call.replying ? LinkDirection.REQUESTS : LinkDirection.REPLIES)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Nothing comes through any more that way, and what is on its way there is lost. Returns how many
     * requests that were, without those nobody waits for any more.
     */
    int cut(LinkDirection way) {
        LinkFaults broken = breakable();
        long now = engine.kernel.now();
        broken.cut(way, now);
        int lost = 0;
        for (int slot = 0; slot < engine.calls.slots(); slot++) {
            Attempt call = engine.calls.at(slot);
            LinkComponent on = call.hop;
            if (on != null && on.number() == number() && broken.isCut(call.replying)) {
                lost += call.purpose == AttemptPurpose.REQUEST && !call.abandoned && call.lostAt == Attempt.NEVER
                        ? 1
                        : 0;
                call.lostAt = Math.min(call.lostAt, now);
            }
        }
        return lost;
    }

    /** Sends a call on from the node at its top. */
    void send(Attempt call) {
        if (call.purpose == AttemptPurpose.REQUEST) {
            departed++;
        }
        call.top().leaveBy(this, engine.kernel.now());
        call.replying = false;
        if (server != null) {
            call.server = server;
        }
        travel(call);
    }

    /** Sends the reply of a call back to the node at its top. */
    void back(Attempt call) {
        call.replying = true;
        travel(call);
    }

    private void travel(Attempt call) {
        long now = engine.kernel.now();
        call.hop = this;
        call.departedAt = now;
        long delay = lane != null ? lane.delay() : latency.next();
        if (faults != null) {
            delay = faults.delay(call, delay, latency.constant() != DurationSampler.VARIES);
        }
        call.arrivesAt = now + delay;
        if (lane != null && lane.delay() == delay) {
            lane.add(this, call.slot);
        } else {
            engine.kernel.schedule(delay, this, call.slot);
        }
        engine.probe.departed(call, this);
    }

    @Override
    protected void fire(int slot) {
        Attempt call = engine.calls.at(slot);
        if (faults != null && call.lostAt != Attempt.NEVER) {
            call.lostAt = Attempt.NEVER;
            engine.lose(call);
            return;
        }
        call.hop = null;
        engine.probe.arrived(call);
        if (call.purpose == AttemptPurpose.HEARTBEAT) {
            engine.kernel.fold(call.number << 4);
            (call.replying ? from : to).heard(call);
        } else if (call.replying) {
            engine.kernel.fold(call.number << 4 | 8 | call.outcome.ordinal());
            Hop stop = call.top();
            stop.node().take(call, stop.sentAt);
        } else {
            engine.kernel.fold(call.number << 4);
            to.receive(call);
        }
    }
}
