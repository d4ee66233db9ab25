package roundhouse.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Server;

/** Counts what becomes of requests, and where the calls of the pool are. */
final class PoolWatch extends RunObserver {
    private final Set<Long> ended = new HashSet<>();
    private final List<NodeComponent> nodes = new ArrayList<>();
    private final Set<NodeComponent> known = new HashSet<>();
    private @Nullable RunContext engine;

    @Override
    void entered(Attempt call) {
        NodeComponent node = call.top().node();
        engine = node.engine;
        if (known.add(node)) {
            nodes.add(node);
        }
    }

    @Override
    void ended(Attempt call, Outcome outcome) {
        assertThat(ended.add(call.request))
                .as("request %d ends once", call.request)
                .isTrue();
    }

    /** How many requests ended. */
    long ended() {
        return ended.size();
    }

    /** What one node has: calls, requests among them that came from elsewhere, and calls of which a part was sent on. */
    private static final class Held {
        private int here;
        private int requests;
        private int divided;
    }

    /**
     * Every call is on a link, at a node, lost, or waits to be tried again; queues keep their bounds. At a node a call waits for a core, is
     * worked on, is a reply that waits for the end of a pause, or waits for what becomes of the part of it that was sent on.
     */
    void check(Topology topology) {
        if (engine == null) {
            return;
        }
        Map<NodeComponent, Held> held = new HashMap<>();
        nodes.forEach(node -> held.put(node, new Held()));
        int elsewhere = 0;
        for (int slot = 0; slot < engine.calls.slots(); slot++) {
            Attempt call = engine.calls.at(slot);
            if (call.hop != null && call.lost) {
                throw new AssertionError("call " + call.number + " is on a link, and lost");
            }
            elsewhere += call.hop != null || call.lost ? 1 : 0;
            note(call, held);
        }
        int atNodes = 0;
        for (NodeComponent node : nodes) {
            Held has = held.get(node);
            if (node instanceof ProcessorComponent processor && has != null) {
                check(processor, has);
                atNodes += has.here;
            }
        }
        assertThat(engine.calls.inUse() - elsewhere - atNodes)
                .as("waiting to be tried again")
                .isBetween(0, (int) engine.totals.unfinished());
        for (NodeComponent node : nodes) {
            if (topology.node(node.id).orElse(null) instanceof Server server) {
                assertThat(node.metrics.queue.value())
                        .as("queue of %s", node.id)
                        .isLessThanOrEqualTo(server.queue());
            }
        }
    }

    private void note(Attempt call, Map<NodeComponent, Held> held) {
        NodeComponent node = at(call);
        Held has = node == null ? null : held.get(node);
        if (node != null && has != null) {
            has.here++;
            has.requests +=
                    call.purpose == AttemptPurpose.REQUEST && call.origin().number() != node.number() ? 1 : 0;
        }
        NodeComponent waits = call.whole == null ? null : at(call.whole);
        Held there = waits == null ? null : held.get(waits);
        if (there != null) {
            there.divided++;
        }
    }

    /** Which node has the call, or null when none does. */
    private @Nullable NodeComponent at(Attempt call) {
        if (call.hop == null && !call.lost) {
            for (NodeComponent node : nodes) {
                if (call.isAt(node)) {
                    return node;
                }
            }
        }
        return null;
    }

    private static void check(ProcessorComponent node, Held has) {
        assertThat(has.here)
                .as("held by %s", node.id)
                .isEqualTo(node.waiting() + node.inWork() + node.waitingReplies() + has.divided);
        assertThat(node.metrics.queue.value()).as("queue of %s", node.id).isEqualTo(node.waiting());
        assertThat(node.metrics.inFlight.value()).as("in flight at %s", node.id).isGreaterThanOrEqualTo(has.requests);
    }

    /** Whether nothing but requests waits for a core in that system. */
    static boolean hasNoChecks(Topology topology) {
        return topology.nodes().stream()
                .noneMatch(node -> node instanceof LoadBalancer balancer
                        && balancer.health().active() != null);
    }

    /** Calls that somebody has. */
    int inUse() {
        return engine == null ? 0 : engine.calls.inUse();
    }

    /** Nothing is under way any more; only lost calls whose clients wait for ever are left. */
    void checkSettled(long unfinished) {
        if (engine == null) {
            return;
        }
        int lost = 0;
        Set<Long> waiting = new HashSet<>();
        for (int slot = 0; slot < engine.calls.slots(); slot++) {
            Attempt call = engine.calls.at(slot);
            if (call.lost) {
                lost++;
                waiting.add(call.request);
            }
        }
        assertThat(engine.calls.inUse()).as("calls in the pool").isEqualTo(lost);
        assertThat(waiting).as("unfinished requests").hasSize((int) unfinished);
    }
}
