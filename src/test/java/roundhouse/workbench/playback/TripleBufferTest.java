package roundhouse.workbench.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class TripleBufferTest {
    private static final int LAST = 300_000;

    @Test
    void nothingToTakeUntilSomethingIsPublished() {
        TripleBuffer<long[]> buffer = new TripleBuffer<>(() -> new long[1]);
        assertThat(buffer.take()).isNull();
        assertThat(buffer.taken()).isTrue();
        buffer.back()[0] = 1;
        assertThat(buffer.take()).isNull();
        buffer.publish();
        assertThat(buffer.taken()).isFalse();
        assertThat(buffer.take()).containsExactly(1);
        assertThat(buffer.take()).isNull();
    }

    @Test
    void theNewestIsTakenAndTheReadersOwnIsLeftAlone() {
        TripleBuffer<long[]> buffer = new TripleBuffer<>(() -> new long[1]);
        buffer.back()[0] = 1;
        buffer.publish();
        long[] held = buffer.take();
        for (int i = 2; i < 20; i++) {
            buffer.back()[0] = i;
            buffer.publish();
        }
        assertThat(held).containsExactly(1);
        assertThat(buffer.take()).containsExactly(19);
    }

    /** A torn value would have unlike entries; a stale one would go back; a lost last one would never come. */
    @Test
    void valuesAreWholeAndNeverGoBackBetweenTwoBusyThreads() {
        TripleBuffer<long[]> buffer = new TripleBuffer<>(() -> new long[64]);
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            Random pauses = new Random(1);
            for (long value = 1; value <= LAST; value++) {
                long[] back = buffer.back();
                for (int i = 0; i < back.length; i++) {
                    back[i] = value;
                }
                buffer.publish();
                if (pauses.nextInt(1000) == 0) {
                    LockSupport.parkNanos(10_000);
                }
            }
        });
        long seen = 0;
        while (seen < LAST) {
            boolean finished = writer.isDone();
            long[] front = buffer.take();
            if (front != null) {
                assertThat(front[0]).isGreaterThan(seen);
                for (long entry : front) {
                    if (entry != front[0]) {
                        assertThat(front).containsOnly(front[0]);
                    }
                }
                seen = front[0];
            } else {
                assertThat(finished)
                        .as("the last value was published but never came")
                        .isFalse();
                Thread.onSpinWait();
            }
        }
        writer.join();
    }
}
