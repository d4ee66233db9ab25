package roundhouse.exchange.configuration.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.hashing.registry.Placements;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.balancing.Balancing;

/**
 * HAProxy by chance, whose servers change their weights, drain, go into maintenance and come back by its runtime API while requests
 * are held: the same server each time. {@code -Dlive.seeds=N} tries N.
 */
@Tag("live")
class LiveChangesTest extends LiveHaproxyByChance {
    private static final int STEPS = 80;
    private static final int HELD = 8;

    static LongStream seeds() {
        return upTo(6);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    void picksAreTheSameWhileServersChange(long seed) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        Topology topology = LiveDraw.topology(program, random);
        LiveAdmin admin = admin();
        List<String> changes = new ArrayList<>();
        try (LiveBench bench = bench(topology)) {
            LiveModel model = new LiveModel(bench.topology, bench.balancer);
            try (HeldRequests held = new HeldRequests(bench, model, random, HELD)) {
                for (int i = 0; i < STEPS; i++) {
                    if (random.nextInt(6) == 0) {
                        change(admin, model, bench, random, changes);
                    }
                    held.either(LiveDraw.asked(random), LiveDraw.told(topology) + " after " + changes);
                }
            }
        }
    }

    private static void change(
            LiveAdmin admin, LiveModel model, LiveBench bench, SplittableRandom random, List<String> changes)
            throws IOException, InterruptedException {
        List<Link> links = bench.topology.linksFrom("lb");
        int target = random.nextInt(links.size());
        Link link = links.get(target);
        String server = "lb/" + link.to();
        String command;
        if (random.nextBoolean()) {
            int weight =
                    random.nextInt(5) == 0 ? 0 : takesAnyWeight(bench.balancer) ? random.nextInt(30) : link.weight();
            model.weight(target, weight);
            command = "set weight " + server + " " + (takesAnyWeight(bench.balancer) || weight == 0 ? weight : "100%");
        } else {
            String state = List.of("ready", "drain", "maint").get(random.nextInt(3));
            model.down(target, state.equals("maint"));
            model.draining(target, state.equals("drain"));
            command = "set server " + server + " state " + state;
        }
        changes.add(command);
        assertThat(admin.say(command)).as(command).isEmpty();
    }

    /** By the others a server has its whole weight or none. */
    private static boolean takesAnyWeight(LoadBalancer balancer) {
        Balancing balancing = balancer.balancing();
        return balancing.algorithm() == Algorithm.HAPROXY_ROUNDROBIN
                || balancing.algorithm() == Algorithm.HAPROXY_LEASTCONN
                || balancing.placement().kind() == Placements.HAPROXY_CONSISTENT;
    }
}
