package roundhouse.workbench.canvas.painting;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;

/** A name is cut so that it can be seen to be cut. */
class TextWidthsTest {
    private static final Font FONT = Font.font(12);

    @Test
    void aNameThatFitsIsWhole() {
        assertThat(TextWidths.fitting(FONT, "s101", TextWidths.width(FONT, "s101")))
                .isEqualTo("s101");
    }

    @Test
    void aNameThatIsCutSaysSo() {
        assertThat(TextWidths.fitting(FONT, "s101", TextWidths.width(FONT, "s1…")))
                .isEqualTo("s1…");
    }

    @Test
    void oneLetterOfALongerNameIsNotShown() {
        assertThat(TextWidths.fitting(FONT, "s101", TextWidths.width(FONT, "s…")))
                .isEmpty();
        assertThat(TextWidths.fitting(FONT, "s", TextWidths.width(FONT, "s"))).isEqualTo("s");
    }
}
