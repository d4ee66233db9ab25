package roundhouse.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;
import roundhouse.topology.Node;
import roundhouse.topology.Topology;

/** Counts what becomes of requests, and where the calls of the pool are. */
final class PoolWatch extends Probe {
    private final Set<Long> ended = new HashSet<>();
    private final Set<NodeComponent> nodes = new LinkedHashSet<>();
    private @Nullable Engine engine;

    @Override
    void entered(Call call) {
        engine = call.top().node().engine;
        nodes.add(call.top().node());
    }

    @Override
    void ended(Call call, Outcome outcome) {
        assertThat(ended.add(call.request))
                .as("request %d ends once", call.request)
                .isTrue();
    }

    /** How many requests ended. */
    long ended() {
        return ended.size();
    }

    /** Every call is on a link, at a node, lost, or waits to be tried again; queues keep their bounds. */
    void check(Topology topology) {
        if (engine == null) {
            return;
        }
        int onLinks = 0;
        int lost = 0;
        for (int slot = 0; slot < engine.calls.slots(); slot++) {
            Call call = engine.calls.at(slot);
            onLinks += call.hop != null ? 1 : 0;
            lost += call.lost ? 1 : 0;
            assertThat(call.hop != null && call.lost).as("on a link and lost").isFalse();
        }
        int held = 0;
        for (NodeComponent node : nodes) {
            held += check(node);
        }
        assertThat(engine.calls.inUse() - onLinks - lost - held)
                .as("waiting to be tried again")
                .isBetween(0, (int) engine.totals.unfinished());
        for (Node node : topology.nodes()) {
            if (node instanceof Node.Server server) {
                nodes.stream()
                        .filter(there -> there.id.equals(server.id()))
                        .forEach(there -> assertThat(there.metrics.queue.value())
                                .as("queue of %s", server.id())
                                .isLessThanOrEqualTo(server.queue()));
            }
        }
    }

    private int check(NodeComponent node) {
        if (!(node instanceof ProcessorComponent processor) || engine == null) {
            return 0;
        }
        int here = 0;
        for (int slot = 0; slot < engine.calls.slots(); slot++) {
            here += engine.calls.at(slot).isAt(node) ? 1 : 0;
        }
        assertThat(here)
                .as("held by %s", node.id)
                .isEqualTo(processor.waiting() + processor.inWork() + node.waitingReplies());
        assertThat(node.metrics.inFlight.value()).as("in flight at %s", node.id).isGreaterThanOrEqualTo(here);
        return here;
    }

    /** Nothing is under way any more; only lost calls whose clients wait for ever are left. */
    void checkSettled(long unfinished) {
        if (engine == null) {
            return;
        }
        int lost = 0;
        Set<Long> waiting = new HashSet<>();
        for (int slot = 0; slot < engine.calls.slots(); slot++) {
            Call call = engine.calls.at(slot);
            if (call.lost) {
                lost++;
                waiting.add(call.request);
            }
        }
        assertThat(engine.calls.inUse()).as("calls in the pool").isEqualTo(lost);
        assertThat(waiting).as("unfinished requests").hasSize((int) unfinished);
    }
}
