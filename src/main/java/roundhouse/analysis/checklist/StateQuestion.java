package roundhouse.analysis.checklist;

import java.util.ArrayList;
import java.util.List;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.parts.Sticky;

/** What servers remember in their own memory, and whether requests find it. */
final class StateQuestion implements ChecklistQuestion {
    @Override
    public List<Advice> ask(Examined examined) {
        Topology topology = examined.topology();
        List<Advice> advice = new ArrayList<>();
        for (Node node : topology.nodes()) {
            if (node instanceof Server server && server.state() != null) {
                advice.add(
                        server.remembersInMemory()
                                ? inMemory(server, examined)
                                : Advice.good(
                                        ChecklistItem.STATE,
                                        server.id(),
                                        "keeps its sessions at " + server.store()
                                                + ", so any server can take any request",
                                        ""));
            }
        }
        return advice.isEmpty()
                ? List.of(Advice.good(
                        ChecklistItem.STATE,
                        "",
                        "servers remember nothing, so any of them can take any request, and a crash loses no session",
                        ""))
                : advice;
    }

    private static Advice inMemory(Server server, Examined examined) {
        Topology topology = examined.topology();
        List<LoadBalancer> free = Neighbours.sources(server, topology).stream()
                .filter(LoadBalancer.class::isInstance)
                .map(LoadBalancer.class::cast)
                .filter(balancer -> balancer.sticky().by() == Sticky.By.OFF && several(balancer, topology))
                .toList();
        if (!free.isEmpty()) {
            LoadBalancer balancer = free.getFirst();
            boolean cookie = balancer.layer() == 7;
            return Advice.warning(
                            ChecklistItem.STATE,
                            server.id(),
                            "keeps its sessions in memory, and " + balancer.id()
                                    + " sends their requests to others too, which do not know them",
                            examined.report() == null
                                    ? ""
                                    : examined.report().sessionsMissed() + " requests without their session in the run")
                    .mendedBy(Fix.of(
                            "Make " + balancer.id() + " sticky by " + (cookie ? "cookie" : "address"),
                            topology,
                            topology.with(balancer.with(
                                    LoadBalancer.STICKY, Sticky.of(cookie ? Sticky.By.COOKIE : Sticky.By.ADDRESS)))));
        }
        return Advice.note(
                        ChecklistItem.STATE,
                        server.id(),
                        "keeps its sessions in memory: they are lost when it crashes or is taken away",
                        examined.report() == null ? "" : examined.report().sessionsLost() + " sessions lost in the run")
                .mendedBy(Fix.of(
                        "Keep the sessions of " + server.id() + " in a store",
                        topology,
                        Additions.sessionStore(topology, server)));
    }

    private static boolean several(LoadBalancer balancer, Topology topology) {
        return Neighbours.targets(balancer, topology).stream()
                        .mapToInt(Node::count)
                        .sum()
                > 1;
    }
}
