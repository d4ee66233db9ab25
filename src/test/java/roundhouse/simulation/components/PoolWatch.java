package roundhouse.simulation.components;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.AttemptPurpose;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.engine.RunObserver;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Server;

/** Counts what becomes of requests, and where the attempts of the pool are. */
public final class PoolWatch extends RunObserver {
    private final Set<Long> ended = new HashSet<>();
    private final List<NodeComponent> nodes = new ArrayList<>();
    private final Set<NodeComponent> known = new HashSet<>();
    private @Nullable RunContext context;

    @Override
    public void begins(RunContext run) {
        context = run;
    }

    @Override
    public void entered(Attempt attempt) {
        if (attempt.top().node() instanceof NodeComponent node && known.add(node)) {
            nodes.add(node);
        }
    }

    @Override
    public void ended(Attempt attempt, Outcome outcome) {
        assertThat(ended.add(attempt.request))
                .as("request %d ends once", attempt.request)
                .isTrue();
    }

    /** How many requests ended. */
    public long ended() {
        return ended.size();
    }

    /**
     * What one node has: attempts, those among them that a core works on, those that came as replies, requests that
     * came from elsewhere, and attempts of which a part was sent on.
     */
    private static final class Held {
        private int here;
        private int inWork;
        private int replies;
        private int requests;
        private int divided;
        /** Failed by a target: what is not divided waits until it may have it once more. */
        private int failed;
    }

    /**
     * Every attempt is on a link, at a node, lost, or waits to be tried again; queues keep their bounds. At a node an attempt waits for a core or for a target, is
     * worked on, is a reply that waits for the end of a pause, waits for its next try, or waits for what becomes of the part of it that was
     * sent on, or of its calls.
     */
    public void check(Topology topology) {
        if (context == null) {
            return;
        }
        Map<NodeComponent, Held> held = new HashMap<>();
        nodes.forEach(node -> held.put(node, new Held()));
        int elsewhere = 0;
        for (int slot = 0; slot < context.attempts.slots(); slot++) {
            Attempt attempt = context.attempts.at(slot);
            if (attempt.link != null && attempt.lost) {
                throw new AssertionError("call " + attempt.number + " is on a link, and lost");
            }
            elsewhere += attempt.link != null || attempt.lost ? 1 : 0;
            note(attempt, held);
        }
        int atNodes = 0;
        for (NodeComponent node : nodes) {
            Held has = held.get(node);
            if (node instanceof ProcessorComponent processor && has != null) {
                check(processor, has);
                atNodes += has.here;
            }
        }
        assertThat(context.attempts.inUse() - elsewhere - atNodes)
                .as("waiting to be tried again")
                .isBetween(0, (int) context.totals.unfinished());
        for (NodeComponent node : nodes) {
            if (topology.node(node.id).orElse(null) instanceof Server server) {
                assertThat(node.metrics.queue.value())
                        .as("queue of %s", node.id)
                        .isLessThanOrEqualTo(server.queue());
            }
        }
    }

    private void note(Attempt attempt, Map<NodeComponent, Held> held) {
        NodeComponent node = at(attempt);
        Held has = node == null ? null : held.get(node);
        if (node != null && has != null) {
            has.here++;
            boolean works = attempt.doneAtNanos != Attempt.NEVER;
            has.inWork += works ? 1 : 0;
            has.replies += attempt.replying && !works ? 1 : 0;
            has.failed += attempt.top().failures() > 0 ? 1 : 0;
            has.requests += attempt.purpose == AttemptPurpose.REQUEST
                            && attempt.origin().number() != node.number()
                    ? 1
                    : 0;
        }
        NodeComponent waits = attempt.whole == null ? null : at(attempt.whole);
        Held there = waits == null ? null : held.get(waits);
        if (there != null && waits != null && !waits.serves()) {
            there.divided++;
        }
    }

    /** Which node has the attempt, or null when none does. */
    private @Nullable NodeComponent at(Attempt attempt) {
        if (attempt.link == null && !attempt.lost) {
            for (NodeComponent node : nodes) {
                if (attempt.isAt(node)) {
                    return node;
                }
            }
        }
        return null;
    }

    private static void check(ProcessorComponent node, Held has) {
        int waiting = node.waiting() + node.waitingForTargets();
        assertThat(has.here - waiting - has.inWork - has.divided - node.metrics.inCalls.value())
                .as("at %s replies that wait for the end of a pause, and requests for their next try", node.id)
                .isBetween(0L, (node.isPaused() ? (long) has.replies : 0) + has.failed);
        assertThat(node.metrics.busy.value())
                .as("cores busy of %s", node.id)
                .isEqualTo(node.isPaused() ? 0 : has.inWork);
        assertThat(node.metrics.queue.value()).as("queue of %s", node.id).isEqualTo(waiting);
        assertThat(node.metrics.inFlight.value()).as("in flight at %s", node.id).isGreaterThanOrEqualTo(has.requests);
    }

    /** Whether nothing but requests waits for a core in that system. */
    public static boolean hasNoChecks(Topology topology) {
        return topology.nodes().stream()
                .noneMatch(node -> node instanceof LoadBalancer balancer
                        && balancer.health().active() != null);
    }

    /** Attempts that somebody has. */
    public int inUse() {
        return context == null ? 0 : context.attempts.inUse();
    }

    /**
     * Nothing is under way any more; only lost attempts whose clients wait for ever are left, and those that wait for targets whose
     * room they have for ever.
     */
    public void checkSettled(long unfinished) {
        if (context == null) {
            return;
        }
        int lost = 0;
        int queued = 0;
        Set<Long> waiting = new HashSet<>();
        for (int slot = 0; slot < context.attempts.slots(); slot++) {
            Attempt attempt = context.attempts.at(slot);
            NodeComponent at = attempt.lost ? null : at(attempt);
            boolean queues = at != null && at.waitingForTargets() > 0;
            queued += queues ? 1 : 0;
            lost += attempt.lost ? 1 : 0;
            if (attempt.lost || (queues && !attempt.abandoned)) {
                waiting.add(attempt.request);
            }
        }
        assertThat(context.attempts.inUse()).as("calls in the pool").isEqualTo(lost + queued);
        assertThat(queued)
                .as("waiting for targets")
                .isEqualTo(nodes.stream()
                        .mapToInt(NodeComponent::waitingForTargets)
                        .sum());
        assertThat(waiting).as("unfinished requests").hasSize((int) unfinished);
    }
}
