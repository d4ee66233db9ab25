package roundhouse.hashing.mirrors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import roundhouse.hashing.Target;
import roundhouse.hashing.TargetLoad;

class EnvoyBoundedLoadTest {
    private static final List<Target> FIVE = IntStream.range(0, 5)
            .mapToObj(i -> new Target("10.0.0." + i + ":80", 1, null, false))
            .toList();

    private record Load(int... counts) implements TargetLoad {
        @Override
        public int inFlight(int target) {
            return counts[target];
        }

        @Override
        public int total() {
            return IntStream.of(counts).sum();
        }
    }

    /** The numbers that the C++ standard requires of a default-constructed std::mt19937 are in 26.6.6. */
    @Test
    void theTwisterIsTheStandardsOne() {
        MersenneTwister twister = new MersenneTwister(5_489);
        assertThat(Integer.toUnsignedLong(twister.nextInt())).isEqualTo(3_499_211_612L);
        for (int i = 2; i < 10_000; i++) {
            twister.nextInt();
        }
        assertThat(Integer.toUnsignedLong(twister.nextInt())).isEqualTo(4_123_659_995L);
    }

    @Test
    void theOwnerTakesAKeyUntilItHasMoreThanItsSlots() {
        for (var plain : List.of(new EnvoyRing(FIVE), new EnvoyMaglev(FIVE))) {
            EnvoyBoundedLoad bounded = new EnvoyBoundedLoad(plain, 120);
            long key = plain.hash("a key");
            int owner = plain.owner(key);
            assertThat(bounded.owner(key)).isEqualTo(owner);
            // 10 in flight: ceil(11 * 1.2) = 14 slots, and ceil(14 / 5) = 3 for each.
            assertThat(bounded.slots(owner, 10)).isEqualTo(3);
            int[] full = {0, 0, 0, 0, 0};
            full[owner] = 3;
            full[(owner + 1) % 5] = 7;
            assertThat(bounded.owner(key, new Load(full))).isEqualTo(owner);
            full[owner] = 4;
            full[(owner + 1) % 5] = 6;
            assertThat(bounded.owner(key, new Load(full))).isNotEqualTo(owner).isNotEqualTo((owner + 1) % 5);
        }
    }

    @Test
    void whatIsTooMuchForOneSpreadsOverAllOthersAndEachKeyGoesTheSameWay() {
        EnvoyRing ring = new EnvoyRing(FIVE);
        EnvoyBoundedLoad bounded = new EnvoyBoundedLoad(ring, 100);
        Load load = new Load(50, 0, 0, 0, 0);
        int[] taken = new int[5];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            long key = random.nextLong();
            int target = bounded.owner(key, load);
            assertThat(bounded.owner(key, load)).isEqualTo(target);
            if (ring.owner(key) == 0) {
                taken[target]++;
            }
        }
        int all = IntStream.of(taken).sum();
        assertThat(taken[0]).isZero();
        for (int target = 1; target < 5; target++) {
            assertThat(taken[target]).isBetween(all / 5, all * 3 / 10);
        }
    }

    @Test
    void whereAllHaveTooMuchTheOneWithTheLeastTakesIt() {
        EnvoyBoundedLoad bounded = new EnvoyBoundedLoad(new EnvoyMaglev(FIVE), 100);
        TargetLoad swamped = new TargetLoad() {
            @Override
            public int inFlight(int target) {
                return target == 3 ? 5 : 9;
            }

            @Override
            public int total() {
                return 10;
            }
        };
        assertThat(IntStream.range(0, 50).map(i -> bounded.owner(bounded.hash("k" + i), swamped)))
                .containsOnly(3);
    }
}
