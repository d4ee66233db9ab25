package roundhouse.hashing;

import java.util.List;
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
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.rings.Ring;

/** One target joins a ring and leaves it again. The sorted map is changed in place; ours is a new ring each time, the old one intact. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        // Touched before, so that memory seen for the first time is in nobody's figures.
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
public class ChangeBenchmark {
    @Param({"10", "100", "1000", "10000"})
    int targets;

    private Ring ring = new Ring(List.of(), HashFunction.XXH3, 1);
    private Rivals.TreeMapRing map = new Rivals.TreeMapRing(List.of());
    private int next;

    @Setup
    public void setUp() {
        ring = new Ring(Rivals.targets(targets), HashFunction.XXH3, Ring.DEFAULT_VIRTUAL_NODES);
        map = new Rivals.TreeMapRing(Rivals.targets(targets));
    }

    @Benchmark
    public Ring ring() {
        return ring.with(Target.of("new-" + next++)).without(targets);
    }

    @Benchmark
    public Object treeMap() {
        String name = "new-" + next++;
        map.add(name, targets);
        map.remove(name);
        return map;
    }
}
