package roundhouse.workbench.tradeoffs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapModelTest {
    private static CapModel model(CapFinding.State c, CapFinding.State a, CapFinding.State p) {
        CapModel model = new CapModel();
        model.set(CapCorner.CONSISTENCY, new CapFinding(c, "c"));
        model.set(CapCorner.AVAILABILITY, new CapFinding(a, "a"));
        model.set(CapCorner.PARTITION_TOLERANCE, new CapFinding(p, "p"));
        return model;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HOLDS      | BROKEN     | HOLDS      | CP: during the partition it gave up availability and stayed consistent.
            BROKEN     | HOLDS      | HOLDS      | AP: during the partition every node that was up answered, and consistency was given up.
            BROKEN     | BROKEN     | HOLDS      | Neither C nor A held during the partition.
            BROKEN     | BROKEN     | BROKEN     | Neither C nor A held during the partition.
            HOLDS      | HOLDS      | HOLDS      | C and A both held during the partition: nothing that was asked forced a choice.
            HOLDS      | HOLDS      | NOT_TESTED | CA, but only while no message is lost: there was no partition yet.
            BROKEN     | HOLDS      | NOT_TESTED | There was no partition yet, so nothing had to be given up for one.
            UNKNOWN    | HOLDS      | HOLDS      | During the partition A held; whether C held is not known yet.
            UNKNOWN    | BROKEN     | HOLDS      | During the partition A was broken; whether C held is not known yet.
            HOLDS      | NOT_TESTED | HOLDS      | During the partition C held; whether A held is not known yet.
            UNKNOWN    | NOT_TESTED | HOLDS      | There was a partition; what was given up for it is not known yet.
            """)
    void whatItComesToIsOneSentence(CapFinding.State c, CapFinding.State a, CapFinding.State p, String sentence) {
        assertThat(model(c, a, p).sentence()).isEqualTo(sentence);
    }

    @Test
    void nothingIsTestedAtFirst() {
        CapModel model = new CapModel();
        for (CapCorner corner : CapCorner.values()) {
            assertThat(model.finding(corner).get().state()).isEqualTo(CapFinding.State.NOT_TESTED);
        }
        assertThat(model.sentence()).startsWith("There was no partition yet");
    }

    @Test
    void aSideHoldsWhereBothItsEndsDo() {
        CapModel model = model(CapFinding.State.HOLDS, CapFinding.State.UNKNOWN, CapFinding.State.HOLDS);
        assertThat(model.holds(CapCorner.CONSISTENCY, CapCorner.PARTITION_TOLERANCE))
                .isTrue();
        assertThat(model.holds(CapCorner.CONSISTENCY, CapCorner.AVAILABILITY)).isFalse();
    }
}
