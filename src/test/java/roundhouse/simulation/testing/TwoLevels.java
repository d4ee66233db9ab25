package roundhouse.simulation.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Run;
import roundhouse.simulation.transcript.TranscriptLine;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.parts.Sticky;
import roundhouse.topology.nodes.traffic.Arrivals;

/**
 * A balancer with primaries {@code p1}, {@code p2} and so on and backups {@code b1}, {@code b2}, and 1,000 requests a second. One
 * failed check in 100 ms takes out.
 */
public final class TwoLevels {
    private TwoLevels() {}

    /** @param panic the threshold in percent, 0 for none */
    public static Topology topology(Algorithm algorithm, int panic, int primaries, int backups) {
        Health.Active checks = new Health.Active(
                Health.Probe.CONNECT, Duration.ofMillis(100), Duration.ofMillis(50), 1, 1, null, null);
        Health health = new Health(checks, null, null, panic, Duration.ZERO);
        List<Node> nodes = new ArrayList<>(List.of(
                Systems.clients("users", new Arrivals.Constant(1_000)).build(),
                Balancers.of("lb", 7, algorithm, Sticky.OFF, health, FailoverPolicy.NEVER)));
        List<Link> links = new ArrayList<>(List.of(Systems.link("users", "lb")));
        for (int i = 1; i <= primaries; i++) {
            target("p" + i, false, nodes, links);
        }
        for (int i = 1; i <= backups; i++) {
            target("b" + i, true, nodes, links);
        }
        return Systems.system(11, nodes, links);
    }

    private static void target(String id, boolean backup, List<Node> nodes, List<Link> links) {
        nodes.add(Systems.server(id, 4, Systems.fixed(500)));
        links.add(Systems.link("lb", id, Systems.fixed(100)).with(Link.BACKUP, backup));
    }

    /** At the beginning all but that many of each crash. */
    public static List<TimedCommand> allBut(int wellPrimaries, int primaries, int wellBackups, int backups) {
        List<TimedCommand> crashes = new ArrayList<>();
        for (int i = wellPrimaries + 1; i <= primaries; i++) {
            crashes.add(Systems.at(0, new Command.Crash("p" + i)));
        }
        for (int i = wellBackups + 1; i <= backups; i++) {
            crashes.add(Systems.at(0, new Command.Crash("b" + i)));
        }
        return crashes;
    }

    /** Requests that were given to targets whose names begin so. */
    public static long picked(Run run, String prefix) {
        return run.report().nodes().entrySet().stream()
                .filter(node -> node.getKey().matches(prefix + "\\d+"))
                .mapToLong(node -> node.getValue().picked())
                .sum();
    }

    /** Whether the transcript's last word is that the primaries, or the backups, panic. */
    public static boolean panics(Run run, boolean backups) {
        String which = backups ? " backups " : " targets ";
        return run.report().transcript().stream()
                .map(TranscriptLine::text)
                .filter(text -> text.startsWith("lb panics") && text.contains(which))
                .reduce((_, last) -> last)
                .map(text -> !text.startsWith("lb panics no more"))
                .orElse(false);
    }
}
