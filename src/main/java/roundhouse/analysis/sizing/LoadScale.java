package roundhouse.analysis.sizing;

import java.util.Optional;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.traffic.Arrivals;
import roundhouse.topology.nodes.traffic.DeclaredLoad;

/**
 * A topology under more or less load: the rates of all its clients times one factor, in closed loops the number of users. What the
 * load is is the sum of the rates at their peak, requests a second; where there are only closed loops, the users.
 */
final class LoadScale {
    private final Topology topology;
    private final double load;
    private final boolean users;

    LoadScale(Topology topology) {
        this.topology = topology;
        double rates = sum(false);
        users = rates == 0;
        load = users ? sum(true) : rates;
    }

    /** Why there is no load to be scaled; empty when there is. */
    Optional<String> refusal() {
        for (Node node : topology.nodes()) {
            if (node instanceof Clients clients && clients.arrivals() instanceof Arrivals.Recorded) {
                return Optional.of(node.id() + " sends when the file of its keys says, which is neither more nor less");
            }
        }
        return load > 0 ? Optional.empty() : Optional.of("no clients send anything");
    }

    /** As the topology has it. */
    double load() {
        return load;
    }

    /** Whether it is counted in users. */
    boolean isUsers() {
        return users;
    }

    private double sum(boolean closed) {
        double sum = 0;
        for (Node node : topology.nodes()) {
            if (node instanceof Clients clients) {
                sum += closed
                        ? clients.arrivals() instanceof Arrivals.Closed ? clients.users() : 0
                        : DeclaredLoad.peak(clients.arrivals());
            }
        }
        return sum;
    }

    /** The topology under that load. */
    Topology at(double wanted) {
        double factor = wanted / load;
        Topology scaled = topology;
        for (Node node : topology.nodes()) {
            if (node instanceof Clients clients) {
                scaled = scaled.with(scaled(clients, factor));
            }
        }
        return scaled;
    }

    private static Clients scaled(Clients clients, double factor) {
        return switch (clients.arrivals()) {
            case Arrivals.Poisson(double rate) -> clients.with(Clients.ARRIVALS, new Arrivals.Poisson(rate * factor));
            case Arrivals.Constant(double rate) -> clients.with(Clients.ARRIVALS, new Arrivals.Constant(rate * factor));
            case Arrivals.Bursty bursty ->
                clients.with(Clients.ARRIVALS, new Arrivals.Bursty(bursty.rate() * factor, bursty.on(), bursty.off()));
            case Arrivals.Curve(var points) ->
                clients.with(
                        Clients.ARRIVALS,
                        new Arrivals.Curve(points.stream()
                                .map(point -> new Arrivals.Curve.Point(point.at(), point.rate() * factor))
                                .toList()));
            case Arrivals.Closed _ ->
                clients.with(Clients.USERS, Math.max(1, (int) Math.round(clients.users() * factor)));
            case Arrivals.Recorded _ -> clients;
        };
    }
}
