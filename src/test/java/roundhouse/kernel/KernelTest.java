package roundhouse.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelTest {
    /** What is to happen, kept the plain way: sorted by time, then by order of scheduling. */
    private record Planned(long timeNanos, long order, int argument) {}

    /** Keeps what happens, and schedules more by chance through heap, queues of one delay, timers and single events, of which there are more than are wanted at a time. */
    private static final class Recorder extends EventHandler {
        private static final int NONE = -1;

        private final Kernel kernel;
        private final SplittableRandom random;
        private final List<Planned> plan = new ArrayList<>();
        private final List<Integer> happened = new ArrayList<>();
        private final List<TimeoutQueue> timers = new ArrayList<>();
        private final List<Integer> armed = new ArrayList<>();
        private final Map<SingleOf, Integer> singles = new LinkedHashMap<>();
        private long order;
        private int next = 1_000;

        Recorder(Kernel kernel, long seed) {
            super(kernel, "recorder");
            this.kernel = kernel;
            this.random = new SplittableRandom(seed);
            timers.add(new TimeoutQueue(kernel, 40, this));
            for (int i = 0; i < 20; i++) {
                singles.put(new SingleOf(kernel, this), NONE);
            }
        }

        @Override
        protected void fire(int argument) {
            Planned first = plan.stream()
                    .min(Comparator.comparingLong(Planned::timeNanos).thenComparingLong(Planned::order))
                    .orElseThrow();
            assertThat(argument).isEqualTo(first.argument());
            assertThat(kernel.nowNanos()).isEqualTo(first.timeNanos());
            plan.remove(first);
            armed.remove((Integer) argument);
            singles.replaceAll((_, to) -> to == argument ? NONE : to);
            happened.add(argument);
            if (happened.size() < 3_000) {
                more();
            }
        }

        void more() {
            for (int i = random.nextInt(plan.size() < 5 ? 4 : 3); i >= 0; i--) {
                switch (random.nextInt(5)) {
                    case 0 -> {
                        long delayNanos = random.nextInt(6);
                        kernel.schedule(delayNanos, this, plan(delayNanos, next++));
                    }
                    case 1 -> {
                        long delayNanos = 5L * random.nextInt(20);
                        FixedDelayQueue queue = kernel.fixedDelayQueue(delayNanos);
                        int argument = plan(delayNanos, next++);
                        if (queue == null) {
                            kernel.schedule(delayNanos, this, argument);
                        } else {
                            queue.add(this, argument);
                        }
                    }
                    case 2 -> {
                        int timer = random.nextInt(200);
                        if (!armed.contains(timer)) {
                            armed.add(timer);
                            plan(40, timer);
                            timers.getFirst().arm(timer);
                        }
                    }
                    case 3 -> {
                        List<SingleOf> idle = singles.keySet().stream()
                                .filter(single -> singles.get(single) == NONE)
                                .toList();
                        if (!idle.isEmpty()) {
                            SingleOf single = idle.get(random.nextInt(idle.size()));
                            long delayNanos = random.nextInt(60);
                            singles.put(single, plan(delayNanos, next++));
                            single.schedule(delayNanos, next - 1);
                        }
                    }
                    default -> {
                        if (!armed.isEmpty()) {
                            int timer = armed.remove(random.nextInt(armed.size()));
                            plan.removeIf(planned -> planned.argument() == timer);
                            timers.getFirst().disarm(timer);
                        }
                    }
                }
            }
        }

        private int plan(long delayNanos, int argument) {
            plan.add(new Planned(kernel.nowNanos() + delayNanos, order++, argument));
            return argument;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everythingHappensInTheOrderOfTimeAndThenOfScheduling(long seed) {
        Kernel kernel = new Kernel();
        Recorder recorder = new Recorder(kernel, seed);
        recorder.more();
        while (!recorder.plan.isEmpty()) {
            long first =
                    recorder.plan.stream().mapToLong(Planned::timeNanos).min().orElseThrow();
            assertThat(kernel.nextEventNanos()).isEqualTo(first);
            assertThat(kernel.step()).isTrue();
        }
        assertThat(kernel.step()).isFalse();
        assertThat(kernel.nextEventNanos()).isEqualTo(Long.MAX_VALUE);
        assertThat(kernel.events()).isEqualTo(recorder.happened.size());
    }

    @Test
    void cancellingAHandlerTakesOutItsEventsOnly() {
        Kernel kernel = new Kernel();
        List<String> happened = new ArrayList<>();
        EventHandler a = handler(kernel, "a", happened);
        EventHandler b = handler(kernel, "b", happened);
        FixedDelayQueue queue = java.util.Objects.requireNonNull(kernel.fixedDelayQueue(50));
        for (int i = 0; i < 40; i++) {
            kernel.schedule(100 - i, i % 3 == 0 ? a : b, i);
            queue.add(i % 2 == 0 ? a : b, i);
        }
        SingleOf single = new SingleOf(kernel, a);
        single.schedule(7, 41);
        new SingleOf(kernel, b).schedule(8, 42);
        kernel.cancel(a);
        single.cancel();
        kernel.runUntil(1_000);
        assertThat(happened).hasSize(26 + 20 + 1).allMatch(text -> text.startsWith("b"));
    }

    @Test
    void theClockMovesToTheEndAndNeverBack() {
        Kernel kernel = new Kernel();
        kernel.runUntil(500);
        assertThat(kernel.nowNanos()).isEqualTo(500);
        kernel.runUntil(300);
        assertThat(kernel.nowNanos()).isEqualTo(500);
    }

    @Test
    void aBoundaryIsToldBeforeTheEventsOfItsTime() {
        Kernel kernel = new Kernel();
        List<String> happened = new ArrayList<>();
        EventHandler events = handler(kernel, "event ", happened);
        kernel.schedule(9, events, 9);
        kernel.schedule(10, events, 10);
        kernel.schedule(35, events, 35);
        kernel.watch(10, (time, _) -> {
            happened.add("boundary " + time);
            return time + 10;
        });
        kernel.runUntil(40);
        assertThat(happened)
                .containsExactly(
                        "event 9", "boundary 10", "event 10", "boundary 20", "boundary 30", "event 35", "boundary 40");
    }

    private static EventHandler handler(Kernel kernel, String name, List<String> happened) {
        return new EventHandler(kernel, name) {
            @Override
            protected void fire(int argument) {
                happened.add(name + argument);
            }
        };
    }
}
