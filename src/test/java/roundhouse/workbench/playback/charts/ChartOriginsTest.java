package roundhouse.workbench.playback.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.analysis.origins.Origin;

/** No chart comes from nowhere. */
class ChartOriginsTest {
    @Test
    void everyChartSaysWhereItComesFrom() {
        assertThat(ChartKind.ALL).allSatisfy(kind -> {
            Origin origin = kind.origin();
            assertThat(List.of(
                            origin.what(),
                            origin.formula(),
                            origin.unit(),
                            origin.inputs(),
                            origin.notModelled(),
                            origin.noTheory()))
                    .as(kind.title())
                    .noneMatch(String::isBlank);
        });
        assertThat(ChartKind.ALL.stream().map(kind -> kind.origin().what())).doesNotHaveDuplicates();
    }
}
