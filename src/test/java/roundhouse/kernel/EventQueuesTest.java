package roundhouse.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way of keeping events: its growth, its limits, and what cancelling leaves in it. */
class EventQueuesTest {
    private final Kernel kernel = new Kernel();
    private final List<String> happened = new ArrayList<>();
    private final EventHandler a = new NotedEvents(kernel, "a", happened);
    private final EventHandler b = new NotedEvents(kernel, "b", happened);

    private static List<String> numbered(String name, int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> name + i).toList();
    }

    @Test
    void aLaneGrowsWhereverItsFirstEventStands() {
        FixedDelayQueue lane = NotedEvents.lane(kernel, 100);
        int added = 0;
        for (int round = 0; round < 20; round++) {
            for (int i = 0; i < 11; i++) {
                lane.add(a, added++);
            }
            for (int i = 0; i < 7; i++) {
                kernel.step();
            }
        }
        kernel.runUntil(10_000);
        assertThat(happened).isEqualTo(numbered("a", 0, added));
        assertThat(lane.delayNanos()).isEqualTo(100);
    }

    @Test
    void aDelayHasOneLaneAndSoManyDelaysHaveOne() {
        for (int delay = 1; delay <= 12; delay++) {
            FixedDelayQueue lane = NotedEvents.lane(kernel, delay);
            assertThat(kernel.fixedDelayQueue(delay)).isSameAs(lane);
            lane.add(a, delay);
        }
        assertThat(kernel.fixedDelayQueue(13)).isNull();
        assertThat(kernel.fixedDelayQueue(5)).isNotNull();
        kernel.step();
        assertThat(kernel.fixedDelayQueue(13))
                .as("in the place of one that is empty")
                .isNotNull();
        assertThat(kernel.fixedDelayQueue(1))
                .as("not in the place of one in use")
                .isNotNull();
        kernel.runUntil(100);
        assertThat(happened).isEqualTo(numbered("a", 1, 13));
    }

    @Test
    void lanesThatAreNotInUseAreReplacedAndNoOther() {
        List<FixedDelayQueue> lanes = new ArrayList<>();
        for (int delay = 1; delay <= 12; delay++) {
            lanes.add(NotedEvents.lane(kernel, delay));
            if (delay != 4) {
                lanes.getLast().add(a, delay);
            }
        }
        assertThat(kernel.fixedDelayQueue(13)).isNotNull();
        for (int delay = 1; delay <= 12; delay++) {
            if (delay != 4) {
                assertThat(kernel.fixedDelayQueue(delay)).isSameAs(lanes.get(delay - 1));
            }
        }
    }

    /** While queues are many a single event goes through the heap, and happens as it would by itself. */
    @Test
    void singleEventsBeyondTheMostQueuesGoThroughTheHeap() {
        List<SingleOf> singles = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            singles.add(new SingleOf(kernel, a));
            singles.getLast().schedule(100 - i, i);
        }
        assertThat(singles.stream().filter(EventQueue::isActive)).hasSize(12);
        kernel.runUntil(1_000);
        assertThat(happened).isEqualTo(numbered("a", 0, 20).reversed());
    }

    @Test
    void aSingleEventIsDoneUnlessItSchedulesTheNext() {
        SingleOf single = new SingleOf(kernel, a);
        single.schedule(5, 1);
        kernel.step();
        assertThat(single.isActive()).isFalse();
        assertThat(kernel.nextEventNanos()).isEqualTo(Long.MAX_VALUE);
        single.schedule(5, 2);
        kernel.runUntil(10);
        assertThat(happened).containsExactly("a1", "a2");
    }

    @Test
    void timersOfAnyNumberComeDueInTheOrderTheyWereArmed() {
        TimeoutQueue timers = new TimeoutQueue(kernel, 30, a);
        assertThat(timers.delayNanos()).isEqualTo(30);
        int[] numbers = {3, 16, 0, 33, 100, 15};
        for (int timer : numbers) {
            timers.arm(timer);
            kernel.runUntil(kernel.nowNanos() + 1);
        }
        timers.disarm(3);
        timers.disarm(33);
        timers.disarm(15);
        assertThat(kernel.nextEventNanos()).isEqualTo(31);
        kernel.runUntil(31);
        assertThat(happened).containsExactly("a16");
        kernel.runUntil(100);
        assertThat(happened).containsExactly("a16", "a0", "a100");
        timers.arm(3);
        timers.disarm(3);
        assertThat(kernel.step()).isFalse();
    }

    @Test
    void cancellingAHandlerTakesItsTimersOutAndLeavesOthers() {
        TimeoutQueue ofA = new TimeoutQueue(kernel, 30, a);
        TimeoutQueue ofB = new TimeoutQueue(kernel, 40, b);
        ofA.arm(0);
        ofA.arm(1);
        ofB.arm(2);
        kernel.cancel(a);
        assertThat(kernel.nextEventNanos()).isEqualTo(40);
        ofA.arm(5);
        kernel.runUntil(100);
        assertThat(happened).containsExactly("a5", "b2");
    }

    @Test
    void cancellingTheFirstOfALaneShowsTheNext() {
        FixedDelayQueue lane = NotedEvents.lane(kernel, 50);
        lane.add(a, 0);
        kernel.runUntil(10);
        lane.add(b, 1);
        kernel.runUntil(20);
        lane.add(a, 2);
        kernel.cancel(a);
        assertThat(kernel.nextEventNanos()).isEqualTo(60);
        kernel.cancel(b);
        assertThat(kernel.nextEventNanos()).isEqualTo(Long.MAX_VALUE);
        lane.add(a, 3);
        kernel.runUntil(1_000);
        assertThat(happened).containsExactly("a3");
    }

    @Test
    void anEventMayCancelOthersWhileItHappens() {
        EventHandler canceller = new EventHandler(kernel, "canceller") {
            @Override
            protected void fire(int argument) {
                kernel.cancel(a);
            }
        };
        kernel.schedule(1, canceller, 0);
        for (int i = 0; i < 10; i++) {
            kernel.schedule(5 + i, i % 2 == 0 ? a : b, i);
        }
        kernel.runUntil(100);
        assertThat(happened).containsExactly("b1", "b3", "b5", "b7", "b9");
        assertThat(kernel.events()).isEqualTo(6);
    }

    /** Very many events of few times, of which some are cancelled: what is left keeps its order of time and of scheduling. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theHeapKeepsTheOrderThroughGrowthAndCancelling(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<EventHandler> handlers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            handlers.add(new NotedEvents(kernel, "h" + i + "-", happened));
        }
        TreeMap<Long, List<String>> expected = new TreeMap<>();
        for (int number = 0; number < 2_000; number++) {
            long time = random.nextInt(50);
            int handler = random.nextInt(40);
            kernel.schedule(time, handlers.get(handler), number);
            if (handler % 4 != 0) {
                expected.computeIfAbsent(time, _ -> new ArrayList<>()).add("h" + handler + "-" + number);
            }
        }
        for (int handler = 0; handler < 40; handler += 4) {
            kernel.cancel(handlers.get(handler));
        }
        kernel.runUntil(100);
        assertThat(happened)
                .isEqualTo(expected.values().stream().flatMap(List::stream).toList());
    }
}
