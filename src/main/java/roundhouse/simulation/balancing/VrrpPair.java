package roundhouse.simulation.balancing;

import org.jspecify.annotations.Nullable;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.AttemptPurpose;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.faults.IncidentImpact;
import roundhouse.simulation.transcript.TranscriptWords;

/**
 * Two load balancers that share an address, with a heartbeat between them. One is active; the other takes over when it hears nothing,
 * by the rules of VRRP (RFC 3768 for version 2, RFC 5798 for 3, see {@link roundhouse.health.Vrrp}).
 *
 * <p>The address is where the network last heard of it: each advertisement of an active balancer carries the shared hardware address,
 * so switches send what follows to its sender. Normally that changes only at a takeover. When both are active, because their heartbeat
 * does not get through, each advertisement moves the address, so requests go to the one and then to the other.
 *
 * <p>A run begins in the steady state: the one of higher priority is active, at equal priorities the one at the link's beginning.
 */
final class VrrpPair {
    private final RunContext context;
    private final TakeoverLog log;
    private final LinkComponent heartbeat;
    private final VrrpPeer first;
    private final VrrpPeer second;
    private VrrpPeer holder;
    private @Nullable Split split;
    /** Who took the address from one of lower priority that may not have heard of it yet, and when. */
    private @Nullable VrrpPeer preempting;

    private long preemptedNanos;
    /** The nodes and links of the topology as it is. */
    private NodeComponent[] nodes;

    private LinkComponent[] links;

    /**
     * Both are active.
     *
     * @param sinceNanos when it began, nanoseconds
     * @param missed requests that had missed the state of their session until then
     */
    private record Split(long sinceNanos, long missed) {}

    VrrpPair(
            RunContext context,
            TakeoverLog log,
            NodeComponent[] nodes,
            LinkComponent[] links,
            LinkComponent heartbeat) {
        this.context = context;
        this.log = log;
        this.nodes = nodes;
        this.links = links;
        this.heartbeat = heartbeat;
        // At equal priorities the greater address wins.
        first = new VrrpPeer(context, this, (LoadBalancerComponent) heartbeat.from, heartbeat.link(), 2);
        second = new VrrpPeer(context, this, (LoadBalancerComponent) heartbeat.to, heartbeat.link(), 1);
        boolean better = second.priority() > first.priority();
        holder = !second.node().isDown() && (better || first.node().isDown()) ? second : first;
        holder.start(true);
        other(holder).start(false);
        address();
    }

    boolean isOf(LinkComponent link) {
        return heartbeat.number() == link.number();
    }

    /** The link, one of the balancers or what is around them may have changed. */
    void update(NodeComponent[] nodes, LinkComponent[] links) {
        this.nodes = nodes;
        this.links = links;
        first.configure(heartbeat.link());
        second.configure(heartbeat.link());
        address();
    }

    /** The heartbeat is gone: two balancers that know nothing of each other. */
    void dissolve(LinkComponent[] links) {
        this.links = links;
        boolean wasActive = (VrrpWords.isGone(first) ? first : second).isActive();
        first.leave();
        second.leave();
        split = null;
        setElsewhere(null);
        String end = VrrpWords.end(first, second, wasActive);
        if (!end.isEmpty()) {
            context.transcript.say(end);
        }
    }

    /** Sends an advertisement: to the other balancer over the link, and to the switches of the network. */
    void advertise(VrrpPeer sender) {
        Attempt attempt = context.attempts.take();
        attempt.purpose = AttemptPurpose.HEARTBEAT;
        context.enter(attempt, sender.node());
        attempt.top().tag = sender.priority();
        heartbeat.tell(attempt);
        VrrpPeer preempts = preempting;
        if (preempts != null
                && preempts.node().number() == sender.node().number()
                && context.kernel.nowNanos() > preemptedNanos) {
            // The other one should have heard the advertisement before this one.
            preempting = null;
            rolesChanged();
        }
        if (holder.node().number() != sender.node().number()) {
            holder = sender;
            address();
        }
    }

    private VrrpPeer other(VrrpPeer peer) {
        return peer.node().number() == first.node().number() ? second : first;
    }

    /** A member has crashed. */
    void crashed(VrrpPeer peer) {
        log.crashed(peer.node().id, context.kernel.nowNanos(), other(peer).isActive());
    }

    /** A member has become active. */
    void tookOver(VrrpPeer peer) {
        VrrpPeer other = other(peer);
        NodeComponent node = peer.node();
        boolean back = other.isActive()
                && peer.priority() > other.priority()
                && (peer.silenceNanos() < other.intervalNanos() || peer.hasJustBegun());
        log.tookOver(node.id, context.kernel.nowNanos());
        context.transcript.say(
                node.title() + (back ? VrrpWords.preemption(peer, other) : VrrpWords.takeover(peer, other)));
        if (back) {
            preempting = peer;
            preemptedNanos = context.kernel.nowNanos();
        }
        if (!back) {
            rolesChanged();
        }
    }

    /** A member that was down has heard from the other one, and does not take the address from it at once. */
    void returned(VrrpPeer peer) {
        String stays = VrrpWords.stays(peer, other(peer));
        if (!stays.isEmpty()) {
            context.transcript.say(peer.node().title() + stays);
        }
    }

    /** A member is active no more, for the other one has priority. */
    void steppedDown(VrrpPeer peer) {
        context.transcript.say(peer.node().title() + VrrpWords.steppedDown(peer, other(peer)));
        rolesChanged();
    }

    /**
     * A member became active or stopped being so. One that takes the address back is active beside the other until the other hears of
     * it, which is no split.
     */
    void rolesChanged() {
        boolean both = first.isActive() && second.isActive();
        if (!both) {
            preempting = null;
        }
        if (both && split == null && preempting == null) {
            split = new Split(context.kernel.nowNanos(), context.totals.sessionsMissed);
            context.transcript.say("split brain: " + first.node().title() + " and "
                    + second.node().title() + " are both active; the address moves with each heartbeat");
        } else if (!both && split != null) {
            context.transcript.say("split brain over: only "
                    + (first.isActive() ? first : second).node().title() + " is active" + missed(split));
            split = null;
        }
    }

    /** That both are still active, for how long and what it cost so far, in words; empty when only one is. */
    String still() {
        long nowNanos = context.kernel.nowNanos();
        return split == null || split.sinceNanos() == nowNanos
                ? ""
                : first.node().title() + " and " + second.node().title() + " are still both active after "
                        + TranscriptWords.time(nowNanos - split.sinceNanos()) + missed(split);
    }

    /** What a split did to sessions; nothing where no server keeps any. */
    private String missed(Split split) {
        long missed = context.totals.sessionsMissed - split.missed();
        boolean kept = missed > 0;
        for (NodeComponent node : nodes) {
            kept |= node.sessions() != null;
        }
        if (!kept) {
            return "";
        }
        return missed == 0
                ? "; no request missed its session meanwhile"
                : "; " + IncidentImpact.requests(missed) + " missed " + (missed == 1 ? "its session" : "their sessions")
                        + " meanwhile";
    }

    /** Tells every link to a member whether the address is at its end. */
    private void address() {
        setElsewhere(other(holder).node());
    }

    private void setElsewhere(@Nullable NodeComponent node) {
        for (LinkComponent link : links) {
            boolean toFirst = link.to.number() == first.node().number();
            if ((toFirst || link.to.number() == second.node().number())
                    && !link.link().isHeartbeat()) {
                link.addressElsewhere(
                        node != null && link.to.number() == node.number() ? this::standby : null,
                        toFirst ? second.node() : first.node());
            }
        }
    }

    /** Why the address is not at the member that has it not, as things stand. */
    private String standby() {
        return VrrpWords.standby(other(holder), holder);
    }
}
