package roundhouse.analysis.caching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.analysis.structure.Offered;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.CacheNode;
import roundhouse.topology.nodes.Cdn;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Members;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.DataSettings;
import roundhouse.topology.nodes.data.DataStrategy;
import roundhouse.topology.nodes.data.ValueSizes;
import roundhouse.topology.nodes.traffic.Arrivals;
import roundhouse.topology.nodes.traffic.KindShare;

/**
 * What theory expects of each cache of a topology, from the topology alone. Retries, faults and what the scenario changes are left out
 * of account; where the theory does not hold it says why.
 */
public final class CacheTheory {
    private static final String PUT_OR_TAKEN = "what is written is put into it or taken out of it";

    private final Topology topology;
    private final Map<String, Double> rates;
    private final List<Clients> clients;
    private final double readShare;

    private CacheTheory(Topology topology) {
        this.topology = topology;
        rates = Offered.rates(topology, false);
        clients = topology.nodes().stream()
                .filter(Clients.class::isInstance)
                .map(Clients.class::cast)
                .toList();
        double all = 0;
        double reads = 0;
        for (Clients one : clients) {
            double rate = rate(one);
            all += rate;
            reads += rate * readsOf(one);
        }
        readShare = all > 0 ? reads / all : clients.size() == 1 ? readsOf(clients.getFirst()) : Double.NaN;
    }

    /** By the id of each node that has a cache, as reports have them; empty where there are none. */
    public static Map<String, List<Expected>> of(Topology topology) {
        Map<String, List<Expected>> all = new LinkedHashMap<>();
        if (topology.nodes().stream().noneMatch(Node::caches)) {
            return all;
        }
        CacheTheory theory = new CacheTheory(topology);
        for (Node node : topology.nodes()) {
            CacheTraffic traffic = theory.traffic(node);
            if (traffic != null) {
                List<Expected> expected = theory.expected(node, traffic);
                Members.of(node).forEach(id -> all.put(id, expected));
            }
        }
        return all;
    }

    private List<Expected> expected(Node node, CacheTraffic its) {
        List<Expected> expected = new ArrayList<>();
        Expected hits = HitRatioTheory.of(its);
        expected.add(hits);
        expected.add(fetches(its, hits));
        expected.addAll(StaleTheory.of(its, hits));
        expected.addAll(ExpiryTheory.of(its, FetchTime.of(topology, node)));
        if (node instanceof CacheNode cache && isWrittenBack(cache)) {
            expected.add(LossTheory.of(cache.flushes(), its.keys(), its.writes(), its.rateUnknown()));
        }
        return List.copyOf(expected);
    }

    private static Expected fetches(CacheTraffic its, Expected hits) {
        if (!hits.applies()) {
            return Expected.not(TheoryFigure.FETCHES, hits.whyNot());
        }
        return its.rateUnknown().isEmpty()
                ? Expected.of(
                        TheoryFigure.FETCHES,
                        its.reads() * (1 - hits.value()),
                        "all reads that do not hit, each fetched by itself")
                : Expected.not(TheoryFigure.FETCHES, its.rateUnknown());
    }

    private boolean isWrittenBack(CacheNode cache) {
        return new Upstream(topology, cache)
                .askers().stream()
                        .anyMatch(
                                server -> Objects.requireNonNull(server.data()).strategy() == DataStrategy.WRITE_BACK);
    }

    /** Null for a node without a cache. */
    private @Nullable CacheTraffic traffic(Node node) {
        return switch (node) {
            case Clients one -> one.cache() == null ? null : traffic(one, one.cache(), rate(one) / one.users());
            case Cdn cdn -> traffic(cdn, cdn.cache(), rateAt(cdn));
            case LoadBalancer balancer ->
                balancer.cache() == null ? null : traffic(balancer, balancer.cache(), rateAt(balancer));
            case Server server ->
                server.cache() == null ? null : traffic(server, server.cache(), rateAt(server) / server.count());
            case CacheNode cache -> traffic(cache, cache.cache(), asked(cache));
            case Database database ->
                database.cache() == null ? null : traffic(database, database.cache(), asked(database));
            default -> null;
        };
    }

    private CacheTraffic traffic(Node node, CacheSettings settings, double rate) {
        Upstream upstream = new Upstream(topology, node);
        double writes = 0;
        boolean poisson = true;
        for (Clients one : clients) {
            writes += rate(one) * (1 - readsOf(one));
            poisson &= one.arrivals() instanceof Arrivals.Poisson;
        }
        return new CacheTraffic(
                settings,
                upstream.keys(),
                values(),
                rate * readShare,
                writes,
                poisson,
                upstream.notIndependent(),
                rateUnknown(node, upstream),
                told(node, upstream));
    }

    private ValueSizes values() {
        ValueSizes first =
                clients.isEmpty() ? ValueSizes.USUAL : clients.getFirst().values();
        // Clients that differ are as values that differ.
        return clients.stream().allMatch(one -> one.values().equals(first)) ? first : new ValueSizes(1, 2);
    }

    private String rateUnknown(Node node, Upstream upstream) {
        for (Clients one : clients) {
            if (!(one.arrivals() instanceof Arrivals.Poisson || one.arrivals() instanceof Arrivals.Constant)) {
                return "how many requests of " + one.id() + " come a second changes";
            }
        }
        if (node instanceof Cdn cdn && cdn.regions().size() > 1) {
            return "its edges have unlike shares of the requests";
        }
        return upstream.rateUnknown();
    }

    /** How a cache hears of writes; empty where it does not. */
    private String told(Node node, Upstream upstream) {
        for (Node other : topology.nodes()) {
            if (other instanceof Server server
                    && server.data() != null
                    && server.data().events() != null) {
                return "messages take out of it what was written";
            }
        }
        if (!(node instanceof Server || node instanceof CacheNode)) {
            return PUT_OR_TAKEN;
        }
        for (Server server : node instanceof Server own ? List.of(own) : upstream.askers()) {
            DataSettings data = server.data();
            if (data == null || data.strategy() != DataStrategy.WRITE_AROUND || data.cachesDoIt()) {
                return PUT_OR_TAKEN;
            }
            if (data.versions() != null) {
                return "its keys have versions";
            }
        }
        return "";
    }

    private double rateAt(Node node) {
        return rates.getOrDefault(node.id(), 0.0);
    }

    private double asked(Node node) {
        return new Upstream(topology, node)
                .askers().stream().mapToDouble(this::rateAt).sum();
    }

    private static double rate(Clients clients) {
        return switch (clients.arrivals()) {
            case Arrivals.Poisson(double rate) -> rate;
            case Arrivals.Constant(double rate) -> rate;
            default -> 0;
        };
    }

    /** The part of its requests that reads. */
    private static double readsOf(Clients clients) {
        double shares = 0;
        double reads = 0;
        for (KindShare request : clients.requests()) {
            Boolean stated = request.kind().reads();
            shares += request.share();
            reads += request.share() * (stated == null ? clients.reads() : stated ? 1 : 0);
        }
        return shares == 0 ? clients.reads() : reads / shares;
    }
}
