package roundhouse.workbench.tradeoffs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import roundhouse.topology.Topology;
import roundhouse.workbench.origins.AskedFigure;

class PacelcFigureTest {
    @ParameterizedTest
    @EnumSource
    void eachColumnSaysWhereItComesFrom(PacelcFigure figure) {
        AskedFigure asked = figure.asked(List.of(Topology.EMPTY.withWarmUp(Duration.ofSeconds(2))));
        assertThat(List.of(
                        asked.origin().what(),
                        asked.origin().formula(),
                        asked.origin().inputs(),
                        asked.origin().notModelled(),
                        asked.origin().noTheory()))
                .noneMatch(String::isBlank);
        assertThat(asked.samples()).startsWith("One run of each setting, all with seed ");
        assertThat(asked.compared().orElseThrow().span())
                .startsWith(figure.parted() ? "During the partition" : "From the end of the warm-up at 00:02.000");
    }
}
