package roundhouse.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Recognises retry storms and names the nodes where they happen. Looks between events, every tenth of a second, and only when
 * clients try more than once.
 */
final class StormWatch {
    private static final long SECOND = 1_000_000_000;
    /** A node is overwhelmed when no core is free, and its queue is full or this part of what it holds is for nobody any more. */
    private static final double ABANDONED = 0.2;

    private static final int MOST_NAMES = 3;

    private final RunContext engine;
    private final Network network;
    private final List<RetryStorm> storms = new ArrayList<>();
    private int[] abandoned = {};
    private boolean flagged;

    StormWatch(RunContext engine, Network network) {
        this.engine = engine;
        this.network = network;
    }

    /** A tenth of a second is over. */
    void slice(long now) {
        List<ClientsComponent> all = network.everyClients();
        while (storms.size() < all.size()) {
            storms.add(new RetryStorm(all.get(storms.size())));
        }
        boolean looked = false;
        boolean overwhelmed = false;
        boolean raging = false;
        for (int i = 0; i < storms.size(); i++) {
            RetryStorm storm = storms.get(i);
            if (!storm.clients.triesAgain() && !storm.isRaging()) {
                continue;
            }
            boolean suspect = storm.slice();
            if (suspect && !looked) {
                looked = true;
                overwhelmed = look(now);
            }
            if (storm.stormy(suspect && overwhelmed)) {
                say(storm, now);
            }
            raging |= storm.isRaging();
        }
        if (raging || flagged) {
            flag(now, raging);
        }
    }

    /** Finds the nodes that are overwhelmed. Returns whether one is, or was within the last second. */
    private boolean look(long now) {
        NodeComponent[] nodes = network.nodes();
        if (abandoned.length < nodes.length) {
            abandoned = new int[nodes.length];
        }
        Arrays.fill(abandoned, 0);
        for (int slot = 0; slot < engine.calls.slots(); slot++) {
            Attempt call = engine.calls.at(slot);
            if (call.abandoned && !call.lost && call.hop == null) {
                int index = call.top().node().index;
                if (index != NodeComponent.GONE) {
                    abandoned[index]++;
                }
            }
        }
        boolean any = false;
        for (NodeComponent node : nodes) {
            if (node instanceof ProcessorComponent processor
                    && processor.waiting() > 0
                    && !processor.hasFreeCore()
                    && (processor.isFull() || abandoned[node.index] >= ABANDONED * node.metrics.inFlight.value())) {
                node.overwhelmedAt = now;
            }
            any |= isOverwhelmed(node, now);
        }
        return any;
    }

    private static boolean isOverwhelmed(NodeComponent node, long now) {
        return now - node.overwhelmedAt < SECOND;
    }

    private void say(RetryStorm storm, long now) {
        if (!storm.isRaging()) {
            engine.transcript.say("the retry storm from " + storm.clients.id + " is over");
            return;
        }
        List<String> names = new ArrayList<>();
        for (NodeComponent node : network.nodes()) {
            if (isOverwhelmed(node, now)) {
                names.add(node.id);
            }
        }
        int more = names.size() - MOST_NAMES;
        String where = more > 0
                ? String.join(", ", names.subList(0, MOST_NAMES)) + " and " + more + " more"
                : String.join(" and ", names);
        engine.transcript.say(String.format(
                Locale.ROOT,
                "retry storm at %s: %.1f tries a request from %s, and %.0f %% of requests end badly",
                where,
                storm.triesPerRequest(),
                storm.clients.id,
                100 * storm.badShare()));
    }

    private void flag(long now, boolean raging) {
        flagged = raging;
        for (NodeComponent node : network.nodes()) {
            node.storm = raging && isOverwhelmed(node, now);
        }
        for (RetryStorm storm : storms) {
            storm.clients.storm = storm.isRaging();
        }
    }
}
