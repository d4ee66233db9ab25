package roundhouse.simulation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.CrashMode;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Server;

/** Makes a whole zone or region fail and recover, in one sentence of the transcript each. */
final class PlaceFaultCommands {
    private final RunContext engine;
    private final Network network;
    private final NodeFaultCommands faults;

    PlaceFaultCommands(RunContext engine, Network network, NodeFaultCommands faults) {
        this.engine = engine;
        this.network = network;
        this.faults = faults;
    }

    void outage(String place, CrashMode how) {
        List<NodeComponent> there = nodesOf(place);
        List<NodeComponent> up = there.stream().filter(node -> !node.isDown()).toList();
        there.forEach(node -> node.failBy(null));
        String lost = faults.takeDown(up, how);
        there.stream().filter(node -> !up.contains(node)).forEach(node -> node.crash(how));
        if (there.isEmpty()) {
            nobody(place);
        } else if (up.isEmpty()) {
            engine.transcript.say("everything in " + place + " is down already");
        } else {
            engine.transcript.say(
                    place + " is out" + NodeFaultCommands.manner(how, " and ") + ": " + names(up) + " crashed" + lost);
        }
    }

    void over(String place) {
        long now = engine.kernel.now();
        List<NodeComponent> there = nodesOf(place);
        List<NodeComponent> ill = new ArrayList<>();
        long since = now;
        for (NodeComponent node : there) {
            boolean byItself = node.failBy(null);
            if (byItself || node.condition.shown(now) != Frame.UP) {
                ill.add(node);
                since = Math.min(since, node.condition.since(now));
                node.recover();
            }
        }
        if (there.isEmpty()) {
            nobody(place);
        } else if (ill.isEmpty()) {
            engine.transcript.say("everything in " + place + " is up already");
        } else {
            engine.transcript.say(
                    place + " is back after " + TranscriptWords.time(now - since) + ": " + names(ill) + " recovered");
        }
    }

    private void nobody(String place) {
        engine.transcript.say("no server or load balancer is in " + place);
    }

    private static String names(List<NodeComponent> nodes) {
        int servers =
                (int) nodes.stream().filter(ServerComponent.class::isInstance).count();
        int balancers = nodes.size() - servers;
        String these = servers == 0 ? "" : TranscriptWords.count(servers, "server");
        String those = balancers == 0 ? "" : TranscriptWords.count(balancers, "load balancer");
        return these + (these.isEmpty() || those.isEmpty() ? "" : " and ") + those;
    }

    private List<NodeComponent> nodesOf(String place) {
        List<NodeComponent> there = new ArrayList<>();
        for (NodeComponent component : network.nodes()) {
            boolean in = switch (component.node()) {
                case Clients _ -> false;
                case LoadBalancer balancer -> isIn(place, balancer.zone(), balancer.region());
                case Server server -> isIn(place, server.zone(), server.region());
            };
            if (in) {
                there.add(component);
            }
        }
        return there;
    }

    private static boolean isIn(String place, @Nullable String zone, @Nullable String region) {
        return place.equals(zone) || place.equals(region);
    }
}
