package roundhouse.simulation.balancing;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.SECOND;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.testing.Balancers;
import roundhouse.simulation.testing.Chance;
import roundhouse.simulation.testing.RandomHealth;
import roundhouse.simulation.testing.RandomNodes;
import roundhouse.simulation.testing.Reproduction;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Command;
import roundhouse.topology.CrashMode;
import roundhouse.topology.LinkDirection;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.parts.Distribution;

/**
 * Balancers with random health rules whose targets fail ten times a second: a target that checks or ejection took out gets no picks
 * outside a panic, every request ends in one outcome, no attempt is left over when all is well again, and a replay is the same. One that
 * breaks an invariant is left as a file, and the message has the command that runs it again.
 */
class HealthSwarmTest {
    private static final int SYSTEMS = 15;
    private static final double FAILURES_OVER = 4;
    private static final long END = 12 * SECOND;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void keepsItsInvariants(int part) {
        long[] picks = new long[1];
        for (int i = 0; i < SYSTEMS; i++) {
            long seed = 1_000L * part + i;
            Topology topology = topology(new Chance(seed));
            Reproduction.check(topology, "health-" + seed, watched -> {
                watched.until(END);
                Run run = watched.run();
                Report report = run.report();
                assertThat(report.unfinished())
                        .as("requests without an outcome")
                        .isZero();
                assertThat(watched.attemptsInUse())
                        .as("calls left over besides checks on their way")
                        .isLessThanOrEqualTo(topology.nodes().size() - 2);
                Run again = Run.of(topology);
                again.runUntil(END);
                assertThat(again.digest()).as("digest").isEqualTo(run.digest());
                assertThat(again.report()).as("report").isEqualTo(report);
                picks[0] += watched.picks().picks();
            });
        }
        assertThat(picks[0]).isPositive();
    }

    private static Topology topology(Chance chance) {
        List<Node> nodes = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        nodes.add(clients(chance));
        int layer = chance.pick(4, 7);
        RandomHealth rules = new RandomHealth(chance);
        Algorithm algorithm = new RandomNodes(chance).algorithm(layer);
        nodes.add(Balancers.of("lb", layer, algorithm, rules.sticky(layer), rules.health(), rules.passOn()));
        links.add(Systems.link("users", "lb", Systems.fixed(200)));
        int servers = chance.between(2, 5);
        for (int i = 0; i < servers; i++) {
            nodes.add(Systems.bounded("s" + i, 2, Systems.exponential(1_000), 20, Integer.MAX_VALUE));
            Distribution latency = chance.half() ? Systems.fixed(200) : Systems.exponential(500);
            links.add(Link.of("lb", "s" + i, latency)
                    .with(Link.WEIGHT, chance.between(1, 4))
                    .with(Link.BACKUP, chance.oneIn(4)));
        }
        return Systems.system(chance.seed(), nodes, links).withScenario(scenario(chance, servers));
    }

    private static Node clients(Chance chance) {
        Systems.ClientsBuilder clients =
                Systems.poisson(200 + chance.below(800)).users(20).timeout(Duration.ofMillis(chance.between(20, 220)));
        if (chance.oneIn(3)) {
            clients.keepAlive(chance.between(1, 20), Duration.ofMillis(200));
        }
        return clients.build();
    }

    /** Something every tenth of a second; then everything is repaired, and no further request comes. */
    private static List<TimedCommand> scenario(Chance chance, int servers) {
        List<TimedCommand> scenario = new ArrayList<>();
        for (int tenth = 1; tenth < 10 * FAILURES_OVER; tenth++) {
            scenario.add(Systems.at(tenth / 10.0, command(chance, servers)));
        }
        scenario.add(Systems.at(FAILURES_OVER, new Command.Recover("lb")));
        for (int i = 0; i < servers; i++) {
            scenario.add(Systems.at(FAILURES_OVER, new Command.Recover("s" + i)));
            scenario.add(Systems.at(FAILURES_OVER, new Command.Mend("lb", "s" + i)));
        }
        scenario.add(Systems.at(FAILURES_OVER, new Command.Remove("users")));
        return scenario;
    }

    private static Command command(Chance chance, int servers) {
        String server = "s" + chance.below(servers);
        String node = chance.oneIn(4) ? "lb" : server;
        CrashMode how = chance.pick(CrashMode.values());
        return switch (chance.below(12)) {
            case 0, 1 -> new Command.Crash(server, how);
            case 2 -> new Command.Crash(node, how);
            case 3, 4, 5 -> new Command.Recover(node);
            case 6 -> new Command.Pause(node);
            case 7 -> new Command.Slow(server, chance.between(1, 50));
            case 8 -> new Command.Errors(server, chance.below(3) / 2.0);
            case 9 -> new Command.Cut("lb", server, chance.pick(LinkDirection.values()));
            case 10 -> chance.half() ? new Command.Mend("lb", server) : new Command.Loss("lb", server, chance.part());
            default -> chance.half() ? new Command.Drain("lb", server) : new Command.Undrain("lb", server);
        };
    }
}
