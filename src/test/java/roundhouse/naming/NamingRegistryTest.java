package roundhouse.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every order promises. */
class NamingRegistryTest {
    @ParameterizedTest
    @EnumSource(OrderType.class)
    void givesEachAddressOnceAndTheSameAgain(OrderType type) {
        assertThat(OrderType.of(type.key())).contains(type);
        AnswerOrder one = type.create(new SplittableRandom(3));
        AnswerOrder same = type.create(new SplittableRandom(3));
        int[] order = new int[5];
        int[] again = new int[5];
        for (int query = 0; query < 50; query++) {
            one.next(query, order);
            same.next(query, again);
            assertThat(order).isEqualTo(again);
            int[] sorted = order.clone();
            Arrays.sort(sorted);
            assertThat(sorted).containsExactly(0, 1, 2, 3, 4);
        }
    }
}
