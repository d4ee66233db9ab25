package roundhouse.caching.flat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class LongTableTest {
    @Test
    void holdsWhatAMapHolds() {
        Random random = new Random(3);
        LongTable table = new LongTable();
        Map<Long, Long> map = new TreeMap<>();
        for (int i = 0; i < 300_000; i++) {
            // Few keys, so that they collide and leave gaps; some are far apart and some negative.
            long key = (random.nextInt(60) - 30L) * (random.nextBoolean() ? 1 : 1L << 58);
            switch (random.nextInt(4)) {
                case 0, 1 -> {
                    table.put(key, i);
                    map.put(key, (long) i);
                }
                case 2 -> assertThat(table.remove(key)).isEqualTo(map.remove(key) != null);
                default -> {
                    assertThat(table.get(key, -7)).isEqualTo(map.getOrDefault(key, -7L));
                    assertThat(table.contains(key)).isEqualTo(map.containsKey(key));
                }
            }
            assertThat(table.size()).isEqualTo(map.size());
        }
        map.forEach((key, value) -> assertThat(table.get(key, -7)).isEqualTo(value));
    }

    @Test
    void growsAndIsEmptied() {
        LongTable table = new LongTable();
        for (long key = 0; key < 10_000; key++) {
            table.put(key << 20, key);
        }
        for (long key = 0; key < 10_000; key++) {
            assertThat(table.get(key << 20, -1)).isEqualTo(key);
        }
        table.clear();
        assertThat(table.size()).isZero();
        assertThat(table.contains(0)).isFalse();
    }
}
