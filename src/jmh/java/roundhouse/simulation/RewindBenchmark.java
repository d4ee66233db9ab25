package roundhouse.simulation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;

/**
 * Rewinding to the last moment of ten simulated minutes at 1,000 requests/s: the sample with three servers, replayed from time 0. The
 * first shot of a fork is what somebody meets who rewinds before the JVM is warm.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 3, jvmArgsAppend = "-Xmx512m")
@Warmup(iterations = 0)
@Measurement(iterations = 8)
public class RewindBenchmark {
    private static final long END = Duration.ofMinutes(10).toNanos();

    /** Whether the replay goes by time, or event by event as stepping back by one event needs it. */
    @Param({"TIME", "EVENTS"})
    String by;

    private Replay replay;
    private long position;

    @Setup
    public void count() {
        if (by.equals("EVENTS")) {
            start();
            replay.runUntil(END);
            position = replay.position() - 1;
        }
    }

    @Setup(Level.Invocation)
    public void start() {
        Topology topology = ((ReadResult.Read) TopologyFile.read(Path.of("samples", "three-servers.json"))).topology();
        replay = new Replay(topology, List.of());
    }

    @Benchmark
    public long rewind() {
        if (by.equals("TIME")) {
            replay.runUntil(END);
        } else {
            while (replay.position() < position) {
                replay.step();
            }
        }
        return replay.run().digest();
    }
}
