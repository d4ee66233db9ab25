package roundhouse.exchange.configuration.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.routing.Balancer;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;

/**
 * Balancers by chance, with weights, servers that are switched off and backups, in the real programs and in ours: the same server each
 * time, while requests come and are held and end. {@code -Dlive.seeds=N} tries N of each program.
 */
@Tag("live")
class LiveChanceTest {
    private static final int REQUESTS = 60;
    private static final int HELD = 10;
    private static final int ROUNDS = 4;
    /** Of a request, by the rules of {@link LiveNginx}. */
    private static final int ATTEMPTS = 3;

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
        SplittableRandom random = new SplittableRandom(seed);
        held(program, LiveDraw.topology(program, random), random);
    }

    private void held(LiveProgram program, Topology topology, SplittableRandom random)
            throws IOException, InterruptedException {
        try (LiveBench bench = new LiveBench(program, topology, folder)) {
            LiveModel model = new LiveModel(bench.topology, bench.balancer);
            try (HeldRequests held = new HeldRequests(bench, model, random, HELD)) {
                for (int i = 0; i < REQUESTS; i++) {
                    held.either(LiveDraw.asked(random), LiveDraw.told(topology));
                }
            }
        }
    }

    /** Keys that find no server after many tries: the servers take turns then. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    void turnsAreTheSameWhereKeysFindNobody(long seed) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        held(nginx(), LiveDraw.scarce(nginx(), random), random);
    }

    private static LiveProgram nginx() {
        LiveProgram program = new LiveNginx();
        assumeTrue(program.program().isPresent(), program.format() + " is not installed");
        return program;
    }

    /** Servers are dead by chance: each attempt of each request, in its order, within a second of the clock. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    void attemptsAreTheSameWhileServersAreDead(long seed) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        Topology topology = LiveDraw.topology(nginx(), random);
        for (Link link : topology.linksFrom("lb")) {
            topology = topology.with(link.with(Link.DOWN, false));
        }
        whileServersAreDead(topology, random, target -> target);
    }

    /** So that keys find nobody, too. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    void attemptsAreTheSameWhereKeysFindNobody(long seed) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        whileServersAreDead(LiveDraw.scarce(nginx(), random), random, target -> target);
    }

    /** Several targets at one address. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    void attemptsAreTheSameAtTheSameAddress(long seed) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        Topology topology =
                random.nextBoolean() ? LiveDraw.scarce(nginx(), random) : LiveDraw.topology(nginx(), random);
        int addresses = 1 + random.nextInt(3);
        whileServersAreDead(topology, random, target -> target % addresses);
    }

    private void whileServersAreDead(Topology plain, SplittableRandom random, IntUnaryOperator backendOf)
            throws IOException, InterruptedException {
        LiveProgram program = nginx();
        LoadBalancer judging = program.judging((LoadBalancer) plain.node("lb").orElseThrow());
        Topology topology = plain.with(judging);
        int servers = topology.linksFrom("lb").size();
        Set<Integer> dead = new HashSet<>();
        try (LiveBench bench = new LiveBench(program, topology, folder, backendOf)) {
            LiveModel model = new LiveModel(bench.topology, bench.balancer);
            for (int round = 0; round < ROUNDS; round++) {
                if (round > 0) {
                    turn(bench, dead, backendOf.applyAsInt(random.nextInt(servers)));
                }
                Thread.sleep(1_050 - System.currentTimeMillis() % 1_000);
                for (int i = 0; i < 8; i++) {
                    request(bench, model, dead, random, topology, backendOf);
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
            LiveBench bench,
            LiveModel model,
            Set<Integer> dead,
            SplittableRandom random,
            Topology topology,
            IntUnaryOperator backendOf)
            throws IOException {
        LiveModel.Asked asked = LiveDraw.asked(random);
        long nowSeconds = System.currentTimeMillis() / 1_000;
        List<Integer> tried;
        try (HttpClient http = bench.client(asked.client().toString())) {
            String said = bench.get(http, "/?key=key-" + asked.key())
                    .headers()
                    .firstValue("X-Tried")
                    .orElse("");
            // Where nobody is left, nginx says the name of them all.
            tried = Stream.of(said.split(", ", -1))
                    .filter(address -> address.contains(":"))
                    .map(bench.backends::indexOf)
                    .toList();
        }
        List<Integer> expected = new ArrayList<>();
        int target = model.pick(asked, nowSeconds);
        while (target != Balancer.NONE) {
            int backend = backendOf.applyAsInt(target);
            expected.add(backend);
            if (!dead.contains(backend)) {
                model.answered(target);
                break;
            }
            model.failed(asked, target, nowSeconds);
            target = expected.size() < ATTEMPTS ? model.pick(asked, nowSeconds) : Balancer.NONE;
        }
        assertThat(tried)
                .as(
                        "attempts of %s about %d while %s are dead, of %s",
                        asked.client(), asked.key(), dead, LiveDraw.told(topology))
                .isEqualTo(expected);
    }

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("live.seeds", 2));
    }
}
