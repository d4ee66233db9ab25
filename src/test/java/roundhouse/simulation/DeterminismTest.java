package roundhouse.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.balanced;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.node;
import static roundhouse.simulation.testing.Systems.poisson;
import static roundhouse.simulation.testing.Systems.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.traffic.Arrivals;

class DeterminismTest {
    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void theDigestDoesNotDependOnHowTheRunIsCut(Algorithm algorithm) {
        Topology topology = balanced(5, poisson(1_500).timeout(Duration.ofMillis(20)), algorithm, 3);
        Run whole = Run.of(topology);
        whole.runUntil(5 * SECOND);
        Run stepped = Run.of(topology);
        while (stepped.nextEventNanos() <= 5 * SECOND) {
            stepped.step();
        }
        stepped.runUntil(5 * SECOND);
        Run sliced = Run.of(topology);
        Frame frame = new Frame();
        SplittableRandom slices = new SplittableRandom(1);
        while (sliced.nowNanos() < 5 * SECOND) {
            sliced.runUntil(Math.min(5 * SECOND, sliced.nowNanos() + slices.nextLong(30_000_000)));
            sliced.observe(frame);
        }
        assertThat(stepped.digest()).isEqualTo(whole.digest()).isEqualTo(sliced.digest());
        assertThat(stepped.report()).isEqualTo(whole.report()).isEqualTo(sliced.report());
    }

    @Test
    void seedsDiffer() {
        List<Long> digests = new ArrayList<>();
        for (long seed = 0; seed < 20; seed++) {
            Run run = Run.of(balanced(seed, poisson(500), Algorithm.RANDOM, 2));
            run.runUntil(SECOND);
            digests.add(run.digest());
        }
        assertThat(digests).doesNotHaveDuplicates();
    }

    /** Constant times everywhere bring many events at one and the same time; commands come between them. */
    @Test
    void aLogReplaysExactlyEvenWhenCommandsCameBetweenEventsOfOneTime() {
        Topology topology = balanced(
                        5,
                        poisson(0).arrivals(new Arrivals.Closed(fixed(1_000))).users(20),
                        Algorithm.LEAST_CONNECTIONS,
                        3)
                .with(server("s1", 2, fixed(1_000)))
                .with(server("s2", 2, fixed(1_000)));
        SplittableRandom random = new SplittableRandom(3);
        Run run = Run.of(topology);
        boolean between = false;
        for (int i = 0; i < 200; i++) {
            for (int steps = random.nextInt(20); steps > 0; steps--) {
                run.step();
            }
            between |= run.nextEventNanos() == run.nowNanos();
            String id = "s" + (1 + random.nextInt(3));
            run.apply(
                    switch (random.nextInt(4)) {
                        case 0 -> new Command.Crash(id);
                        case 1 -> new Command.Slow(id, 1 + random.nextInt(3));
                        default -> new Command.Recover(id);
                    });
        }
        assertThat(between).as("the test meets the case it is about").isTrue();
        Replay replay = new Replay(topology, run.log());
        while (replay.hasAhead()) {
            replay.step();
        }
        Run again = replay.run();
        assertThat(again.nowNanos()).isEqualTo(run.nowNanos());
        assertThat(again.digest()).isEqualTo(run.digest());
        assertThat(again.log()).isEqualTo(run.log());
        run.runUntil(run.nowNanos() + SECOND);
        again.runUntil(run.nowNanos());
        assertThat(again.digest()).isEqualTo(run.digest());
    }

    @Test
    void anIdleServerChangesNobodyElse() {
        Topology topology = balanced(9, poisson(1_500), Algorithm.POWER_OF_TWO, 3);
        Report alone = Systems.run(topology, 10);
        Report beside = Systems.run(topology.with(server("idle", 4, fixed(100))), 10);
        alone.nodes()
                .forEach((id, figures) ->
                        assertThat(beside.nodes().get(id)).as(id).isEqualTo(figures));
        assertThat(beside.latency()).isEqualTo(alone.latency());
    }

    @Test
    void aLinkedServerThatIsNeverPickedChangesNobodyElse() {
        Topology topology = balanced(9, poisson(1_500), Algorithm.LEAST_CONNECTIONS, 3);
        Report alone = Systems.run(topology, 10);
        Report beside = Systems.run(
                topology.with(server("idle", 4, fixed(100)))
                        .with(link("lb", "idle").weighted(0)),
                10);
        assertThat(node(beside, "idle").picked()).isZero();
        alone.nodes()
                .forEach((id, figures) ->
                        assertThat(beside.nodes().get(id)).as(id).isEqualTo(figures));
    }

    @Test
    void aServerThatDoesServeShiftsNoArrivals() {
        Topology topology = balanced(9, poisson(1_500), Algorithm.ROUND_ROBIN, 3);
        Report before = Systems.run(topology, 10);
        Report after = Systems.run(topology.with(server("s4", 2, fixed(100))).with(link("lb", "s4", fixed(200))), 10);
        assertThat(after.requests()).isEqualTo(before.requests());
        assertThat(node(after, "users").picked())
                .isEqualTo(node(before, "users").picked());
        assertThat(node(after, "s4").picked()).isPositive();
    }
}
