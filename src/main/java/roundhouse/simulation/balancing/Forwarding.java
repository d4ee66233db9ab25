package roundhouse.simulation.balancing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Failure;
import roundhouse.routing.Outcome;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.components.ZonePicks;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.KeptConnection;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.targets.TargetGroup;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.checking.MarkedActions;

/**
 * What becomes of a balancer's requests between the pick of a target and the end: one that a target has failed is perhaps given to
 * another, or to the same once more. At layer 4 the pick is that of the connection, where a request came over one that is kept.
 */
final class Forwarding implements Failover.Listener, WaitingRoom.Listener {
    /** The balancer that forwards. */
    interface Host {
        /** No target gets the attempt any more: it is answered so. */
        void conclude(Attempt attempt, Outcome outcome);

        /** Nobody waits any more for an attempt that began at the balancer and is lost. */
        void release(Attempt attempt);
    }

    private final RunContext context;
    private final NodeComponent balancer;
    private final Host host;
    private final Picks picks;
    private final ConnectionPicks connections;
    private final BalancerLimits limits;
    private final Repeats repeats;
    private final SessionShutdown shutdown;
    private LoadBalancer spec;
    private Failover failover;
    /** Null as long as the balancer stands in no zone. */
    private @Nullable ZonePicks zonePicks;

    <B extends NodeComponent & Host> Forwarding(
            RunContext context,
            B balancer,
            LoadBalancer spec,
            Picks picks,
            ConnectionPicks connections,
            BalancerLimits limits) {
        this.context = context;
        this.balancer = balancer;
        this.host = balancer;
        this.spec = spec;
        this.picks = picks;
        this.connections = connections;
        this.limits = limits;
        failover = failoverOf(spec);
        repeats = new Repeats(context, balancer, this::repeat);
        shutdown = new SessionShutdown(context, balancer.id, connections);
        standsIn(spec.zone());
    }

    void become(LoadBalancer next) {
        LoadBalancer before = spec;
        spec = next;
        standsIn(next.zone());
        if (!before.passOn().equals(next.passOn())
                || !before.timeouts().equals(next.timeouts())
                || !BalancerTargets.actions(before).equals(BalancerTargets.actions(next))) {
            failover = failoverOf(next);
        }
    }

    private Failover failoverOf(LoadBalancer of) {
        boolean breaksOff = !BalancerTargets.actions(of).equals(MarkedActions.NONE);
        connections.remember(breaksOff);
        return new Failover(context, balancer, this, of.passOn(), of.timeouts(), limits.counts(), breaksOff);
    }

    private void standsIn(@Nullable String zone) {
        if (zone != null && zonePicks == null) {
            zonePicks = new ZonePicks();
        }
        if (zonePicks != null) {
            zonePicks.standsIn(zone);
        }
    }

    @Nullable
    ZonePicks zonePicks() {
        return zonePicks;
    }

    /** Gives the attempt a target, or that of its connection. */
    void give(Attempt attempt) {
        KeptConnection connection = attempt.connection;
        if (spec.layer() == 4 && connection != null) {
            send(attempt, connections.pick(connection, attempt), PickTag.BY_CONNECTION);
        } else {
            route(attempt);
        }
    }

    @Override
    public void admitted(Attempt attempt, long tag) {
        boolean pinned = spec.layer() == 4 && attempt.connection != null;
        send(attempt, tag, pinned ? PickTag.BY_CONNECTION : tag);
    }

    @Override
    public void turnedAway(Attempt attempt, Outcome outcome) {
        host.conclude(attempt, outcome);
    }

    private void route(Attempt attempt) {
        limits.begin(attempt);
        long tag = picks.give(attempt);
        send(attempt, tag, tag);
    }

    private void send(Attempt attempt, long tag, long remembered) {
        if (tag < 0) {
            if (tag != PickTag.WAITS) {
                host.conclude(attempt, tag == PickTag.FULL ? Outcome.REJECTED : Outcome.FAILED);
            }
            return;
        }
        attempt.top().tag = remembered;
        LinkComponent link = picks.link(tag);
        link.picked++;
        if (zonePicks != null) {
            zonePicks.picked(link.to.node().zone());
        }
        failover.send(attempt, link, remembered != PickTag.BY_CONNECTION);
    }

    /** An attempt came back, {@code nanos} after it was sent on. */
    void replied(Attempt attempt, long nanos) {
        if (attempt.top().tag == PickTag.BY_CONNECTION) {
            repliedOver(attempt, nanos);
        } else {
            settle(attempt, nanos, attempt.outcome);
        }
    }

    /** A part of an attempt, which the balancer itself began, came back. */
    void partReplied(Attempt part, long nanos) {
        failover.replied(part, nanos);
    }

    @Override
    public void settle(Attempt attempt, long nanos, Outcome outcome) {
        long tag = attempt.top().tag;
        if (tag == PickTag.BY_CONNECTION) {
            attempt.outcome = outcome;
            repliedOver(attempt, nanos);
            return;
        }
        context.observer.given(attempt, outcome);
        if (!picks.isKnown(tag)) {
            host.conclude(attempt, Outcome.FAILED);
            return;
        }
        TargetGroup group = picks.group(tag);
        picks.finished(tag, nanos, outcome);
        Failure failure = seen(attempt, outcome);
        group.judge(PickTag.target(tag), failure);
        if (failover.isForAnother(attempt, failure)) {
            again(attempt, tag);
        } else {
            if (failure == null || failure.isAnswer()) {
                group.answered(attempt, PickTag.target(tag));
            }
            passBack(attempt, outcome);
        }
    }

    /** Gives the attempt, which a target has failed, to a target once more. */
    private void again(Attempt attempt, long tag) {
        if (failover.again(attempt, PickTag.target(tag))) {
            repeats.later(attempt, failover.waitNanos());
            return;
        }
        long next = picks.give(attempt);
        if (next == PickTag.NONE && failover.mayComeBack()) {
            toTheSame(attempt, tag);
        } else {
            send(attempt, next, next);
        }
    }

    /** The target that failed it gets the attempt once more. */
    private void repeat(Attempt attempt) {
        KeptConnection connection = attempt.connection;
        if (attempt.top().tag == PickTag.BY_CONNECTION && connection != null) {
            send(attempt, connections.pick(connection, attempt), PickTag.BY_CONNECTION);
        } else {
            toTheSame(attempt, attempt.top().tag);
        }
    }

    private void toTheSame(Attempt attempt, long tag) {
        if (picks.again(tag, attempt)) {
            send(attempt, tag, tag);
        } else {
            route(attempt);
        }
    }

    /** What failure the balancer notices. */
    private @Nullable Failure seen(Attempt attempt, Outcome outcome) {
        return Failure.of(spec.layer() == 4 ? ConnectionPicks.noticed(outcome) : outcome, attempt.broken);
    }

    /** Answers as the last target did, or with an error of its own. At layer 4 a connection that broke breaks for the client too. */
    private void passBack(Attempt attempt, Outcome outcome) {
        boolean broken = attempt.broken && spec.layer() == 4;
        host.conclude(attempt, failover.verdict(outcome));
        attempt.broken = broken;
    }

    /** Layer 4: a reply over a kept connection. */
    private void repliedOver(Attempt attempt, long nanos) {
        context.observer.given(attempt, attempt.outcome);
        long tag = connections.replied(attempt, nanos, failover);
        if (tag == PickTag.NONE) {
            passBack(attempt, attempt.outcome);
        } else if (tag == PickTag.LATER) {
            repeats.later(attempt, failover.waitNanos());
        } else {
            send(attempt, tag, PickTag.BY_CONNECTION);
        }
    }

    /** The attempt's time is over. Returns whether a target worked on it, which goes on for nobody. */
    boolean timedOut(Attempt attempt) {
        if (!failover.abandon(attempt)) {
            return false;
        }
        context.observer.given(attempt, Outcome.TIMED_OUT);
        long tag = attempt.top().tag;
        picks.finished(tag, sinceSent(attempt), Outcome.TIMED_OUT);
        if (picks.isKnown(tag)) {
            picks.group(tag).judge(PickTag.target(tag), Failure.TIMED_OUT);
        }
        return true;
    }

    /** Nobody waits any more for the attempt, which is lost at its target or on the way. */
    void dropped(Attempt attempt) {
        picks.finished(attempt.top().tag, sinceSent(attempt), Outcome.TIMED_OUT);
        failover.dropped(attempt);
    }

    private long sinceSent(Attempt attempt) {
        return context.kernel.nowNanos() - attempt.top().sentAtNanos;
    }

    /** A part of an attempt is lost. */
    void partLost(Attempt part) {
        failover.lost(part);
    }

    @Override
    public void release(Attempt attempt) {
        host.release(attempt);
    }

    /** Checks have marked a target as up or down. */
    void marked(LinkComponent target, boolean up, List<LinkComponent> links) {
        shutdown.marked(target, up, BalancerTargets.actions(spec), links, failover);
    }

    /** The balancer crashes: nobody waits for any part. */
    void abandonParts() {
        failover.abandonAll();
    }

    /** Nothing that waits to be repeated is. */
    void cancelRepeats() {
        repeats.cancel();
    }
}
