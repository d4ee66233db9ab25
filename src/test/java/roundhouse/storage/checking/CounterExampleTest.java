package roundhouse.storage.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.searching.Reason;

/** What is shown of a broken history says why it is. */
class CounterExampleTest {
    static CounterExample broken(OperationHistory history, Check check) {
        assertThat(GoldenHistory.judge(history, check)).isInstanceOf(HistoryVerdict.Broken.class);
        return ((HistoryVerdict.Broken) GoldenHistory.judge(history, check)).example();
    }

    private static List<String> told(CounterExample example) {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < example.operations().size(); i++) {
            told.add(OperationWords.told(example.operations(), i));
        }
        return told;
    }

    private static OperationHistory history(String model, String... operations) {
        return GoldenHistory.of("{\"model\":\"" + model + "\",\"initial\":0,\"operations\":["
                + String.join(",", Arrays.asList(operations)).replace('\'', '"') + "]}");
    }

    @Test
    void aStaleReadIsToldByTheWritesAndTheRead() {
        CounterExample example = broken(
                history(
                        "register",
                        "['A','write','x',1,null,0,10]",
                        "['B','read','x',null,1,12,14]",
                        "['A','write','x',2,null,20,30]",
                        "['C','read','x',null,1,40,50]",
                        "['A','write','x',3,null,60,70]",
                        "['C','read','x',null,3,80,90]"),
                Check.LINEARIZABLE);
        assertThat(told(example)).containsExactly("write 1", "write 2", "read → 1");
        assertThat(example.needed()).containsExactly(false, true, true);
        assertThat(example.why())
                .contains("(2) write x 2 by A returned at 30, before (3) read x → 1 by C was called at 40.")
                .last()
                .asString()
                .contains("x is 2, and (3) read x → 1 by C would be wrong");
        assertThat(example.reasons().arrows())
                .containsExactly(
                        new Reason(0, 1, Reason.Kind.RETURNED_BEFORE),
                        new Reason(1, 2, Reason.Kind.OVERWROTE),
                        new Reason(0, 2, Reason.Kind.ANSWERED));
        assertThat(example.reasons().order()).containsExactly(1);
        assertThat(example.reasons().wrong()).containsExactly(2);
    }

    @Test
    void aReadOfWhatWasThereAtFirstIsOverwrittenByAnyWriteBeforeIt() {
        CounterExample example = broken(
                history("register", "['A','write','x',1,null,0,10]", "['B','read','x',null,0,20,30]"),
                Check.LINEARIZABLE);
        assertThat(example.reasons().arrows()).containsExactly(new Reason(0, 1, Reason.Kind.OVERWROTE));
    }

    @Test
    void ofWritesAtTheSameTimeNoneOverwroteTheOther() {
        CounterExample example = broken(
                history(
                        "register",
                        "['A','write','x',1,null,0,50]",
                        "['B','write','x',2,null,0,50]",
                        "['C','read','x',null,2,60,70]",
                        "['D','read','x',null,1,80,90]"),
                Check.LINEARIZABLE);
        assertThat(told(example)).containsExactly("write 1", "write 2", "read → 2", "read → 1");
        assertThat(example.reasons().arrows())
                .contains(
                        new Reason(0, 2, Reason.Kind.RETURNED_BEFORE),
                        new Reason(2, 3, Reason.Kind.RETURNED_BEFORE),
                        new Reason(1, 2, Reason.Kind.ANSWERED),
                        new Reason(0, 3, Reason.Kind.ANSWERED))
                .noneMatch(arrow -> arrow.kind() == Reason.Kind.OVERWROTE);
    }

    @Test
    void whatAClientHadToSeeIsTold() {
        CounterExample example = broken(
                history(
                        "kv",
                        "['A','write','x',1,null,0,10]",
                        "['B','read','x',null,1,20,30]",
                        "['B','write','y',1,null,40,50]",
                        "['C','read','y',null,1,60,70]",
                        "['C','read','x',null,0,80,90]"),
                Check.CAUSAL);
        assertThat(example.operations().size()).isEqualTo(5);
        assertThat(example.why())
                .containsExactly(
                        "(5) read x → 0 by C answered what was there at first, but had to see (1) write x 1 by A:"
                                + " its client had seen it by (4) read y → 1 by C, as the client of (3) write y 1 by B had seen it"
                                + " in (2) read x → 1 by B.");
        assertThat(example.reasons().arrows())
                .containsExactly(
                        new Reason(0, 1, Reason.Kind.ANSWERED),
                        new Reason(2, 3, Reason.Kind.ANSWERED),
                        new Reason(0, 4, Reason.Kind.MUST_BE_SEEN));
        assertThat(example.reasons().wrong()).containsExactly(4);
    }

    @Test
    void writesThatTwoSawInDifferentOrdersPointAtEachOther() {
        CounterExample example = broken(
                history(
                        "register",
                        "['A','write','x',1,null,0,10]",
                        "['B','write','x',2,null,0,10]",
                        "['C','read','x',null,1,20,30]",
                        "['C','read','x',null,2,40,50]",
                        "['D','read','x',null,2,20,30]",
                        "['D','read','x',null,1,40,50]"),
                Check.CAUSAL);
        assertThat(example.reasons().arrows())
                .contains(new Reason(0, 1, Reason.Kind.COMES_BEFORE), new Reason(1, 0, Reason.Kind.COMES_BEFORE));
    }

    @Test
    void whatAClientAskedFirstPointsAtWhatItAskedThen() {
        CounterExample example = broken(
                history("register", "['A','write','x',1,null,0,10]", "['A','read','x',null,0,20,30]"),
                Check.SEQUENTIAL);
        assertThat(example.reasons().arrows()).containsExactly(new Reason(0, 1, Reason.Kind.OVERWROTE));
        example = broken(
                history("register", "['A','read','x',null,1,0,10]", "['A','write','x',1,null,20,30]"),
                Check.SEQUENTIAL);
        assertThat(example.reasons().arrows())
                .containsExactly(new Reason(0, 1, Reason.Kind.ASKED_BEFORE), new Reason(1, 0, Reason.Kind.ANSWERED));
    }

    @Test
    void anInventedValueIsTold() {
        CounterExample example = broken(history("register", "['B','read','x',null,7,0,10]"), Check.READ_YOUR_WRITES);
        assertThat(example.why()).containsExactly("(1) read x → 7 by B answered what nobody wrote.");
        assertThat(broken(history("register", "['B','read','x',null,7,0,10]"), Check.K_ATOMIC)
                        .why())
                .containsExactly("(1) read x → 7 by B answered what nobody had begun to write when it returned at 10;"
                        + " no bound helps.");
    }

    @Test
    void aBoundThatDoesNotHoldIsToldWithTheCallsMoved() {
        OperationHistory late = history(
                "register",
                "['A','write','x',1,null,0,10]",
                "['A','write','x',2,null,20,30]",
                "['B','read','x',null,1,75,80]");
        assertThat(GoldenHistory.judge(late, Check.DELTA_ATOMIC, 45)).isInstanceOf(HistoryVerdict.Holds.class);
        assertThat(GoldenHistory.judge(late, Check.DELTA_ATOMIC, 44)).isInstanceOf(HistoryVerdict.Broken.class);
        CounterExample example = ((HistoryVerdict.Broken) GoldenHistory.judge(late, Check.DELTA_ATOMIC, 44)).example();
        assertThat(example.why()).anyMatch(why -> why.contains("was called at 31, 44 earlier than it was"));
        assertThat(GoldenHistory.judge(late, Check.K_ATOMIC, 2)).isInstanceOf(HistoryVerdict.Holds.class);
        assertThat(GoldenHistory.judge(late, Check.K_ATOMIC, 1)).isInstanceOf(HistoryVerdict.Broken.class);
    }
}
