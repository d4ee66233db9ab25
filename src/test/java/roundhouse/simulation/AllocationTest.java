package roundhouse.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.poisson;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import roundhouse.routing.Failure;
import roundhouse.routing.Outcome;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.observing.CallReport;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.testing.Balancers;
import roundhouse.simulation.testing.Services;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Command;
import roundhouse.topology.CrashMode;
import roundhouse.topology.Deletion;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.calls.ServiceCall;
import roundhouse.topology.nodes.guarding.Breaker;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.parts.Hedge;
import roundhouse.topology.nodes.parts.Retries;
import roundhouse.topology.nodes.parts.Rule;
import roundhouse.topology.nodes.parts.SessionState;
import roundhouse.topology.nodes.parts.Sticky;
import roundhouse.topology.nodes.targets.ZonePreference;
import roundhouse.topology.nodes.traffic.KeyDistribution;
import roundhouse.topology.types.Types;

/** Events allocate nothing once pools, queues and histograms have grown to their use. */
class AllocationTest {
    /**
     * Bytes for the whole million. The smallest object has 16, so one for each event would be 16 million; what is left is a
     * histogram that grows for a record latency, and code that is not compiled yet.
     */
    private static final long BOUND = 1_000_000;

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void aMillionEventsAllocateNothing(Algorithm algorithm) {
        Run run = Run.shown(Systems.balanced(
                7,
                poisson(2_500).timeout(Duration.ofSeconds(1)).keys(new KeyDistribution.Zipf(1_000, 0.9)),
                algorithm,
                4));
        assertThatEventsAllocateNothing(run);
    }

    @Test
    void neitherDoChecksPartsAndJudgements() {
        Health health = new Health(
                new Health.Active(
                        Health.Probe.REQUEST, Duration.ofMillis(20), Duration.ofMillis(500), 3, 2, null, null),
                Health.Passive.SETTINGS.usual(),
                Health.Ejection.SETTINGS.usual(),
                50,
                Duration.ofSeconds(10));
        assertThatEventsAllocateNothing(Run.of(
                Systems.balanced(7, poisson(2_500).timeout(Duration.ofSeconds(1)), Algorithm.LEAST_CONNECTIONS, 4)
                        .with(Balancers.of(
                                "lb",
                                7,
                                Algorithm.LEAST_CONNECTIONS,
                                Sticky.OFF,
                                health,
                                new FailoverPolicy(2, Failure.NGINX, true, Duration.ofMillis(500))))));
    }

    @Test
    void norDoZonesAndRules() {
        Topology plain = Systems.balanced(7, poisson(2_500).timeout(Duration.ofSeconds(1)), Algorithm.POWER_OF_TWO, 4);
        Topology zoned = plain.withNodes(plain.nodes().stream()
                .map(node -> node instanceof Server server
                        ? server.with(Server.ZONE, server.id().equals("s1") ? "a" : "b")
                        : node)
                .toList());
        assertThatEventsAllocateNothing(Run.of(zoned.with(
                        Systems.balancer("other", Algorithm.RANDOM).with(LoadBalancer.ZONE, "b"))
                .with(Link.of("other", "s1", Systems.fixed(0)))
                .with(Systems.balancer("lb", Algorithm.POWER_OF_TWO)
                        .with(LoadBalancer.ZONE, "a")
                        .with(LoadBalancer.ZONE_AWARE, new ZonePreference.Envoy(2, 90))
                        .with(LoadBalancer.RULES, List.of(Rule.to("default").with(Rule.METHOD, "POST"))))));
    }

    @Test
    void norDoTheyWhileThingsFail() {
        Run run = Run.of(Systems.balanced(
                7,
                poisson(2_500)
                        .timeout(Duration.ofMillis(100))
                        .retries(new Retries(
                                2, Duration.ofMillis(1), Duration.ofMillis(10), 0.5, Retries.ANY, null, null)),
                Algorithm.ROUND_ROBIN,
                4));
        run.apply(new Command.Errors("s1", 0.1));
        run.apply(new Command.Leak("s2", 0.01));
        run.apply(new Command.Crash("s3", CrashMode.AFTER_ACCEPT));
        run.apply(new Command.Crash("s4", CrashMode.BLACK_HOLE));
        run.apply(new Command.Loss("users", "lb", 0.05));
        run.apply(new Command.Delay("lb", "s1", Duration.ofMillis(5), Duration.ofMillis(1)));
        run.apply(new Command.Delay("lb", "s2", Duration.ofMillis(5), Duration.ZERO));
        assertThatEventsAllocateNothing(run);
    }

    /** Servers short of cores behind a store, clients that retry and hedge within a budget and a limit: all of it happens. */
    @Test
    void norDoRetriesHedgesAndSessions() {
        Retries retries = new Retries(
                3,
                Duration.ofMillis(5),
                Duration.ofMillis(20),
                0.5,
                Retries.ANY,
                Duration.ofMillis(200),
                new Retries.Budget(0.5, 10));
        Topology topology = Systems.balanced(
                        7,
                        poisson(3_900)
                                .timeout(Duration.ofMillis(25))
                                .retries(retries)
                                .hedge(new Hedge(Duration.ofMillis(15), 1))
                                .sessionRequests(20),
                        Algorithm.ROUND_ROBIN,
                        4)
                .with(Systems.server("store", 4, Systems.exponential(200)));
        for (int i = 1; i <= 4; i++) {
            String id = "s" + i;
            topology = topology.with(((Server) topology.node(id).orElseThrow())
                            .with(Server.STATE, new SessionState("store", Duration.ofSeconds(10), 1_000)))
                    .with(Systems.link(id, "store", Systems.fixed(100)));
        }
        Run run = Run.of(topology);
        assertThatEventsAllocateNothing(run);
        Report report = run.report();
        assertThat(report.attempts()).isGreaterThan(report.requests() * 11 / 10);
        assertThat(report.outcomes().get(Outcome.TIMED_OUT)).isPositive();
        assertThat(Systems.node(report, "store").sessions()).isNotNull();
    }

    /** Calls straight and over a balancer, parallel and not, that fail, are late, tried again, hedged and turned away. */
    @Test
    void norDoCalls() {
        Retries retries = new Retries(
                3, Duration.ofMillis(2), Duration.ofMillis(5), 0.5, Retries.ANY, Duration.ofMillis(80), null);
        Breaker breaker =
                new Breaker(100, null, 100, 1, 1, Duration.ofMinutes(1), Types.UNLIMITED, Duration.ofMinutes(1), 10);
        ServiceCall call = ServiceCall.to("lb")
                .with(ServiceCall.TIMEOUT, Duration.ofMillis(12))
                .with(ServiceCall.RETRIES, retries)
                .with(ServiceCall.BREAKER, breaker)
                .with(ServiceCall.HEDGE, new Hedge(Duration.ofMillis(6), 1));
        Topology topology = Deletion.ofLink(Systems.balanced(7, poisson(900), Algorithm.ROUND_ROBIN, 4), "users", "lb")
                .with(Systems.server("front", 8, Systems.exponential(500))
                        .with(Server.WORKERS, 200)
                        .with(
                                Server.CALLS,
                                List.of(
                                        call.with(ServiceCall.COUNT, 3).with(ServiceCall.PARALLEL, true),
                                        call.with(ServiceCall.OPTIONAL, true).with(ServiceCall.SHARE, 0.5))))
                .with(Systems.link("users", "front"))
                .with(Systems.link("front", "lb"));
        Run run = Run.of(topology);
        run.apply(new Command.Errors("s1", 0.1));
        assertThatEventsAllocateNothing(run);
        CallReport.Figures calls = Services.calls(run.report(), "front", "lb");
        assertThat(List.of(calls.failed(), calls.timedOut(), calls.retried(), calls.hedged(), calls.wasted()))
                .doesNotContain(0L);
    }

    private static void assertThatEventsAllocateNothing(Run run) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().threadId();
        // The history's spans are used again once there were 600 of a tenth of a second.
        run.runUntil(100 * SECOND);
        long events = run.events();
        long before = threads.getThreadAllocatedBytes(thread);
        while (run.events() < events + 1_000_000) {
            run.step();
        }
        assertThat(threads.getThreadAllocatedBytes(thread) - before).isLessThan(BOUND);
    }
}
