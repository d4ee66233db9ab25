package roundhouse.simulation.testing;

import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.poisson;
import static roundhouse.simulation.testing.Systems.server;
import static roundhouse.simulation.testing.Systems.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import roundhouse.routing.Outcome;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Run;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.parts.Sticky;

/** A system of clients, one balancer and servers, for tests of what the balancer does with targets that fail. */
public abstract class OneBalancer {
    public static final Health.Active CHECKS =
            new Health.Active(Health.Probe.REQUEST, Duration.ofMillis(200), Duration.ofMillis(100), 3, 2, null, null);

    public Health health = Health.NONE;
    public FailoverPolicy passOn = FailoverPolicy.NEVER;
    public Sticky sticky = Sticky.OFF;
    public Algorithm algorithm = Algorithm.ROUND_ROBIN;
    public int layer = 7;
    public boolean lastIsBackup;
    public Systems.ClientsBuilder clients = poisson(1_000);

    public static Health checks(Health.Active active) {
        return new Health(active, null, null, 0, Duration.ZERO);
    }

    public Topology with(int servers, TimedCommand... scenario) {
        List<Node> nodes = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        nodes.add(clients.build());
        nodes.add(Balancers.of("lb", layer, algorithm, sticky, health, passOn));
        links.add(link("users", "lb", fixed(500)));
        for (int i = 1; i <= servers; i++) {
            nodes.add(server("s" + i, 4, fixed(1_000)));
            boolean backup = lastIsBackup && i == servers;
            links.add(link("lb", "s" + i, fixed(200)).with(Link.BACKUP, backup));
        }
        return system(5, nodes, links).withScenario(List.of(scenario));
    }

    public static Run ran(Topology topology, double seconds) {
        Run run = Run.of(topology);
        run.runUntil((long) (seconds * SECOND));
        return run;
    }

    public static long count(Run run, Outcome outcome) {
        return run.report().outcomes().get(outcome);
    }
}
