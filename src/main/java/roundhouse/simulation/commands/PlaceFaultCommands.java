package roundhouse.simulation.commands;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.faults.NodeState;
import roundhouse.simulation.network.Network;
import roundhouse.simulation.transcript.TranscriptWords;
import roundhouse.topology.CrashMode;

/** Makes a whole zone or region fail and recover, in one sentence of the transcript each. */
public final class PlaceFaultCommands {
    private final RunContext context;
    private final Network network;
    private final NodeFaultCommands faults;

    public PlaceFaultCommands(RunContext context, Network network, NodeFaultCommands faults) {
        this.context = context;
        this.network = network;
        this.faults = faults;
    }

    public void outage(String place, CrashMode how) {
        List<NodeComponent> there = nodesOf(place);
        List<NodeComponent> up = there.stream().filter(node -> !node.isDown()).toList();
        there.forEach(node -> node.failBy(null));
        String lost = faults.takeDown(up, how);
        there.stream().filter(node -> !up.contains(node)).forEach(node -> node.crash(how));
        if (there.isEmpty()) {
            nobody(place);
        } else if (up.isEmpty()) {
            context.transcript.say("everything in " + place + " is down already");
        } else {
            context.transcript.say(
                    place + " is out" + NodeFaultCommands.manner(how, " and ") + ": " + names(up) + " crashed" + lost);
        }
    }

    public void over(String place) {
        long nowNanos = context.kernel.nowNanos();
        List<NodeComponent> there = nodesOf(place);
        List<NodeComponent> ill = new ArrayList<>();
        long sinceNanos = nowNanos;
        for (NodeComponent node : there) {
            boolean byItself = node.failBy(null);
            if (byItself || node.condition.shown(nowNanos) != NodeState.UP) {
                ill.add(node);
                sinceNanos = Math.min(sinceNanos, node.condition.sinceNanos(nowNanos));
                node.recover();
            }
        }
        if (there.isEmpty()) {
            nobody(place);
        } else if (ill.isEmpty()) {
            context.transcript.say("everything in " + place + " is up already");
        } else {
            context.transcript.say(place + " is back after " + TranscriptWords.time(nowNanos - sinceNanos) + ": "
                    + names(ill) + " recovered");
        }
    }

    private void nobody(String place) {
        context.transcript.say("no server or load balancer is in " + place);
    }

    /** {@code 3 servers and 1 load balancer}. */
    private static String names(List<NodeComponent> nodes) {
        Map<String, Integer> serving = new TreeMap<>();
        Map<String, Integer> others = new TreeMap<>();
        for (NodeComponent node : nodes) {
            (node.serves() ? serving : others).merge(node.node().kind().replace('-', ' '), 1, Integer::sum);
        }
        List<String> names = new ArrayList<>();
        serving.forEach((kind, count) -> names.add(TranscriptWords.count(count, kind)));
        others.forEach((kind, count) -> names.add(TranscriptWords.count(count, kind)));
        return String.join(" and ", names);
    }

    private List<NodeComponent> nodesOf(String place) {
        return Arrays.stream(network.nodes())
                .filter(node -> node.immunity() == null)
                .filter(node -> place.equals(node.node().zone())
                        || place.equals(node.node().region()))
                .toList();
    }
}
