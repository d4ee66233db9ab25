package roundhouse.hashing.buckets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DivisorTest {
    @Test
    void remaindersAreThoseOfADivision() {
        SplittableRandom random = new SplittableRandom(3);
        for (int divisor : new int[] {1, 2, 3, 5, 7, 64, 97, 65_536, 65_537, 1 << 22, Integer.MAX_VALUE}) {
            Divisor by = new Divisor(divisor);
            long last = Long.divideUnsigned(-1, divisor) * divisor;
            for (long hash : new long[] {0, 1, divisor - 1L, divisor, -1, Long.MIN_VALUE, last, last - 1}) {
                assertThat(by.remainder(hash)).isEqualTo((int) Long.remainderUnsigned(hash, divisor));
            }
            for (int i = 0; i < 2_000; i++) {
                long hash = random.nextLong();
                assertThat(by.remainder(hash)).isEqualTo((int) Long.remainderUnsigned(hash, divisor));
            }
        }
    }
}
