package roundhouse.workbench.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import roundhouse.storage.checking.Check;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.lanes.HistoryLanes;
import roundhouse.storage.lanes.LaneHistories;
import roundhouse.workbench.FigureText;

class LanesTextTest {
    private static LanesText text(OperationHistory history) {
        return new LanesText(
                HistoryLanes.of(history, LaneHistories.broken(history, Check.LINEARIZABLE)), FigureText::count);
    }

    @Test
    void whatIsSeenIsSaidInOrder() {
        assertThat(text(LaneHistories.stale()).lines())
                .containsExactly(
                        "(1) write x = 1 by A, called at 0, returned at 10; may have happened or not",
                        "(2) write x = 2 by A, called at 20, returned at 30",
                        "(3) read x → 1 by C, called at 40, returned at 50; would be wrong",
                        "(1) returned before (2)",
                        "(2) had overwritten it before (3)",
                        "(1) was read by (3)");
    }

    @Test
    void theOrderStopsWhereItWouldBeWrong() {
        LanesText text = text(LaneHistories.stale());
        assertThat(text.order()).containsExactly("(2) write x = 2");
        assertThat(text.wrong()).containsExactly("(3) read x → 1");
    }

    @Test
    void whatIsNotInTheCounterExampleHasNoNumber() {
        assertThat(text(LaneHistories.stale()).told(0)).isEqualTo("write y = 7 by D, called at 0, returned at 5");
        assertThat(text(LaneHistories.stale()).told(6)).isEqualTo("write x = 3 by A, called at 60, outcome unknown");
    }

    @Test
    void aHistoryWithoutACounterExampleIsSaidByItsSize() {
        LanesText whole = new LanesText(HistoryLanes.of(LaneHistories.stale(), Optional.empty()), FigureText::clock);
        assertThat(whole.lines()).containsExactly("8 operations of 4 clients, from 00:00.000 to 00:00.000");
    }

    @Test
    void writesThatMustComeBeforeEachOtherAreACircle() {
        OperationHistory history = LaneHistories.of(
                "register",
                "['A','write','x',1,null,0,10]",
                "['B','write','x',2,null,0,10]",
                "['C','read','x',null,1,20,30]",
                "['C','read','x',null,2,40,50]",
                "['D','read','x',null,2,20,30]",
                "['D','read','x',null,1,40,50]");
        LanesText text =
                new LanesText(HistoryLanes.of(history, LaneHistories.broken(history, Check.CAUSAL)), FigureText::count);
        assertThat(text.circle()).hasSize(3).contains("(1) write x = 1", "(2) write x = 2");
        assertThat(text.circle().getFirst()).isEqualTo(text.circle().getLast());
        assertThat(text.wrong()).isEmpty();
        assertThat(text(LaneHistories.stale()).circle()).isEmpty();
    }
}
