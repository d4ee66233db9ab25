package roundhouse.workbench.compare.several;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import roundhouse.topology.Position;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.nodes.Clients;

/**
 * Another design under the requests of the open one: its clients send what those of the open design send, at the same times, for the same time.
 * What clients do about replies (timeouts, retries, hedges, what they keep) stays its own.
 */
final class SameTraffic {
    private SameTraffic() {}

    /** Empty where it cannot be: there is not one node of clients in both, or those of the same ids. */
    static Optional<Topology> of(Topology open, Topology other) {
        List<Clients> sending = clients(open);
        List<Clients> own = clients(other);
        Topology changed =
                other.withSeed(open.seed()).withDuration(open.duration()).withWarmUp(open.warmUp());
        if (sending.size() == 1 && own.size() == 1) {
            changed = renamed(changed, own.getFirst(), sending.getFirst().id());
            own = clients(changed);
        }
        if (!ids(sending).equals(ids(own))) {
            return Optional.empty();
        }
        for (Clients clients : sending) {
            changed = changed.with(sending(
                    clients,
                    clients(changed).stream()
                            .filter(mine -> mine.id().equals(clients.id()))
                            .findFirst()
                            .orElseThrow()));
        }
        return Optional.of(changed).filter(design -> Validation.problems(design).isEmpty());
    }

    private static Clients sending(Clients what, Clients how) {
        return how.with(Clients.ARRIVALS, what.arrivals())
                .with(Clients.USERS, what.users())
                .with(Clients.ADDRESSES, what.addresses())
                .with(Clients.REGIONS, what.regions())
                .with(Clients.KEYS, what.keys())
                .with(Clients.READS, what.reads())
                .with(Clients.REQUESTS, what.requests())
                .with(Clients.VALUES, what.values())
                .with(Clients.SESSION_REQUESTS, what.sessionRequests());
    }

    /** All randomness of clients comes from their id. */
    private static Topology renamed(Topology topology, Clients clients, String id) {
        String old = clients.id();
        if (old.equals(id)) {
            return topology;
        }
        Map<String, Position> layout = new LinkedHashMap<>();
        topology.layout().forEach((node, place) -> layout.put(node.equals(old) ? id : node, place));
        return topology.withNodes(topology.nodes().stream()
                        .map(node -> node.id().equals(old) ? clients.with(Clients.ID, id) : node)
                        .toList())
                .withLinks(topology.links().stream()
                        .map(link -> link.between(
                                link.from().equals(old) ? id : link.from(),
                                link.to().equals(old) ? id : link.to()))
                        .toList())
                .withLayout(layout);
    }

    private static List<String> ids(List<Clients> clients) {
        return clients.stream().map(Clients::id).sorted().toList();
    }

    private static List<Clients> clients(Topology topology) {
        return topology.nodes().stream()
                .flatMap(node -> node instanceof Clients clients ? Stream.of(clients) : Stream.empty())
                .toList();
    }
}
