package roundhouse.simulation.observing.recognising;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.Component;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.network.Network;

/**
 * Recognises retry storms and names the nodes where they happen. Looks between events, every tenth of a second, and only when
 * clients retry.
 */
public final class StormWatch {
    private static final long SECOND_NANOS = 1_000_000_000;
    /** A node is overwhelmed when no core is free, and its queue is full or this part of what it holds is for nobody any more. */
    private static final double ABANDONED = 0.2;

    private static final int MOST_NAMES = 3;

    private final RunContext context;
    private final Network network;
    private final List<RetryStorm> storms = new ArrayList<>();
    private int[] abandoned = {};
    private boolean flagged;

    public StormWatch(RunContext context, Network network) {
        this.context = context;
        this.network = network;
    }

    /** A tenth of a second is over. */
    public void slice(long nowNanos) {
        List<NodeComponent> all = network.everySource();
        while (storms.size() < all.size()) {
            storms.add(RetryStorm.of(all.get(storms.size())));
        }
        boolean looked = false;
        boolean overwhelmed = false;
        boolean raging = false;
        for (int i = 0; i < storms.size(); i++) {
            RetryStorm storm = storms.get(i);
            if (!storm.attemptsAgain() && !storm.isRaging()) {
                continue;
            }
            boolean suspect = storm.slice();
            if (suspect && !looked) {
                looked = true;
                overwhelmed = look(nowNanos);
            }
            if (storm.stormy(suspect && overwhelmed)) {
                say(storm, nowNanos);
            }
            raging |= storm.isRaging();
        }
        if (raging || flagged) {
            flag(nowNanos, raging);
        }
    }

    /** Finds the nodes that are overwhelmed. Returns whether one is, or was within the last second. */
    private boolean look(long nowNanos) {
        NodeComponent[] nodes = network.nodes();
        if (abandoned.length < nodes.length) {
            abandoned = new int[nodes.length];
        }
        Arrays.fill(abandoned, 0);
        for (int slot = 0; slot < context.attempts.slots(); slot++) {
            Attempt attempt = context.attempts.at(slot);
            if (attempt.abandoned && !attempt.lost && attempt.link == null) {
                int index = attempt.top().node().index;
                if (index != Component.GONE) {
                    abandoned[index]++;
                }
            }
        }
        boolean any = false;
        for (NodeComponent node : nodes) {
            if (node.isBacklogged()
                    && (node.isFull() || abandoned[node.index] >= ABANDONED * node.metrics.inFlight.value())) {
                node.overwhelmedAtNanos = nowNanos;
            }
            any |= isOverwhelmed(node, nowNanos);
        }
        return any;
    }

    private static boolean isOverwhelmed(NodeComponent node, long nowNanos) {
        return nowNanos - node.overwhelmedAtNanos < SECOND_NANOS;
    }

    private void say(RetryStorm storm, long nowNanos) {
        if (!storm.isRaging()) {
            context.transcript.say("the retry storm from " + storm.clients.title() + " is over");
            return;
        }
        List<String> names = new ArrayList<>();
        for (NodeComponent node : network.nodes()) {
            if (isOverwhelmed(node, nowNanos)) {
                names.add(node.title());
            }
        }
        int more = names.size() - MOST_NAMES;
        String where = more > 0
                ? String.join(", ", names.subList(0, MOST_NAMES)) + " and " + more + " more"
                : String.join(" and ", names);
        context.transcript.say(String.format(
                Locale.ROOT,
                "retry storm at %s: %.1f tries a request from %s, and %.0f %% of requests end badly",
                where,
                storm.attemptsPerRequest(),
                storm.clients.title(),
                100 * storm.badShare()));
    }

    private void flag(long nowNanos, boolean raging) {
        flagged = raging;
        for (NodeComponent node : network.nodes()) {
            node.storm = raging && isOverwhelmed(node, nowNanos);
        }
        for (RetryStorm storm : storms) {
            storm.clients.storm = storm.isRaging();
        }
    }
}
