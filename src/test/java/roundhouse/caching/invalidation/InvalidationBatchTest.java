package roundhouse.caching.invalidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InvalidationBatchTest {
    private final List<List<Long>> messages = new ArrayList<>();

    private boolean next(InvalidationBatch batch, long now) {
        return batch.next(
                now,
                (keys, count) ->
                        messages.add(Arrays.stream(keys, 0, count).boxed().toList()));
    }

    @Test
    void aMessageIsDueADelayAfterItsFirstKey() {
        InvalidationBatch batch = new InvalidationBatch(100, 50);
        assertThat(batch.nextNanos()).isEqualTo(Long.MAX_VALUE);
        batch.add(3, 10);
        batch.add(1, 20);
        batch.add(3, 30);
        assertThat(batch.size()).isEqualTo(2);
        assertThat(batch.nextNanos()).isEqualTo(60);
        assertThat(next(batch, 59)).isFalse();
        assertThat(next(batch, 60)).isTrue();
        assertThat(messages).containsExactly(List.of(3L, 1L));
        assertThat(batch.size()).isZero();
        assertThat(next(batch, 1_000)).as("nothing to tell").isFalse();
    }

    @Test
    void aFullMessageIsDueAtOnce() {
        InvalidationBatch batch = new InvalidationBatch(20, 50);
        for (long key = 0; key < 19; key++) {
            batch.add(key, 10);
        }
        assertThat(batch.nextNanos()).isEqualTo(60);
        batch.add(19, 15);
        assertThat(batch.nextNanos()).isEqualTo(15);
        assertThat(next(batch, 15)).isTrue();
        assertThat(messages.getFirst()).hasSize(20).startsWith(0L, 1L, 2L);
    }

    @Test
    void oneByOneWhereAMessageHasOneKey() {
        InvalidationBatch batch = new InvalidationBatch(1, 50);
        batch.add(4, 10);
        assertThat(next(batch, 10)).isTrue();
        assertThat(messages).containsExactly(List.of(4L));
    }

    @Test
    void aCrashLosesWhatWasNotTold() {
        InvalidationBatch batch = new InvalidationBatch(9, 50);
        batch.add(4, 10);
        batch.add(5, 10);
        assertThat(batch.lose()).isEqualTo(2);
        assertThat(next(batch, 100)).isFalse();
        batch.add(4, 200);
        assertThat(batch.nextNanos()).isEqualTo(250);
    }
}
