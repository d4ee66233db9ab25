package roundhouse.exchange.configuration.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.routing.Address;
import roundhouse.routing.Balancer;
import roundhouse.routing.Outcome;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.balancing.Balancing;

/**
 * The real programs beside ours: they run with exported samples in front of small servers on loopback, get the same requests, and must
 * pick the same server each time. A program that is not installed is left out, and that is said.
 */
@Tag("live")
class LiveCheckTest {
    /** Exported as they are, but for the algorithm and the weights. */
    private static final List<String> SAMPLES =
            List.of("strong-and-weak-weighted-round-robin", "three-servers", "office-ip-hash");

    private static final int REQUESTS = 80;

    @TempDir
    private Path folder;

    static Stream<Arguments> cases() {
        List<Arguments> all = new ArrayList<>();
        for (LiveProgram program : LiveProgram.ALL) {
            for (Balancing balancing : program.algorithms()) {
                for (String sample : SAMPLES) {
                    all.add(Arguments.of(program, name(balancing), sample, balancing));
                }
            }
        }
        return all.stream();
    }

    private static String name(Balancing balancing) {
        return balancing.algorithm().key() + " " + balancing.placement().kind().key();
    }

    static Stream<LiveProgram> programs() {
        return LiveProgram.ALL.stream().filter(LiveProgram::goesByRequests);
    }

    private static void assumeInstalled(LiveProgram program) {
        if (program.program().isEmpty()) {
            System.out.println(
                    "live check: " + program.format() + " is not installed, so it is not compared with ours");
        }
        assumeTrue(program.program().isPresent(), program.format() + " is not installed");
    }

    private static Topology sample(String name) {
        return ((ReadResult.Read) TopologyFile.read(Path.of("samples", name + ".json"))).topology();
    }

    private static LoadBalancer balancer(Topology topology) {
        return topology.nodes().stream()
                .filter(LoadBalancer.class::isInstance)
                .map(LoadBalancer.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** Its servers weigh 3, 2, 1 and so on. */
    private static Topology weighted(Topology topology, LoadBalancer balancer) {
        Topology weighted = topology.with(balancer);
        int weight = 3;
        for (Link link : topology.linksFrom(balancer.id())) {
            weighted = weighted.with(link.weighted(weight));
            weight = Math.max(1, weight - 1);
        }
        return weighted;
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @MethodSource("cases")
    void picksAreTheSame(LiveProgram program, String name, String sample, Balancing balancing)
            throws IOException, InterruptedException {
        assumeInstalled(program);
        Topology plain = sample(sample);
        Topology topology = weighted(plain, balancer(plain).balancing(balancing));
        try (LiveBench bench = new LiveBench(program, topology, folder)) {
            LiveModel model = new LiveModel(bench.topology, bench.balancer);
            for (int i = 0; i < REQUESTS; i++) {
                String client = "127." + (i * 37 % 250) + "." + (i * 91 % 250) + "." + (1 + i % 200);
                try (HttpClient http = bench.client(client)) {
                    String picked = bench.get(http, "/?key=key-" + i).body();
                    int target = model.pick(new LiveModel.Asked(Address.parse(client), i));
                    model.done(target, Outcome.OK);
                    assertThat(picked).as("request %d of %s", i, client).isEqualTo(String.valueOf(target));
                }
            }
        }
    }

    /** By chance a request is sent, which a server holds, or one that is held ends. */
    @ParameterizedTest(name = "{0}, {1}, {2}")
    @MethodSource("cases")
    void picksAreTheSameWhileRequestsAreInHand(LiveProgram program, String name, String sample, Balancing balancing)
            throws IOException, InterruptedException {
        assumeInstalled(program);
        Topology plain = sample(sample);
        Topology topology = weighted(plain, balancer(plain).balancing(balancing));
        SplittableRandom random = new SplittableRandom(42);
        try (LiveBench bench = new LiveBench(program, topology, folder)) {
            LiveModel model = new LiveModel(bench.topology, bench.balancer);
            try (HeldRequests held = new HeldRequests(bench, model, random, 12)) {
                for (int i = 0; i < REQUESTS; i++) {
                    held.either(new LiveModel.Asked(Address.parse("127.0.0.1"), i), name);
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void whoFailsIsLeftOutAndComesBackAlike(LiveProgram program) throws IOException, InterruptedException {
        assumeInstalled(program);
        Topology plain = sample("three-servers");
        LoadBalancer judging =
                program.judging(balancer(plain)).balancing(program.algorithms().getFirst());
        try (LiveBench bench = new LiveBench(program, weighted(plain, judging), folder);
                HttpClient http = bench.client("127.0.0.1")) {
            LiveModel model = new LiveModel(bench.topology, bench.balancer);
            alike(bench, http, model, -1, 8);
            bench.backends.stop(0);
            alike(bench, http, model, 0, 12);
            Thread.sleep(2_100);
            alike(bench, http, model, 0, 6);
            bench.backends.startAgain(0);
            Thread.sleep(2_100);
            alike(bench, http, model, -1, 20);
        }
    }

    @Test
    void haproxyChecksAndTheModelFindTheSame() throws IOException, InterruptedException {
        LiveProgram program = new LiveHaproxy();
        assumeInstalled(program);
        Topology plain = sample("three-servers");
        LoadBalancer judging =
                program.judging(balancer(plain)).balancing(program.algorithms().getFirst());
        try (LiveBench bench = new LiveBench(program, weighted(plain, judging), folder);
                HttpClient http = bench.client("127.0.0.1")) {
            LiveModel model = new LiveModel(bench.topology, bench.balancer);
            // A server is up before its first check.
            picks(bench, http, model, 12);
            bench.backends.stop(0);
            Thread.sleep(1_500);
            model.down(0, true);
            picks(bench, http, model, 12);
            bench.backends.startAgain(0);
            Thread.sleep(1_500);
            model.down(0, false);
            picks(bench, http, model, 30);
        }
    }

    private static void picks(LiveBench bench, HttpClient http, LiveModel model, int requests) {
        for (int i = 0; i < requests; i++) {
            int target = model.pick(new LiveModel.Asked(Address.parse("127.0.0.1"), i));
            model.done(target, Outcome.OK);
            assertThat(bench.get(http, "/").body()).as("request %d", i).isEqualTo(String.valueOf(target));
        }
    }

    /** Each attempt of each request, in its order; within one second of the clock, by which failures are forgotten. */
    private static void alike(LiveBench bench, HttpClient http, LiveModel model, int dead, int requests)
            throws InterruptedException {
        Thread.sleep(1_000 - System.currentTimeMillis() % 1_000 + 50);
        for (int i = 0; i < requests; i++) {
            HttpResponse<String> response = bench.get(http, "/");
            long nowSeconds = System.currentTimeMillis() / 1_000;
            List<Integer> tried = Stream.of(
                            response.headers().firstValue("X-Tried").orElse("").split(", ", -1))
                    .map(bench.backends::indexOf)
                    .toList();
            LiveModel.Asked asked = new LiveModel.Asked(Address.parse("127.0.0.1"), i);
            List<Integer> expected = new ArrayList<>();
            int target = model.pick(asked, nowSeconds);
            while (target != Balancer.NONE) {
                expected.add(target);
                if (target != dead) {
                    model.answered(target);
                    break;
                }
                model.failed(asked, target, nowSeconds);
                target = model.pick(asked, nowSeconds);
            }
            assertThat(tried)
                    .as("attempts of request %d while %d is dead", i, dead)
                    .isEqualTo(expected);
        }
    }
}
