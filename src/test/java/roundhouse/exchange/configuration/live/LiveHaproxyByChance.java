package roundhouse.exchange.configuration.live;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.topology.Topology;

/** What the tests have in common that compare a random system with HAProxy, which is told of changes while it runs. */
abstract class LiveHaproxyByChance {
    final LiveProgram program = new LiveHaproxy();

    @TempDir
    private Path folder;

    /** So many, or as many as {@code -Dlive.seeds=N} says, or the one that {@code -Dlive.seed=N} does. */
    static LongStream upTo(int usual) {
        Long one = Long.getLong("live.seed");
        return one == null ? LongStream.range(0, Long.getLong("live.seeds", usual)) : LongStream.of(one);
    }

    @BeforeEach
    void isInstalled() {
        assumeTrue(program.program().isPresent(), program.format() + " is not installed");
    }

    LiveBench bench(Topology topology) throws IOException, InterruptedException {
        return new LiveBench(program, topology, folder);
    }

    LiveAdmin admin() {
        return new LiveAdmin(folder);
    }

    WaitingRequests requests(LiveBench bench, LiveRun model, SplittableRandom random, int most) {
        return new WaitingRequests(bench, model, admin(), random, most);
    }
}
