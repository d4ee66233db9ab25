package roundhouse.simulation.observing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import roundhouse.metrics.DurationBuckets;
import roundhouse.routing.Outcome;
import roundhouse.simulation.components.KeyedPool;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.components.NodeMetrics;
import roundhouse.simulation.components.SessionFigures;
import roundhouse.simulation.components.TargetState;
import roundhouse.simulation.components.ZonePicks;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.Component;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.Errand;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.faults.LinkFaults;
import roundhouse.simulation.faults.LinkState;
import roundhouse.simulation.guarding.GuardReport;
import roundhouse.simulation.network.Network;
import roundhouse.simulation.network.NetworkCost;
import roundhouse.simulation.observing.expecting.Expectations;
import roundhouse.simulation.observing.groups.GroupReport;
import roundhouse.simulation.observing.stores.AvailabilityReport;
import roundhouse.simulation.observing.stores.PartitionReport;
import roundhouse.simulation.observing.stores.StoreReport;
import roundhouse.simulation.storing.ReplicatedStore;
import roundhouse.simulation.storing.Sharding;
import roundhouse.topology.ErrorScope;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Node;

/** Fills frames with a run as it stands. Reads only: looking changes nothing. */
public final class FrameWriter {
    private final RunContext context;
    private final Network network;
    private final RunSampler timeline;
    private final Expectations expectations;
    private final RecentFigures recent;
    private List<KeyedPool> keyedPools = List.of();
    private final int[] counts = new int[DurationBuckets.COUNT];
    /** Of every node that runs, where a node of the document stands for several. */
    private final Frame each = new Frame();

    private final StackFolding folding;
    private final DataFrameWriter data;

    public FrameWriter(
            RunContext context, Network network, RunSampler timeline, Expectations expectations, RecentFigures recent) {
        this.context = context;
        this.network = network;
        this.timeline = timeline;
        this.expectations = expectations;
        this.recent = recent;
        folding = new StackFolding(network);
        data = new DataFrameWriter(context, network, timeline.caches(), timeline.rates());
    }

    public void write(Frame frame) {
        frame.topology = network.document();
        frame.timeNanos = context.kernel.nowNanos();
        frame.digest = context.kernel.digest();
        frame.events = context.kernel.events();
        if (network.hasStacks()) {
            each.timeNanos = frame.timeNanos;
            figures(each);
            folding.fold(each, frame);
        } else {
            frame.members = List.of();
            figures(frame);
        }
        boolean priced = NetworkCost.isPriced(network);
        frame.costPerHour = priced ? NetworkCost.perHour(network) : Double.NaN;
        frame.costPerMillion = priced && context.totals.requests > 0
                ? 1e6 * NetworkCost.total(network, frame.timeNanos) / context.totals.requests
                : Double.NaN;
        frame.history = timeline.history();
        boolean ends = frame.timeNanos == DurationSampler.nanos(frame.topology.duration());
        frame.verdicts = ends ? expectations.verdicts() : expectations.soFar();
        frame.transcript = ends ? ClosingLines.of(context, network) : context.transcript.all();
        frame.stores = StoreReport.of(network, context.kernel.nowNanos());
        frame.availability = frame.stores.isEmpty() ? List.of() : AvailabilityReport.of(context.data);
        frame.partition = PartitionReport.of(context.partition, network);
        frame.naming = naming();
        frame.guards = guards(frame.topology);
        frame.groups = GroupReport.of(network, context.kernel.nowNanos());
        frame.keyedPools = keyedPools();
        recent.addTo(frame);
        if (network.hasStacks()) {
            folding.foldRecent(frame);
        }
    }

    /** Of every node that runs. */
    private void figures(Frame frame) {
        frame.ensureNodes(network.nodes().length, network.links().length);
        for (NodeComponent node : network.nodes()) {
            node(frame, node);
        }
        shares(frame);
        for (LinkComponent link : network.links()) {
            frame.linkRate[link.index] = link.rates.rate(frame.timeNanos, link.departed);
            LinkFaults faults = link.faults();
            frame.linkCondition[link.index] = faults == null ? LinkState.SOUND : faults.shown();
            frame.linkSinceNanos[link.index] = faults == null ? 0 : faults.sinceNanos();
            target(frame, link);
            frame.linkDelayNanos[link.index] = faults == null ? 0 : faults.byNanos();
            frame.linkJitterNanos[link.index] = faults == null ? 0 : faults.jitterNanos();
            frame.linkLoss[link.index] = faults == null ? 0 : faults.lossRate();
        }
        zones(frame);
        data.write(frame.data);
        hops(frame);
    }

    private Map<String, NamingReport> naming() {
        Map<String, NamingReport> all = null;
        for (NodeComponent node : network.nodes()) {
            NamingReport its = NamingReport.of(node);
            if (its != null) {
                all = all == null ? new LinkedHashMap<>() : all;
                all.put(node.id, its);
            }
        }
        return all == null ? Map.of() : all;
    }

    private Map<String, GuardReport> guards(Topology topology) {
        Map<String, GuardReport> all = null;
        for (Node node : topology.nodes()) {
            for (String member : node.limitsRequests() ? network.stacks().named(node.id()) : List.<String>of()) {
                NodeComponent component = network.node(member);
                GuardReport its = component == null ? null : GuardReport.of(component.guard());
                if (its != null) {
                    all = all == null ? new LinkedHashMap<>() : all;
                    all.merge(node.id(), its, GuardReport::plus);
                }
            }
        }
        return all == null ? Map.of() : all;
    }

    /** The list there is already as long as it is right. */
    private List<KeyedPool> keyedPools() {
        List<KeyedPool> now = new ArrayList<>();
        for (NodeComponent node : network.nodes()) {
            node.addKeyedPools(now);
        }
        for (ReplicatedStore store : network.stores().all()) {
            Sharding sharding = store.sharding();
            if (sharding != null) {
                now.add(new KeyedPool(
                        store.id(), KeyedPool.OF_STORE, sharding.wantedPlacement(), sharding.leftPlacement()));
            }
        }
        if (!now.equals(keyedPools)) {
            keyedPools = List.copyOf(now);
        }
        return keyedPools;
    }

    private void node(Frame frame, NodeComponent node) {
        int i = node.index;
        NodeMetrics metrics = node.metrics;
        frame.inFlight[i] = (int) metrics.inFlight.value();
        frame.hanging[i] = node.hanging;
        frame.queue[i] = (int) metrics.queue.value();
        frame.inCalls[i] = (int) metrics.inCalls.value();
        frame.utilization[i] =
                metrics.rates.utilization(metrics.busy.area(frame.timeNanos), metrics.cores.area(frame.timeNanos));
        frame.arrived[i] = metrics.arrived;
        frame.ok[i] = metrics.outcomes.of(Outcome.OK);
        frame.bad[i] = metrics.outcomes.bad();
        frame.timedOut[i] = metrics.outcomes.of(Outcome.TIMED_OUT);
        frame.rate[i] = metrics.rates.rate(frame.timeNanos, metrics.arrived);
        Arrays.fill(counts, 0);
        long total = metrics.recent.addTo(counts);
        frame.p50Nanos[i] = DurationBuckets.percentileNanos(counts, total, 50);
        frame.p99Nanos[i] = DurationBuckets.percentileNanos(counts, total, 99);
        frame.condition[i] = node.condition.shown(frame.timeNanos);
        frame.slowFactor[i] = node.slowFactor();
        frame.sinceNanos[i] = node.condition.sinceNanos(frame.timeNanos);
        frame.crash[i] = node.condition.crash();
        frame.errorRate[i] = node.condition.errorRate();
        frame.cost[i] = node.isPriced() ? node.costPerHour() : Double.NaN;
        frame.checksOnly[i] = node.condition.errorScope() == ErrorScope.CHECKS;
        frame.role[i] = node.role();
        frame.storm[i] = node.storm;
        SessionFigures sessions = node.sessions();
        frame.sessions[i] = sessions == null ? 0 : sessions.held(frame.timeNanos);
        frame.sessionsLost[i] = sessions == null ? 0 : sessions.lost();
        frame.sessionsMissed[i] = sessions == null ? 0 : sessions.missed();
        frame.sessionBytes[i] = sessions == null ? 0 : sessions.bytes(frame.timeNanos);
    }

    private static void target(Frame frame, LinkComponent link) {
        boolean elsewhere = link.addressElsewhere();
        frame.target[link.index] = elsewhere ? TargetState.ADDRESS_ELSEWHERE : TargetState.IN_USE;
        frame.targetSinceNanos[link.index] = elsewhere ? link.addressSinceNanos() : 0;
        if (!elsewhere && !link.link().isHeartbeat()) {
            frame.target[link.index] = link.from.targetState(link);
            frame.targetSinceNanos[link.index] = link.from.targetSinceNanos(link);
        }
    }

    /** Of what balancers that stand in zones sent on, the part that stayed. */
    private void zones(Frame frame) {
        double[] all = new double[network.nodes().length];
        double[] kept = new double[all.length];
        for (LinkComponent link : network.links()) {
            ZonePicks zones = link.from.zonePicks();
            if (zones != null && zones.stands()) {
                double rate = frame.linkRate[link.index];
                all[link.from.index] += rate;
                kept[link.from.index] += zones.isOwn(link.to.node().zone()) ? rate : 0;
            }
        }
        for (NodeComponent node : network.nodes()) {
            frame.zoneMode[node.index] = node.zoneMode();
            frame.keptInZone[node.index] = all[node.index] == 0 ? -1 : kept[node.index] / all[node.index];
        }
    }

    /** Of a balancer's picks, the part that went over each link; of all picks of the balancers with a link to a node, the part it got. */
    private void shares(Frame frame) {
        int nodes = network.nodes().length;
        long[] made = new long[nodes];
        for (LinkComponent link : network.links()) {
            made[link.from.index] += link.picked;
        }
        long[] got = new long[nodes];
        long[] of = new long[nodes];
        for (LinkComponent link : network.links()) {
            got[link.to.index] += link.picked;
            of[link.to.index] += made[link.from.index];
            frame.linkShare[link.index] = part(link.picked, made[link.from.index]);
        }
        for (int i = 0; i < nodes; i++) {
            frame.share[i] = part(got[i], of[i]);
        }
    }

    private static double part(long some, long all) {
        return all == 0 ? 0 : (double) some / all;
    }

    private void hops(Frame frame) {
        frame.ensureHops(context.attempts.inUse());
        int hops = 0;
        frame.hangs = 0;
        for (int slot = 0; slot < context.attempts.slots(); slot++) {
            Attempt attempt = context.attempts.at(slot);
            Component link = attempt.link;
            if (attempt.hangsBeyond != null) {
                hang(frame, attempt, attempt.hangsBeyond);
            }
            if (link == null || link.index == Component.GONE || attempt.lostAtNanos <= frame.timeNanos) {
                continue;
            }
            long takesNanos = attempt.arrivesAtNanos - attempt.departedAtNanos;
            float part =
                    takesNanos == 0 ? 1 : (float) ((double) (frame.timeNanos - attempt.departedAtNanos) / takesNanos);
            frame.link[hops] = link.index;
            frame.number[hops] = attempt.request;
            frame.along[hops] = attempt.replying ? 1 - part : part;
            frame.kind[hops] = kind(attempt);
            frame.errand[hops] = Errand.of(attempt);
            frame.server[hops] = attempt.server == null ? Component.GONE : attempt.server.index;
            frame.ageNanos[hops] = frame.timeNanos - attempt.sentAtNanos;
            frame.fromMember[hops] = -1;
            frame.toMember[hops] = -1;
            hops++;
        }
        frame.hops = hops;
        network.messages((link, along, lost) -> message(frame, link, along, lost));
    }

    private static void message(Frame frame, LinkComponent link, float along, boolean lost) {
        int hop = frame.hops++;
        frame.ensureHops(frame.hops);
        frame.link[hop] = link.index;
        frame.number[hop] = 0;
        frame.along[hop] = along;
        frame.kind[hop] = lost ? HopKind.LOST_MESSAGE : HopKind.MESSAGE;
        frame.errand[hop] = Errand.INVALIDATION;
        frame.server[hop] = Component.GONE;
        frame.ageNanos[hop] = 0;
        frame.fromMember[hop] = -1;
        frame.toMember[hop] = -1;
    }

    private static void hang(Frame frame, Attempt attempt, Component link) {
        if (link.index != Component.GONE && frame.hangs < Frame.MOST_HANGS) {
            frame.hangLink[frame.hangs] = link.index;
            frame.hangNumber[frame.hangs] = attempt.request;
            frame.hangJourney[frame.hangs] = JourneyRecorder.whole(attempt).number;
            frame.hangAgeNanos[frame.hangs] = frame.timeNanos - attempt.sentAtNanos;
            frame.hangs++;
        }
    }

    /** What an attempt on a link is, as frames have it. */
    static byte kind(Attempt attempt) {
        return switch (attempt.purpose) {
            case HEARTBEAT -> HopKind.HEARTBEAT;
            case MEMBER -> HopKind.MEMBER;
            case CHECK -> attempt.replying ? HopKind.CHECK_REPLY : HopKind.CHECK;
            case LOOKUP -> {
                if (attempt.abandoned) {
                    yield HopKind.ABANDONED;
                }
                yield !attempt.replying
                        ? HopKind.LOOKUP
                        : attempt.outcome == Outcome.OK ? HopKind.LOOKUP_REPLY : HopKind.BAD_REPLY;
            }
            case REQUEST -> {
                if (attempt.abandoned) {
                    yield HopKind.ABANDONED;
                }
                yield !attempt.replying
                        ? HopKind.REQUEST
                        : attempt.outcome == Outcome.OK ? HopKind.REPLY : badReply(attempt);
            }
        };
    }

    private static byte badReply(Attempt attempt) {
        return attempt.limitStatus != 0 && attempt.outcome == Outcome.REJECTED
                ? HopKind.TURNED_AWAY
                : HopKind.BAD_REPLY;
    }
}
