package roundhouse.storage.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ObjectTableTest {
    @Test
    void givesWhatWasPutLastUnderAKey() {
        ObjectTable<String> table = new ObjectTable<>();
        assertThat(table.getOr(7, "nothing")).isEqualTo("nothing");
        table.put(7, "seven");
        table.put(-3, "less");
        table.put(7, "anew");
        assertThat(table.getOr(7, "nothing")).isEqualTo("anew");
        assertThat(table.getOr(-3, "nothing")).isEqualTo("less");
        assertThat(table.getOr(0, "nothing")).isEqualTo("nothing");
        assertThat(table.keys()).containsExactly(-3, 7);
    }

    @Test
    void longSequencesKeepTheirNumbersToo() {
        TupleTable table = new TupleTable();
        int[] longer = new int[1_000];
        longer[999] = 8;
        assertThat(table.id(new int[] {4, 5}, 2)).isZero();
        assertThat(table.id(longer, 1_000)).isEqualTo(1);
        assertThat(table.id(longer, 999)).isEqualTo(2);
        assertThat(table.id(longer, 1_000)).isEqualTo(1);
        assertThat(table.at(0, 0)).isEqualTo(4);
        assertThat(table.at(0, 1)).isEqualTo(5);
        assertThat(table.at(1, 999)).isEqualTo(8);
        assertThat(table.length(2)).isEqualTo(999);
    }
}
