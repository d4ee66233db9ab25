package roundhouse.exchange.configuration.live;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.parts.Health;

/** A server of HAProxy's comes back and gets its weight step by step: the same server each time. {@code -Dlive.seeds=N} tries N. */
@Tag("live")
class LiveSlowStartTest {
    private static final int SECONDS = 5;
    private static final int STEPS = 14;
    private static final long SECOND_NANOS = 1_000_000_000L;

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("live.seeds", 2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    void serversWarmUpAlike(long seed) throws IOException, InterruptedException {
        LiveProgram program = new LiveHaproxy();
        assumeTrue(program.program().isPresent(), program.format() + " is not installed");
        SplittableRandom random = new SplittableRandom(seed);
        Topology plain = LiveDraw.timeless(LiveDraw.topology(program, random));
        LoadBalancer balancer = (LoadBalancer) plain.node("lb").orElseThrow();
        // HAProxy has slow start with checks only, which every server answers.
        Health checked = Health.SLOW_START.with(program.judging(balancer).health(), Duration.ofSeconds(SECONDS));
        try (LiveBench bench =
                new LiveBench(program, plain.with(balancer.with(LoadBalancer.HEALTH, checked)), folder)) {
            LiveRun model = new LiveRun(
                    bench.topology.with(balancer.with(LoadBalancer.HEALTH, Health.CHECKS.with(checked, null))));
            WaitingRequests requests = new WaitingRequests(bench, model, new LiveAdmin(folder), random);
            some(requests, random);
            Link link = model.link(random.nextInt(model.servers()));
            requests.change(
                    "set server lb/" + link.to() + " state maint", () -> model.revise(link.with(Link.DOWN, true)));
            some(requests, random);
            requests.change(
                    "set server lb/" + link.to() + " state ready", () -> model.revise(link.with(Link.DOWN, false)));
            long startNanos = System.nanoTime();
            long modelNanos = model.nowNanos();
            for (int second = 0; second <= SECONDS; second++) {
                long atNanos = second * SECOND_NANOS + SECOND_NANOS / 2;
                Thread.sleep(Math.max(0, (startNanos + atNanos - System.nanoTime()) / 1_000_000));
                model.until(modelNanos + atNanos);
                some(requests, random);
            }
            requests.finish();
        }
    }

    private static void some(WaitingRequests requests, SplittableRandom random)
            throws IOException, InterruptedException {
        for (int i = 0; i < STEPS; i++) {
            requests.either(LiveDraw.asked(random));
        }
    }
}
