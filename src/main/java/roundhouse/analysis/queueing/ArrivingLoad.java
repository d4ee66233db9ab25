package roundhouse.analysis.queueing;

import java.util.List;
import java.util.Locale;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.topology.nodes.parts.Connection;
import roundhouse.topology.nodes.parts.Retries;
import roundhouse.topology.nodes.parts.Sticky;
import roundhouse.topology.nodes.traffic.Arrivals;
import roundhouse.topology.types.Types;

/**
 * The Poisson stream of requests that the settings send to a node: Poisson streams joined, and one that is split by independent chance,
 * are Poisson.
 *
 * @param rate requests a second
 * @param how what is taken for granted, to stand after a formula
 * @param whyNot why the arrivals are not Poisson, in words that follow "because"; empty where they are
 */
record ArrivingLoad(double rate, String how, String whyNot) {
    /** A balancer that is busier than this makes of a Poisson stream another one, by its own queue. */
    private static final double HARDLY_BUSY = 0.1;

    private static ArrivingLoad not(String whyNot) {
        return new ArrivingLoad(0, "", whyNot);
    }

    /** What arrives at the node with that id. */
    static ArrivingLoad at(Topology topology, String id) {
        double rate = 0;
        String how = "";
        List<Link> links = topology.links().stream()
                .filter(link -> link.to().equals(id) && !link.isHeartbeat())
                .toList();
        for (Link link : links) {
            ArrivingLoad over = over(topology, link);
            if (!over.whyNot.isEmpty()) {
                return over;
            }
            rate += over.rate;
            how = over.how.isEmpty() ? how : over.how;
        }
        return rate == 0 ? not("no requests are sent to it") : new ArrivingLoad(rate, how, "");
    }

    private static ArrivingLoad over(Topology topology, Link link) {
        if (link.limit() != Types.UNLIMITED) {
            return not("the link from " + link.from() + " has a limit, so that arrivals wait for answers");
        }
        if (link.bandwidth() != Types.UNLIMITED) {
            return not(
                    "the link from " + link.from() + " has a bandwidth, for which requests queue before they arrive");
        }
        Node from = node(topology, link.from());
        return switch (from) {
            case Clients clients -> of(topology, clients, link);
            case LoadBalancer balancer -> through(topology, balancer, link);
            default -> not("requests come from " + from.id() + ", which sends them as its own work allows");
        };
    }

    private static Node node(Topology topology, String id) {
        return topology.nodes().stream()
                .filter(node -> node.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static ArrivingLoad of(Topology topology, Clients clients, Link link) {
        String who = "the arrivals of " + clients.id();
        if (!(clients.arrivals() instanceof Arrivals.Poisson(double rate))) {
            return not(who + " are not Poisson");
        }
        if (leaving(topology, clients.id()) > 1) {
            return not(clients.id() + " has several links, which its requests take in turn");
        }
        if (!clients.retries().equals(Retries.NONE) || clients.hedge() != null) {
            return not(clients.id() + " sends requests again, so that arrivals depend on answers");
        }
        if (clients.cache() != null) {
            return not("the cache of " + clients.id() + " answers some requests, which ones by what it holds");
        }
        if (clients.requests().stream().anyMatch(kind -> kind.cost() != 1)) {
            return not("kinds of request of " + clients.id() + " need several times the service time");
        }
        if (clients.tls()) {
            return not("TLS handshakes take processor time beside the service times");
        }
        return new ArrivingLoad(
                rate, clients.timeout() == null ? "" : "; no request of " + link.from() + " times out", "");
    }

    private static long leaving(Topology topology, String id) {
        return topology.links().stream()
                .filter(link -> link.from().equals(id) && !link.isHeartbeat())
                .count();
    }

    private static ArrivingLoad through(Topology topology, LoadBalancer balancer, Link link) {
        String who = balancer.id();
        String why = whyNot(topology, balancer);
        if (!why.isEmpty()) {
            return not(why);
        }
        ArrivingLoad load = at(topology, who);
        if (!load.whyNot.isEmpty()) {
            return load;
        }
        double busy = load.rate * balancer.cost().toNanos() / 1e9 / balancer.cores();
        if (busy > HARDLY_BUSY) {
            return not(String.format(
                    Locale.ROOT,
                    "%s is itself %.0f %% busy: its queue makes arrivals other than Poisson",
                    who,
                    100 * busy));
        }
        double weights = topology.links().stream()
                .filter(other -> other.from().equals(who) && !other.isHeartbeat() && !other.down() && !other.backup())
                .mapToInt(Link::weight)
                .sum();
        if (link.down() || link.backup() || link.weight() == 0) {
            return not(who + " sends nothing there while its other targets serve");
        }
        String passing = balancer.cost().isZero()
                ? ""
                : String.format(Locale.ROOT, "; as if %s, %.1f %% busy, left arrivals Poisson", who, 100 * busy);
        return new ArrivingLoad(load.rate * link.weight() / weights, load.how + passing, "");
    }

    private static String whyNot(Topology topology, LoadBalancer balancer) {
        String who = balancer.id();
        if (balancer.layer() != 7
                && topology.nodes().stream()
                        .anyMatch(node -> node instanceof Clients clients
                                && !(clients.connection() instanceof Connection.PerRequest))) {
            return who + " picks once for a connection, so that requests come in runs";
        }
        Balancing balancing = balancer.balancing();
        boolean alone = leaving(topology, who) == 1;
        if (!alone && balancing.algorithm() != Algorithm.RANDOM) {
            return "requests come by "
                    + balancing.algorithm().title().toLowerCase(Locale.ROOT) + " from " + who
                    + ", which makes arrivals other than Poisson";
        }
        if (!alone && !balancer.sticky().equals(Sticky.OFF)) {
            return who + " is sticky, so that whose requests these are matters";
        }
        if (!balancer.rules().isEmpty()) {
            return who + " has rules, which decide by what requests ask";
        }
        if (balancer.cache() != null) {
            return "the cache of " + who + " answers some requests, which ones by what it holds";
        }
        if (!balancer.limits().isEmpty() || balancer.atOnce() != Types.UNLIMITED) {
            return who + " has limits, which turn requests away";
        }
        if (balancer.queue() != null) {
            return "requests wait at " + who + " and not here";
        }
        return "";
    }
}
