package roundhouse.workbench.start;

import java.util.List;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;

/** The path of the first two minutes: build, play, break, see that it was noticed. In this order, though whoever does a later one first is not asked for it again. */
public enum FirstStep {
    CLIENTS(
            "Put Clients on the canvas",
            "Drag Clients from the palette at the left to the left half of the canvas. They send 1,000 requests a second."),
    BALANCER(
            "Put a load balancer beside them",
            "Drag Load balancer to the middle. It decides which server takes a request."),
    SERVERS(
            "Put three servers at the right",
            "Drag Server three times, one below the other. Each serves four requests at a time, 3 ms each on average."),
    LINKS(
            "Link them",
            "Drag from the right edge of Clients to the balancer, and from its right edge to each server. Requests go along the lines."),
    CHECKS(
            "Let the balancer look after its servers",
            "Click the balancer, and tick Health checks in the inspector at the right: every 2 s it asks each server whether it is there."),
    PLAY("Play", "Press Space, or the play button above. Each dot is a request; the bars show how busy a server is."),
    CRASH(
            "Crash a server",
            "Click one of the servers and press X. Requests that come to it are refused now, and users see errors."),
    NOTICED(
            "See that it was noticed",
            "Press = until the speed above is 1×, for this can take some seconds: once the server has missed its checks the balancer removes it, and the others take its requests. The transcript below says when.");

    private final String title;
    private final String text;

    FirstStep(String title, String text) {
        this.title = title;
        this.text = text;
    }

    /** What to do. */
    public String title() {
        return title;
    }

    /** How to do it, and what it means. */
    public String text() {
        return text;
    }

    boolean isDone(Seen seen) {
        return switch (this) {
            case CLIENTS -> any(seen, Clients.class);
            case BALANCER -> any(seen, LoadBalancer.class);
            case SERVERS -> count(seen, Server.class) >= 3;
            case LINKS -> linked(seen);
            case CHECKS ->
                seen.topology().nodes().stream()
                        .anyMatch(node -> node instanceof LoadBalancer balancer
                                && balancer.health().active() != null);
            case PLAY -> seen.played();
            case CRASH -> seen.transcript().stream().anyMatch(line -> line.contains(" crashed"));
            case NOTICED ->
                seen.transcript().stream()
                        .anyMatch(line -> line.contains(" removed ") && line.contains(" missed check"));
        };
    }

    /**
     * What the window has.
     *
     * @param played whether the run plays or has played
     * @param transcript what was told of the run so far
     */
    record Seen(Topology topology, boolean played, List<String> transcript) {}

    private static boolean any(Seen seen, Class<? extends Node> kind) {
        return count(seen, kind) > 0;
    }

    private static long count(Seen seen, Class<? extends Node> kind) {
        return seen.topology().nodes().stream().filter(kind::isInstance).count();
    }

    /** Clients to a balancer that has three servers. */
    private static boolean linked(Seen seen) {
        return seen.topology().nodes().stream()
                .filter(LoadBalancer.class::isInstance)
                .anyMatch(balancer -> seen.topology().links().stream()
                                .anyMatch(
                                        link -> link.to().equals(balancer.id()) && is(seen, link.from(), Clients.class))
                        && seen.topology().links().stream()
                                        .filter(link -> link.from().equals(balancer.id()))
                                        .map(Link::to)
                                        .filter(to -> is(seen, to, Server.class))
                                        .count()
                                >= 3);
    }

    private static boolean is(Seen seen, String id, Class<? extends Node> kind) {
        return seen.topology().node(id).filter(kind::isInstance).isPresent();
    }
}
