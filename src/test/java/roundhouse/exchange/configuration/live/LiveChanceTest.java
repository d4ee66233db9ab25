package roundhouse.exchange.configuration.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;
import roundhouse.routing.Address;
import roundhouse.routing.Balancer;
import roundhouse.routing.Outcome;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.nodes.traffic.Arrivals;

/**
 * Balancers by chance, with weights, servers that are switched off and backups, in the real programs and in ours: the same server each
 * time, while requests come and are held and end. {@code -Dlive.seeds=N} tries N of each program.
 */
@Tag("live")
class LiveChanceTest {
    private static final int REQUESTS = 60;
    private static final int HELD = 10;
    private static final int ROUNDS = 4;
    private static final List<HashFunction> FUNCTIONS =
            List.of(HashFunction.SDBM, HashFunction.DJB2, HashFunction.CRC32, HashFunction.WT6);

    @TempDir
    private Path folder;

    static Stream<Arguments> cases() {
        return LiveProgram.ALL.stream()
                .flatMap(program -> LongStream.range(0, Long.getLong("live.seeds", 4))
                        .mapToObj(seed -> Arguments.of(program, seed)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("cases")
    void picksAreTheSame(LiveProgram program, long seed) throws IOException, InterruptedException {
        assumeTrue(program.program().isPresent(), program.format() + " is not installed");
        record Held(String path, int target, CompletableFuture<HttpResponse<String>> answer) {}
        SplittableRandom random = new SplittableRandom(seed);
        Topology topology = topology(balancing(program, random), random);
        List<Held> held = new ArrayList<>();
        try (LiveBench bench = new LiveBench(program, topology, folder)) {
            LiveModel model = new LiveModel(bench.topology, bench.balancer);
            for (int i = 0; i < REQUESTS; i++) {
                if (held.isEmpty() || (held.size() < HELD && random.nextInt(5) < 3)) {
                    String client =
                            "127." + random.nextInt(256) + "." + random.nextInt(256) + "." + (1 + random.nextInt(254));
                    int key = random.nextInt(1_000_000);
                    String path = "/hold-" + i;
                    HttpClient http = bench.client(client);
                    var answer = bench.send(http, path + "?key=key-" + key);
                    int picked = bench.backends.nextHeld();
                    int target = model.pick(new LiveModel.Asked(Address.parse(client), key));
                    assertThat(picked)
                            .as(
                                    "request %d of %s about %d with %d in hand, of %s",
                                    i, client, key, held.size(), told(topology))
                            .isEqualTo(target);
                    held.add(new Held(path, target, answer.whenComplete((_, _) -> http.shutdown())));
                } else {
                    Held one = held.remove(random.nextInt(held.size()));
                    bench.backends.letGo(one.path());
                    one.answer().join();
                    model.done(one.target(), Outcome.OK);
                }
            }
            held.forEach(one -> bench.backends.letGo(one.path()));
        }
    }

    /** Servers are dead by chance: each attempt of each request, in its order, within a second of the clock. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    void attemptsAreTheSameWhileServersAreDead(long seed) throws IOException, InterruptedException {
        LiveProgram program = new LiveNginx();
        assumeTrue(program.program().isPresent(), program.format() + " is not installed");
        SplittableRandom random = new SplittableRandom(seed);
        Topology plain = topology(balancing(program, random), random);
        LoadBalancer judging = program.judging((LoadBalancer) plain.node("lb").orElseThrow());
        Topology topology = plain.with(judging);
        for (Link link : topology.linksFrom("lb")) {
            topology = topology.with(link.with(Link.DOWN, false));
        }
        int servers = topology.linksFrom("lb").size();
        Set<Integer> dead = new HashSet<>();
        try (LiveBench bench = new LiveBench(program, topology, folder)) {
            LiveModel model = new LiveModel(bench.topology, bench.balancer);
            for (int round = 0; round < ROUNDS; round++) {
                if (round > 0) {
                    turn(bench, dead, random.nextInt(servers));
                }
                Thread.sleep(1_050 - System.currentTimeMillis() % 1_000);
                for (int i = 0; i < 8; i++) {
                    request(bench, model, dead, random, topology);
                }
            }
        }
    }

    private static void turn(LiveBench bench, Set<Integer> dead, int server) throws IOException {
        if (dead.remove(server)) {
            bench.backends.startAgain(server);
        } else {
            bench.backends.stop(server);
            dead.add(server);
        }
    }

    private static void request(
            LiveBench bench, LiveModel model, Set<Integer> dead, SplittableRandom random, Topology topology)
            throws IOException {
        String client = "127." + random.nextInt(256) + "." + random.nextInt(256) + "." + (1 + random.nextInt(254));
        int key = random.nextInt(1_000_000);
        long nowSeconds = System.currentTimeMillis() / 1_000;
        List<Integer> tried;
        try (HttpClient http = bench.client(client)) {
            String said = bench.get(http, "/?key=key-" + key)
                    .headers()
                    .firstValue("X-Tried")
                    .orElse("");
            // Where nobody is left, nginx says the name of them all.
            tried = Stream.of(said.split(", ", -1))
                    .filter(address -> address.contains(":"))
                    .map(bench.backends::indexOf)
                    .toList();
        }
        LiveModel.Asked asked = new LiveModel.Asked(Address.parse(client), key);
        List<Integer> expected = new ArrayList<>();
        int target = model.pick(asked, nowSeconds);
        while (target != Balancer.NONE && expected.size() < 3) {
            expected.add(target);
            if (!dead.contains(target)) {
                model.answered(target);
                break;
            }
            model.failed(asked, target, nowSeconds);
            target = model.pick(asked, nowSeconds);
        }
        assertThat(tried)
                .as("attempts of %s about %d while %s are dead, of %s", client, key, dead, told(topology))
                .isEqualTo(expected);
    }

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("live.seeds", 2));
    }

    private static String told(Topology topology) {
        List<String> links = topology.linksFrom("lb").stream()
                .map(link -> link.weight() + (link.down() ? " down" : "") + (link.backup() ? " backup" : ""))
                .toList();
        return ((LoadBalancer) topology.node("lb").orElseThrow()).balancing() + " " + links;
    }

    private static Balancing balancing(LiveProgram program, SplittableRandom random) {
        List<Balancing> all = program.algorithms();
        Balancing balancing = all.get(random.nextInt(all.size()));
        Placements kind = balancing.placement().kind();
        if (kind != Placements.HAPROXY_MAP && kind != Placements.HAPROXY_CONSISTENT) {
            return balancing;
        }
        HashFunction function = FUNCTIONS.get(random.nextInt(FUNCTIONS.size()));
        PlacementSettings plain = balancing.placement();
        return random.nextBoolean()
                ? balancing
                : balancing.placed(new PlacementSettings(
                        kind,
                        random.nextBoolean() ? function : function.avalanched(),
                        plain.virtualNodes(),
                        plain.replicas(),
                        plain.balanceFactor(),
                        List.of()));
    }

    /** Of two to nine servers; the first is there and no backup. */
    private static Topology topology(Balancing balancing, SplittableRandom random) {
        Distribution latency = new Distribution.Fixed(Duration.ofMillis(1));
        Topology topology = Topology.EMPTY
                .with(Clients.of("clients", new Arrivals.Poisson(10)))
                .with(LoadBalancer.of("lb").balancing(balancing))
                .with(Link.of("clients", "lb", latency));
        boolean backups = random.nextInt(3) == 0;
        int most = random.nextBoolean() ? 3 : 20;
        int servers = 2 + random.nextInt(8);
        for (int i = 0; i < servers; i++) {
            String id = "s" + (i + 1);
            topology = topology.with(Server.of(id, latency))
                    .with(Link.of("lb", id, latency)
                            .weighted(1 + random.nextInt(most))
                            .with(Link.DOWN, i > 0 && random.nextInt(6) == 0)
                            .with(Link.BACKUP, backups && i > 0 && random.nextInt(3) == 0));
        }
        return topology;
    }
}
