package roundhouse.workbench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import roundhouse.workbench.ring.picture.RingFrames;

/**
 * One picture of a drag on the ring, without a screen: the token moves, the ring is built anew, every key finds its owner, those that
 * change it fly, and the whole picture is painted. A sixtieth of a second is 16.7 ms.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RingBenchmark {
    @Param({"1000", "100000"})
    int keys;

    @Param({"256", "4096"})
    int tokens;

    /** What is dragged: one token, or its server's whole set. */
    @Param({"false", "true"})
    boolean whole;

    private RingFrames frames;

    @Setup
    public void show() {
        frames = new RingFrames(keys, tokens, 1200, 1200, 2);
    }

    @Benchmark
    public int drag() {
        return frames.drag(whole);
    }
}
