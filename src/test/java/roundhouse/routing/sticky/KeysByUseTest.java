package roundhouse.routing.sticky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeysByUseTest {
    @Test
    void doesWhatALinkedMapInOrderOfUseDoes() {
        Random random = new Random(7);
        KeysByUse keys = new KeysByUse(1_000);
        Map<Long, Long> expected = new LinkedHashMap<>(16, 0.75f, true);
        for (int now = 0; now < 100_000; now++) {
            long key = random.nextInt(1_500);
            int slot = keys.find(key);
            assertThat(slot != KeysByUse.NIL).isEqualTo(expected.containsKey(key));
            if (slot != KeysByUse.NIL && random.nextInt(8) == 0) {
                keys.remove(slot);
                expected.remove(key);
            } else if (slot != KeysByUse.NIL) {
                keys.use(slot, now);
                expected.put(key, (long) now);
            } else if (expected.size() < 1_000) {
                keys.add(key, now);
                expected.put(key, (long) now);
            }
            if (random.nextInt(100) == 0) {
                long latest = now - random.nextInt(2_000);
                keys.expire(now, now - latest);
                expected.values().removeIf(used -> used <= latest);
            }
            if (random.nextInt(20_000) == 0) {
                keys.clear();
                expected.clear();
            }
            assertThat(keys.size()).isEqualTo(expected.size());
        }
        List<Long> order = new ArrayList<>();
        while (keys.size() > 0) {
            int oldest = keys.oldest();
            order.add(expected.keySet().stream()
                    .filter(key -> keys.find(key) == oldest)
                    .findFirst()
                    .orElseThrow());
            keys.remove(oldest);
        }
        assertThat(order).containsExactlyElementsOf(expected.keySet());
    }

    @Test
    void slotsAreBelowTheirNumber() {
        KeysByUse keys = new KeysByUse(40);
        for (int key = 0; key < 40; key++) {
            assertThat(keys.add(key, key)).isLessThan(keys.slots());
        }
        assertThat(keys.slots()).isEqualTo(40);
    }

    @Test
    void aSetOfOneKeyHoldsOneKey() {
        KeysByUse keys = new KeysByUse(1);
        keys.add(5, 0);
        assertThatThrownBy(() -> keys.add(6, 0)).isInstanceOf(IllegalStateException.class);
        keys.remove(keys.oldest());
        keys.add(6, 1);
        assertThat(keys.find(5)).isEqualTo(KeysByUse.NIL);
        assertThat(keys.find(6)).isEqualTo(keys.oldest());
    }
}
