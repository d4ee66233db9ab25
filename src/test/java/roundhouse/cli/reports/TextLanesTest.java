package roundhouse.cli.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import roundhouse.storage.checking.Check;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.lanes.HistoryLanes;
import roundhouse.storage.lanes.LaneHistories;

class TextLanesTest {
    private static String[] lines(OperationHistory history) {
        return TextLanes.of(HistoryLanes.of(
                        LaneHistories.broken(history, Check.LINEARIZABLE).orElseThrow()))
                .split("\n", -1);
    }

    @Test
    void barsFollowOneAnotherAsTheyDidInTime() {
        assertThat(lines(LaneHistories.stale()))
                .containsExactly(
                        "A  ├(1) write x = 1┤ ├(2) write x = 2┤",
                        "C                                      ├(3) read x → 1 ✕┤",
                        "");
    }

    /** What is called when another returns overlaps it: neither is before the other. */
    @Test
    void whatOverlapsInTimeOverlapsHere() {
        assertThat(lines(LaneHistories.of(
                        "register",
                        "['first','write','x',1,null,0,50]",
                        "['B','write','x',2,null,50,60]",
                        "['C','read','x',null,2,61,70]",
                        "['D','read','x',null,1,71,80]",
                        "['D','read','x',null,2,81,90]")))
                .containsExactly(
                        "first  ├(1) write x = 1┤",
                        "B        ├(2) write x = 2┤",
                        "C                          ├(3) read x → 2┤",
                        "D                                           ├(4) read x → 1 ✕┤",
                        "");
    }

    @Test
    void anUnknownOutcomeIsOpenToTheRight() {
        assertThat(lines(LaneHistories.of(
                        "register",
                        "['A','write','x',1,null,0,null]",
                        "['B','read','x',null,1,10,20]",
                        "['C','read','x',null,0,30,40]")))
                .containsExactly(
                        "A  ├(1) write x = 1┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄▷",
                        "B    ├(2) read x → 1┤",
                        "C                     ├(3) read x → 0 ✕┤",
                        "");
    }

    @Test
    void longWordsGiveWayToNumbers() {
        String text = "a text of more than forty characters, which is";
        assertThat(lines(LaneHistories.of(
                        "register",
                        "['A','write','x','" + text + " 1',null,0,10]",
                        "['A','write','x','" + text + " 2',null,20,30]",
                        "['B','read','x',null,'" + text + " 1',40,50]",
                        "['B','read','x',null,'" + text + " 2',60,70]")))
                .containsExactly("A  ├(1)┤ ├(2)┤", "B              ├(3) ✕┤", "");
    }
}
