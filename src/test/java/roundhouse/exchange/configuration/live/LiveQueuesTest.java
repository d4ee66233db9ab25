package roundhouse.exchange.configuration.live;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.parts.Sticky;

/**
 * HAProxy by chance with servers that have limits, so that requests wait, for a server of theirs or for any, while servers drain, go into
 * maintenance and come back, one by one or all primaries: the same server begins the same request each time, in the same order, and as
 * many wait. {@code -Dlive.seeds=N} tries N.
 */
@Tag("live")
class LiveQueuesTest extends LiveHaproxyByChance {
    private static final int STEPS = 80;
    private static final int MOST = 14;

    static LongStream seeds() {
        return upTo(3);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    void requestsWaitAlike(long seed) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        compare(LiveDraw.queueing(program, random, LiveDraw.LIMIT), random, () -> LiveDraw.asked(random));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    void usersStickAlike(long seed) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        compare(LiveDraw.sticky(program, random, Sticky.By.COOKIE), random, () -> LiveDraw.user(random));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    void addressesStickAlike(long seed) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        compare(LiveDraw.sticky(program, random, Sticky.By.ADDRESS), random, () -> LiveDraw.user(random));
    }

    private void compare(Topology topology, SplittableRandom random, Supplier<LiveModel.Asked> asked)
            throws IOException, InterruptedException {
        try (LiveBench bench = bench(topology)) {
            LiveRun model = new LiveRun(bench.topology);
            WaitingRequests requests = requests(bench, model, random, MOST);
            for (int i = 0; i < STEPS; i++) {
                if (random.nextInt(i == 0 ? 2 : 10) == 0) {
                    change(requests, model, random);
                }
                requests.either(asked.get());
            }
            requests.finish();
        }
    }

    /** A server, or now and then every primary. */
    private static void change(WaitingRequests requests, LiveRun model, SplittableRandom random)
            throws IOException, InterruptedException {
        String state = List.of("ready", "ready", "drain", "maint").get(random.nextInt(4));
        if (random.nextInt(4) > 0) {
            requests.state(random.nextInt(model.servers()), state);
            return;
        }
        for (int target = 0; target < model.servers(); target++) {
            if (!model.link(target).backup()) {
                requests.state(target, state);
            }
        }
    }
}
