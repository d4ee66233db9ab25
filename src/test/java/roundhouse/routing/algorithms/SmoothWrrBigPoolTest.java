package roundhouse.routing.algorithms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.routing.Balancer;
import roundhouse.routing.Outcome;
import roundhouse.routing.Pool;
import roundhouse.routing.Regions;

/** The walk is the definition; the form for big pools must pick the same through everything that can happen to a pool. */
class SmoothWrrBigPoolTest {
    private static Stream<Arguments> pools() {
        return Stream.of(10, 40, 200)
                .flatMap(targets -> Stream.of(1, 2, 4)
                        .flatMap(weights ->
                                Stream.of(0, 10, 200).map(changeEvery -> Arguments.of(targets, weights, changeEvery))));
    }

    @ParameterizedTest(name = "{0} targets of {1} weights, changed every {2} picks")
    @MethodSource("pools")
    void smoothWeightedRoundRobin(int targets, int weights, int changeEvery) {
        for (int seed = 0; seed < 10; seed++) {
            compare(
                    new SmoothWeightedRoundRobin(Integer.MAX_VALUE),
                    new SmoothWeightedRoundRobin(1),
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed),
                    targets,
                    weights,
                    changeEvery);
        }
    }

    @ParameterizedTest(name = "{0} targets of {1} weights, changed every {2} picks")
    @MethodSource("pools")
    void leastConnections(int targets, int weights, int changeEvery) {
        for (int seed = 0; seed < 10; seed++) {
            compare(
                    new LeastConnections(Integer.MAX_VALUE),
                    new LeastConnections(1),
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed),
                    targets,
                    weights,
                    changeEvery);
        }
    }

    private void compare(
            Balancer walk, Balancer big, RandomGenerator random, int targets, int weights, int changeEvery) {
        Pool pool = new Pool();
        for (int i = 0; i < targets; i++) {
            boolean limited = random.nextInt(4) == 0;
            pool.add(
                    "t" + i,
                    1 + random.nextInt(weights),
                    random.nextInt(3) == 0,
                    limited ? 1 + random.nextInt(5) : Pool.UNLIMITED,
                    Regions.NOWHERE);
        }
        TestRequest request = new TestRequest();
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            if (changeEvery > 0 && random.nextInt(changeEvery) == 0) {
                change(pool, random, weights);
            }
            request.tried.clear();
            if (random.nextInt(8) == 0) {
                request.tried.set(random.nextInt(pool.size()));
                request.tried.set(random.nextInt(pool.size()));
            }
            int expected = walk.pick(request, pool);
            assertThat(big.pick(request, pool)).as("pick %d", i).isEqualTo(expected);
            if (expected != Balancer.NONE) {
                open.add(expected);
                start(expected, pool, walk, big);
                if (changeEvery > 0 && random.nextInt(400) == 0) {
                    walk.weaken(expected, 1);
                    big.weaken(expected, 1);
                }
            }
            int sticky = random.nextInt(pool.size());
            if (random.nextInt(5) == 0 && pool.canServeSticky(sticky)) {
                open.add(sticky);
                start(sticky, pool, walk, big);
            }
            int end = random.nextInt(i % 400 < 200 ? 2 : 4);
            while (end-- > 0 && !open.isEmpty()) {
                int target = open.remove(random.nextInt(open.size()));
                pool.finished(target);
                walk.finished(target, 1, Outcome.OK);
                big.finished(target, 1, Outcome.OK);
            }
        }
    }

    private static void start(int target, Pool pool, Balancer... balancers) {
        pool.started(target);
        for (Balancer balancer : balancers) {
            balancer.started(target);
        }
    }

    private static void change(Pool pool, RandomGenerator random, int weights) {
        int target = random.nextInt(pool.size());
        switch (random.nextInt(7)) {
            case 0 -> pool.add("new", 1 + random.nextInt(weights), random.nextInt(3) == 0, 3, Regions.NOWHERE);
            case 1 -> pool.weight(target, random.nextInt(weights + 1));
            case 2 -> pool.limit(target, 1 + random.nextInt(5));
            case 3 -> pool.draining(target, random.nextInt(3) == 0);
            case 4 -> pool.backup(target, random.nextInt(3) == 0);
            case 5 -> {
                if (random.nextInt(5) == 0) {
                    pool.remove(target);
                }
            }
            default -> pool.down(target, random.nextInt(3) == 0);
        }
    }
}
