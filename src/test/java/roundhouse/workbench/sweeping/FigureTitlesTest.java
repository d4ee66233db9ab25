package roundhouse.workbench.sweeping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import roundhouse.analysis.sweeping.SweepFigure;

class FigureTitlesTest {
    @ParameterizedTest
    @EnumSource
    void eachFigureIsFoundByItsTitleWhichHasNoUnit(SweepFigure figure) {
        FigureTitles titles = new FigureTitles();
        assertThat(titles.toString(figure)).isNotBlank().doesNotContain(",");
        assertThat(titles.fromString(titles.toString(figure))).isEqualTo(figure);
    }
}
