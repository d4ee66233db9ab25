package roundhouse.hashing.rings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import roundhouse.hashing.InFlight;
import roundhouse.hashing.Recordings;
import roundhouse.hashing.Selector;
import roundhouse.hashing.Target;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.measures.Balance;
import roundhouse.hashing.registry.PlacementOptions;
import roundhouse.hashing.registry.Placements;

class RingTest {
    /** The definition: a sorted map from position to owner, with the tokens taken from the ring's own list. */
    private static TreeMap<Long, Integer> oracle(Ring ring) {
        TreeMap<Long, Integer> map = new TreeMap<>(Long::compareUnsigned);
        for (int target = 0; target < ring.targets().size(); target++) {
            if (ring.targets().get(target).usable()) {
                for (Ring.Token token : ring.tokensOf(target)) {
                    map.merge(token.position(), target, Math::min);
                }
            }
        }
        return map;
    }

    private static void assertIsOracle(Ring ring) {
        TreeMap<Long, Integer> map = oracle(ring);
        List<Long> hashes = new ArrayList<>(List.of(0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE));
        new SplittableRandom(5).longs(3_000).forEach(hashes::add);
        map.keySet().stream().limit(500).forEach(position -> {
            hashes.add(position);
            hashes.add(position - 1);
            hashes.add(position + (1 << 16));
        });
        for (long hash : hashes) {
            Map.Entry<Long, Integer> entry = map.ceilingEntry(hash & -(1L << 16));
            int owner = (entry == null ? map.firstEntry() : entry).getValue();
            assertThat(ring.owner(hash)).as("hash %x", hash).isEqualTo(owner);
        }
    }

    /** The tokens that were moved by hand. */
    private static List<Ring.MovedToken> moved(Ring ring) {
        List<Ring.MovedToken> moved = new ArrayList<>();
        for (int target = 0; target < ring.targets().size(); target++) {
            String name = ring.targets().get(target).name();
            ring.tokensOf(target).stream()
                    .filter(Ring.Token::moved)
                    .forEach(token -> moved.add(new Ring.MovedToken(name, token.number(), token.position())));
        }
        return moved;
    }

    /** The ring with one token at another position. */
    private static Ring moved(Ring ring, int virtualNodes, int target, int number, long position) {
        String name = ring.targets().get(target).name();
        List<Ring.MovedToken> tokens = moved(ring);
        tokens.removeIf(token -> token.target().equals(name) && token.number() == number);
        tokens.add(new Ring.MovedToken(name, number, position));
        return new Ring(ring.targets(), HashFunction.XXH3, virtualNodes, tokens);
    }

    @Test
    void anyHistoryOfChangesIsThePlainRing() {
        SplittableRandom random = new SplittableRandom(11);
        Ring ring = new Ring(List.of(Target.of("t0")), HashFunction.XXH3, 40);
        for (int step = 1; step < 120; step++) {
            int size = ring.targets().size();
            int target = random.nextInt(size);
            ring = switch (random.nextInt(size > 1 ? 6 : 1)) {
                case 0, 1 -> ring.with(new Target("t" + step, random.nextInt(4), null, random.nextInt(4) == 0));
                case 2 -> ring.without(target);
                case 3 -> ring.down(target, !ring.targets().get(target).down());
                case 4 -> ring.replace(target, ring.targets().get(target).withWeight(random.nextInt(3)));
                default ->
                    ring.targets().get(target).weight() == 0
                            ? ring
                            : moved(ring, 40, target, random.nextInt(40), random.nextLong());
            };
            if (ring.targets().stream().anyMatch(Target::usable)) {
                assertIsOracle(ring);
            }
            Ring again = new Ring(ring.targets(), HashFunction.XXH3, 40, moved(ring));
            assertThat(again.tokens().positions()).isEqualTo(ring.tokens().positions());
            assertThat(again.tokens().owners()).isEqualTo(ring.tokens().owners());
        }
    }

    @Test
    void aTokenMovedByHandStaysWhereItWasPut() {
        Ring ring = new Ring(Recordings.numbered(1, 1, 1), HashFunction.XXH3, 6);
        assertThat(moved(ring)).isEmpty();
        Ring moved = moved(ring, 6, 1, 4, 0x1234_0000_0000_0000L);
        assertThat(moved(moved)).containsExactly(new Ring.MovedToken("s1", 4, 0x1234_0000_0000_0000L));
        assertThat(moved.owner(0x1234_0000_0000_0000L)).isEqualTo(1);
        assertThat(moved.tokenAt(0x1233_ffff_ffff_ffffL)).isEqualTo(new Ring.Token(1, 4, 0x1234_0000_0000_0000L, true));
        assertThat(moved(moved.with(Target.of("s3")))).isEqualTo(moved(moved));
        assertThat(moved(moved.without(1))).isEmpty();
        assertThat(moved(moved.without(1).with(Target.of("s1")))).isEmpty();
        assertThat(moved(new Ring(moved.targets(), HashFunction.XXH3, 3, moved(moved))))
                .isEmpty();
    }

    @Test
    void aTargetHasVirtualNodesForEachUnitOfWeight() {
        Ring ring = new Ring(Recordings.numbered(5, 10), HashFunction.XXH3, 1);
        assertThat(IntStream.of(ring.tokens().owners()).filter(owner -> owner == 0))
                .hasSize(5);
        assertThat(IntStream.of(ring.tokens().owners()).filter(owner -> owner == 1))
                .hasSize(10);
        assertThat(ring.tokens().positions()).isSortedAccordingTo((a, b) -> Long.compareUnsigned(a, b));
    }

    @Test
    void tokensOfTargetsThatAreDownAreStillThere() {
        Ring ring = new Ring(Recordings.numbered(1, 1), HashFunction.XXH3, 10).down(0, true);
        assertThat(ring.tokens().size()).isEqualTo(20);
        assertThat(ring.owner(ring.tokensOf(0).getFirst().position())).isEqualTo(1);
    }

    @Test
    void aRingThatWouldFillTheMemoryIsRefused() {
        assertThatThrownBy(() -> new Ring(Recordings.numbered(1_000_000), HashFunction.XXH3, 160))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("160000000");
        assertThatThrownBy(() -> new Ring(Recordings.numbered(1), HashFunction.XXH3, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void boundedLoadNeverExceedsItsSlots() {
        BoundedLoad bounded = (BoundedLoad) Placements.BOUNDED_LOAD.create(
                Recordings.numbered(1, 2, 3),
                PlacementOptions.of(HashFunction.XXH3).withBalanceFactor(110));
        InFlight load = new InFlight(3);
        Selector selector = bounded.selector(load);
        for (int i = 0; i < 6_000; i++) {
            int target = selector.select(bounded.hash("the same hot key"));
            assertThat(load.inFlight(target)).isLessThan(bounded.slots(target, load.total()));
            load.started(target);
        }
        Balance balance = Balance.of(
                bounded.targets(), IntStream.range(0, 3).map(load::inFlight).toArray());
        assertThat(balance.maxOverMean()).isLessThanOrEqualTo(1.101);
        assertThatThrownBy(() -> Placements.BOUNDED_LOAD.create(
                        Recordings.numbered(1),
                        PlacementOptions.of(HashFunction.XXH3).withBalanceFactor(99)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
