package roundhouse.storage.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What decides between versions, and what makes two of them the same. */
class VersionRulesTest {
    private static Cell cell(long timestamp, Cell.State state, long deletion, int... bytes) {
        byte[] value = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            value[i] = (byte) bytes[i];
        }
        return new Cell(timestamp, state, deletion, value);
    }

    @Test
    void eachRuleOfACellDecidesOnlyWhereTheOnesBeforeAreATie() {
        List<Cell> rising = List.of(
                cell(1, Cell.State.TOMBSTONE, 9, 9),
                cell(2, Cell.State.LIVE, 0, -1),
                cell(2, Cell.State.LIVE, 0, 3),
                cell(2, Cell.State.EXPIRING, 5, 2),
                cell(2, Cell.State.EXPIRING, 7, 1),
                cell(2, Cell.State.TOMBSTONE, 4));
        for (int i = 0; i < rising.size(); i++) {
            for (int j = 0; j < rising.size(); j++) {
                assertThat(rising.get(i).resolve(rising.get(j))).isSameAs(rising.get(Math.max(i, j)));
                assertThat(rising.get(i).equals(rising.get(j))).isEqualTo(i == j);
            }
        }
    }

    @Test
    void cellsAreTheSameByWhatTheyHold() {
        Cell one = cell(2, Cell.State.LIVE, 0, 3, 4);
        Cell same = cell(2, Cell.State.LIVE, 0, 3, 4);
        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo("LIVE [3, 4] at 2");
        assertThat(one.resolve(same)).isSameAs(one);
        assertThat(one).hasToString("LIVE [3, 4] at 2");
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5, 0",
        "0, 0, 0",
        "1, 2, -1",
        // The lowest byte 0x80 has its sign, as it has none in a whole number.
        "127, 128, 1",
        "255, 256, -1",
        "-1, 1, -1",
        "0x7F00000000000000, 0x0100000000000000, 1",
        "0x0180, 0x0101, -1",
        "0x010203, 0x010103, 1"
    })
    void bytesAreComparedFromTheFirstThatDiffersEachWithItsSign(String a, String b, int sign) {
        long left = Long.decode(a);
        long right = Long.decode(b);
        assertThat(Integer.signum(SignedBytes.compare(left, right))).isEqualTo(sign);
        assertThat(Integer.signum(SignedBytes.compare(right, left))).isEqualTo(-sign);
    }

    @Test
    void countersAreTheSameByWhatEachReplicaCounted() {
        GrowCounter one = new GrowCounter();
        one.increment(0, 3);
        one.increment(2, 0);
        GrowCounter same = new GrowCounter();
        same.increment(0, 3);
        GrowCounter other = new GrowCounter();
        other.increment(1, 3);
        assertThat(one)
                .isEqualTo(same)
                .hasSameHashCodeAs(same)
                .isNotEqualTo(other)
                .isNotEqualTo("3");
        assertThat(one.hashCode()).isNotEqualTo(other.hashCode());
        assertThatThrownBy(() -> one.increment(0, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCopyOfACounterGoesItsOwnWay() {
        PlusMinusCounter counter = new PlusMinusCounter();
        assertThat(counter.entries()).isZero();
        counter.add(0, 5);
        counter.add(2, -2);
        PlusMinusCounter copy = counter.copy();
        assertThat(copy).isEqualTo(counter).hasSameHashCodeAs(counter);
        copy.add(0, -1);
        assertThat(counter.value()).isEqualTo(3);
        assertThat(copy.value()).isEqualTo(2);
        assertThat(copy).isNotEqualTo(counter).isNotEqualTo("2");
        assertThat(copy.hashCode()).isNotEqualTo(counter.hashCode());
        assertThat(counter.entries()).isEqualTo(3);
        PlusMinusCounter less = new PlusMinusCounter();
        less.add(2, -2);
        assertThat(counter).isNotEqualTo(less);
        less.add(0, 5);
        assertThat(counter).isEqualTo(less);
    }

    @Test
    void aCopyOfASetGoesItsOwnWay() {
        ObservedRemoveSet<String> set = new ObservedRemoveSet<>();
        set.add(0, "a");
        set.add(1, "b");
        ObservedRemoveSet<String> copy = set.copy();
        assertThat(copy).isEqualTo(set).hasSameHashCodeAs(set).isNotEqualTo("[a, b]");
        copy.remove("a");
        assertThat(set.values()).containsExactly("a", "b");
        assertThat(copy.values()).containsExactly("b");
        assertThat(copy).isNotEqualTo(set);
        assertThat(copy.hashCode()).isNotEqualTo(set.hashCode());
        // It knows of what it dropped, so that it does not come back.
        copy.merge(set);
        assertThat(copy.values()).containsExactly("b");
        // The same elements, and not the same events behind them.
        ObservedRemoveSet<String> another = new ObservedRemoveSet<>();
        another.add(1, "b");
        assertThat(another.values()).isEqualTo(copy.values());
        assertThat(another).isNotEqualTo(copy);
    }

    @Test
    void siblingsAreTheSameByValuesAndByWhatTheyKnow() {
        Siblings<String> one = Siblings.<String>none().put(0, VersionVector.EMPTY, "a");
        Siblings<String> same = Siblings.<String>none().put(0, VersionVector.EMPTY, "a");
        Siblings<String> otherValue = Siblings.<String>none().put(0, VersionVector.EMPTY, "b");
        Siblings<String> knowsMore = one.remove(VersionVector.of(0, 1));
        assertThat(one)
                .isEqualTo(same)
                .hasSameHashCodeAs(same)
                .isNotEqualTo(otherValue)
                .isNotEqualTo("a");
        assertThat(knowsMore.values()).isEqualTo(one.values());
        assertThat(one).isNotEqualTo(knowsMore);
        assertThat(one.hashCode()).isNotEqualTo(otherValue.hashCode()).isNotEqualTo(knowsMore.hashCode());
    }

    @Test
    void vectorsAreTheSameWithoutZerosAtTheEnd() {
        VersionVector one = VersionVector.of(1, 0, 2, 0);
        assertThat(one).isEqualTo(VersionVector.of(1, 0, 2)).hasSameHashCodeAs(VersionVector.of(1, 0, 2));
        assertThat(one).isNotEqualTo(VersionVector.of(1, 0)).isNotEqualTo("[1, 0, 2]");
        assertThat(one.hashCode()).isNotEqualTo(VersionVector.of(1).hashCode());
        assertThat(one).hasToString("[1, 0, 2]");
    }

    @Test
    void atTheSameTimeTheLargerReplicaStaysThenTheLargerValue() {
        LastWriteRegister<String> register = new LastWriteRegister<>();
        register.set(1, "m", 10);
        register.set(0, "z", 10);
        assertThat(register.value()).isEqualTo("m");
        register.set(1, "a", 10);
        assertThat(register.value()).isEqualTo("m");
        register.set(1, "n", 10);
        assertThat(register.value()).isEqualTo("n");
        register.set(2, "a", 10);
        assertThat(register.value()).isEqualTo("a");
        register.set(0, "b", 11);
        assertThat(register.value()).isEqualTo("b");
    }
}
