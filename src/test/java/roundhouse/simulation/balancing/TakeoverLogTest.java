package roundhouse.simulation.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TakeoverLogTest {
    private final TakeoverLog log = new TakeoverLog();

    /** Writes down what it hears. */
    private static final class Heard implements TakeoverLog.Listener {
        private final List<String> events = new ArrayList<>();

        @Override
        public void crashed(String node, long timeNanos, boolean covered) {
            events.add(timeNanos + " " + node + " crashed" + (covered ? ", covered" : ""));
        }

        @Override
        public void tookOver(String node, long timeNanos) {
            events.add(timeNanos + " " + node + " took over");
        }
    }

    @Test
    void whoListensLaterIsToldOfAllBefore() {
        log.crashed("lb-1", 10, false);
        log.tookOver("lb-2", 13);
        Heard heard = new Heard();
        assertThat(log.listen(heard)).isTrue();
        log.crashed("lb-2", 20, true);
        assertThat(heard.events).containsExactly("10 lb-1 crashed", "13 lb-2 took over", "20 lb-2 crashed, covered");
    }

    @Test
    void afterVeryManyNobodyIsToldOfThemAndEverybodyIsToldOfMore() {
        Heard first = new Heard();
        log.listen(first);
        for (int i = 0; i <= TakeoverLog.TOLD_AFTERWARDS; i++) {
            log.crashed("lb-1", i, false);
        }
        Heard late = new Heard();
        assertThat(log.listen(late)).as("complete").isFalse();
        log.tookOver("lb-2", 9_999);
        assertThat(first.events).hasSize(TakeoverLog.TOLD_AFTERWARDS + 2);
        assertThat(late.events).containsExactly("9999 lb-2 took over");
    }
}
