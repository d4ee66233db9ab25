package roundhouse.workbench.canvas;

import java.util.List;
import java.util.Random;
import roundhouse.simulation.faults.NodeState;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.HopKind;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;

/** A frame as a run might give it, with one server slow and one down where there are three. */
public final class SyntheticFrame {
    private SyntheticFrame() {}

    public static Frame of(Topology topology, int hops) {
        Random random = new Random(7);
        Frame frame = new Frame();
        frame.topology = topology;
        frame.timeNanos = 12_480_000_000L;
        frame.ensureNodes(topology.nodes().size(), topology.links().size());
        frame.data.reserve(topology.nodes().size());
        for (int i = 0; i < topology.nodes().size(); i++) {
            Node node = topology.nodes().get(i);
            frame.inFlight[i] = random.nextInt(20);
            frame.queue[i] = random.nextInt(4);
            frame.utilization[i] = random.nextDouble();
            frame.arrived[i] = 14_976;
            frame.ok[i] = 14_900;
            frame.bad[i] = 14;
            frame.rate[i] = 1_187;
            frame.share[i] = node instanceof Server ? 0.251 : 0;
            frame.p50Nanos[i] = 11_900_000;
            frame.p99Nanos[i] = 41_000_000;
            frame.slowFactor[i] = 1;
            if (node instanceof Server && i % 3 == 0) {
                frame.condition[i] = NodeState.SLOW;
                frame.slowFactor[i] = 3;
                frame.sinceNanos[i] = 4_100_000_000L;
            } else if (node instanceof Server && i % 3 == 1) {
                frame.condition[i] = NodeState.DOWN;
                frame.sinceNanos[i] = 11_900_000_000L;
            }
        }
        frame.hops = topology.links().isEmpty() ? 0 : hops;
        frame.ensureHops(frame.hops);
        List<Link> links = topology.links();
        for (int i = 0; i < frame.hops; i++) {
            frame.link[i] = random.nextInt(links.size());
            Link link = links.get(frame.link[i]);
            frame.along[i] = random.nextFloat();
            frame.kind[i] = (byte) (random.nextInt(10) < 8 ? random.nextInt(2) : 2 + random.nextInt(2));
            frame.server[i] = topology.node(link.to()).orElseThrow() instanceof Server
                    ? topology.nodes().indexOf(topology.node(link.to()).orElseThrow())
                    : frame.kind[i] == HopKind.REQUEST ? -1 : topology.nodes().size() - 1 - random.nextInt(3);
            frame.ageNanos[i] = (long) (random.nextDouble() * 600_000_000);
        }
        for (int i = 0; i < links.size(); i++) {
            frame.linkRate[i] = 297;
        }
        return frame;
    }
}
