package roundhouse.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.Systems.SECOND;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.routing.Algorithm;
import roundhouse.routing.Pool;
import roundhouse.topology.Command;
import roundhouse.topology.CrashMode;
import roundhouse.topology.Distribution;
import roundhouse.topology.Health;
import roundhouse.topology.Link;
import roundhouse.topology.Node;
import roundhouse.topology.PassOn;
import roundhouse.topology.Sticky;
import roundhouse.topology.Topology;
import roundhouse.topology.Way;

/**
 * Balancers with random health rules under random failures: a target that checks or ejection took out gets no picks outside a panic,
 * every request ends in one outcome, no call is left over when all is well again, and a replay is the same. A failure names its seed.
 */
class HealthSwarmTest {
    private static final int SYSTEMS = 15;

    private static final class Watch extends Probe {
        private @Nullable Engine engine;
        private long picks;

        @Override
        void departed(Call call, LinkComponent link) {
            engine = link.from.engine;
            boolean pinned = call.connection != null
                    && link.from.node() instanceof Node.LoadBalancer balancer
                    && balancer.layer() == 4;
            if (call.purpose == Purpose.REQUEST
                    && !call.replying
                    && !pinned
                    && link.from instanceof LoadBalancerComponent balancer) {
                TargetGroup group = balancer.groups().get(0);
                int target = group.indexOf(link);
                boolean out = group.pool().isExcluded(target, Pool.Exclusion.CHECKS)
                        || group.pool().isExcluded(target, Pool.Exclusion.EJECTION);
                assertThat(out && !group.pool().isPanicking(target))
                        .as("%s is picked though it is out", group.pool().name(target))
                        .isFalse();
                picks++;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void keepsItsInvariants(int part) {
        long picks = 0;
        for (int i = 0; i < SYSTEMS; i++) {
            long seed = 1_000L * part + i;
            SplittableRandom random = new SplittableRandom(seed);
            Topology topology = topology(random);
            Watch watch = new Watch();
            Run run = Run.of(topology, watch);
            for (long time = SECOND / 10; time <= 4 * SECOND; time += SECOND / 10) {
                run.runUntil(time);
                run.apply(command(random, topology.nodes().size() - 2));
            }
            calm(run, topology);
            run.runUntil(12 * SECOND);
            Report report = run.report();
            long ended = report.outcomes().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            assertThat(ended).as("every request has ended, seed %d", seed).isEqualTo(report.requests());
            picks += watch.picks;
            Engine engine = watch.engine;
            int inUse = engine == null ? 0 : engine.calls.inUse();
            assertThat(inUse)
                    .as("calls left over besides checks on their way, seed %d", seed)
                    .isLessThanOrEqualTo(topology.nodes().size() - 2);
            Run again = Run.replay(topology, run.log());
            again.runUntil(run.now());
            assertThat(again.digest()).as("digest, seed %d", seed).isEqualTo(run.digest());
            assertThat(again.report()).as("report, seed %d", seed).isEqualTo(report);
        }
        assertThat(picks).isPositive();
    }

    /** Everything is repaired, and no further request comes. */
    private static void calm(Run run, Topology topology) {
        for (Node node : topology.nodes()) {
            run.apply(new Command.Recover(node.id()));
        }
        for (Link link : topology.links()) {
            run.apply(new Command.Mend(link.from(), link.to()));
        }
        run.apply(new Command.Revise(run.topology()
                .with(Systems.poisson(0)
                        .users(20)
                        .timeout(Duration.ofMillis(500))
                        .build())));
    }

    private static Topology topology(SplittableRandom random) {
        List<Node> nodes = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        Systems.ClientsBuilder clients = Systems.poisson(200 + random.nextInt(800))
                .users(20)
                .timeout(Duration.ofMillis(20 + random.nextInt(200)));
        if (random.nextInt(3) == 0) {
            clients.keepAlive(1 + random.nextInt(20), Duration.ofMillis(200));
        }
        nodes.add(clients.build());
        int layer = random.nextBoolean() ? 7 : 4;
        Sticky.By[] by = layer == 7 ? Sticky.By.values() : new Sticky.By[] {Sticky.By.OFF, Sticky.By.ADDRESS};
        Sticky.By chosen = by[random.nextInt(by.length)];
        Sticky sticky = chosen == Sticky.By.HEADER ? Sticky.OFF : Sticky.of(chosen);
        nodes.add(Balancers.of(
                "lb",
                layer,
                Algorithm.values()[random.nextInt(Algorithm.values().length)],
                sticky,
                health(random),
                new PassOn(
                        1 + random.nextInt(3),
                        random.nextBoolean() ? Duration.ofMillis(5 + random.nextInt(50)) : null)));
        links.add(Systems.link("users", "lb", Systems.fixed(200)));
        int servers = 2 + random.nextInt(4);
        for (int i = 0; i < servers; i++) {
            nodes.add(Systems.bounded("s" + i, 2, Systems.exponential(1_000), 20, Integer.MAX_VALUE));
            Distribution latency = random.nextBoolean() ? Systems.fixed(200) : Systems.exponential(500);
            links.add(Link.of("lb", "s" + i, latency).with(link -> {
                link.weight = 1 + random.nextInt(4);
                link.backup = random.nextInt(4) == 0;
            }));
        }
        return Systems.system(random.nextLong(), nodes, links);
    }

    private static Health health(SplittableRandom random) {
        Health.Active active = new Health.Active(
                random.nextBoolean() ? Health.Probe.REQUEST : Health.Probe.CONNECT,
                Duration.ofMillis(20 + random.nextInt(100)),
                Duration.ofMillis(5 + random.nextInt(100)),
                1 + random.nextInt(3),
                1 + random.nextInt(3),
                random.nextBoolean() ? Duration.ofMillis(10) : null,
                random.nextBoolean() ? Duration.ofMillis(150) : null);
        Health.Ejection ejection = new Health.Ejection(
                2 + random.nextInt(5),
                Duration.ofMillis(300),
                Duration.ofMillis(500),
                Duration.ofSeconds(2),
                random.nextInt(101),
                2,
                20,
                1.0);
        return new Health(
                random.nextInt(3) > 0 ? active : null,
                random.nextBoolean() ? new Health.Passive(1 + random.nextInt(3), Duration.ofSeconds(1)) : null,
                random.nextBoolean() ? ejection : null,
                random.nextBoolean() ? 1 + random.nextInt(100) : 0,
                random.nextBoolean() ? Duration.ofSeconds(1 + random.nextInt(3)) : Duration.ZERO);
    }

    private static Command command(SplittableRandom random, int servers) {
        String server = "s" + random.nextInt(servers);
        String node = random.nextInt(4) == 0 ? "lb" : server;
        CrashMode how = CrashMode.values()[random.nextInt(CrashMode.values().length)];
        return switch (random.nextInt(12)) {
            case 0, 1 -> new Command.Crash(server, how);
            case 2 -> new Command.Crash(node, how);
            case 3, 4, 5 -> new Command.Recover(node);
            case 6 -> new Command.Pause(node);
            case 7 -> new Command.Slow(server, 1 + random.nextInt(50));
            case 8 -> new Command.Errors(server, random.nextInt(3) / 2.0);
            case 9 -> new Command.Cut("lb", server, Way.values()[random.nextInt(3)]);
            case 10 ->
                random.nextBoolean()
                        ? new Command.Mend("lb", server)
                        : new Command.Loss("lb", server, random.nextDouble());
            default -> random.nextBoolean() ? new Command.Drain("lb", server) : new Command.Undrain("lb", server);
        };
    }
}
