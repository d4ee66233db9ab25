package roundhouse.simulation.components;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.EventHandler;
import roundhouse.kernel.FixedDelayQueue;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.AttemptPurpose;
import roundhouse.simulation.engine.Component;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.faults.LinkFaults;
import roundhouse.topology.LinkDirection;
import roundhouse.topology.nodes.Link;

/** A link of a running system: takes attempts to the node at its end, and their replies back, each after a latency of its own. */
public final class LinkComponent extends Component {
    public final NodeComponent from;
    public final NodeComponent to;
    /** Attempts that set out on it. */
    public long departed;
    /** Attempts a balancer chose it for. */
    public long picked;

    public final RecentRates rates = new RecentRates();

    private final RunContext context;
    private final EventHandler wayBack;
    /** Why the address of the load balancer at its end is at another one; null while it is at its end. */
    private @Nullable Supplier<String> addressElsewhere;

    private @Nullable NodeComponent addressShared;
    private long addressSinceNanos;
    /** The server at its end; null for a link to a store, because the server that asks the store answers the request. */
    private final @Nullable NodeComponent server;

    private Link link;
    private DurationSampler latency;
    private @Nullable FixedDelayQueue fixedDelay;
    /** Null where it carries whatever comes. */
    private @Nullable LinkBandwidth bandwidth;
    /** What is or was wrong with it; null while nothing ever was. */
    private @Nullable LinkFaults faults;

    private boolean draining;
    private long drainedAtNanos;
    /** How its balancer's health rules kept requests from its target; null while they never did. */
    private @Nullable OutOfRotation outOfRotation;

    public LinkComponent(RunContext context, Link link, NodeComponent from, NodeComponent to) {
        super(context.kernel, link.from() + "→" + link.to());
        this.context = context;
        this.wayBack = new WayBack(id);
        this.from = from;
        this.to = to;
        this.server = to.serves() && !from.serves() ? to : null;
        this.link = link;
        this.latency = latencyOf(link);
        this.fixedDelay = queueOf(latency);
        this.bandwidth = LinkBandwidth.of(link, null);
        rates.begin(context.kernel.nowNanos());
    }

    public Link link() {
        return link;
    }

    /** Requests that the node at its end was picked for by a balancer, or that others sent it. */
    public long given() {
        return from.picks() ? picked : departed;
    }

    /** Whether the balancer it begins at is to give its target no new clients. */
    public boolean isDraining() {
        return draining;
    }

    /** When draining was last switched on or off, simulated nanoseconds. */
    public long drainedAtNanos() {
        return drainedAtNanos;
    }

    /** Gives its target no new clients from now on, or new ones again. */
    public void drain(boolean draining) {
        this.draining = draining;
        drainedAtNanos = context.kernel.nowNanos();
        from.changed(this);
    }

    /** The node it begins at may send over it from now on. A heartbeat carries no attempts. */
    public void attach() {
        if (!link.isHeartbeat()) {
            from.attach(this);
        }
    }

    /** The node it begins at sends nothing over it any more. */
    public void detach() {
        if (!link.isHeartbeat()) {
            from.detach(this);
        }
    }

    /** Whether the load balancer at its end shares its address with another one, which has it now. */
    public boolean addressElsewhere() {
        return addressElsewhere != null;
    }

    /** The same in words: why it is; empty where it is not. */
    public String addressWords() {
        return addressElsewhere == null ? "" : addressElsewhere.get();
    }

    /**
     * The address is at another one from now on, or again at the link's end.
     *
     * @param elsewhere the reason, which can be asked for at any time; null for at the link's end
     * @param other the balancer that has it then
     */
    public void addressElsewhere(@Nullable Supplier<String> elsewhere, NodeComponent other) {
        addressShared = other;
        boolean moved = (elsewhere == null) != (addressElsewhere == null);
        addressElsewhere = elsewhere;
        if (moved) {
            addressSinceNanos = context.kernel.nowNanos();
            from.changed(this);
        }
    }

    /** The other balancer of the pair at its end; null when that is none. */
    @Nullable
    public NodeComponent addressShared() {
        return addressShared;
    }

    /** Since when the address is where it is, nanoseconds. */
    public long addressSinceNanos() {
        return addressSinceNanos;
    }

    /** Its latency and other attributes apply to what sets out from now on. */
    public void update(Link link) {
        boolean otherUse = this.link.isHeartbeat() != link.isHeartbeat();
        if (otherUse) {
            detach();
        }
        this.link = link;
        latency = latencyOf(link);
        fixedDelay = queueOf(latency);
        bandwidth = LinkBandwidth.of(link, bandwidth);
        if (otherUse) {
            attach();
        } else if (!link.isHeartbeat()) {
            from.changed(this);
        }
    }

    private DurationSampler latencyOf(Link link) {
        return DurationSampler.of(link.latency(), context.streams.of(link.from() + "→" + link.to(), "latency"));
    }

    private @Nullable FixedDelayQueue queueOf(DurationSampler latency) {
        return latency.constantNanos() == DurationSampler.VARIES
                ? null
                : context.kernel.fixedDelayQueue(latency.constantNanos());
    }

    /** How its balancer's health rules kept requests from its target, or null while they never did. */
    @Nullable
    public OutOfRotation outOfRotation() {
        return outOfRotation;
    }

    /** The record of what its balancer's health rules keep from its target, made when there is none. */
    public OutOfRotation countOutOfRotation() {
        if (outOfRotation == null) {
            outOfRotation = new OutOfRotation();
        }
        return outOfRotation;
    }

    /** What is wrong with it, or null while nothing ever was. */
    @Nullable
    public LinkFaults faults() {
        return faults;
    }

    /** The faults of the link, made when there are none yet. */
    public LinkFaults breakable() {
        if (faults == null) {
            faults = new LinkFaults(context, link.from() + "→" + link.to());
        }
        return faults;
    }

    /** Whether nothing is in flight in that direction, abandoned attempts included. */
    public boolean isQuiet(LinkDirection direction) {
        for (int slot = 0; slot < context.attempts.slots(); slot++) {
            Attempt attempt = context.attempts.at(slot);
            boolean there =
                    attempt.link != null && attempt.link.number() == number() && attempt.lostAtNanos == Attempt.NEVER;
            if (there && direction != (attempt.replying ? LinkDirection.REQUESTS : LinkDirection.REPLIES)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Cuts the link in that direction: what is in flight there is lost. Returns how many requests were lost, abandoned ones left
     * out.
     */
    public int cut(LinkDirection direction) {
        breakable().cut(direction, context.kernel.nowNanos());
        return loseWhatIsCut();
    }

    private int loseWhatIsCut() {
        LinkFaults broken = breakable();
        long nowNanos = context.kernel.nowNanos();
        int lost = 0;
        for (int slot = 0; slot < context.attempts.slots(); slot++) {
            Attempt attempt = context.attempts.at(slot);
            Component on = attempt.link;
            if (on != null && on.number() == number() && broken.isCut(attempt.replying)) {
                lost += attempt.purpose == AttemptPurpose.REQUEST
                                && !attempt.abandoned
                                && attempt.lostAtNanos == Attempt.NEVER
                        ? 1
                        : 0;
                attempt.lostAtNanos = Math.min(attempt.lostAtNanos, nowNanos);
            }
        }
        return lost;
    }

    /** Nothing comes through any more for a partition, or again. Returns how many requests were lost, abandoned ones left out. */
    public int part(boolean parted) {
        breakable().part(parted, context.kernel.nowNanos());
        return parted ? loseWhatIsCut() : 0;
    }

    /** They hang at the node at its end, too. */
    @Override
    protected void hang(int more) {
        super.hang(more);
        to.hanging += more;
    }

    /** Sends what a node that it joins tells the node at the other end, whichever that is; it ends there. */
    public void tell(Attempt attempt) {
        if (attempt.top().node().number() == from.number()) {
            send(attempt);
        } else {
            attempt.top().leaveBy(this, context.kernel.nowNanos());
            takeBack(attempt);
        }
    }

    /** Sends an attempt on from the node at its top. */
    public void send(Attempt attempt) {
        if (attempt.purpose.counts()) {
            departed++;
        }
        attempt.top().leaveBy(this, context.kernel.nowNanos());
        attempt.replying = false;
        if (server != null) {
            attempt.server = server;
        }
        travel(attempt, this);
    }

    /** Sends the reply of an attempt back to the node at its top. */
    @Override
    public void takeBack(Attempt attempt) {
        attempt.replying = true;
        travel(attempt, wayBack);
    }

    /** Under way on it, out or back. */
    private void travel(Attempt attempt, EventHandler end) {
        long nowNanos = context.kernel.nowNanos();
        attempt.link = this;
        attempt.departedAtNanos = nowNanos;
        FixedDelayQueue fixedDelay = this.fixedDelay;
        long delayNanos = fixedDelay != null ? fixedDelay.delayNanos() : latency.nextNanos();
        if (to.passingNanos != 0 && !attempt.replying) {
            delayNanos += to.passingNanos;
        }
        if (bandwidth != null && attempt.purpose == AttemptPurpose.REQUEST) {
            delayNanos += bandwidth.delayNanos(attempt, nowNanos);
        }
        if (faults != null) {
            delayNanos = faults.delay(attempt, delayNanos, latency.constantNanos() != DurationSampler.VARIES);
        }
        attempt.arrivesAtNanos = nowNanos + delayNanos;
        if (fixedDelay != null && fixedDelay.delayNanos() == delayNanos) {
            fixedDelay.add(end, attempt.slot);
        } else {
            context.kernel.schedule(delayNanos, end, attempt.slot);
        }
        Component sender = attempt.top().node();
        context.observer.departed(attempt, attempt.replying ? to : sender, attempt.replying ? sender : to);
    }

    /** An attempt is at the link's end. */
    @Override
    protected void fire(int slot) {
        Attempt attempt = context.attempts.at(slot);
        if (isLost(attempt)) {
            return;
        }
        context.kernel.fold(attempt.number << 4);
        if (attempt.purpose.isOneWay()) {
            to.heard(attempt);
        } else {
            to.receive(attempt);
        }
    }

    /** Whether it was lost on the way; else it is no longer on it. */
    private boolean isLost(Attempt attempt) {
        if (faults != null && attempt.lostAtNanos != Attempt.NEVER) {
            attempt.lostAtNanos = Attempt.NEVER;
            context.lose(attempt);
            return true;
        }
        attempt.link = null;
        context.observer.arrived(attempt);
        return false;
    }

    /** The way back has events of its own, because the processor can foretell what an event does when its handler says which it is. */
    private final class WayBack extends EventHandler {
        WayBack(String name) {
            super(context.kernel, name);
        }

        @Override
        protected void fire(int slot) {
            Attempt attempt = context.attempts.at(slot);
            if (isLost(attempt)) {
                return;
            }
            if (attempt.purpose.isOneWay()) {
                context.kernel.fold(attempt.number << 4);
                from.heard(attempt);
            } else {
                context.kernel.fold(attempt.number << 4 | 8 | attempt.outcome.ordinal());
                // Not always where the link begins: who was given a name sends over the link of who gave it.
                attempt.top().node().takeBack(attempt);
            }
        }
    }
}
