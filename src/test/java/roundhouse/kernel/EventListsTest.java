package roundhouse.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventListsTest {
    private final EventLists lists = new EventLists(3, 100);

    private void add(int list, int from, int count) {
        for (int i = from; i < from + count; i++) {
            lists.add(list, i, 1_000 + i, 2_000 + i);
        }
    }

    private List<Long> times(int list) {
        List<Long> times = new ArrayList<>();
        int end = lists.end(list);
        for (int at = lists.first(list); at != end; at = lists.next(at, end)) {
            times.add(lists.timeNanos(at));
            assertThat(lists.sequence(at)).isEqualTo(1_000 + lists.timeNanos(at));
            assertThat(lists.payload(at)).isEqualTo(2_000 + lists.timeNanos(at));
        }
        return times;
    }

    /** Around the 21 events of a block, and of two. */
    @Test
    void aListHasItsEventsInTheOrderTheyCame() {
        List<Long> expected = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            add(1, i, 1);
            expected.add((long) i);
            assertThat(times(1)).isEqualTo(expected);
            assertThat(lists.count(1)).isEqualTo(i + 1);
        }
        assertThat(lists.isEmpty(0)).isTrue();
        assertThat(lists.isEmpty(2)).isTrue();
        assertThat(lists.lists()).isEqualTo(3);
    }

    @Test
    void listsThatGrowInTurnDoNotMix() {
        for (int i = 0; i < 200; i++) {
            add(i % 3, i, 1);
        }
        for (int list = 0; list < 3; list++) {
            int first = list;
            assertThat(times(list)).hasSize(200 / 3 + (list < 2 ? 1 : 0)).allMatch(time -> time % 3 == first);
        }
    }

    @Test
    void whatAListGivesBackIsUsedAgain() {
        add(0, 0, 50);
        int place = lists.first(0);
        lists.clear(0);
        assertThat(lists.isEmpty(0)).isTrue();
        add(1, 0, 50);
        assertThat(lists.first(1)).isEqualTo(place);
        assertThat(lists.count(1)).isEqualTo(50);
        for (int round = 0; round < 10_000; round++) {
            lists.clear(1);
            add(1, round, 50);
            assertThat(lists.first(1)).isLessThan(64 * 4);
        }
    }

    @Test
    void whatAListLeavesIsThereUntilItIsGivenBack() {
        add(0, 0, 30);
        int first = lists.first(0);
        int end = lists.end(0);
        lists.leave(0);
        add(1, 100, 30);
        assertThat(lists.isEmpty(0)).isTrue();
        int at = first;
        for (int i = 0; i < 30; i++) {
            assertThat(lists.timeNanos(at)).isEqualTo(i);
            at = lists.next(at, end);
        }
        assertThat(at).isEqualTo(end);
        lists.release(first, end);
        add(2, 0, 1);
        assertThat(lists.first(2)).isEqualTo(first);
    }
}
