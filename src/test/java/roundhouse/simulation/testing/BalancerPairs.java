package roundhouse.simulation.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.bounded;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.frame;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.node;
import static roundhouse.simulation.testing.Systems.poisson;
import static roundhouse.simulation.testing.Systems.system;

import java.util.List;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Run;
import roundhouse.simulation.transcript.TranscriptLine;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.parts.Heartbeat;
import roundhouse.topology.nodes.parts.VrrpSettings;
import roundhouse.topology.nodes.traffic.Arrivals;

/** Two balancers under one address, clients that know both, and a server behind them. */
public final class BalancerPairs {
    /** Requests a second. */
    public static final long RATE = 1_000;
    /** Of the heartbeat's link, nanoseconds. */
    public static final long LATENCY = 2_000_000;
    /** What is said of a takeover in pairs with the usual heartbeat. */
    public static final String VERSION_2 = "VRRP version 2 waits for 3 × 1 s and a skew of 609.375 ms";

    private BalancerPairs() {}

    public static LoadBalancer balancer(String id, int priority, boolean preempt) {
        return Systems.balancer(id, Algorithm.ROUND_ROBIN)
                .with(LoadBalancer.FAILOVER, new VrrpSettings(priority, preempt));
    }

    public static Link heartbeat() {
        return link("lb-1", "lb-2", fixed(LATENCY / 1_000)).with(Link.HEARTBEAT, Heartbeat.DEFAULT);
    }

    public static Topology pair(long seed, LoadBalancer one, LoadBalancer two) {
        return system(
                seed,
                List.of(
                        poisson(RATE).arrivals(new Arrivals.Constant(RATE)).build(),
                        one,
                        two,
                        bounded("s1", 8, fixed(1_000), 100, Integer.MAX_VALUE)),
                List.of(
                        link("users", "lb-1", fixed(1_000)),
                        link("users", "lb-2", fixed(1_000)),
                        heartbeat(),
                        link("lb-1", "s1", fixed(500)),
                        link("lb-2", "s1", fixed(500))));
    }

    /** The first has the higher priority. */
    public static Topology usual(long seed) {
        return pair(seed, balancer("lb-1", 150, true), balancer("lb-2", 100, true));
    }

    /** When a balancer became the active one, and which. */
    public static List<TranscriptLine> takeovers(Run run) {
        return run.notices().stream()
                .filter(line -> line.text().contains(" took over the address")
                        || line.text().contains(" took the address back"))
                .toList();
    }

    public static byte role(Run run, int node) {
        return frame(run).role[node];
    }

    public static void assertRoles(Run run, byte one, byte two) {
        assertThat(List.of(role(run, 1), role(run, 2))).containsExactly(one, two);
    }

    public static Run afterTenSeconds(Topology topology, Command command) {
        Run run = Run.of(topology);
        run.runUntil(10 * SECOND);
        run.apply(command);
        return run;
    }

    /** As it stands after so many seconds when lb-1 was down from the 10th to the 20th. */
    public static Run recovered(Topology topology, int seconds) {
        Run run = afterTenSeconds(topology, new Command.Crash("lb-1"));
        run.runUntil(20 * SECOND);
        run.apply(new Command.Recover("lb-1"));
        run.runUntil(seconds * SECOND);
        return run;
    }

    public static Topology beating(Topology pair, Heartbeat heartbeat) {
        return pair.with(heartbeat().with(Link.HEARTBEAT, heartbeat));
    }
}
