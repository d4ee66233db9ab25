package roundhouse.exchange.configuration.live;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.parts.Health;

/**
 * A server of HAProxy's comes back and gets its weight, and its limit, step by step: the same server begins the same request each time.
 * {@code -Dlive.seeds=N} tries N.
 */
@Tag("live")
class LiveSlowStartTest extends LiveHaproxyByChance {
    private static final int SECONDS = 5;
    private static final int STEPS = 14;
    private static final int MOST = 30;
    private static final long MILLI_NANOS = 1_000_000L;
    private static final long SECOND_MILLIS = 1_000;
    /** After each second of the clock the server comes back and makes its steps, and after that requests come. */
    private static final long BACK_MILLIS = 100;

    private static final long REQUESTS_MILLIS = 250;

    static LongStream seeds() {
        return upTo(2);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    void serversWarmUpAlike(long seed) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        compare(LiveDraw.timeless(LiveDraw.topology(program, random)), random);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    void limitsGrowAlike(long seed) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        compare(LiveDraw.queueing(program, random, 12), random);
    }

    private void compare(Topology plain, SplittableRandom random) throws IOException, InterruptedException {
        LoadBalancer balancer = (LoadBalancer) plain.node("lb").orElseThrow();
        // HAProxy has slow start with checks only, which every server answers.
        Health checked = Health.SLOW_START.with(program.judging(balancer).health(), Duration.ofSeconds(SECONDS));
        try (LiveBench bench = bench(plain.with(balancer.with(LoadBalancer.HEALTH, checked)))) {
            LiveRun model = new LiveRun(
                    bench.topology.with(balancer.with(LoadBalancer.HEALTH, Health.CHECKS.with(checked, null))));
            WaitingRequests requests = requests(bench, model, random, MOST);
            some(requests, random);
            int target = random.nextInt(model.servers());
            requests.state(target, "maint");
            some(requests, random);
            for (int i = random.nextInt(MOST / 2); i > 0; i--) {
                requests.send(LiveDraw.asked(random));
            }
            long startMillis = (System.currentTimeMillis() / SECOND_MILLIS + 1) * SECOND_MILLIS;
            long modelMillis = (model.nowNanos() / MILLI_NANOS / SECOND_MILLIS + 1) * SECOND_MILLIS;
            sleepUntil(startMillis + BACK_MILLIS);
            model.until((modelMillis + BACK_MILLIS) * MILLI_NANOS);
            requests.state(target, "ready");
            for (int second = 0; second <= SECONDS; second++) {
                long atMillis = second * SECOND_MILLIS + REQUESTS_MILLIS;
                sleepUntil(startMillis + atMillis);
                requests.until((modelMillis + atMillis) * MILLI_NANOS);
                some(requests, random);
                assumeTrue(
                        System.currentTimeMillis() < startMillis + (second + 1) * SECOND_MILLIS,
                        "the machine is too slow for requests between two seconds");
            }
            requests.finish();
        }
    }

    private static void sleepUntil(long millis) throws InterruptedException {
        Thread.sleep(Math.max(0, millis - System.currentTimeMillis()));
    }

    private static void some(WaitingRequests requests, SplittableRandom random)
            throws IOException, InterruptedException {
        for (int i = 0; i < STEPS; i++) {
            requests.either(LiveDraw.asked(random));
        }
    }
}
