package roundhouse.workbench.canvas.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.components.PairRole;
import roundhouse.simulation.engine.Errand;
import roundhouse.simulation.faults.NodeState;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.HopKind;
import roundhouse.simulation.observing.stores.PartitionReport;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;

/**
 * The newest frame, kept so that the canvas can be drawn again while nothing moves, and matched with the drawing: the document
 * may be a few edits ahead of the run, so node and link indexes differ.
 */
public final class Live {
    private final Frame frame = new Frame();
    private final Map<String, Integer> nodes = new HashMap<>();
    private @Nullable Topology matched;
    private @Nullable Drawing matchedDrawing;
    private int[] links = {};
    private int[] linkFrames = {};
    private int[] orders = {};
    private boolean any;

    /** Copies what the canvas needs of a frame. */
    public void take(Frame newest) {
        any = true;
        frame.topology = newest.topology;
        frame.document = newest.document;
        frame.members = newest.members;
        frame.stores = newest.stores;
        frame.availability = newest.availability;
        frame.partition = newest.partition;
        frame.timeNanos = newest.timeNanos;
        frame.hops = newest.hops;
        frame.ensureHops(newest.hops);
        System.arraycopy(newest.link, 0, frame.link, 0, newest.hops);
        System.arraycopy(newest.along, 0, frame.along, 0, newest.hops);
        System.arraycopy(newest.number, 0, frame.number, 0, newest.hops);
        System.arraycopy(newest.kind, 0, frame.kind, 0, newest.hops);
        System.arraycopy(newest.errand, 0, frame.errand, 0, newest.hops);
        System.arraycopy(newest.server, 0, frame.server, 0, newest.hops);
        System.arraycopy(newest.ageNanos, 0, frame.ageNanos, 0, newest.hops);
        System.arraycopy(newest.fromMember, 0, frame.fromMember, 0, newest.hops);
        System.arraycopy(newest.toMember, 0, frame.toMember, 0, newest.hops);
        int count = newest.topology.nodes().size();
        int linkCount = newest.topology.links().size();
        frame.ensureNodes(count, linkCount);
        System.arraycopy(newest.inFlight, 0, frame.inFlight, 0, count);
        System.arraycopy(newest.hanging, 0, frame.hanging, 0, count);
        System.arraycopy(newest.queue, 0, frame.queue, 0, count);
        System.arraycopy(newest.inCalls, 0, frame.inCalls, 0, count);
        System.arraycopy(newest.utilization, 0, frame.utilization, 0, count);
        System.arraycopy(newest.arrived, 0, frame.arrived, 0, count);
        System.arraycopy(newest.ok, 0, frame.ok, 0, count);
        System.arraycopy(newest.bad, 0, frame.bad, 0, count);
        System.arraycopy(newest.timedOut, 0, frame.timedOut, 0, count);
        System.arraycopy(newest.rate, 0, frame.rate, 0, count);
        System.arraycopy(newest.share, 0, frame.share, 0, count);
        System.arraycopy(newest.p50Nanos, 0, frame.p50Nanos, 0, count);
        System.arraycopy(newest.p99Nanos, 0, frame.p99Nanos, 0, count);
        System.arraycopy(newest.condition, 0, frame.condition, 0, count);
        System.arraycopy(newest.slowFactor, 0, frame.slowFactor, 0, count);
        System.arraycopy(newest.sinceNanos, 0, frame.sinceNanos, 0, count);
        System.arraycopy(newest.crash, 0, frame.crash, 0, count);
        System.arraycopy(newest.errorRate, 0, frame.errorRate, 0, count);
        System.arraycopy(newest.checksOnly, 0, frame.checksOnly, 0, count);
        System.arraycopy(newest.cost, 0, frame.cost, 0, count);
        frame.live = newest.live;
        frame.costPerHour = newest.costPerHour;
        frame.costPerMillion = newest.costPerMillion;
        System.arraycopy(newest.storm, 0, frame.storm, 0, count);
        System.arraycopy(newest.role, 0, frame.role, 0, count);
        System.arraycopy(newest.sessions, 0, frame.sessions, 0, count);
        System.arraycopy(newest.sessionsLost, 0, frame.sessionsLost, 0, count);
        System.arraycopy(newest.sessionsMissed, 0, frame.sessionsMissed, 0, count);
        System.arraycopy(newest.sessionBytes, 0, frame.sessionBytes, 0, count);
        System.arraycopy(newest.keptInZone, 0, frame.keptInZone, 0, count);
        System.arraycopy(newest.zoneMode, 0, frame.zoneMode, 0, count);
        frame.data.take(newest.data, count);
        frame.naming = newest.naming;
        frame.guards = newest.guards;
        frame.groups = newest.groups;
        System.arraycopy(newest.linkCondition, 0, frame.linkCondition, 0, linkCount);
        System.arraycopy(newest.linkSinceNanos, 0, frame.linkSinceNanos, 0, linkCount);
        System.arraycopy(newest.linkDelayNanos, 0, frame.linkDelayNanos, 0, linkCount);
        System.arraycopy(newest.linkJitterNanos, 0, frame.linkJitterNanos, 0, linkCount);
        System.arraycopy(newest.linkLoss, 0, frame.linkLoss, 0, linkCount);
        System.arraycopy(newest.target, 0, frame.target, 0, linkCount);
        System.arraycopy(newest.targetSinceNanos, 0, frame.targetSinceNanos, 0, linkCount);
        System.arraycopy(newest.linkRate, 0, frame.linkRate, 0, linkCount);
        System.arraycopy(newest.linkShare, 0, frame.linkShare, 0, linkCount);
    }

    /** Adds the requests that are lost and waited for still to those under way: each hangs at the end of the link it was sent by. */
    void addHanging(Frame newest) {
        frame.ensureHops(frame.hops + newest.hangs);
        for (int i = 0; i < newest.hangs; i++) {
            int hop = frame.hops++;
            frame.link[hop] = newest.hangLink[i];
            frame.along[hop] = 1;
            frame.number[hop] = newest.hangNumber[i];
            frame.kind[hop] = HopKind.HANGING;
            frame.errand[hop] = Errand.READ;
            frame.server[hop] =
                    node(newest.topology.links().get(newest.hangLink[i]).to());
            frame.ageNanos[hop] = newest.hangAgeNanos[i];
            frame.fromMember[hop] = -1;
            frame.toMember[hop] = -1;
        }
    }

    /** Forgets the frame: another document was opened. */
    public void clear() {
        any = false;
        frame.live = false;
        frame.members = List.of();
        frame.stores = List.of();
        frame.availability = List.of();
        frame.partition = PartitionReport.NONE;
        frame.topology = Topology.EMPTY;
        frame.document = Topology.EMPTY;
        frame.naming = Map.of();
        frame.costPerHour = Double.NaN;
        frame.guards = Map.of();
        frame.groups = Map.of();
        frame.hops = 0;
        frame.timeNanos = 0;
    }

    /** Whether there was a frame at all. */
    public boolean any() {
        return any;
    }

    public Frame frame() {
        return frame;
    }

    /** The frame's index of that node, or -1. */
    public int node(String id) {
        if (!frame.topology.equals(matched)) {
            nodes.clear();
            for (int i = 0; i < frame.topology.nodes().size(); i++) {
                nodes.put(frame.topology.nodes().get(i).id(), i);
            }
            matched = frame.topology;
            matchedDrawing = null;
        }
        return nodes.getOrDefault(id, -1);
    }

    /** {@link NodeState#UP} when nothing is known of the node. */
    public byte condition(String id) {
        int node = node(id);
        return node < 0 ? NodeState.UP : frame.condition[node];
    }

    /** {@link PairRole#ALONE} when nothing is known of the node. */
    public byte role(String id) {
        int node = node(id);
        return node < 0 ? PairRole.ALONE : frame.role[node];
    }

    /** For each link of the frame its index in the drawing, or -1. */
    public int[] links(Drawing drawing) {
        match(drawing);
        return links;
    }

    /** For each node of the frame its server order number in the drawing, or -1. */
    public int[] orders(Drawing drawing) {
        match(drawing);
        return orders;
    }

    /** The frame's index of that link of the drawing, or -1. */
    public int link(Drawing drawing, int link) {
        match(drawing);
        return linkFrames[link];
    }

    /** Requests a second that set out on that link of the drawing; 0 when nothing is known. */
    public double linkRate(Drawing drawing, int link) {
        match(drawing);
        return linkFrames[link] < 0 ? 0 : frame.linkRate[linkFrames[link]];
    }

    private void match(Drawing drawing) {
        if (frame.topology.equals(matched) && matchedDrawing == drawing) {
            return;
        }
        matched = null;
        Topology topology = frame.topology;
        Map<Ends, Integer> drawn = new HashMap<>();
        for (int i = 0; i < drawing.linkCount(); i++) {
            drawn.put(Ends.of(drawing.link(i)), drawing.isDrawn(i) ? i : -1);
        }
        links = new int[topology.links().size()];
        linkFrames = new int[drawing.linkCount()];
        Arrays.fill(linkFrames, -1);
        for (int i = 0; i < links.length; i++) {
            links[i] = drawn.getOrDefault(Ends.of(topology.links().get(i)), -1);
            if (links[i] >= 0) {
                linkFrames[links[i]] = i;
            }
        }
        orders = new int[topology.nodes().size()];
        for (int i = 0; i < orders.length; i++) {
            int node = drawing.index(topology.nodes().get(i).id());
            orders[i] = node < 0 ? -1 : drawing.order(node);
        }
        node("");
        matchedDrawing = drawing;
    }

    private record Ends(String from, String to) {
        static Ends of(Link link) {
            return new Ends(link.from(), link.to());
        }
    }
}
