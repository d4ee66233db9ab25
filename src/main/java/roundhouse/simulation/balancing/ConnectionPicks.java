package roundhouse.simulation.balancing;

import java.util.ArrayList;
import java.util.List;
import roundhouse.routing.Balancer;
import roundhouse.routing.Failure;
import roundhouse.routing.Outcome;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.Component;
import roundhouse.simulation.engine.KeptConnection;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.targets.TargetGroup;

/**
 * Layer 4: a load balancer's picks for kept connections, one for each, made with its first request.
 *
 * <p>Until somebody has answered over a connection there is none to the target: refused, it may go to the next, with all that came over
 * it meanwhile. Later the client is told, and opens another. A target that checks take out keeps its connections, as with HAProxy unless
 * told otherwise.
 */
final class ConnectionPicks implements KeptConnection.Chooser {
    private static final int FEW = 64;

    private final RunContext context;
    private final Picks picks;
    /** Connections with a pick, closed ones among them; none where nobody asks for them. */
    private final List<KeptConnection> open = new ArrayList<>();

    private int most = FEW;
    private boolean remembers;

    ConnectionPicks(RunContext context, Picks picks) {
        this.context = context;
        this.picks = picks;
    }

    /** The tag of the connection's pick, made now if need be; {@link PickTag#NONE} when there is no target for it. */
    long pick(KeptConnection connection, Attempt attempt) {
        long tag = connection.tag(this);
        if (picks.isCurrent(tag)) {
            context.observer.pinned(attempt, picks.group(tag), PickTag.target(tag), connection.taggedFor(this));
            return tag;
        }
        picks.finished(tag, 0, Outcome.FAILED);
        return open(connection, attempt);
    }

    private long open(KeptConnection connection, Attempt attempt) {
        long tag = picks.give(attempt);
        opened(connection, attempt, Math.max(tag, KeptConnection.UNTAGGED));
        return tag;
    }

    /** The attempt has opened the connection to the target of that tag. */
    void opened(KeptConnection connection, Attempt attempt, long tag) {
        connection.tag(this, tag, attempt.request);
        if (remembers) {
            forgetClosed();
            open.add(connection);
        }
    }

    /** From now on connections can be broken off, or cannot. */
    void remember(boolean remembers) {
        this.remembers = remembers;
        if (!remembers) {
            open.clear();
        }
    }

    /** Now and then, so that a connection costs no more than a few looks. */
    private void forgetClosed() {
        if (open.size() >= most) {
            open.removeIf(connection -> connection.tag(this) == KeptConnection.UNTAGGED);
            most = Math.max(FEW, 2 * open.size());
        }
    }

    /** Closes the connections to the target at the link's end. Returns how many of them were idle. */
    int breakOff(LinkComponent link) {
        int idle = 0;
        for (KeptConnection connection : List.copyOf(open)) {
            long tag = connection.tag(this);
            if (tag != KeptConnection.UNTAGGED
                    && picks.isCurrent(tag)
                    && picks.link(tag).number() == link.number()) {
                open.remove(connection);
                idle += connection.breakOff() ? 1 : 0;
            }
        }
        return idle;
    }

    /**
     * A reply came back over a kept connection, {@code nanos} after its request was sent on. Returns the tag by which the attempt goes to
     * another target, {@link PickTag#LATER} when it is for the same one after a while, or {@link PickTag#NONE} when it goes back to the client.
     */
    long replied(Attempt attempt, long nanos, Failover failover) {
        KeptConnection connection = attempt.connection;
        long tag = connection == null ? PickTag.NONE : connection.tag(this);
        if (connection == null || !picks.isKnown(tag)) {
            return PickTag.NONE;
        }
        TargetGroup group = picks.group(tag);
        int pinned = PickTag.target(tag);
        Component via = attempt.top().via();
        int target = group.link(pinned).number() == via.number() ? pinned : group.indexOf(via);
        boolean absent = target != pinned || connection.replied(this, nanos);
        if (target != Balancer.NONE) {
            group.judge(target, Failure.of(noticed(attempt.outcome), attempt.broken));
        }
        boolean refused = target != Balancer.NONE && attempt.outcome == Outcome.REFUSED;
        if (!refused || !absent || !failover.isForAnother(attempt, Failure.REFUSED)) {
            return PickTag.NONE;
        }
        boolean again = failover.again(attempt, target);
        if (target == pinned && again) {
            // There is no connection to it yet, so its next answer is the first.
            connection.tag(this, tag, attempt.request);
            return PickTag.LATER;
        }
        if (target == pinned) {
            connectionClosed(tag, nanos, attempt.outcome);
            return open(connection, attempt);
        }
        context.observer.pinned(attempt, group, pinned, connection.taggedFor(this));
        return tag;
    }

    /** What of an outcome a balancer at layer 4 notices: it does not read replies. */
    static Outcome noticed(Outcome outcome) {
        return outcome == Outcome.FAILED ? Outcome.OK : outcome;
    }

    @Override
    public void connectionClosed(long tag, long firstReplyNanos, Outcome outcome) {
        picks.finished(tag, firstReplyNanos, outcome);
    }
}
