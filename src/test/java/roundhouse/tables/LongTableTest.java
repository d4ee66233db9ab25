package roundhouse.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    void holdsCountedKeysAmongOthers() {
        Random random = new Random(5);
        LongTable table = new LongTable();
        Map<Long, Long> map = new TreeMap<>();
        for (int i = 0; i < 300_000; i++) {
            // Counted within one space and then another, with keys of elsewhere among them; ever more, and then all
            // taken out again.
            long counted = (i < 100_000 ? 3L << 40 : 5L << 40) + random.nextInt(1 + i / 50);
            long key = random.nextInt(10) == 0 ? random.nextLong() >> random.nextInt(64) : counted;
            if (random.nextInt(4) == 0) {
                assertThat(table.remove(key, -7)).isEqualTo(map.containsKey(key) ? map.remove(key) : -7L);
            } else {
                Long before = map.put(key, (long) i);
                assertThat(table.replace(key, i, -7)).isEqualTo(before == null ? -7L : before);
            }
            assertThat(table.size()).isEqualTo(map.size());
        }
        LongTable copy = table.copy();
        assertThat(copy.keys())
                .containsExactly(
                        map.keySet().stream().mapToLong(Long::longValue).toArray());
        map.forEach((key, value) -> assertThat(table.remove(key, -7)).isEqualTo(value));
        assertThat(table.size()).isZero();
        assertThat(table.keys()).isEmpty();
        map.forEach((key, value) -> assertThat(copy.get(key, -7)).isEqualTo(value));
        map.keySet().forEach(key -> assertThat(table.contains(key)).isFalse());
    }

    @Test
    void refusesTheNumberThatStandsForNone() {
        LongTable table = new LongTable();
        assertThatThrownBy(() -> table.put(1, Long.MIN_VALUE)).isInstanceOf(IllegalArgumentException.class);
        assertThat(table.contains(1)).isFalse();
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
