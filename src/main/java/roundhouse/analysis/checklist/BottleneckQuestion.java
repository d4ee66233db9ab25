package roundhouse.analysis.checklist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import roundhouse.scaling.Erlang;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.ServerGroup;
import roundhouse.topology.nodes.groups.Autoscaling;
import roundhouse.topology.settings.RecordProperty;

/** Which tier runs out first: of each kind of node the one that is busiest, at the peak of what clients offer and in the run. */
final class BottleneckQuestion implements ChecklistQuestion {
    /** Beyond that, waits grow fast under any variation of arrivals. */
    static final double BUSY = 0.8;
    /** What is aimed at when capacity is added. */
    static final double AIM = 0.7;

    private static final int MOST_CORES = 1_024;
    private static final int MOST_SERVERS = 1_000;

    /** @param measured whether it comes from a run */
    private record Tier(Node node, double busy, boolean measured) {}

    @Override
    public List<Advice> ask(Examined examined) {
        Map<String, Tier> tiers = new LinkedHashMap<>();
        for (Node node : examined.topology().nodes()) {
            Tier tier = tier(node, examined);
            if (tier != null) {
                tiers.merge(node.kind(), tier, (one, other) -> other.busy > one.busy ? other : one);
            }
        }
        List<Tier> inOrder = tiers.values().stream()
                .sorted(Comparator.comparingDouble(Tier::busy).reversed())
                .toList();
        List<Advice> advice = new ArrayList<>();
        for (Tier tier : inOrder) {
            advice.add(advice(tier, inOrder.size() > 1 && tier.equals(inOrder.getFirst()), examined));
        }
        if (advice.isEmpty()) {
            advice.add(Advice.note(
                    ChecklistItem.BOTTLENECK,
                    "",
                    "what clients offer is not known before it runs, for they wait for answers; run it to see which tier is busy",
                    ""));
        }
        return advice;
    }

    private static @Nullable Tier tier(Node node, Examined examined) {
        double declared = declared(node, examined);
        OptionalDouble measured = examined.busy(node);
        if (measured.isPresent() && measured.getAsDouble() > declared) {
            return new Tier(node, measured.getAsDouble(), true);
        }
        return declared > 0 && Double.isFinite(declared) ? new Tier(node, declared, false) : null;
    }

    private static double declared(Node node, Examined examined) {
        if (node instanceof Database database) {
            return examined.demand().knows(database, examined.topology())
                    ? examined.demand().busy(database, examined.topology())
                    : 0;
        }
        if (node instanceof ServerGroup group) {
            return examined.peak(group) / group.capacity() * group.count() / Neighbours.most(group);
        }
        return node instanceof Server || node instanceof LoadBalancer ? examined.peak(node) / node.capacity() : 0;
    }

    private static Advice advice(Tier tier, boolean first, Examined examined) {
        String figure = ShownFigures.percent(tier.busy) + " busy" + (tier.measured ? " in the run" : " at the peak")
                + asked(tier, examined);
        String text = (first ? "runs out first: " : "")
                + (tier.busy >= 1
                        ? "more comes than it can do, so its queue grows as long as that lasts"
                        : String.format(
                                Locale.ROOT,
                                "bears %.2f times as much before it is full%s",
                                1 / tier.busy,
                                knee(tier.node)));
        if (tier.busy < BUSY) {
            return tier.busy < AIM
                    ? Advice.good(ChecklistItem.BOTTLENECK, tier.node.id(), text, figure)
                    : Advice.note(ChecklistItem.BOTTLENECK, tier.node.id(), text, figure);
        }
        Fix fix = fix(tier, examined);
        return (tier.busy >= 1
                        ? Advice.error(ChecklistItem.BOTTLENECK, tier.node.id(), text, figure)
                        : Advice.warning(ChecklistItem.BOTTLENECK, tier.node.id(), text, figure))
                .mendedBy(fix);
    }

    /** What makes it busy, where that is more than requests. */
    private static String asked(Tier tier, Examined examined) {
        if (tier.measured) {
            return "";
        }
        return switch (tier.node) {
            case Database database -> " by " + examined.demand().words(database, examined.topology());
            case ServerGroup group
            when Neighbours.most(group) > group.count() ->
                " with all of " + ShownFigures.servers(Neighbours.most(group));
            default -> "";
        };
    }

    /** Where requests are there twice as long as they are served, by Erlang C. */
    private static String knee(Node node) {
        int cores = Neighbours.cores(node);
        return cores > 0
                ? ", and from " + ShownFigures.percent(knee(cores))
                        + " busy on requests wait as long as they are served"
                : "";
    }

    /** How busy, 0 to 1, so many cores are when the mean wait is one service time, for Poisson arrivals and exponential service. */
    static double knee(int cores) {
        double low = 0;
        double high = cores;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (Erlang.meanWait(cores, middle) < 1) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low / cores;
    }

    private static @Nullable Fix fix(Tier tier, Examined examined) {
        double times = tier.busy / AIM;
        if (tier.node instanceof Server server && Neighbours.isSpread(server, examined.topology())) {
            int count = (int) Math.ceil(server.count() * times);
            return count > MOST_SERVERS
                    ? null
                    : Fix.of(
                            "Make " + server.id() + " " + ShownFigures.servers(count),
                            examined.topology(),
                            examined.topology().with(server.with(Server.COUNT, count)));
        }
        if (tier.node instanceof ServerGroup group) {
            return larger(group, (int) Math.ceil(Neighbours.most(group) * times), examined.topology());
        }
        return switch (tier.node) {
            case Server server -> cores(server.id(), server.cores(), times, examined, server, Server.CORES);
            case Database database -> cores(database.id(), database.cores(), times, examined, database, Database.CORES);
            case LoadBalancer balancer ->
                cores(balancer.id(), balancer.cores(), times, examined, balancer, LoadBalancer.CORES);
            default -> null;
        };
    }

    /** A group that grows by itself may grow as far. */
    private static @Nullable Fix larger(ServerGroup group, int count, Topology topology) {
        if (count > MOST_SERVERS) {
            return null;
        }
        Autoscaling scaling = group.scaling();
        return scaling == null
                ? Fix.of(
                        "Make " + group.id() + " " + ShownFigures.servers(count),
                        topology,
                        topology.with(group.with(ServerGroup.COUNT, count)))
                : Fix.of(
                        "Let " + group.id() + " grow to " + ShownFigures.servers(count),
                        topology,
                        topology.with(group.with(ServerGroup.SCALING, scaling.with(Autoscaling.MAX, count))));
    }

    private static <N extends Node> @Nullable Fix cores(
            String id, int cores, double times, Examined examined, N node, RecordProperty<N, Integer> setting) {
        int more = (int) Math.ceil(cores * times);
        return more > MOST_CORES
                ? null
                : Fix.of(
                        "Give " + id + " " + more + " cores",
                        examined.topology(),
                        examined.topology().with(setting.with(node, more)));
    }
}
