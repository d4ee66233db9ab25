package roundhouse.storage.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TupleTableTest {
    @Test
    void equalSequencesHaveEqualNumbers() {
        TupleTable table = new TupleTable();
        Map<List<Integer>, Integer> expected = new HashMap<>();
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            int[] tuple = random.ints(random.nextInt(6), 0, 4).toArray();
            List<Integer> key = new ArrayList<>();
            Arrays.stream(tuple).forEach(key::add);
            int id = table.id(tuple, tuple.length);
            assertThat(id).isEqualTo(expected.computeIfAbsent(key, _ -> expected.size()));
            assertThat(table.length(id)).isEqualTo(tuple.length);
            int[] copy = new int[6];
            assertThat(Arrays.copyOf(copy, table.copy(id, copy))).isEqualTo(tuple);
        }
        assertThat(table.count()).isEqualTo(expected.size());
    }
}
