package roundhouse.simulation.balancing;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.balancer;
import static roundhouse.simulation.testing.Systems.exponential;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.node;
import static roundhouse.simulation.testing.Systems.poisson;
import static roundhouse.simulation.testing.Systems.run;
import static roundhouse.simulation.testing.Systems.server;
import static roundhouse.simulation.testing.Systems.system;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import roundhouse.routing.Outcome;
import roundhouse.routing.RequestKind;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Place;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.parts.Rule;
import roundhouse.topology.nodes.parts.Sticky;
import roundhouse.topology.nodes.parts.Tls;
import roundhouse.topology.nodes.traffic.Arrivals;
import roundhouse.topology.nodes.traffic.KindShare;

class BalancerBehaviourTest {
    private static Topology two(Systems.ClientsBuilder clients, LoadBalancer balancer) {
        return system(
                11,
                List.of(clients.build(), balancer, server("s1", 8, fixed(1_000)), server("s2", 8, fixed(1_000))),
                List.of(link("users", "lb", fixed(100)), link("lb", "s1", fixed(100)), link("lb", "s2", fixed(100))));
    }

    private static LoadBalancer layer(int layer) {
        return balancer("lb", layer, Algorithm.ROUND_ROBIN, Sticky.OFF, List.of(), Tls.PASS_THROUGH);
    }

    @Test
    void layerFourKeepsAConnectionOnItsTarget() {
        Systems.ClientsBuilder oneUser = poisson(200).users(1).keepAlive(Integer.MAX_VALUE, Duration.ofMinutes(1));
        Report four = run(two(oneUser, layer(4)), 10);
        assertThat(node(four, "s1").picked()).isEqualTo(four.requests()).isGreaterThan(1_000);
        assertThat(node(four, "s2").picked()).isZero();
        Report seven = run(two(oneUser, layer(7)), 10);
        assertThat(node(seven, "s1").picked() - node(seven, "s2").picked()).isBetween(0L, 1L);
    }

    @Test
    void layerFourPicksForEachNewConnection() {
        Report perRequest = run(two(poisson(200).users(1), layer(4)), 10);
        assertThat(node(perRequest, "s1").picked() - node(perRequest, "s2").picked())
                .isBetween(0L, 1L);
        // Ten requests a connection, one user: 10 to one server, 10 to the other.
        Report byTen = run(
                two(
                        poisson(0).arrivals(new Arrivals.Constant(100)).users(1).keepAlive(10, Duration.ofMinutes(1)),
                        layer(4)),
                2.005);
        assertThat(node(byTen, "s1").picked()).isEqualTo(100);
        assertThat(node(byTen, "s2").picked()).isEqualTo(100);
        // An idle time below the gap between requests: each has a connection of its own.
        Report idle = run(
                two(
                        poisson(0)
                                .arrivals(new Arrivals.Constant(100))
                                .users(1)
                                .keepAlive(Integer.MAX_VALUE, Duration.ofMillis(5)),
                        layer(4)),
                2.005);
        assertThat(node(idle, "s1").picked()).isEqualTo(100);
        assertThat(node(idle, "s2").picked()).isEqualTo(100);
    }

    @Test
    void tlsIsPaidWhereItEndsAndOncePerConnection() {
        Duration handshake = Duration.ofMillis(2);
        Systems.ClientsBuilder constant =
                poisson(0).arrivals(new Arrivals.Constant(10)).users(1);
        LoadBalancer terminating =
                balancer("lb", 7, Algorithm.ROUND_ROBIN, Sticky.OFF, List.of(), new Tls(Tls.Mode.TERMINATE, handshake));
        // Two links both ways 0.4 ms, service 1 ms.
        long plain = 1_400_000;
        assertThat(run(two(constant, terminating), 5.05).latency().maxNanos()).isEqualTo(plain);
        constant.tls();
        Report atBalancer = run(two(constant, terminating), 5.05);
        assertThat(atBalancer.latency().meanNanos()).isEqualTo(plain + 2_000_000.0);
        assertThat(node(atBalancer, "s1").latency().maxNanos()).isEqualTo(1_000_000);
        Report atServer = run(two(constant, layer(4)), 5.05);
        assertThat(atServer.latency().meanNanos()).isEqualTo(plain + 1_000_000.0);
        assertThat(node(atServer, "s1").latency().maxNanos()).isEqualTo(2_000_000);
        Report kept = run(two(constant.keepAlive(Integer.MAX_VALUE, Duration.ofMinutes(1)), terminating), 5.05);
        assertThat(kept.latency().maxNanos()).isEqualTo(plain + 2_000_000);
        assertThat(kept.latency().meanNanos()).isEqualTo(plain + 2_000_000.0 / kept.requests());
    }

    @Test
    void theBalancersOwnWorkTakesTimeAndCores() {
        LoadBalancer working = balancer("lb", Algorithm.ROUND_ROBIN)
                .with(LoadBalancer.CORES, 1)
                .with(LoadBalancer.COST, Duration.ofMillis(1));
        Report report = run(two(poisson(0).arrivals(new Arrivals.Constant(500)), working), 5.001);
        assertThat(report.latency().meanNanos()).isEqualTo(2_400_000.0);
        assertThat(node(report, "lb").utilization()).isBetween(0.499, 0.501);
    }

    @Test
    void rulesChooseThePool() {
        RequestKind api = new RequestKind("/api/carts", Map.of("host", "shop"), Map.of());
        LoadBalancer balancer = balancer(
                "lb",
                7,
                Algorithm.ROUND_ROBIN,
                Sticky.OFF,
                List.of(Rule.path("/api/*", "api"), Rule.header("Host", "nobody", "none")),
                Tls.PASS_THROUGH);
        Link toApi = link("lb", "s2", fixed(100)).with(Link.POOL, "api");
        Topology topology = two(
                        poisson(1_000).kinds(List.of(new KindShare(3, RequestKind.PLAIN), new KindShare(1, api))),
                        balancer)
                .with(toApi);
        Report report = run(topology, 10);
        // A quarter of 10,000: within four standard deviations.
        assertThat((double) node(report, "s2").picked() / report.requests()).isBetween(0.232, 0.268);
        assertThat(node(report, "s1").picked() + node(report, "s2").picked())
                .isBetween(report.requests() - 50, report.requests());
        Report nowhere = run(topology.with(toApi.with(Link.POOL, "spare")), 5);
        assertThat(nowhere.outcomes().get(Outcome.FAILED))
                .as("a pool without targets")
                .isPositive();
        assertThat(node(nowhere, "s2").picked()).isZero();
    }

    @Test
    void aCookieKeepsASessionAndEndsWithIt() {
        LoadBalancer cookie =
                balancer("lb", 7, Algorithm.ROUND_ROBIN, Sticky.of(Sticky.By.COOKIE), List.of(), Tls.PASS_THROUGH);
        Report kept = run(two(poisson(500).users(1), cookie), 5);
        assertThat(node(kept, "s1").picked()).isEqualTo(picks(kept)).isGreaterThan(2_000);
        Report renewed = run(two(poisson(500).users(1).sessionRequests(2), cookie), 5);
        assertThat(node(renewed, "s2").picked()).isGreaterThan(picks(renewed) / 3);
        LoadBalancer address =
                balancer("lb", 7, Algorithm.ROUND_ROBIN, Sticky.of(Sticky.By.ADDRESS), List.of(), Tls.PASS_THROUGH);
        Report office = run(two(poisson(500).addresses("192.0.2.1/32").sessionRequests(2), address), 5);
        assertThat(node(office, "s2").picked()).as("one address, one target").isZero();
    }

    private static long picks(Report report) {
        return node(report, "s1").picked() + node(report, "s2").picked();
    }

    @Test
    void geographicServesEachRegionNearby() {
        Server eu = server("s1", 8, fixed(1_000)).with(Server.REGION, "eu");
        Server us = server("s2", 8, fixed(1_000)).with(Server.REGION, "us");
        Topology base = two(poisson(1_000).regions(Map.of("eu", 1.0, "us", 3.0)), balancer("lb", Algorithm.GEOGRAPHIC))
                .with(eu)
                .with(us);
        Topology topology = new Topology(
                base.name(),
                "",
                base.seed(),
                base.duration(),
                base.warmUp(),
                Map.of("eu", new Place(50, 8), "us", new Place(39, -77)),
                base.nodes(),
                List.of(),
                base.links(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of());
        Report report = run(topology, 10);
        // Shares of 1,000 users by chance, 1 to 3: within four standard deviations.
        assertThat((double) node(report, "s1").picked() / picks(report)).isBetween(0.195, 0.305);
    }

    @Test
    void balancersMayBeChained() {
        Report report = run(
                system(
                        2,
                        List.of(
                                poisson(400).build(),
                                balancer("edge", Algorithm.ROUND_ROBIN),
                                balancer("lb", Algorithm.LEAST_CONNECTIONS),
                                server("s1", 2, exponential(1_000)),
                                server("s2", 2, exponential(1_000))),
                        List.of(
                                link("users", "edge", fixed(100)),
                                link("edge", "lb", exponential(100)),
                                link("lb", "s1", fixed(100)),
                                link("lb", "s2", fixed(100)))),
                20);
        assertThat(report.outcomes().get(Outcome.OK)).isGreaterThan(7_500);
        assertThat(node(report, "lb").picked()).isBetween(report.requests() - 20, report.requests());
    }

    @Test
    void noTargetIsAFailedReply() {
        Report report = run(
                system(
                        2,
                        List.of(poisson(100).build(), balancer("lb", Algorithm.RANDOM)),
                        List.of(link("users", "lb"))),
                5);
        assertThat(report.outcomes().get(Outcome.FAILED)).isEqualTo(report.requests());
    }
}
