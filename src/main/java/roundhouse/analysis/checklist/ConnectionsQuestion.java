package roundhouse.analysis.checklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import roundhouse.scaling.Erlang;
import roundhouse.simulation.observing.Report;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.ServerGroup;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.settings.RecordProperty;
import roundhouse.topology.types.Types;

/**
 * Whether as many may be at a node at once as there are: by Little's law, what comes in a second times how long it stays. Before a run
 * that is what its own cores take, waits by Erlang C among it; what it waits for elsewhere comes on top.
 */
final class ConnectionsQuestion implements ChecklistQuestion {
    private static final int MOST = 1_000_000_000;

    /**
     * What is at a node at once.
     *
     * @param most the most there were in a run; 0 before one
     */
    private record Demand(double mean, long most) {}

    @Override
    public List<Advice> ask(Examined examined) {
        List<Advice> advice = new ArrayList<>();
        Topology topology = examined.topology();
        for (Node node : topology.nodes()) {
            Advice its = switch (node) {
                case Server server ->
                    advice(server, server.connections(), server.service(), Server.CONNECTIONS, examined);
                case ServerGroup group ->
                    advice(
                            group,
                            group.server().connections(),
                            group.server().service(),
                            examined,
                            enough -> group.with(
                                    ServerGroup.SERVER, group.server().with(Server.CONNECTIONS, enough)));
                case Database database ->
                    advice(database, database.connections(), database.read(), Database.CONNECTIONS, examined);
                case LoadBalancer balancer -> advice(balancer, balancer.atOnce(), null, LoadBalancer.AT_ONCE, examined);
                default -> null;
            };
            if (its != null) {
                advice.add(its);
            }
        }
        for (Link link : topology.links()) {
            Node to = topology.node(link.to()).orElse(null);
            if (link.limit() != Types.UNLIMITED
                    && to != null
                    && Neighbours.sources(to, topology).size() == 1) {
                Demand demand = demand(to, to instanceof Server server ? server.service() : null, examined);
                if (demand != null) {
                    int enough = enough(demand);
                    advice.add(advice(
                            link.to(),
                            "connections of " + link.from() + " → " + link.to(),
                            link.limit(),
                            demand,
                            Fix.of(
                                    "Let " + link.from() + " → " + link.to() + " carry " + enough + " at once",
                                    topology,
                                    topology.with(link.with(Link.LIMIT, enough)))));
                }
            }
        }
        return advice;
    }

    private static <N extends Node> @Nullable Advice advice(
            N node,
            int allowed,
            @Nullable Distribution service,
            RecordProperty<N, Integer> setting,
            Examined examined) {
        return advice(node, allowed, service, examined, enough -> setting.with(node, enough));
    }

    private static @Nullable Advice advice(
            Node node, int allowed, @Nullable Distribution service, Examined examined, IntFunction<Node> mended) {
        Demand demand = allowed == Types.UNLIMITED ? null : demand(node, service, examined);
        if (demand == null) {
            return null;
        }
        int enough = enough(demand);
        return advice(
                node.id(),
                "connections",
                allowed,
                demand,
                Fix.of(
                        "Let " + node.id() + " have " + enough + " connections",
                        examined.topology(),
                        examined.topology().with(mended.apply(enough))));
    }

    private static int enough(Demand demand) {
        return (int) Math.min(MOST, Math.ceil(Math.max(demand.mean, (double) demand.most) / BottleneckQuestion.AIM));
    }

    private static Advice advice(String where, String what, int allowed, Demand demand, @Nullable Fix fix) {
        boolean ran = demand.most > 0;
        double used = demand.mean / allowed;
        String figure = ran
                ? String.format(
                        Locale.ROOT,
                        "%.1f of %,d on average, %,d at most in the run",
                        demand.mean,
                        allowed,
                        demand.most)
                : String.format(Locale.ROOT, "at least %.1f of %,d at the peak", demand.mean, allowed);
        boolean full = ran && demand.most >= allowed;
        if (used >= 1 || full) {
            String text = what + ": all of them are taken at times, and what comes then is turned away or waits";
            return (used >= 1
                            ? Advice.error(ChecklistItem.BOTTLENECK, where, text, figure)
                            : Advice.warning(ChecklistItem.BOTTLENECK, where, text, figure))
                    .mendedBy(fix);
        }
        String text = String.format(Locale.ROOT, "%s: enough for %.2f times as much", what, 1 / used);
        return used >= BottleneckQuestion.BUSY
                ? Advice.warning(ChecklistItem.BOTTLENECK, where, text, figure).mendedBy(fix)
                : Advice.good(ChecklistItem.BOTTLENECK, where, text, figure);
    }

    private static @Nullable Demand demand(Node node, @Nullable Distribution service, Examined examined) {
        Report.MeanAndMax ran = examined.inFlight(node);
        if (ran != null && ran.max() > 0) {
            return new Demand(ran.mean(), ran.max());
        }
        double rate = node instanceof Database database
                ? examined.demand().asked(database, examined.topology())
                : examined.peak(node);
        int cores = node instanceof Database database ? database.cores() : Neighbours.cores(node);
        if (service == null || rate <= 0 || cores == 0) {
            return null;
        }
        double offered = rate * service.mean().toNanos() / 1e9;
        // More than its cores can do is another answer.
        return offered >= cores ? null : new Demand(offered * (1 + Erlang.meanWait(cores, offered)), 0);
    }
}
