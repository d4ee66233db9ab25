package roundhouse.simulation.observing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import roundhouse.metrics.DurationBuckets;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.components.TargetState;
import roundhouse.simulation.engine.Component;
import roundhouse.simulation.faults.LinkState;
import roundhouse.simulation.faults.NodeState;
import roundhouse.simulation.network.Network;

/**
 * Makes the frame of a document of the frame of all that runs, where one node of the document stands for several: what can be counted is
 * added up, utilizations are averaged, latencies are those of all together. The node is down when all are; else what is wrong with any
 * of them is shown.
 */
final class StackFolding {
    private final Network network;
    private final int[] counts = new int[DurationBuckets.COUNT];
    /** How many stand behind each node, and each link, of the document. */
    private int[] behind = {};

    private int[] behindLink = {};
    /** For each node that runs its place among the frame's members, or -1. */
    private int[] memberOf = {};

    StackFolding(Network network) {
        this.network = network;
    }

    void fold(Frame each, Frame frame) {
        int nodes = frame.topology.nodes().size();
        int links = frame.topology.links().size();
        frame.ensureNodes(nodes, links);
        frame.data.reserve(nodes);
        frame.data.clear();
        frame.data.system(each.data);
        behind = new int[nodes];
        behindLink = new int[links];
        for (int place : network.nodePlaces()) {
            behind[place]++;
        }
        for (int place : network.linkPlaces()) {
            behindLink[place]++;
        }
        nodes(each, frame);
        links(each, frame);
        hops(each, frame);
        hangs(each, frame);
    }

    private void nodes(Frame each, Frame frame) {
        List<Frame.Member> members = new ArrayList<>();
        memberOf = new int[network.nodes().length];
        Arrays.fill(memberOf, -1);
        boolean[] begun = new boolean[behind.length];
        // Those that start do nothing yet, and are no part of a mean.
        int[] starting = new int[behind.length];
        for (int i = 0; i < network.nodes().length; i++) {
            int place = network.nodePlaces()[i];
            if (begun[place]) {
                add(each, i, frame, place);
            } else {
                copy(each, i, frame, place);
                begun[place] = true;
            }
            NodeComponent node = network.nodes()[i];
            starting[place] += network.stacks().isStarting(node.id) ? 1 : 0;
            if (!node.id.equals(frame.topology.nodes().get(place).id())) {
                memberOf[i] = members.size();
                members.add(new Frame.Member(
                        place,
                        node.id,
                        each.condition[i],
                        each.inFlight[i],
                        each.queue[i],
                        each.utilization[i],
                        each.rate[i]));
            }
        }
        frame.members = List.copyOf(members);
        for (int place = 0; place < behind.length; place++) {
            if (behind[place] > 1) {
                frame.utilization[place] /= Math.max(1, behind[place] - starting[place]);
                latencies(frame, place);
            }
        }
    }

    private static void copy(Frame from, int i, Frame to, int at) {
        to.inFlight[at] = from.inFlight[i];
        to.hanging[at] = from.hanging[i];
        to.queue[at] = from.queue[i];
        to.inCalls[at] = from.inCalls[i];
        to.utilization[at] = from.utilization[i];
        to.arrived[at] = from.arrived[i];
        to.ok[at] = from.ok[i];
        to.bad[at] = from.bad[i];
        to.timedOut[at] = from.timedOut[i];
        to.rate[at] = from.rate[i];
        to.share[at] = from.share[i];
        to.p50Nanos[at] = from.p50Nanos[i];
        to.p99Nanos[at] = from.p99Nanos[i];
        to.role[at] = from.role[i];
        to.cost[at] = from.cost[i];
        to.storm[at] = from.storm[i];
        to.sessions[at] = from.sessions[i];
        to.sessionsLost[at] = from.sessionsLost[i];
        to.sessionsMissed[at] = from.sessionsMissed[i];
        to.sessionBytes[at] = from.sessionBytes[i];
        to.keptInZone[at] = from.keptInZone[i];
        to.zoneMode[at] = from.zoneMode[i];
        to.data.copy(from.data, i, at);
        condition(from, i, to, at);
    }

    private static void condition(Frame from, int i, Frame to, int at) {
        to.condition[at] = from.condition[i];
        to.slowFactor[at] = from.slowFactor[i];
        to.sinceNanos[at] = from.sinceNanos[i];
        to.crash[at] = from.crash[i];
        to.errorRate[at] = from.errorRate[i];
        to.checksOnly[at] = from.checksOnly[i];
    }

    private static void add(Frame from, int i, Frame to, int at) {
        to.inFlight[at] += from.inFlight[i];
        to.hanging[at] += from.hanging[i];
        to.queue[at] += from.queue[i];
        to.inCalls[at] += from.inCalls[i];
        to.utilization[at] += from.utilization[i];
        to.arrived[at] += from.arrived[i];
        to.ok[at] += from.ok[i];
        to.bad[at] += from.bad[i];
        to.timedOut[at] += from.timedOut[i];
        to.rate[at] += from.rate[i];
        to.share[at] += from.share[i];
        to.cost[at] += from.cost[i];
        to.storm[at] |= from.storm[i];
        to.sessions[at] += from.sessions[i];
        to.sessionsLost[at] += from.sessionsLost[i];
        to.sessionsMissed[at] += from.sessionsMissed[i];
        to.sessionBytes[at] += from.sessionBytes[i];
        to.data.add(from.data, i, at);
        boolean shownDown = to.condition[at] == NodeState.DOWN;
        boolean worse = to.condition[at] == NodeState.UP && from.condition[i] != NodeState.DOWN;
        if (from.condition[i] != to.condition[at] && (shownDown || worse)) {
            condition(from, i, to, at);
        }
    }

    private void latencies(Frame frame, int place) {
        Arrays.fill(counts, 0);
        long total = 0;
        for (int i = 0; i < network.nodes().length; i++) {
            if (network.nodePlaces()[i] == place) {
                total += network.nodes()[i].metrics.recent.addTo(counts);
            }
        }
        frame.p50Nanos[place] = DurationBuckets.percentileNanos(counts, total, 50);
        frame.p99Nanos[place] = DurationBuckets.percentileNanos(counts, total, 99);
    }

    private void links(Frame each, Frame frame) {
        boolean[] begun = new boolean[behindLink.length];
        for (int i = 0; i < network.links().length; i++) {
            int at = network.linkPlaces()[i];
            boolean first = !begun[at];
            begun[at] = true;
            frame.linkRate[at] = each.linkRate[i] + (first ? 0 : frame.linkRate[at]);
            frame.linkShare[at] = each.linkShare[i] + (first ? 0 : frame.linkShare[at]);
            if (first || frame.linkCondition[at] == LinkState.SOUND) {
                frame.linkCondition[at] = each.linkCondition[i];
                frame.linkSinceNanos[at] = each.linkSinceNanos[i];
                frame.linkDelayNanos[at] = each.linkDelayNanos[i];
                frame.linkJitterNanos[at] = each.linkJitterNanos[i];
                frame.linkLoss[at] = each.linkLoss[i];
            }
            if (first || each.target[i] == TargetState.IN_USE) {
                frame.target[at] = each.target[i];
                frame.targetSinceNanos[at] = each.targetSinceNanos[i];
            }
        }
    }

    private void hops(Frame each, Frame frame) {
        frame.hops = each.hops;
        frame.ensureHops(each.hops);
        System.arraycopy(each.along, 0, frame.along, 0, each.hops);
        System.arraycopy(each.number, 0, frame.number, 0, each.hops);
        System.arraycopy(each.kind, 0, frame.kind, 0, each.hops);
        System.arraycopy(each.errand, 0, frame.errand, 0, each.hops);
        System.arraycopy(each.ageNanos, 0, frame.ageNanos, 0, each.hops);
        for (int hop = 0; hop < each.hops; hop++) {
            LinkComponent link = network.links()[each.link[hop]];
            frame.link[hop] = network.linkPlaces()[link.index];
            frame.fromMember[hop] = memberOf[link.from.index];
            frame.toMember[hop] = memberOf[link.to.index];
            frame.server[hop] = place(each.server[hop]);
        }
    }

    private void hangs(Frame each, Frame frame) {
        frame.hangs = each.hangs;
        System.arraycopy(each.hangNumber, 0, frame.hangNumber, 0, each.hangs);
        System.arraycopy(each.hangJourney, 0, frame.hangJourney, 0, each.hangs);
        System.arraycopy(each.hangAgeNanos, 0, frame.hangAgeNanos, 0, each.hangs);
        for (int hang = 0; hang < each.hangs; hang++) {
            frame.hangLink[hang] = network.linkPlaces()[each.hangLink[hang]];
        }
    }

    private int place(int node) {
        return node == Component.GONE ? Component.GONE : network.nodePlaces()[node];
    }

    /** Keys and journeys were noted with the nodes and links that run. */
    void foldRecent(Frame frame) {
        for (int i = 0; i < frame.keys; i++) {
            frame.keyClients[i] = place(frame.keyClients[i]);
        }
        JourneySteps steps = frame.journeys;
        for (int i = 0; i < steps.count; i++) {
            steps.server[i] = place(steps.server[i]);
            if (steps.link[i] != Component.GONE) {
                LinkComponent link = network.links()[steps.link[i]];
                steps.link[i] = network.linkPlaces()[link.index];
                steps.fromMember[i] = memberOf[link.from.index];
                steps.toMember[i] = memberOf[link.to.index];
            }
        }
    }
}
