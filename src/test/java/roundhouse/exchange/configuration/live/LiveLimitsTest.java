package roundhouse.exchange.configuration.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.limits.Quota;
import roundhouse.limits.RateLimiter;
import roundhouse.routing.RequestKind;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.guarding.Limit;
import roundhouse.topology.nodes.guarding.LimitKind;

/** The real programs turn away whom ours turns away, where a limit concerns some methods only. */
@Tag("live")
class LiveLimitsTest {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE");
    private static final long HOUR = 3_600_000_000_000L;
    private static final long MINUTE = 60_000_000_000L;

    @TempDir
    private Path folder;

    private static Limit limit(LiveProgram program, String methods) {
        // So slow that no request leaks away while the test runs.
        Limit limit = program.format().equals("nginx")
                ? Limit.of(LimitKind.LEAKY_BUCKET)
                        .with(Limit.RATE, new Quota(1, MINUTE))
                        .with(Limit.BURST, 6)
                        .with(Limit.DELAY, 6)
                : Limit.of(LimitKind.HAPROXY_RATE).with(Limit.RATE, new Quota(7, HOUR));
        return limit.with(Limit.METHODS, methods).with(Limit.STATUS, 429);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"nginx, POST", "nginx, 'not GET, DELETE'", "haproxy, 'POST, PUT'", "haproxy, not GET"})
    void methodsThatALimitDoesNotConcernAreNotCounted(String format, String methods) throws IOException {
        LiveProgram program = LiveProgram.ALL.stream()
                .filter(its -> its.format().equals(format))
                .findFirst()
                .orElseThrow();
        assumeTrue(program.program().isPresent(), format + " is not installed");
        Limit limit = limit(program, methods);
        Topology plain = ((ReadResult.Read) TopologyFile.read(Path.of("samples", "three-servers.json"))).topology();
        LoadBalancer balancer = plain.nodes().stream()
                .filter(LoadBalancer.class::isInstance)
                .map(LoadBalancer.class::cast)
                .findFirst()
                .orElseThrow()
                .with(LoadBalancer.LIMITS, List.of(limit));
        RateLimiter limiter = Objects.requireNonNull(limit.kind().limiter()).create(limit.limiter(), 0);
        SplittableRandom random = new SplittableRandom(7);
        int refused = 0;
        try (LiveBench bench = new LiveBench(program, plain.with(balancer), folder);
                HttpClient http = bench.client("127.0.0.1")) {
            for (int i = 0; i < 60; i++) {
                String method = METHODS.get(random.nextInt(METHODS.size()));
                boolean concerns = Objects.requireNonNull(limit.match()).matches(RequestKind.PLAIN.by(method), false);
                boolean turnedAway = concerns && limiter.ask(1, 0) == RateLimiter.REFUSED;
                assertThat(bench.send(http, method, "/").join().statusCode())
                        .as("request %d, %s", i, method)
                        .isEqualTo(turnedAway ? 429 : 200);
                refused += turnedAway ? 1 : 0;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        assertThat(refused).isBetween(5, 50);
    }
}
