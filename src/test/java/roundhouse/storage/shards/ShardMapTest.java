package roundhouse.storage.shards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import roundhouse.hashing.Target;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.rings.Ring;
import roundhouse.storage.leaderless.PreferenceList;

class ShardMapTest {
    private static final Ring RING = new Ring(
            List.of(
                    Target.of("b"),
                    Target.of("a"),
                    Target.of("gone"),
                    Target.of("c").withDown(true)),
            HashFunction.XXH3,
            16);

    /** From the key's token on clockwise, each once; by the numbers of the members, which are not those of the targets. */
    @Test
    void theMembersOfAKeyAreThoseBehindItOnTheRing() {
        ShardMap map = new ShardMap(RING, List.of("a", "b", "c", "d"));
        int[] list = new int[4];
        int firstIsA = 0;
        for (long key = 0; key < 200; key++) {
            map.of(key, list);
            int[] targets = new int[3];
            RING.replicas(RING.hash(Long.toString(key)), 3, targets);
            int other = targets[0] == 2 ? targets[1] : targets[0];
            assertThat(list[0]).isEqualTo(other == 1 ? 0 : 1);
            assertThat(list).containsExactly(list[0], 1 - list[0], PreferenceList.NOBODY, PreferenceList.NOBODY);
            firstIsA += list[0] == 0 ? 1 : 0;
        }
        assertThat(firstIsA).isBetween(50, 150);
    }

    @Test
    void aKeyIsHashedOnce() {
        AtomicInteger hashed = new AtomicInteger();
        ShardMap map = new ShardMap(RING, List.of("a", "b"), key -> {
            hashed.incrementAndGet();
            return RING.hash(Long.toString(key));
        });
        int[] list = new int[2];
        map.of(7, list);
        int[] again = new int[2];
        map.of(7, again);
        assertThat(again).isEqualTo(list);
        assertThat(hashed).hasValue(1);
        assertThat(map.placement()).isSameAs(RING);
    }

    @Test
    void whoIsDownOrNoTargetHasNothing() {
        ShardMap map = new ShardMap(RING, List.of("a", "b", "c", "d"));
        assertThat(List.of(map.has(0), map.has(1), map.has(2), map.has(3))).containsExactly(true, true, false, false);
    }
}
