package roundhouse.hashing;

import com.dynatrace.hash4j.consistent.ConsistentBucketHasher;
import com.dynatrace.hash4j.consistent.ConsistentHashing;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import roundhouse.hashing.buckets.MaglevTable;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;

/** The owner of a key that is hashed already: our placements, and what people use. One operation is one lookup, of 65,536 keys in turn. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class LongLookupBenchmark {
    private static final int KEYS = 1 << 16;

    @Param({"10", "100", "1000", "10000"})
    int targets;

    @Param({
        "array",
        "ring",
        "TreeMap",
        "Guava",
        "hash4j",
        "modulo",
        "jump",
        "jump-back",
        "maglev",
        "envoy-maglev",
        "anchor",
        "multi-probe",
        "nginx-consistent",
        "haproxy-consistent",
        "haproxy-map",
        "ketama"
    })
    String by;

    private final long[] keys = Rivals.longs(KEYS);
    private Lookup lookup = _ -> 0;

    private interface Lookup {
        int owner(long hash);
    }

    @Setup
    public void setUp() {
        List<Target> list = Rivals.targets(targets);
        ConsistentBucketHasher jumpBack = ConsistentHashing.jumpBackHashSplitMix64();
        lookup = switch (by) {
            case "array" -> {
                char[] table = new char[MaglevTable.SLOTS];
                yield hash -> table[(int) Math.unsignedMultiplyHigh(hash, MaglevTable.SLOTS)];
            }
            case "TreeMap" -> new Rivals.TreeMapRing(list)::owner;
            case "Guava" -> hash -> com.google.common.hash.Hashing.consistentHash(hash, targets);
            case "hash4j" -> hash -> jumpBack.getBucket(hash, targets);
            default -> PlacementSettings.of(Placements.of(by).orElseThrow()).create(list)::owner;
        };
    }

    @Benchmark
    @OperationsPerInvocation(KEYS)
    public int owner() {
        int sum = 0;
        for (long key : keys) {
            sum += lookup.owner(key);
        }
        return sum;
    }
}
