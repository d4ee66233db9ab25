package roundhouse.routing.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.routing.Address;
import roundhouse.routing.Balancer;
import roundhouse.routing.Explanation;
import roundhouse.routing.Outcome;
import roundhouse.routing.PlainTargets;
import roundhouse.routing.Pool;
import roundhouse.routing.Regions;

/** What every balancing algorithm must do. */
abstract class BalancerContract {
    private static final int REGIONS = 4;

    abstract Algorithm algorithm();

    private final long[] now = new long[1];

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** How keys are placed, for those that do. */
    PlacementSettings placement() {
        return PlacementSettings.DEFAULT;
    }

    /** What a pick may allocate: nothing, but where the JDK's own hash functions need an object. */
    int bytesAPick() {
        return 0;
    }

    /** How many random histories each rule is tried in. */
    int histories() {
        return 20;
    }

    /** How far apart picks are, so that the steady state comes after 100,000 of them. */
    long betweenPicksNanos() {
        return 100_000;
    }

    private Balancer balancer(long seed) {
        Regions regions = new Regions(new double[][] {{50, 8}, {40, -74}, {35, 139}, null});
        return algorithm()
                .create(new Algorithm.Context(random(seed), () -> now[0], regions, 10_000_000_000L, placement()));
    }

    /** A pool under random use: targets come, go, change and fail; requests start, end and are tried again. */
    private final class Use {
        final RandomGenerator random;
        final Pool pool = new Pool();
        final TestRequest request = new TestRequest();
        final List<Integer> open = new ArrayList<>();
        final Balancer balancer;

        Use(long seed, int targets) {
            random = random(seed);
            balancer = balancer(seed + 1);
            now[0] = 0;
            for (int i = 0; i < targets; i++) {
                addTarget();
            }
        }

        void addTarget() {
            pool.add(
                    "t" + pool.size(),
                    random.nextInt(4) == 0 ? random.nextInt(6) : 1 + random.nextInt(3),
                    random.nextInt(4) == 0,
                    random.nextInt(3) == 0 ? 1 + random.nextInt(4) : Pool.UNLIMITED,
                    random.nextInt(-1, REGIONS));
        }

        /** Something happens to the pool. */
        void change() {
            int target = random.nextInt(pool.size());
            switch (random.nextInt(8)) {
                case 0 -> addTarget();
                case 1 -> {
                    if (random.nextInt(4) == 0) {
                        pool.remove(target);
                    }
                }
                case 2 -> pool.weight(target, random.nextInt(5));
                case 3 -> pool.draining(target, random.nextBoolean());
                case 4 -> pool.backup(target, random.nextInt(4) == 0);
                case 5 -> pool.limit(target, random.nextInt(1, 6));
                default -> pool.down(target, random.nextInt(3) == 0);
            }
        }

        void nextRequest() {
            now[0] += random.nextInt(5_000_000);
            request.client = Address.ofIpv4(random.nextInt());
            request.key = random.nextInt(100_000);
            request.region = random.nextInt(-1, REGIONS);
            request.tried.clear();
            if (random.nextInt(5) == 0) {
                for (int i = random.nextInt(1, 4); i > 0; i--) {
                    request.tried.set(random.nextInt(pool.size()));
                }
            }
        }

        int pick() {
            int target = balancer.pick(request, pool);
            if (target != Balancer.NONE) {
                pool.started(target);
                balancer.started(target);
                open.add(target);
            }
            return target;
        }

        void end() {
            if (!open.isEmpty()) {
                int target = open.remove(random.nextInt(open.size()));
                pool.finished(target);
                balancer.finished(target, random.nextInt(1, 20_000_000), Outcome.values()[random.nextInt(5)]);
            }
        }

        /** The targets allowed: able primaries, or able backups when there are none. */
        BitSet allowed() {
            BitSet primaries = new BitSet();
            BitSet backups = new BitSet();
            for (int target = 0; target < pool.size(); target++) {
                if (pool.canTake(target) && !request.tried(target)) {
                    (pool.isBackup(target) ? backups : primaries).set(target);
                }
            }
            return primaries.isEmpty() ? backups : primaries;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 40, 100})
    void picksOnlyWhoCanTakeItAndNobodyWhenNobodyCan(int targets) {
        for (int seed = 0; seed < histories(); seed++) {
            Use use = new Use(seed, targets);
            for (int i = 0; i < 500; i++) {
                step(use);
                BitSet allowed = use.allowed();
                int target = use.pick();
                boolean right = target == Balancer.NONE ? allowed.isEmpty() : allowed.get(target);
                assertThat(right)
                        .as("seed %d step %d: picks %d", seed, i, target)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 40, 300})
    void explainsTheNextPick(int targets) {
        for (int seed = 0; seed < histories(); seed++) {
            Use use = new Use(seed, targets);
            for (int i = 0; i < 200; i++) {
                step(use);
                BitSet allowed = use.allowed();
                Explanation explanation = use.balancer.explain(use.request, use.pool);
                int target = use.pick();
                assertThat(explanation.picked()).as("seed %d step %d", seed, i).isEqualTo(target);
                assertThat(explanation.rule()).isNotBlank();
                int[] listed = explanation.candidates().stream()
                        .mapToInt(Explanation.Candidate::target)
                        .toArray();
                assertThat(listed)
                        .isEqualTo(IntStream.range(0, use.pool.size())
                                .filter(t -> !use.pool.isRemoved(t))
                                .toArray());
                for (Explanation.Candidate candidate : explanation.candidates()) {
                    boolean picked = candidate.target() == target;
                    if ((picked || !allowed.get(candidate.target())) && !isToldAs(picked, candidate)) {
                        fail("seed %d step %d: %s of %s", seed, i, candidate, explanation);
                    }
                }
            }
        }
    }

    /** Whether it says what spoke for the target picked, or against one that could not be. */
    private static boolean isToldAs(boolean picked, Explanation.Candidate candidate) {
        return picked
                ? candidate.excluded().isEmpty() && !candidate.score().isBlank()
                : !candidate.excluded().isBlank() && candidate.score().isEmpty();
    }

    private static void step(Use use) {
        if (use.random.nextInt(10) == 0) {
            use.change();
        }
        if (use.random.nextInt(3) == 0) {
            use.end();
        }
        use.nextRequest();
    }

    /** The same calls give the same picks, with explanations asked in between or without. */
    @ParameterizedTest
    @ValueSource(ints = {3, 8, 100})
    void isDeterministicAndAskingChangesNothing(int targets) {
        for (int seed = 0; seed < histories(); seed++) {
            assertThat(picks(seed, targets, true)).as("seed %d", seed).isEqualTo(picks(seed, targets, false));
        }
    }

    private List<Integer> picks(int seed, int targets, boolean asking) {
        Use use = new Use(seed, targets);
        List<Integer> picks = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            step(use);
            if (asking) {
                use.balancer.explain(use.request, use.pool);
            }
            picks.add(use.pick());
        }
        return picks;
    }

    @Test
    void saysWhyATargetIsLeftOut() {
        Pool pool = new Pool();
        PlainTargets.add(pool, "up", 1);
        PlainTargets.add(pool, "down", 1);
        pool.add("full", 1, false, 20, Regions.NOWHERE);
        PlainTargets.add(pool, "draining", 1);
        PlainTargets.add(pool, "tried", 1);
        PlainTargets.add(pool, "zero", 0);
        pool.add("backup", 1, true, Pool.UNLIMITED, Regions.NOWHERE);
        PlainTargets.add(pool, "removed", 1);
        pool.down(1, true);
        for (int i = 0; i < 20; i++) {
            pool.started(2);
        }
        pool.draining(3, true);
        pool.remove(7);
        TestRequest request = new TestRequest();
        request.tried.set(4);
        Explanation explanation = balancer(1).explain(request, pool);
        assertThat(explanation.picked()).isZero();
        assertThat(explanation.candidates())
                .extracting(Explanation.Candidate::excluded)
                .containsExactly(
                        "",
                        "down",
                        "at its limit of 20",
                        "draining",
                        "already tried",
                        "weight 0",
                        "backup, not needed");
    }

    /** A target that was down, drained or added takes its part again; nothing is owed and nothing lost for good. */
    @Test
    void everyTargetIsUsedAgainAfterChanges() {
        Use use = new Use(5, 0);
        for (int i = 0; i < 6; i++) {
            use.pool.add("t" + i, 1 + i % 2, false, Pool.UNLIMITED, 0);
        }
        use.request.region = 0;
        serve(use, 1_000);
        use.pool.down(2, true);
        use.pool.remove(4);
        serve(use, 1_000);
        use.pool.down(2, false);
        int added = use.pool.add("new", 2, false, Pool.UNLIMITED, 0);
        use.pool.weight(0, 3);
        int[] counts = serve(use, 5_000);
        assertThat(counts[4]).isZero();
        for (int target : new int[] {0, 1, 2, 3, 5, added}) {
            assertThat(counts[target]).as("picks of %d", target).isPositive();
        }
    }

    /** Clients from everywhere, each answered before the next but for a dozen that stay open. */
    private int[] serve(Use use, int requests) {
        int[] counts = new int[use.pool.size()];
        for (int i = 0; i < requests; i++) {
            now[0] += 1_000_000;
            use.request.client = Address.ofIpv4(use.random.nextInt());
            use.request.key = use.random.nextInt(100_000);
            counts[use.pick()]++;
            if (use.open.size() > 12) {
                use.end();
            }
        }
        return counts;
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 100})
    void allocatesNothingInTheSteadyState(int targets) {
        Pool pool = new Pool();
        for (int i = 0; i < targets; i++) {
            pool.add("t" + i, 1 + i % 3, i % 10 == 9, Pool.UNLIMITED, i % REGIONS);
        }
        TestRequest request = new TestRequest();
        Balancer balancer = balancer(1);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        pickAndFinish(balancer, pool, request, 100_000);
        threads.getCurrentThreadAllocatedBytes();
        long before = threads.getCurrentThreadAllocatedBytes();
        pickAndFinish(balancer, pool, request, 1_000_000);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                .isLessThanOrEqualTo(10_000 + 1_000_000L * bytesAPick());
    }

    private final int[] held = new int[64];

    private void pickAndFinish(Balancer balancer, Pool pool, TestRequest request, int picks) {
        for (int i = 0; i < picks; i++) {
            now[0] += betweenPicksNanos();
            request.region = i % REGIONS;
            request.key = i % 10_007;
            int target = balancer.pick(request, pool);
            pool.started(target);
            balancer.started(target);
            int slot = i % held.length;
            if (i >= held.length) {
                pool.finished(held[slot]);
                balancer.finished(held[slot], 6_400_000L, Outcome.OK);
            }
            held[slot] = target;
        }
        for (int target : held) {
            pool.finished(target);
            balancer.finished(target, 6_400_000L, Outcome.OK);
        }
    }
}
