package roundhouse.exchange.configuration.live;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.topology.Topology;

/**
 * HAProxy by chance with servers that have limits, so that requests wait, for a server of theirs or for any: the same server begins the
 * same request each time, in the same order, and as many wait. {@code -Dlive.seeds=N} tries N.
 */
@Tag("live")
class LiveQueuesTest {
    private static final int STEPS = 80;

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("live.seeds", 6));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    void requestsWaitAlike(long seed) throws IOException, InterruptedException {
        LiveProgram program = new LiveHaproxy();
        assumeTrue(program.program().isPresent(), program.format() + " is not installed");
        SplittableRandom random = new SplittableRandom(seed);
        Topology topology = LiveDraw.queueing(program, random);
        LiveAdmin admin = new LiveAdmin(folder);
        try (LiveBench bench = new LiveBench(program, topology, folder)) {
            LiveRun model = new LiveRun(bench.topology);
            WaitingRequests requests = new WaitingRequests(bench, model, admin, random);
            for (int i = 0; i < STEPS; i++) {
                requests.either(LiveDraw.asked(random));
            }
            requests.finish();
        }
    }
}
