package roundhouse.workbench.start;

import java.util.List;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.workbench.texts.Texts;

/** The path of the first two minutes: build, play, break, see that it was noticed. In this order, though whoever does a later one first is not asked for it again. */
public enum FirstStep {
    CLIENTS(Texts.text("start.put-clients-on-the-canvas"), Texts.text("start.drag-clients-from-the-palette")),
    BALANCER(Texts.text("start.put-a-load-balancer-beside"), Texts.text("start.drag-load-balancer-to-the")),
    SERVERS(Texts.text("start.put-three-servers-at-the"), Texts.text("start.drag-server-three-times-one")),
    LINKS(Texts.text("start.link-them"), Texts.text("start.drag-from-the-right-edge")),
    CHECKS(Texts.text("start.let-the-balancer-look-after"), Texts.text("start.click-the-balancer-and-tick")),
    PLAY(Texts.text("start.play"), Texts.text("start.press-space-or-the-play")),
    CRASH(Texts.text("start.crash-a-server"), Texts.text("start.click-one-of-the-servers")),
    NOTICED(Texts.text("start.see-that-it-was-noticed"), Texts.text("start.press-until-the-speed-above"));

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
