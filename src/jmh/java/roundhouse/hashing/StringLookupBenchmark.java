package roundhouse.hashing;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import net.spy.memcached.KetamaNodeLocator;
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
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;

/**
 * The owner of a text: hashing included. One operation is one lookup, of 4,096 keys in turn. "array" is the least a table can cost: the
 * hash and one array read; "array-xxh64" and "array-sdbm" are that with the hashes of the tables that have no choice.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        // Touched before, so that memory seen for the first time is in nobody's figures.
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
public class StringLookupBenchmark {
    private static final int KEYS = 1 << 12;

    @Param({"10", "100", "1000", "10000"})
    int targets;

    @Param({
        "ring",
        "KetamaNodeLocator",
        "TreeMap",
        "Guava",
        "jump-back",
        "ketama",
        "array",
        "maglev",
        "array-xxh64",
        "envoy-maglev",
        "array-sdbm",
        "haproxy-map"
    })
    String by;

    private final String[] keys = Rivals.strings(KEYS);
    private ToIntFunction<String> lookup = _ -> 0;

    @Setup
    public void setUp() {
        List<Target> list = Rivals.targets(targets);
        lookup = switch (by) {
            case "KetamaNodeLocator" -> {
                KetamaNodeLocator locator = Rivals.ketama(targets);
                yield key -> System.identityHashCode(locator.getPrimary(key));
            }
            case "array" -> array(HashFunction.XXH3);
            case "array-xxh64" -> array(HashFunction.XXH64);
            case "array-sdbm" -> array(HashFunction.SDBM);
            case "TreeMap" -> {
                Rivals.TreeMapRing ring = new Rivals.TreeMapRing(list);
                yield key -> ring.owner(HashFunction.XXH3.hash(key));
            }
            case "Guava" -> key -> com.google.common.hash.Hashing.consistentHash(HashFunction.XXH3.hash(key), targets);
            default -> PlacementSettings.of(Placements.of(by).orElseThrow()).create(list)::owner;
        };
    }

    private static ToIntFunction<String> array(HashFunction function) {
        char[] table = new char[MaglevTable.SLOTS];
        return key -> table[(int) Math.unsignedMultiplyHigh(function.hash(key), MaglevTable.SLOTS)];
    }

    @Benchmark
    @OperationsPerInvocation(KEYS)
    public int owner() {
        int sum = 0;
        for (String key : keys) {
            sum += lookup.applyAsInt(key);
        }
        return sum;
    }
}
