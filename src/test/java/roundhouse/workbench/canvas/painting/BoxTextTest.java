package roundhouse.workbench.canvas.painting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.faults.NodeState;
import roundhouse.simulation.observing.Frame;

/** What is wrong goes before what a cache does. */
class BoxTextTest {
    private final Frame frame = new Frame();

    @BeforeEach
    void observe() {
        frame.ensureNodes(2, 1);
    }

    @Test
    void aBoxSaysTheHitRatioOfACacheUnlessSomethingIsWrong() {
        assertThat(BoxText.word(frame, 0)).isEmpty();
        frame.data.hitRatio[1] = 0.636;
        assertThat(BoxText.word(frame, 1)).isEqualTo("63.6 % hits");
        frame.data.stampede[1] = true;
        assertThat(BoxText.word(frame, 1)).isEqualTo("stampede");
        frame.condition[1] = NodeState.DOWN;
        assertThat(BoxText.word(frame, 1)).isEqualTo("down");
    }
}
