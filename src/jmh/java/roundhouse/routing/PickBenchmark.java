package roundhouse.routing;

import java.util.concurrent.TimeUnit;
import java.util.random.RandomGeneratorFactory;
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
import roundhouse.routing.algorithms.Algorithm;

/**
 * A pick, the start of its request and the end of an older one, with two requests in flight to a target as in a busy system. Weights are
 * 1 to 3, clients come from 4 regions.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PickBenchmark {
    private static final int CLIENTS = 1 << 12;

    @Param
    Algorithm algorithm;

    @Param({"8", "100", "1000"})
    int targets;

    private final Pool pool = new Pool();
    private final Client[] clients = new Client[CLIENTS];
    private Balancer balancer;
    private int[] held;
    private int next;
    private long now;

    /** A first attempt from somewhere. */
    private record Client(Address client, int region) implements Request {
        @Override
        public long session() {
            return 0;
        }

        @Override
        public long key() {
            return 0;
        }

        @Override
        public RequestKind kind() {
            return RequestKind.PLAIN;
        }
    }

    @Setup
    public void fill() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        for (int i = 0; i < targets; i++) {
            pool.add("t" + i, 1 + i % 3, false, Pool.UNLIMITED, i % 4);
        }
        for (int i = 0; i < CLIENTS; i++) {
            clients[i] = new Client(Address.ofIpv4(random.nextInt()), i % 4);
        }
        Regions regions = new Regions(new double[][] {{50, 8}, {40, -74}, {35, 139}, {-33, 151}});
        balancer = algorithm.create(new Algorithm.Context(random, () -> now, regions, 10_000_000_000L));
        held = new int[2 * targets];
        for (int i = 0; i < held.length; i++) {
            held[i] = start();
        }
    }

    private int start() {
        int target = balancer.pick(clients[next & CLIENTS - 1], pool);
        pool.started(target);
        balancer.started(target);
        return target;
    }

    @Benchmark
    public int pick() {
        now += 1_000_000 / targets;
        int target = start();
        // A step that shares no factor with the number held, so that requests do not end in the order they began.
        int slot = (int) (next++ * 7L % held.length);
        pool.finished(held[slot]);
        balancer.finished(held[slot], 1_500_000 + 1_000L * (next & 1023), Outcome.OK);
        held[slot] = target;
        return target;
    }
}
