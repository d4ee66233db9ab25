package roundhouse.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClassQueueTest {
    @Test
    void aPlaceCountsThoseThatComeOutBefore() {
        ClassQueue queue = new ClassQueue();
        queue.add(1, 0);
        queue.add(2, 0);
        assertThat(queue.upTo(0)).isEqualTo(2);
        queue.add(3, -5);
        queue.add(4, 7);
        assertThat(queue.upTo(-5)).isEqualTo(1);
        assertThat(queue.upTo(0)).isEqualTo(3);
        assertThat(queue.upTo(7)).isEqualTo(4);
        assertThat(queue.remove()).isEqualTo(3);
        assertThat(queue.upTo(0)).isEqualTo(2);
    }
}
