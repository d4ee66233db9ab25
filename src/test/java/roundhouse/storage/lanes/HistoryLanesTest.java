package roundhouse.storage.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.golden.Golden;
import roundhouse.storage.checking.Check;
import roundhouse.storage.checking.HistoryVerdict;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.OperationKind;
import roundhouse.storage.searching.Reason;
import tools.jackson.databind.JsonNode;

class HistoryLanesTest {
    private static HistoryLanes lanes(OperationHistory history) {
        return HistoryLanes.of(history, LaneHistories.broken(history, Check.LINEARIZABLE));
    }

    private static List<String> titles(HistoryLanes lanes) {
        return IntStream.range(0, lanes.count()).mapToObj(lanes::title).toList();
    }

    @Test
    void theClientsOfTheCounterExampleComeFirst() {
        HistoryLanes lanes = lanes(LaneHistories.stale());
        assertThat(titles(lanes)).containsExactly("A", "C", "D", "B");
        assertThat(Arrays.stream(lanes.example()).mapToObj(lanes::words))
                .containsExactly("write x = 1", "write x = 2", "read x → 1");
        assertThat(Arrays.stream(lanes.example()).map(lanes::number)).containsExactly(1, 2, 3);
        assertThat(Arrays.stream(lanes.example()).mapToObj(lanes::isNeeded)).containsExactly(false, true, true);
        assertThat(Arrays.stream(lanes.example()).mapToObj(lanes::isWrong)).containsExactly(false, false, true);
        assertThat(IntStream.range(0, lanes.history().size()).filter(i -> lanes.number(i) == 0))
                .hasSize(5);
    }

    @Test
    void arrowsAndTheOrderAreToldByNumbersOfTheWholeHistory() {
        HistoryLanes lanes = lanes(LaneHistories.stale());
        int first = lanes.example()[0];
        int second = lanes.example()[1];
        int third = lanes.example()[2];
        assertThat(lanes.arrows())
                .containsExactly(
                        new Reason(first, second, Reason.Kind.RETURNED_BEFORE),
                        new Reason(second, third, Reason.Kind.OVERWROTE),
                        new Reason(first, third, Reason.Kind.ANSWERED));
        assertThat(lanes.order()).containsExactly(second);
        assertThat(lanes.history().call(third)).isEqualTo(40);
        assertThat(lanes.from()).isZero();
        assertThat(lanes.until()).isEqualTo(90);
    }

    @Test
    void whatIsAloneIsAHistoryToo() {
        HistoryLanes lanes = HistoryLanes.of(
                LaneHistories.broken(LaneHistories.stale(), Check.LINEARIZABLE).orElseThrow());
        assertThat(titles(lanes)).containsExactly("A", "C");
        assertThat(lanes.example()).containsExactly(0, 1, 2);
        HistoryLanes none = HistoryLanes.of(LaneHistories.stale(), Optional.empty());
        assertThat(titles(none)).containsExactly("D", "A", "B", "C");
        assertThat(none.example()).isEmpty();
        assertThat(none.arrows()).isEmpty();
    }

    @Test
    void onlyWhatOverlapsNeedsRows() {
        HistoryLanes plain = lanes(LaneHistories.stale());
        assertThat(IntStream.range(0, plain.count()).map(plain::rows)).containsOnly(1);
        OperationHistory overlapping = LaneHistories.of(
                "register",
                "['A','write','x',1,null,0,10]",
                "['A','write','x',2,null,5,20]",
                "['A','read','x',null,2,10,30]",
                "['A','read','x',null,2,20,40]");
        HistoryLanes lanes = lanes(overlapping);
        assertThat(lanes.rows(0)).isEqualTo(2);
        assertThat(IntStream.range(0, 4).map(lanes::row)).containsExactly(0, 1, 0, 1);
    }

    /** A write without an outcome that the counter-example needs keeps its row, so that it can be drawn open to the right. */
    @Test
    void anUnknownOutcomeKeepsItsRowWhereItMatters() {
        OperationHistory history = LaneHistories.of(
                "register",
                "['A','write','x',1,null,0,null]",
                "['B','read','x',null,1,10,20]",
                "['A','read','y',null,0,25,28]",
                "['C','read','x',null,0,30,40]");
        HistoryLanes lanes = lanes(history);
        assertThat(Arrays.stream(lanes.example()).mapToObj(lanes::words))
                .containsExactly("write x = 1", "read x → 1", "read x → 0");
        assertThat(lanes.rows(0)).isEqualTo(2);
        assertThat(HistoryLanes.of(history, Optional.empty()).rows(0)).isEqualTo(1);
        assertThat(lanes.until()).isEqualTo(40);
    }

    @Test
    void everyCounterExampleOfTheRecordingsIsFoundInItsHistory() {
        int broken = 0;
        for (JsonNode recorded : Golden.cases("storage/histories_tiny.json")) {
            OperationHistory history = LaneHistories.of(recorded);
            for (Check check : Check.values()) {
                if (check.objection(history).isEmpty()) {
                    HistoryLanes lanes = HistoryLanes.of(history, LaneHistories.broken(history, check));
                    broken += lanes.example().length > 0 ? 1 : 0;
                    assertThat(Arrays.stream(lanes.example()).distinct().count())
                            .isEqualTo(lanes.example().length);
                    assertThat(lanes.arrows())
                            .allMatch(arrow -> lanes.number(arrow.from()) > 0 && lanes.number(arrow.to()) > 0);
                }
            }
        }
        assertThat(broken).isGreaterThan(30);
    }

    @Test
    void aPartOfAnotherHistoryIsRefused() {
        OperationHistory other = LaneHistories.of("register", "['A','write','x',1,null,0,10]");
        assertThatThrownBy(
                        () -> HistoryLanes.of(other, LaneHistories.broken(LaneHistories.stale(), Check.LINEARIZABLE)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            register     | ['A','write','x',3,null,0,1]        | write x = 3
            register     | ['A','write','x',null,null,0,1]     | write x = nothing
            register     | ['A','read','x',null,2,0,1]         | read x → 2
            register     | ['A','read','x',null,null,0,null]   | read x → ?
            cas-register | ['A','cas','x',[1,2],true,0,1]      | cas x 1 to 2 → done
            cas-register | ['A','cas','x',[1,2],false,0,1]     | cas x 1 to 2 → did not match
            cas-register | ['A','cas','x',[1,2],null,0,null]   | cas x 1 to 2 → ?
            set          | ['A','add','s',5,null,0,1]          | add s 5
            queue        | ['A','dequeue','q',null,4,0,1]      | dequeue q → 4
            mutex        | ['A','acquire','m',null,null,0,1]   | acquire m
            counter      | ['A','increment','c',null,null,0,1] | increment c
            counter      | ['A','increment','c',5,null,0,1]    | increment c by 5
            """)
    void aBarSaysWhatWasAskedAndAnswered(String model, String operation, String words) {
        OperationHistory history = LaneHistories.of(model, operation);
        assertThat(BarWords.of(history, 0)).isEqualTo(words);
    }

    @Test
    void aLaneHasTheOperationsOfItsClientInTheOrderOfTheirCalls() {
        HistoryLanes lanes = lanes(LaneHistories.stale());
        assertThat(lanes.operations(0)).containsExactly(1, 3, 6, 7);
        assertThat(lanes.size(0)).isEqualTo(4);
        assertThat(lanes.operation(0, 2)).isEqualTo(6);
        assertThat(lanes.lane(6)).isZero();
        assertThat(lanes.lane(4)).isEqualTo(2);
        assertThat(lanes.end(3)).isEqualTo(30);
        // Nobody knows when it ended; its client asked again then.
        assertThat(lanes.end(6)).isEqualTo(80);
        assertThat(lanes.why()).isNotEmpty();
    }

    @Test
    void twoThatAreAlikeInEverythingAreTwoInThePartToo() {
        OperationHistory twice =
                LaneHistories.of("counter", "['A','increment','c',1,null,0,9]", "['A','increment','c',1,null,0,9]");
        assertThat(ExamplePlaces.of(twice, twice)).containsExactly(0, 1);
    }

    @Test
    void timeBeginsWithTheFirstCall() {
        OperationHistory late = LaneHistories.of("register", "['A','write','x',1,null,30,40]");
        assertThat(HistoryLanes.of(late, Optional.empty()).from()).isEqualTo(30);
    }

    @Test
    void shapesTellLookingFromChanging() {
        assertThat(Arrays.stream(BarShape.values()).map(BarShape::title))
                .containsExactly("reads", "writes", "compares and sets");
        assertThat(BarShape.of(OperationKind.READ)).isEqualTo(BarShape.READS);
        assertThat(BarShape.of(OperationKind.WRITE)).isEqualTo(BarShape.WRITES);
        assertThat(BarShape.of(OperationKind.INCREMENT)).isEqualTo(BarShape.WRITES);
        assertThat(BarShape.of(OperationKind.CAS)).isEqualTo(BarShape.LOOKS_AND_WRITES);
        assertThat(BarShape.of(OperationKind.DEQUEUE)).isEqualTo(BarShape.LOOKS_AND_WRITES);
    }

    @Test
    void aVerdictIsOneSentence() {
        OperationHistory history = LaneHistories.stale();
        assertThat(VerdictWords.of(Check.LINEARIZABLE, history, LaneHistories.judged(history, Check.LINEARIZABLE)))
                .isEqualTo("linearizable is broken: 2 operations of 8 cannot all be right, whatever else happened.");
        assertThat(VerdictWords.of(Check.PRAM, history, LaneHistories.judged(history, Check.PRAM)))
                .isEqualTo("pram holds: each client sees its own writes, never less than before, and the writes of"
                        + " another in their order.");
        assertThat(VerdictWords.of(Check.K_ATOMIC, history, LaneHistories.judged(history, Check.K_ATOMIC)))
                .isEqualTo("k-atomic holds within 2 versions: every read answers one of the k latest writes.");
        assertThat(VerdictWords.of(Check.LINEARIZABLE, history, new HistoryVerdict.Unknown(20_000_000)))
                .isEqualTo(
                        "Whether linearizable holds is unknown: the budget was used up after 20,000,000 situations.");
        OperationHistory invented = LaneHistories.of("register", "['B','read','x',null,7,0,10]");
        assertThat(VerdictWords.of(Check.LINEARIZABLE, invented, LaneHistories.judged(invented, Check.LINEARIZABLE)))
                .isEqualTo("linearizable is broken: one operation of 1 cannot be right, whatever else happened.");
    }
}
